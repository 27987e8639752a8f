// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/commandline.h"
#include "app/gui/mainwindow.h"
#include "app/gui/screenshot.h"
#include "fscope/version.h"

#include <QApplication>
#include <QIcon>

#include <cstdio>

namespace {

enum ExitCode { kSuccess = 0, kFailure = 1, kUsage = 2 };

void print(std::FILE* to, const QString& text)
{
    std::fputs(text.toLocal8Bit().constData(), to);
}

/// On Linux Qt ends the program if it finds no display; a sentence is better.
bool isDisplayMissing()
{
#ifdef Q_OS_LINUX
    return !qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY")
        && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#else
    return false;
#endif
}

/// What must be decided before there is an application object.
void prepareEnvironment(const fscope::gui::CommandLine& line)
{
    if (line.screenshot.isEmpty())
        return;
    // A picture is the same everywhere: no window appears, and the desktop's scale does not count.
    fscope::gui::dropPlatformMessages();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_SCALE_FACTOR", QByteArray::number(line.scale));
    qputenv("QT_FONT_DPI", "96");
}

} // namespace

int main(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const fscope::gui::CommandLine line = fscope::gui::parseCommandLine(arguments);
    if (!line.error.isEmpty()) {
        print(stderr, line.error);
        return kUsage;
    }
    if (!line.text.isEmpty()) {
        print(stdout, line.text);
        return kSuccess;
    }
    if (line.screenshot.isEmpty() && isDisplayMissing()) {
        print(stderr,
            QStringLiteral("faultscope: there is no display. faultscope --screenshot OUT.png draws the "
                           "window into a file, "
                           "and fscope run prints the same as text.\n"));
        return kFailure;
    }
    prepareEnvironment(line);
    QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("faultscope"));
    QApplication::setOrganizationName(QStringLiteral("faultscope"));
    QApplication::setApplicationVersion(
        QString::fromUtf8(fscope::kVersion.data(), qsizetype(fscope::kVersion.size())));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/faultscope.svg")));

    if (!line.screenshot.isEmpty()) {
        const QString error = fscope::gui::takeScreenshot(line);
        if (error.isEmpty())
            return kSuccess;
        print(stderr, QStringLiteral("faultscope: %1\n").arg(error));
        return kFailure;
    }
    fscope::gui::MainWindow window(fscope::gui::Settings::ofUser());
    if (!line.theme.isEmpty())
        window.setTheme(line.theme);
    if (!line.language.isEmpty())
        window.setLanguage(line.language);
    if (!line.layout.isEmpty())
        window.setLayoutId(line.layout);
    if (!line.policy.isEmpty())
        window.setPolicy(line.policy);
    window.show();
    if (!line.decode.isEmpty())
        window.decode(line.decode);
    if (!line.source.isEmpty())
        window.open(line.source, line.position());
    return QApplication::exec();
}
