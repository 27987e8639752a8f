// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/cli/decodecommand.h"
#include "app/cli/program.h"
#include "core/base/hex.h"
#include "tests/support/paths.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <string>
#include <vector>

using namespace fscope;
using namespace Qt::StringLiterals;

namespace {

struct Ran {
    int status = 0;
    QString out;
    QString err;
};

Ran run(const QStringList& arguments)
{
    std::vector<std::string> words;
    for (const QString& argument : arguments)
        words.push_back(argument.toStdString());
    cli::Console console;
    const int status = cli::runProgram(words, console);
    return { status, QString::fromStdString(console.outText()), QString::fromStdString(console.errText()) };
}

} // namespace

/// "fscope decode". Golden files are written anew by running this test with FSCOPE_UPDATE_GOLDEN=1.
class TestDecode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outputIsAsReviewed_data();
    void outputIsAsReviewed();
    void eachRegisterIsDecodedInEachForm_data();
    void eachRegisterIsDecodedInEachForm();
    void jsonHoldsEveryBitOnce();
    void severalValuesFollowOneAnother();
    void badInputIsTold_data();
    void badInputIsTold();
    void valuesAreReadAsLogsPrintThem_data();
    void valuesAreReadAsLogsPrintThem();
    void textIsSearched();
    void textWithoutValuesFails();
};

void TestDecode::outputIsAsReviewed_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char* file, const QString& line) { QTest::newRow(file) << line.split(u' '); };
    row("decode-esr-load.txt", u"esr 0x93c08007 --far 0xffff80000000018 --hpfar 0x90000"_s);
    row("decode-esr-notes.txt", u"esr 0x4001000093c00287"_s);
    row("decode-esr-trap.txt", u"esr 0x62300461 --all"_s);
    row("decode-esr-serror.md", u"esr 0xbe07d8d1 --el 1 --markdown"_s);
    row("decode-esr-mops.h", u"esr 0x9f803cc5 --c"_s);
    row("decode-esr.jsonl", u"esr 0x92000410 --json"_s);
    row("decode-desc.txt", u"desc 0x4001f7dd --stage 2 --granule 4k --level 2 --fwb"_s);
    row("decode-desc-mair.txt",
        u"desc 0x60000040001707 --stage 1 --granule 16k --level 3 --lpa2 --mair 0xff440c0400"_s);
    row("decode-vtcr.txt", u"vtcr 0x80023558"_s);
    row("decode-vtcr-misfit.txt", u"vtcr 0x80023510"_s);
    row("decode-insn.txt", u"insn 0xb8004420"_s);
    row("decode-vmx-exit.txt",
        u"vmx-exit --reason EPT_VIOLATION --qualification 0x182 --guest-physical 0x9000000"_s);
    row("decode-vmx-error.txt", u"vmx-error 7"_s);
}

void TestDecode::outputIsAsReviewed()
{
    QFETCH(QStringList, arguments);
    const Ran ran = run(QStringList { u"decode"_s } + arguments);
    QCOMPARE(ran.err, QString());
    QCOMPARE(ran.status, 0);
    QFile file(test::sourcePath(u"tests/app/golden/"_s + QString::fromLatin1(QTest::currentDataTag())));
    if (qEnvironmentVariableIsSet("FSCOPE_UPDATE_GOLDEN")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(ran.out.toUtf8());
        QSKIP("the golden file is written anew");
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), "run this test with FSCOPE_UPDATE_GOLDEN=1");
    const QStringList expected = QString::fromUtf8(file.readAll()).split(u'\n');
    const QStringList found = ran.out.split(u'\n');
    for (qsizetype i = 0; i < qMin(expected.size(), found.size()); ++i)
        QCOMPARE(found[i], expected[i]);
    QCOMPARE(found.size(), expected.size());
}

