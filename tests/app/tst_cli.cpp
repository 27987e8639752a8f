// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/cli/program.h"
#include "core/sources/lessons.h"
#include "fscope/version.h"
#include "tests/support/paths.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace fscope;
using namespace Qt::StringLiterals;

namespace {

/// One run of the program inside the test.
struct Ran {
    int status = 0;
    QString out;
    QString err;
};

Ran run(const std::vector<std::string>& arguments)
{
    cli::Console console;
    const int status = cli::runProgram(arguments, console);
    return { status, QString::fromStdString(console.outText()), QString::fromStdString(console.errText()) };
}

const std::string& sample()
{
    static const std::string path = test::sourcePath(u"resources/samples/aborts.jsonl.gz"_s).toStdString();
    return path;
}

} // namespace

/// The command line of fscope. Golden files are written anew by running this test with
/// FSCOPE_UPDATE_GOLDEN=1.
class TestCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outputIsAsReviewed_data()
    {
        QTest::addColumn<QString>("lesson");
        QTest::addColumn<bool>("json");
        for (const std::string_view name : sources::lessonNames()) {
            const QString lesson = QString::fromUtf8(name.data(), qsizetype(name.size()));
            QTest::addRow("%s, text", qPrintable(lesson)) << lesson << false;
            QTest::addRow("%s, JSON", qPrintable(lesson)) << lesson << true;
        }
    }

    void outputIsAsReviewed()
    {
        QFETCH(QString, lesson);
        QFETCH(bool, json);
        std::vector<std::string> arguments { "run", lesson.toStdString(), "--steps" };
        if (json)
            arguments.emplace_back("--json");
        const Ran ran = run(arguments);
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.err, QString());
        const QString path
            = test::sourcePath(u"tests/app/golden/%1.%2"_s.arg(lesson, json ? u"jsonl"_s : u"txt"_s));
        if (qEnvironmentVariableIsSet("FSCOPE_UPDATE_GOLDEN")) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(ran.out.toUtf8());
            QSKIP("the golden file is written anew");
        }
        QFile file(path);
        QVERIFY2(file.open(QIODevice::ReadOnly), "run this test with FSCOPE_UPDATE_GOLDEN=1");
        const QStringList expected = QString::fromUtf8(file.readAll()).split(u'\n');
        const QStringList found = ran.out.split(u'\n');
        for (qsizetype i = 0; i < qMin(expected.size(), found.size()); ++i)
            QVERIFY2(expected[i] == found[i],
                qPrintable(u"line %1\nexpected %2\nfound    %3"_s.arg(
                    QString::number(i + 1), expected[i], found[i])));
        QCOMPARE(found.size(), expected.size());
    }

    /// The grammar of docs/run-format.md, line by line.
    void textFollowsItsGrammar()
    {
        const QString hex = u"0x[0-9a-f]+"_s;
        const QRegularExpression line(QRegularExpression::anchoredPattern(
            u"|source \\S+: [a-z ]+, \\d+ intercepts?, policy \\S+ \\(.+\\)"
            "|intercept \\d+/\\d+ .+"
            "|  at      HEX .+"
            "|  trap    (ESR_EL2 HEX: .+|none: the CPU carries the instruction out itself)"
            "|  address FAR_EL2 HEX, HPFAR_EL2 (HEX|UNKNOWN), IPA (HEX|unknown)"
            "|  step \\d+ [a-z0-9-]+( !)?: .+"
            "|    [^ ].*: .* -> .*"
            "|  outcome (completed|event|exit|halted)(: .+)?"
            "|  event   ESR_EL1 HEX, FAR_EL1 HEX, EL\\d, (entered|pending)"
            "|  compare (as expected|\\d+ differences?)"
            "|    [^ ].*: expected .*, got .*"
            "|summary \\d+ shown: \\d+ completed, \\d+ event, \\d+ exit, \\d+ halted; \\d+ compared, \\d+ differ"_s
                .replace(u"HEX"_s, hex)));
        for (const char* policy : { "openvmm", "qemu-hvf" }) {
            const Ran ran = run({ "run", "sample", "--steps", "--policy", policy });
            QCOMPARE(ran.status, 0);
            for (const QString& text : ran.out.split(u'\n'))
                QVERIFY2(line.match(text).hasMatch(), qPrintable(text));
        }
    }

    void exampleOfTheScenarioFormatRuns()
    {
        QFile document(test::sourcePath(u"docs/scenario-format.md"_s));
        QVERIFY(document.open(QIODevice::ReadOnly));
        const QByteArray text = document.readAll();
        QTemporaryDir dir;
        QFile example(dir.filePath(u"example.json"_s));
        QVERIFY(example.open(QIODevice::WriteOnly));
        example.write(text.mid(text.indexOf("\n    {", text.indexOf("## An example"))));
        example.close();
        const Ran ran = run({ "run", example.fileName().toStdString() });
        QVERIFY2(ran.status == 0, qPrintable(ran.err));
        QVERIFY(ran.out.contains(u"compare as expected"));
    }

    void manPageHasEveryOption()
    {
        QString text;
        const QDir pages(test::sourcePath(u"docs/man"_s));
        for (const QString& name : pages.entryList({ u"fscope*.1"_s })) {
            QFile page(pages.filePath(name));
            QVERIFY(page.open(QIODevice::ReadOnly));
            text += QString::fromUtf8(page.readAll()).replace(u"\\-"_s, u"-"_s);
        }
        const QString help = run({ "--help-all" }).out;
        const QRegularExpression option(u"--[a-z][a-z-]+"_s);
        int options = 0;
        for (auto match = option.globalMatch(help); match.hasNext(); ++options) {
            const QString name = match.next().captured();
            QVERIFY2(text.contains(name), qPrintable(name));
        }
        QVERIFY(options >= 8);
    }

    void everyJsonLineIsAnObjectOfAKnownType()
    {
        const QStringList types { u"source"_s, u"intercept"_s, u"step"_s, u"outcome"_s, u"summary"_s };
        const Ran ran = run({ "run", sample(), "--steps", "--json", "--policy", "qemu-hvf" });
        QCOMPARE(ran.status, 0);
        const QStringList lines = ran.out.split(u'\n', Qt::SkipEmptyParts);
        for (const QString& line : lines) {
            QJsonParseError error;
            const QJsonDocument document = QJsonDocument::fromJson(line.toUtf8(), &error);
            QVERIFY2(document.isObject(), qPrintable(error.errorString()));
            const QJsonObject object = document.object();
            QVERIFY2(types.contains(object[u"type"].toString()), qPrintable(line));
            if (object[u"type"] == u"step"_s)
                QVERIFY2(object[u"values"].isObject(), qPrintable(line));
        }
        QCOMPARE(QJsonDocument::fromJson(lines.last().toUtf8()).object()[u"shown"].toInt(), 200);
    }

    void interceptsAreChosen_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<int>("count");
        QTest::newRow("one") << QByteArray("7") << 1;
        QTest::newRow("some") << QByteArray("3-9") << 7;
        QTest::newRow("to beyond the end") << QByteArray("199-1000") << 2;
    }

    void interceptsAreChosen()
    {
        QFETCH(QByteArray, range);
        QFETCH(int, count);
        const Ran ran = run({ "run", "sample", "--intercept", range.toStdString() });
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.out.count(u"\nintercept "_s), count);
        QVERIFY(ran.out.contains(u"\nsummary %1 shown:"_s.arg(count)));
    }

    void verifyEndsWithItsSummary()
    {
        const Ran ran = run({ "verify", "a64", sample() });
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.out.split(u'\n', Qt::SkipEmptyParts).last(), u"170 passed, 0 failed, 30 skipped"_s);
        QVERIFY(ran.out.contains(u"1 skipped, class dc.zva is not covered\n"));
    }

    void failuresArePrintedFieldByFieldAndExitWithOne()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"altered.jsonl"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QProcess gunzip;
        // The second record of the sample, with another fault status.
        gunzip.start(u"gzip"_s, { u"-dc"_s, QString::fromStdString(sample()) });
        if (!gunzip.waitForFinished())
            QSKIP("there is no gzip");
        QByteArray line = gunzip.readAllStandardOutput().split('\n').at(1);
        const auto at = line.indexOf("\"esr\":\"0x9") + 16;
        line[at] = line[at] == '0' ? '1' : '0';
        file.write(line + '\n' + line + '\n');
        file.close();
        const Ran ran = run({ "verify", "a64", path.toStdString(), "--max-differences", "1" });
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.out.contains(u"  ESR_EL2: expected 0x"), qPrintable(ran.out));
        QVERIFY(ran.out.contains(u"1 more failed\n"));
        QVERIFY(ran.out.endsWith(u"0 passed, 2 failed, 0 skipped\n"));
        const Ran json = run({ "verify", "a64", path.toStdString(), "--json" });
        QCOMPARE(json.status, 1);
        QVERIFY(json.out.startsWith(u"{\"type\":\"failure\""));
        QVERIFY(json.out.endsWith(u"{\"type\":\"summary\",\"passed\":0,\"failed\":2,\"skipped\":0}\n"));
    }

    void vmxSamplesAreJudged()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"vmx.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"~({"rows": [
            {"id": "a", "kind": "instruction_error", "in": {"value": 5},
             "out": {"defined": true, "text": "VMRESUME with non-launched VMCS"}},
            {"id": "b", "kind": "error_code", "in": {"vector": 8, "value": 0}, "out": {"fields": []}},
            {"id": "c", "kind": "instruction_error", "in": {"value": 14}, "out": {"defined": true, "text": null}}]})~");
        file.close();
        const Ran ran = run({ "verify", "vmx", path.toStdString() });
        QCOMPARE(ran.status, 1);
        QCOMPARE(ran.out,
            u"failed c (instruction_error) {\"value\":14}\n  defined: expected true, got false\n"
            "2 passed, 1 failed, 0 skipped\n"_s);
        QVERIFY(run({ "verify", "vmx", "--help" }).out.contains(u"--max-differences"));
        QCOMPARE(run({ "verify", "vmx", sample() }).status, 1);
    }

    void recordedTranslationsAreJudged()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"mmu.jsonl"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"~({"id":"a","sctlr":"0","hcr":"80000000","va":"40000000","mem":[],"ops":[)~"
                   R"~({"op":"at_s1e1r","par":"40000900"},{"op":"at_s1e1w","par":"805"},)~"
                   R"~({"op":"at_s1e0r","par":"1","impdef":["nT"]}],"kind":["s1_off"]})~");
        file.close();
        const Ran ran = run({ "verify", "mmu", path.toStdString() });
        QCOMPARE(ran.status, 1);
        QCOMPARE(ran.out,
            u"failed a op 1 (s1_off) at_s1e1w at EL2\n  PAR_EL1: expected 0x5, got 0x100\n"
            "     1 skipped, IMPLEMENTATION DEFINED: nT\n1 passed, 1 failed, 1 skipped\n"_s);
        QVERIFY(run({ "verify", "mmu", "--help" }).out.contains(u"--max-differences"));
        QCOMPARE(run({ "verify", "mmu", sample() }).status, 1);
    }

    void listsAreComplete()
    {
        const Ran lessons = run({ "lessons" });
        QCOMPARE(lessons.status, 0);
        QCOMPARE(lessons.out.count(u'\n'), qsizetype(sources::lessonNames().size()));
        QVERIFY(lessons.out.startsWith(u"post-index-store "));
        QCOMPARE(run({ "lessons", "--json" }).out.count(u"\"type\":\"lesson\""),
            qsizetype(sources::lessonNames().size()));
        const Ran policies = run({ "policies" });
        QCOMPARE(policies.out, u"openvmm   OpenVMM\nqemu-hvf  QEMU/HVF\n"_s);
        QCOMPARE(run({ "policies", "--json" }).out.count(u"\"type\":\"policy\""), 2);
    }

    void versionAndHelp()
    {
        QCOMPARE(run({ "--version" }).out, QString::fromStdString("fscope " + std::string(kVersion) + "\n"));
        const Ran help = run({ "--help" });
        QCOMPARE(help.status, 0);
        for (const QString& word : { u"run"_s, u"verify"_s, u"lessons"_s, u"policies"_s, u"--version"_s })
            QVERIFY2(help.out.contains(word), qPrintable(word));
        const Ran runHelp = run({ "run", "--help" });
        QCOMPARE(runHelp.status, 0);
        for (const QString& word :
            { u"--policy"_s, u"--intercept"_s, u"--steps"_s, u"--json"_s, u"openvmm, qemu-hvf"_s })
            QVERIFY2(runHelp.out.contains(word), qPrintable(word));
        QVERIFY(run({ "verify", "a64", "--help" }).out.contains(u"--max-differences"));
    }

    void badUsageExitsWithTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("message");
        QTest::newRow("nothing") << QStringList() << u"subcommand"_s;
        QTest::newRow("unknown subcommand") << QStringList { u"wander"_s } << u"no command \"wander\""_s;
        QTest::newRow("no source") << QStringList { u"run"_s } << u"SOURCE"_s;
        QTest::newRow("unknown option")
            << QStringList { u"run"_s, u"sample"_s, u"--stepps"_s } << u"--stepps"_s;
        QTest::newRow("unknown policy")
            << QStringList { u"run"_s, u"sample"_s, u"--policy"_s, u"vmware"_s } << u"openvmm"_s;
        QTest::newRow("range backwards")
            << QStringList { u"run"_s, u"sample"_s, u"--intercept"_s, u"9-3"_s } << u"9-3"_s;
        QTest::newRow("range from 0")
            << QStringList { u"run"_s, u"sample"_s, u"--intercept"_s, u"0"_s } << u"\"0\""_s;
        QTest::newRow("range with rest")
            << QStringList { u"run"_s, u"sample"_s, u"--intercept"_s, u"3x"_s } << u"3x"_s;
        QTest::newRow("verify nothing") << QStringList { u"verify"_s, u"a64"_s } << u"FILE"_s;
        QTest::newRow("verify something unknown")
            << QStringList { u"verify"_s, u"t32"_s } << u"no command \"t32\""_s;
        QTest::newRow("number expected")
            << QStringList { u"verify"_s, u"a64"_s, u"f"_s, u"--max-differences"_s, u"x"_s } << u"x"_s;
        QTest::newRow("negative number")
            << QStringList { u"verify"_s, u"a64"_s, u"f"_s, u"--max-differences"_s, u"-1"_s } << u"-1"_s;
    }

    void badUsageExitsWithTwo()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, message);
        std::vector<std::string> list;
        for (const QString& argument : arguments)
            list.push_back(argument.toStdString());
        const Ran ran = run(list);
        QCOMPARE(ran.status, 2);
        QCOMPARE(ran.out, QString());
        QVERIFY2(ran.err.startsWith(u"fscope: ") && ran.err.contains(message), qPrintable(ran.err));
    }

    void badInputExitsWithOne()
    {
        for (const Ran& ran :
            { run({ "run", "/nonexistent.json" }), run({ "verify", "a64", "/nonexistent.jsonl" }),
                run({ "run", "sample", "--intercept", "201" }) }) {
            QCOMPARE(ran.status, 1);
            QCOMPARE(ran.out, QString());
            QVERIFY2(ran.err.startsWith(u"fscope: error: "), qPrintable(ran.err));
            QCOMPARE(ran.err.count(u'\n'), 1);
        }
    }

    void namesOfFilesCannotDriveTheTerminal()
    {
        const Ran ran = run({ "run", "\x1b[31mred\n" });
        QCOMPARE(ran.status, 1);
        QVERIFY(!ran.err.contains(u'\x1b'));
        QCOMPARE(ran.err.count(u'\n'), 1);
    }

    /// The program itself: exit status, streams, and a reader that goes away.
    void programBehavesInAShell()
    {
        const QString program = test::programPath(u"fscope"_s);
        if (!QFile::exists(program))
            QSKIP("the program is not built");
        QProcess process;
        process.start(program, { u"run"_s, u"post-index-store"_s });
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(process.readAllStandardOutput().startsWith("source post-index-store: "));
        QCOMPARE(process.readAllStandardError(), QByteArray());

        process.start(program, { u"run"_s });
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);

        process.start(u"/bin/sh"_s, { u"-c"_s, u"\"$0\" run sample --steps --json | head -n 1"_s, program });
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardError(), QByteArray());
        QCOMPARE(process.readAllStandardOutput().count('\n'), 1);
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
