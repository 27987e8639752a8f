// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// The arrows of the design, read from the sources: which folder may include which, where a third party may
/// be named, and that every file carries its licence and is built.

#include "tests/support/paths.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

/// A folder may include itself and folders of a lower rank; folders of one rank do not know each other.
struct Layer {
    QLatin1StringView folder;
    int rank;
    bool mayUseQt = false;
};

constexpr std::array kLayers {
    Layer { "core/base"_L1, 0 },
    Layer { "core/arch"_L1, 1 },
    Layer { "core/memory"_L1, 2 },
    Layer { "core/mmu"_L1, 3 },
    Layer { "core/a64"_L1, 4 },
    Layer { "core/device"_L1, 5 },
    Layer { "core/hypervisor"_L1, 6 },
    Layer { "core/machine"_L1, 7 },
    Layer { "core/scenario"_L1, 8 },
    Layer { "core/trace"_L1, 8 },
    Layer { "core/remote"_L1, 8 },
    Layer { "core/sources"_L1, 9 },
    Layer { "models"_L1, 10, true },
    Layer { "widgets"_L1, 11, true },
    Layer { "app/cli"_L1, 12 },
    Layer { "app/gui"_L1, 12, true },
};

/// What app/cli, a program over core alone, may not use although it stands above it.
constexpr std::array kNotForCli { "models"_L1, "widgets"_L1 };

/// Third parties, by header, and the files that may name them. A header that is neither Qt's nor the standard
/// library's and has no row here may be included nowhere: give it one file and a row.
struct ThirdParty {
    QLatin1StringView header; ///< a pattern for the whole name between the brackets
    QLatin1StringView files;  ///< a pattern for the path of the including file
    QLatin1StringView reason;
};

constexpr std::array kThirdParties {
    ThirdParty { "tl/expected\\.hpp"_L1, ".*"_L1, "vocabulary: Result is made of it"_L1 },
    ThirdParty { "fmt/.*"_L1, ".*"_L1, "stands in for <format>"_L1 },
    ThirdParty { "nlohmann/.*"_L1, "(core|models|app)/.*"_L1, "widgets read no JSON"_L1 },
    ThirdParty { "CLI/.*"_L1, "app/.*"_L1, "only programs have a command line"_L1 },
    ThirdParty { "zlib\\.h"_L1, "core/base/gzip[^/]*\\.cpp"_L1, "one file unpacks gzip"_L1 },
    ThirdParty { "sqlite3\\.h"_L1, "core/trace/sqlitestore\\.cpp"_L1, "one file speaks SQL"_L1 },
    ThirdParty { "zstd\\.h"_L1, "core/trace/[^/]*\\.cpp"_L1, "chunks of a trace are packed there"_L1 },
    ThirdParty {
        "capstone/.*"_L1, "(?!)"_L1, "a second opinion for tests only; our tables are the authority"_L1 },
    ThirdParty {
        "qcustomplot\\.h"_L1, "widgets/([^/]+/)*[^/]*timeline[^/]*"_L1, "only the timeline plots"_L1 },
    ThirdParty { "immintrin\\.h"_L1, "core/memory/bytescan\\.cpp"_L1, "vectors stay behind one file"_L1 },
    ThirdParty { "(sys/.*|unistd|fcntl|signal|poll|windows|io|netdb|netinet/.*|arpa/.*)(\\.h)?"_L1,
        "((core/base|core/remote|app)/.*|core/memory/(faultguard|host[a-z]*)(posix|windows)"
        "|core/memory/(readerbarrier|trycopyportable))\\.cpp"_L1,
        "the system's own headers stay behind one file"_L1 },
    ThirdParty { "(ucontext|setjmp|cpuid|linux/.*)(\\.h)?"_L1,
        "core/memory/(faultguardposix|readerbarrier|trycopy(x86|portable))\\.cpp"_L1,
        "registers of an interrupted thread, and what this CPU can do"_L1 },
};