void TestDecode::eachRegisterIsDecodedInEachForm_data()
{
    QTest::addColumn<QString>("kind");
    for (const char* kind :
        { "esr", "hpfar", "far", "par", "spsr", "hcr", "tcr", "vtcr", "vttbr", "sctlr", "mair", "insn" })
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestDecode::eachRegisterIsDecodedInEachForm()
{
    QFETCH(QString, kind);
    for (const char* value : { "0", "0xffffffff", "0x5a5a5a5a" }) {
        for (const char* form : { "--json", "--markdown", "--c", "--all" }) {
            const Ran ran = run({ u"decode"_s, kind, QString::fromLatin1(value), QString::fromLatin1(form) });
            QCOMPARE(ran.err, QString());
            QCOMPARE(ran.status, 0);
            QVERIFY(ran.out.endsWith(u'\n') && ran.out.size() > 20);
        }
    }
}

void TestDecode::jsonHoldsEveryBitOnce()
{
    const Ran ran = run({ u"decode"_s, u"hcr"_s, u"0x8000f00ddeadbeef"_s, u"--json"_s });
    const QJsonObject json = QJsonDocument::fromJson(ran.out.toUtf8()).object();
    QCOMPARE(json[u"name"_s].toString(), u"HCR_EL2"_s);
    quint64 value = 0;
    int bits = 0;
    const QJsonArray fields = json[u"fields"_s].toArray();
    for (const QJsonValue& entry : fields) {
        const QJsonObject field = entry.toObject();
        value |= field[u"value"_s].toString().mid(2).toULongLong(nullptr, 16) << field[u"start"_s].toInt();
        bits += field[u"width"_s].toInt();
        for (const char* key : { "name", "long_name", "state", "meaning", "about", "source" })
            QVERIFY2(!field[QLatin1StringView(key)].toString().isEmpty(), key);
    }
    QCOMPARE(value, quint64 { 0x8000f00ddeadbeef });
    QCOMPARE(bits, 64);
}

void TestDecode::severalValuesFollowOneAnother()
{
    const Ran ran = run({ u"decode"_s, u"esr"_s, u"0x93c08007"_s, u"0x5a000000"_s, u"--json"_s });
    QCOMPARE(ran.out.count(u'\n'), 2);
    QVERIFY(
        run({ u"decode"_s, u"far"_s, u"1"_s, u"2"_s }).out.contains(u"\n\nFAR_EL2 = 0x0000000000000002"_s));
}

void TestDecode::badInputIsTold_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* line, int status, const char* message) {
        QTest::newRow(line) << QString::fromLatin1(line) << status << QString::fromLatin1(message);
    };
    row("esr 0x12g4", 1, "'g' in \"0x12g4\" is not a hexadecimal digit.");
    row("esr 0x10000000000000000", 1, "does not fit in 64 bits.");
    row("insn 0x100000000", 1, "does not fit in 32 bits.");
    row("esr 0b102", 1, "'2' in \"0b102\" is not a binary digit.");
    row("esr 0x", 1, "holds no digit.");
    row("far 1 --esr 0xz", 1, "--esr: 'z'");
    row("vmx-exit --reason 0x100000000", 1, "--reason:");
    row("vmx-exit --reason 48 --interruption 0x1ffffffff", 1, "--interruption:");
    row("desc 0 --stage 1 --granule 64k --level 0", 1,
        "--level: Walks with a granule of 64k have no level 0.");
    row("desc 0 --stage 3 --granule 4k --level 0", 2, "--stage");
    row("desc 0 --stage 1 --granule 8k --level 0", 2, "--granule");
    row("esr 1 --el 4", 2, "--el");
    row("esr", 2, "VALUE");
    row("esr 1 --json --c", 2, "excludes");
    row("nothing 1", 2, "decode needs what to decode");
    row("--json", 2, "decode needs what to decode");
    row("--from-text no-such-file", 1, "no-such-file: The file cannot be opened");
    row("--from-text .", 1, "cannot be read");
}

void TestDecode::badInputIsTold()
{
    QFETCH(QString, line);
    QFETCH(int, status);
    QFETCH(QString, message);
    const Ran ran = run(QStringList { u"decode"_s } + line.split(u' '));
    QVERIFY2(ran.err.contains(message), qPrintable(ran.err));
    QCOMPARE(ran.status, status);
    QCOMPARE(ran.out, QString());
}

void TestDecode::valuesAreReadAsLogsPrintThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<quint64>("value");
    const auto row
        = [](const char* text, quint64 value) { QTest::newRow(text) << QString::fromLatin1(text) << value; };
    row("0x93c08007", 0x93c08007);
    row("93c08007", 0x93c08007);
    row("93830046", 0x93830046);
    row("0000000096000004", 0x96000004);
    row("ffff_8000_1203_d004", 0xffff80001203d004);
    row("2449473607", 2449473607);
    row("42", 42);
    row("0b1010", 10);
    row("0b101010", 42);
    row("0b123456", 0x0b123456);
    row("1f", 0x1f);
    row("12345678_12345678", 0x1234567812345678);
    row("0x9200'0007", 0x92000007);
}

void TestDecode::valuesAreReadAsLogsPrintThem()
{
    QFETCH(QString, text);
    QFETCH(quint64, value);
    const auto got = parsePastedNumber(text.toStdString(), 64);
    QVERIFY2(got.has_value(), got ? "" : got.error().text().c_str());
    QCOMPARE(quint64 { *got }, value);
}

void TestDecode::textIsSearched()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"oops.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Unable to handle kernel paging request at virtual address ffff80dead000010\n  ESR = "
               "0x0000000096000044\n");
    file.close();
    const Ran table = run({ u"decode"_s, u"--from-text"_s, file.fileName() });
    QCOMPARE(table.status, 0);
    QVERIFY(table.out.contains(file.fileName() + u":1:59: Linux oops"_s));
    QVERIFY(table.out.contains(file.fileName() + u":2:9: Linux oops"_s));
    QVERIFY(table.out.contains(u"ESR_EL1 = 0x0000000096000044"_s));
    const Ran json = run({ u"decode"_s, u"--from-text"_s, u"--json"_s, file.fileName() });
    const QStringList lines = json.out.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), qsizetype { 2 });
    const QJsonObject second = QJsonDocument::fromJson(lines[1].toUtf8()).object();
    QCOMPARE(second[u"kind"_s].toString(), u"esr"_s);
    QCOMPARE(second[u"line"_s].toInt(), 2);
    QCOMPARE(second[u"column"_s].toInt(), 9);
    QCOMPARE(second[u"register"_s].toObject()[u"value"_s].toString(), u"0x0000000096000044"_s);
}

void TestDecode::textWithoutValuesFails()
{
    const Ran ran = run({ u"decode"_s, u"--from-text"_s, test::sourcePath(u"LICENSE"_s) });
    QCOMPARE(ran.status, 1);
    QVERIFY(ran.err.contains(u"no value"_s));
}

QTEST_GUILESS_MAIN(TestDecode)
#include "tst_decode.moc"
