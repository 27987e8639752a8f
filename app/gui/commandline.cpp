// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/commandline.h"

#include "app/gui/languages.h"
#include "app/gui/layouts.h"
#include "app/gui/themes.h"
#include "core/hypervisor/policy.h"
#include "fscope/version.h"

#include <QCommandLineParser>

#include <algorithm>

namespace fscope::gui {
namespace {

constexpr int kMaxPixels = 16384;

QString options(const QStringList& ids)
{
    return ids.join(QStringLiteral(", "));
}

QStringList policyIds()
{
    QStringList ids;
    for (const hypervisor::HypervisorPolicy* policy : hypervisor::policies())
        ids << QLatin1String(policy->id());
    return ids;
}

QStringList themeIds()
{
    QStringList ids;
    for (const ThemeRow& row : themeRows())
        ids << QLatin1String(row.id);
    return ids;
}

QStringList layoutNames()
{
    QStringList ids;
    for (const char* id : layoutIds())
        ids << QLatin1String(id);
    return ids;
}

QStringList languageIds()
{
    QStringList ids;
    for (const LanguageRow& row : languages())
        ids << QLatin1String(row.id);
    return ids;
}

/// "4" or "2/4".
std::optional<models::Position> readStep(const QString& text)
{
    if (text.contains(QLatin1Char('/')))
        return models::Position::fromText(text);
    bool ok = false;
    const int step = text.toInt(&ok);
    return ok && step >= 0 ? std::optional(models::Position { -1, step }) : std::nullopt;
}

std::optional<QSize> readSize(const QString& text)
{
    const QStringList parts = text.split(QLatin1Char('x'));
    bool okWidth = false;
    bool okHeight = false;
    const int width = parts.value(0).toInt(&okWidth);
    const int height = parts.value(1).toInt(&okHeight);
    const bool sensible = parts.size() == 2 && okWidth && okHeight && width >= 64 && height >= 64
        && width <= kMaxPixels && height <= kMaxPixels;
    return sensible ? std::optional(QSize(width, height)) : std::nullopt;
}

} // namespace

models::Position CommandLine::position() const
{
    models::Position position = at.value_or(models::Position { 0, 0 });
    if (intercept)
        position.intercept = *intercept - 1;
    position.intercept = std::max(position.intercept, 0);
    return position;
}

CommandLine parseCommandLine(const QStringList& arguments)
{
    CommandLine line;
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Steps through the moment a guest traps into its hypervisor.\n\n"
        "FILE is a scenario (.json) or a recording of aborts (.jsonl, .jsonl.gz); LESSON is a name that\n"
        "`fscope lessons` lists. Without either the window shows its start page."));
    const auto option = [&](const char* name, const QString& text, const char* value) {
        QCommandLineOption made { QString::fromLatin1(name), text, QString::fromLatin1(value) };
        parser.addOption(made);
    };
    option("screenshot",
        QStringLiteral("Draws the window into a PNG file instead of showing it; needs no display."),
        "OUT.png");
    option("at", QStringLiteral("Goes to a micro-step: 4, or 2/4 for step 4 of intercept 2."), "STEP");
    option("intercept", QStringLiteral("Goes to an intercept, from 1."), "N");
    option("size", QStringLiteral("Pixels of the screenshot (1440x900)."), "WxH");
    option("scale", QStringLiteral("Draws everything larger: 1 to 3 (1)."), "FACTOR");
    option("theme", QStringLiteral("One of ") + options(themeIds()) + QLatin1Char('.'), "THEME");
    option("layout", QStringLiteral("One of ") + options(layoutNames()) + QLatin1Char('.'), "NAME");
    option("language", QStringLiteral("One of ") + options(languageIds()) + QLatin1Char('.'), "L");
    option("policy", QStringLiteral("One of ") + options(policyIds()) + QLatin1Char('.'), "P");
    option("decode",
        QStringLiteral("Decodes a value, \"hcr_el2 0x…\" or the lines of a log in the Decode panel."),
        "TEXT");
    parser.addOption(
        { { QStringLiteral("h"), QStringLiteral("help") }, QStringLiteral("Prints this text.") });
    parser.addOption(
        { { QStringLiteral("v"), QStringLiteral("version") }, QStringLiteral("Prints the version.") });
    parser.addPositionalArgument(
        QStringLiteral("source"), QStringLiteral("What to open."), QStringLiteral("[FILE|LESSON]"));

    const auto wrong = [&line](const QString& text) {
        if (line.error.isEmpty())
            line.error = QStringLiteral("faultscope: %1\nTry faultscope --help.\n").arg(text);
    };
    if (!parser.parse(QStringList(QStringLiteral("faultscope")) + arguments)) {
        wrong(parser.errorText());
        return line;
    }
    if (parser.isSet(QStringLiteral("help"))) {
        // Asked before there is an application to know its own name.
        line.text
            = parser.helpText().replace(QStringLiteral("<executable_name>"), QStringLiteral("faultscope"));
        return line;
    }
    if (parser.isSet(QStringLiteral("version"))) {
        line.text = QStringLiteral("faultscope %1\n")
                        .arg(QString::fromUtf8(kVersion.data(), qsizetype(kVersion.size())));
        return line;
    }
    const QStringList positional = parser.positionalArguments();
    if (positional.size() > 1)
        wrong(QStringLiteral("one file or lesson at a time, not %1.").arg(positional.size()));
    line.source = positional.value(0);
    line.decode = parser.value(QStringLiteral("decode"));
    line.screenshot = parser.value(QStringLiteral("screenshot"));
    if (parser.isSet(QStringLiteral("screenshot"))) {
        if (line.screenshot.isEmpty())
            wrong(QStringLiteral("--screenshot needs the name of a file."));
    }
    const auto choice = [&](const char* name, QString& into, const QStringList& known) {
        const QString key = QLatin1String(name);
        if (!parser.isSet(key))
            return;
        into = parser.value(key);
        if (!known.contains(into))
            wrong(QStringLiteral("--%1 %2: there is %3.").arg(key, into, options(known)));
    };
    choice("theme", line.theme, themeIds());
    choice("layout", line.layout, layoutNames());
    choice("language", line.language, languageIds());
    choice("policy", line.policy, policyIds());
    if (parser.isSet(QStringLiteral("at"))) {
        line.at = readStep(parser.value(QStringLiteral("at")));
        if (!line.at)
            wrong(QStringLiteral("--at %1: a step is a number, as 4, or 2/4.")
                      .arg(parser.value(QStringLiteral("at"))));
    }
    if (parser.isSet(QStringLiteral("intercept"))) {
        bool ok = false;
        line.intercept = parser.value(QStringLiteral("intercept")).toInt(&ok);
        if (!ok || *line.intercept < 1)
            wrong(QStringLiteral("--intercept %1: intercepts are numbered from 1.")
                      .arg(parser.value(QStringLiteral("intercept"))));
    }
    if (parser.isSet(QStringLiteral("size"))) {
        const auto size = readSize(parser.value(QStringLiteral("size")));
        line.size = size.value_or(line.size);
        if (!size)
            wrong(QStringLiteral("--size %1: a size is WIDTHxHEIGHT, 64 to %2 pixels each.")
                      .arg(parser.value(QStringLiteral("size")))
                      .arg(kMaxPixels));
    }
    if (parser.isSet(QStringLiteral("scale"))) {
        bool ok = false;
        line.scale = parser.value(QStringLiteral("scale")).toDouble(&ok);
        if (!ok || line.scale < 1 || line.scale > 3)
            wrong(QStringLiteral("--scale %1: a factor from 1 to 3.")
                      .arg(parser.value(QStringLiteral("scale"))));
    }
    return line;
}

} // namespace fscope::gui