bool matches(QLatin1StringView pattern, const QString& text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

const Layer* layerOf(const QString& path)
{
    const auto found = std::ranges::find_if(
        kLayers, [&](const Layer& layer) { return path.startsWith(layer.folder + QChar(u'/')); });
    return found == kLayers.end() ? nullptr : &*found;
}

/// What is wrong with @p file saying #include "@p header", or nothing.
std::optional<QString> breachOfQuoted(const QString& file, const QString& header)
{
    if (header.endsWith(".moc"_L1) || header == "fscope/version.h"_L1)
        return std::nullopt;
    const Layer* from = layerOf(file);
    const Layer* to = layerOf(header);
    if (!from)
        return u"the file is in no layer of the design"_s;
    if (!to)
        return u"our headers are named from the root of the repository, and are in a layer"_s;
    if (from == to)
        return std::nullopt;
    if (to->rank >= from->rank)
        return u"%1 may not use %2: the arrows point down only"_s.arg(from->folder, to->folder);
    if (from->folder == "app/cli"_L1 && std::ranges::find(kNotForCli, to->folder) != kNotForCli.end())
        return u"fscope is built without Qt, so without %1"_s.arg(to->folder);
    return std::nullopt;
}

/// What is wrong with @p file saying #include <@p header>, or nothing.
std::optional<QString> breachOfAngled(const QString& file, const QString& header)
{
    const Layer* from = layerOf(file);
    if (!from)
        return u"the file is in no layer of the design"_s;
    if (matches("Q[A-Za-z0-9]+(/.*)?|q[a-z0-9]+\\.h"_L1, header) && header != "qcustomplot.h"_L1)
        return from->mayUseQt ? std::nullopt : std::optional(u"%1 has no Qt"_s.arg(from->folder));
    for (const ThirdParty& row : kThirdParties) {
        if (matches(row.header, header))
            return matches(row.files, file) ? std::nullopt : std::optional(QString(row.reason));
    }
    if (matches("[a-z_0-9]+"_L1, header))
        return std::nullopt; // the standard library
    return u"a third party without a row in this test, or a C header with a C++ name"_s;
}

std::optional<QString> breach(const QString& file, const QString& include)
{
    const QString name = include.mid(1, include.size() - 2);
    return include.startsWith(u'"') ? breachOfQuoted(file, name) : breachOfAngled(file, name);
}

/// The paths of all sources below @p folders, relative to the root, sorted. Golden files are output, whatever
/// their ending.
QStringList sourcesBelow(const QStringList& folders, const QStringList& patterns)
{
    const QDir root(fscope::test::sourcePath());
    QStringList paths;
    for (const QString& folder : folders) {
        QDirIterator it(root.filePath(folder), patterns, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = root.relativeFilePath(it.next());
            if (!path.contains("/golden/"_L1))
                paths << path;
        }
    }
    paths.sort();
    return paths;
}

QString contentOf(const QString& path)
{
    QFile file(fscope::test::sourcePath(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestLayering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ruleKnowsGoodFromBad_data();
    void ruleKnowsGoodFromBad();
    void everyIncludeFollowsTheArrows();
    void everySourceNamesItsLicence();
    void everySourceIsListedInItsFolder();
};

void TestLayering::ruleKnowsGoodFromBad_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("include");
    QTest::addColumn<bool>("allowed");

    const auto row = [](const char* name, const char* file, const char* include, bool allowed) {
        QTest::newRow(name) << QString::fromUtf8(file) << QString::fromUtf8(include) << allowed;
    };
    row("own folder", "core/mmu/walk.cpp", "\"core/mmu/walk.h\"", true);
    row("a lower layer", "core/mmu/walk.cpp", "\"core/base/bits.h\"", true);
    row("a higher layer", "core/mmu/walk.cpp", "\"core/a64/execute.h\"", false);
    row("scenario uses trace", "core/scenario/lesson.cpp", "\"core/trace/file.h\"", false);
    row("trace uses scenario", "core/trace/file.cpp", "\"core/scenario/lesson.h\"", false);
    row("core uses models", "core/machine/run.cpp", "\"models/session.h\"", false);
    row("models use core", "models/session.h", "\"core/trace/file.h\"", true);
    row("models use widgets", "models/session.cpp", "\"widgets/dock.h\"", false);
    row("widgets use models", "widgets/dock.cpp", "\"models/session.h\"", true);
    row("the command line uses core", "app/cli/run.cpp", "\"core/scenario/lesson.h\"", true);
    row("the command line uses models", "app/cli/run.cpp", "\"models/session.h\"", false);
    row("the window uses the command line", "app/gui/main.cpp", "\"app/cli/run.h\"", false);
    row("named from its own folder", "core/mmu/walk.cpp", "\"walk.h\"", false);
    row("named by dots", "core/mmu/walk.cpp", "\"../base/bits.h\"", false);
    row("tests in the program", "models/session.cpp", "\"tests/support/paths.h\"", false);
    row("the version", "app/cli/main.cpp", "\"fscope/version.h\"", true);
    row("Qt in core", "core/mmu/walk.h", "<QString>", false);
    row("a Qt module in core", "core/mmu/walk.h", "<QtCore/QString>", false);
    row("a lower case Qt header in core", "core/mmu/walk.h", "<qglobal.h>", false);
    row("Qt on the command line", "app/cli/run.cpp", "<QString>", false);
    row("Qt in models", "models/session.h", "<QObject>", true);
    row("the standard library", "core/mmu/walk.h", "<cstdint>", true);
    row("a C header", "core/mmu/walk.h", "<stdint.h>", false);
    row("a vocabulary type", "core/base/result.h", "<tl/expected.hpp>", true);
    row("zlib in its file", "core/base/gzipreader.cpp", "<zlib.h>", true);
    row("zlib in a header", "core/base/gzipreader.h", "<zlib.h>", false);
    row("zlib elsewhere", "core/trace/importer.cpp", "<zlib.h>", false);
    row("Capstone in the program", "core/a64/disassemble.cpp", "<capstone/capstone.h>", false);
    row("QCustomPlot in the timeline", "widgets/timelineqcustomplot.h", "<qcustomplot.h>", true);
    row("QCustomPlot elsewhere", "widgets/registerview.cpp", "<qcustomplot.h>", false);
    row("a stranger", "core/base/hex.cpp", "<boost/optional.hpp>", false);
}

void TestLayering::ruleKnowsGoodFromBad()
{
    QFETCH(const QString, file);
    QFETCH(const QString, include);
    QFETCH(const bool, allowed);
    const auto found = breach(file, include);
    QVERIFY2(found.has_value() != allowed, qPrintable(found.value_or(u"no breach seen"_s)));
}

void TestLayering::everyIncludeFollowsTheArrows()
{
    static const QRegularExpression line(
        u"^[ \\t]*#[ \\t]*include[ \\t]*(\"[^\"]+\"|<[^>]+>)"_s, QRegularExpression::MultilineOption);
    QStringList breaches;
    const QStringList files = sourcesBelow(
        { u"core"_s, u"models"_s, u"widgets"_s, u"app"_s }, { u"*.h"_s, u"*.cpp"_s, u"*.inc"_s });
    QVERIFY2(!files.isEmpty(), "the sources were not found");
    for (const QString& file : files) {
        auto it = line.globalMatch(contentOf(file));
        while (it.hasNext()) {
            const QString include = it.next().captured(1);
            if (const auto found = breach(file, include))
                breaches << file + u": #include "_s + include + u": "_s + *found;
        }
    }
    QVERIFY2(breaches.isEmpty(), qPrintable(u'\n' + breaches.join(u'\n')));
}

void TestLayering::everySourceNamesItsLicence()
{
    QStringList missing;
    const QStringList files = sourcesBelow(
        { u"cmake"_s, u"core"_s, u"models"_s, u"widgets"_s, u"app"_s, u"resources"_s, u"tests"_s },
        { u"*.h"_s, u"*.cpp"_s, u"*.inc"_s, u"*.in"_s, u"*.cmake"_s, u"CMakeLists.txt"_s, u"*.s"_s,
            u"*.S"_s });
    for (const QString& file : files) {
        const QString start = contentOf(file).left(400);
        if (!start.contains("SPDX-License-Identifier: GPL-3.0-or-later\n"_L1)
            || !start.contains("SPDX-FileCopyrightText: 2026 The Faultscope developers\n"_L1))
            missing << file;
    }
    QVERIFY2(missing.isEmpty(), qPrintable(u"\nwithout the two SPDX lines:\n"_s + missing.join(u'\n')));
}

void TestLayering::everySourceIsListedInItsFolder()
{
    // A test that nobody listed passes by never running.
    QStringList unlisted;
    const QStringList files
        = sourcesBelow({ u"core"_s, u"models"_s, u"widgets"_s, u"app"_s, u"tests"_s }, { u"*.cpp"_s });
    for (const QString& file : files) {
        const QFileInfo info(file);
        // fscope_test(tst_x) and its like mean tst_x.cpp.
        const QRegularExpression name(
            u"(^|[\\s(/])"_s + QRegularExpression::escape(info.completeBaseName()) + u"(\\.cpp)?[\\s)]"_s);
        bool listed = false;
        for (QDir folder = info.dir(); !listed && folder.path() != "."_L1;
             folder.setPath(QFileInfo(folder.path()).path()))
            listed = contentOf(folder.filePath(u"CMakeLists.txt"_s)).contains(name);
        if (!listed)
            unlisted << file;
    }
    QVERIFY2(unlisted.isEmpty(), qPrintable(u"\nin no CMakeLists.txt:\n"_s + unlisted.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
