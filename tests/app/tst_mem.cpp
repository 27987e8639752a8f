// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/cli/program.h"
#include "tests/support/paths.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace fscope;
using namespace Qt::StringLiterals;

namespace {

struct Ran {
    int status = 0;
    QString out;
    QString err;
};

Ran run(const QStringList& words)
{
    std::vector<std::string> arguments { "mem" };
    for (const QString& word : words)
        arguments.push_back(word.toStdString());
    cli::Console console;
    const int status = cli::runProgram(arguments, console);
    return { status, QString::fromStdString(console.outText()), QString::fromStdString(console.errText()) };
}

} // namespace

/// fscope mem. Golden files are written anew by running this test with FSCOPE_UPDATE_GOLDEN=1.
class TestMem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void outputIsAsReviewed_data();
    void outputIsAsReviewed();
    void jsonIsOneObjectALine_data();
    void jsonIsOneObjectALine();
    void anImageIsReadAndSearched();
    void anImageIsNeverChanged();
    void aWhatIfRunWritesTheMemoryItLeaves();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    QString image() const { return m_directory.filePath(u"image.bin"_s); }
    QByteArray imageBytes() const
    {
        QFile file(image());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QTemporaryDir m_directory;
};

/// An image of 5000 bytes: zeros, a text over its page boundary, a value near its end.
void TestMem::init()
{
    QByteArray bytes(5000, '\0');
    bytes.replace(4090, 13, "Linux version");
    bytes.replace(4992, 8, QByteArray::fromHex("8877665544332211"));
    QFile file(image());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

void TestMem::outputIsAsReviewed_data()
{
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char* name, const char* words) {
        QTest::newRow(name) << QString::fromUtf8(words).split(u' ');
    };
    row("mem-map.txt", "map post-index-store");
    row("mem-map-after.txt", "map ldp-device --after --space pa");
    row("mem-map.jsonl", "map post-index-store --json --space pa");
    row("mem-read.txt", "read post-index-store 0x40000000 40");
    row("mem-read-va.txt", "read post-index-store 0xffff800007fffff8 24 --space va");
    row("mem-read.jsonl", "read post-index-store 0x3ffffff8 24 --json");
    row("mem-search.txt", "search post-index-store 22 44 0? b8");
    row("mem-search.jsonl", "search post-index-store 224400b8 --json --backwards");
    row("mem-write.txt", "write post-index-store 0x40000004 22 00 00 b9");
    row("mem-write.jsonl", "write post-index-store 0x40000004 220000b9 --json");
}

void TestMem::outputIsAsReviewed()
{
    QFETCH(QStringList, words);
    const Ran ran = run(words);
    QCOMPARE(ran.err, QString());
    QCOMPARE(ran.status, 0);
    QFile file(test::sourcePath(u"tests/app/golden/"_s + QString::fromUtf8(QTest::currentDataTag())));
    if (qEnvironmentVariableIsSet("FSCOPE_UPDATE_GOLDEN")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(ran.out.toUtf8());
        QSKIP("the golden file is written anew");
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), "run this test with FSCOPE_UPDATE_GOLDEN=1");
    QCOMPARE(ran.out, QString::fromUtf8(file.readAll()));
}

void TestMem::jsonIsOneObjectALine_data()
{
    QTest::addColumn<QString>("words");
    for (const char* words : { "map sample --intercept 3 --after", "read sample 0x0 --space pa",
             "search sample --value 0", "write isv1-load 0x40000000 00 --policy qemu-hvf" })
        QTest::newRow(words) << QString::fromUtf8(words);
}

void TestMem::jsonIsOneObjectALine()
{
    QFETCH(QString, words);
    const Ran ran = run(words.split(u' ') + QStringList { u"--json"_s });
    if (ran.status == 1) // there may be nothing at an address
        return;
    for (const QString& line : ran.out.split(u'\n', Qt::SkipEmptyParts))
        QVERIFY2(QJsonDocument::fromJson(line.toUtf8()).isObject(), qPrintable(line));
    QVERIFY(ran.out.startsWith(u"{\"type\":\"memory\""_s));
}

void TestMem::anImageIsReadAndSearched()
{
    const QStringList of { u"--image"_s, image(), u"--base"_s, u"0x80000000"_s };
    Ran ran = run(QStringList { u"search"_s, u"--text"_s, u"linux VERSION"_s, u"--any-case"_s } + of);
    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.out.contains(u"  pa 0x0000000080000ffa  "_s), qPrintable(ran.out));
    QVERIFY(ran.out.contains(u"1 found in 5000 bytes"_s));
    ran = run(QStringList { u"search"_s, u"--value"_s, u"0x1122334455667788"_s } + of);
    QVERIFY2(ran.out.contains(u"  pa 0x0000000080001380  "_s), qPrintable(ran.out));
    ran = run(QStringList { u"search"_s, u"--value"_s, u"0x1122334455667788"_s, u"--from"_s, u"0x80001381"_s }
        + of);
    QCOMPARE(ran.status, 3);
    QCOMPARE(ran.err, QString());
    ran = run(QStringList { u"read"_s, u"0x80001380"_s, u"16"_s } + of);
    QVERIFY2(ran.out.contains(u"88 77 66 55 44 33 22 11 -- -- -- -- -- -- -- --"_s), qPrintable(ran.out));
    ran = run(QStringList { u"map"_s } + of);
    QVERIFY2(ran.out.contains(u"0x0000000080000000-0x0000000080001fff  ram       rw  image\n"_s),
        qPrintable(ran.out));
}

void TestMem::anImageIsNeverChanged()
{
    const QByteArray before = imageBytes();
    const QString out = m_directory.filePath(u"changed.bin"_s);
    const QStringList write { u"write"_s, u"--image"_s, image(), u"0xfff"_s, u"0102"_s };
    QCOMPARE(run(write).status, 1);
    QCOMPARE(run(write + QStringList { u"--output"_s, image() }).status, 1);
    QCOMPARE(run(write + QStringList { u"--output"_s, u"/nowhere/at/all"_s }).status, 1);
    QCOMPARE(imageBytes(), before);
    const Ran ran = run(write + QStringList { u"--output"_s, out });
    QVERIFY2(ran.status == 0, qPrintable(ran.err));
    QCOMPARE(imageBytes(), before);
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray expected = before;
    expected[0xfff] = 1;
    expected[0x1000] = 2;
    QCOMPARE(file.readAll(), expected);
}

void TestMem::aWhatIfRunWritesTheMemoryItLeaves()
{
    // The tables of stage 2 lie in RAM of 2 MiB that no slot shows.
    const QString out = m_directory.filePath(u"after.bin"_s);
    const Ran ran = run({ u"write"_s, u"post-index-store"_s, u"0x2001ffff0"_s, u"abcd"_s, u"--space"_s,
        u"pa"_s, u"--output"_s, out });
    QVERIFY2(ran.status == 0, qPrintable(ran.err));
    QVERIFY(ran.out.endsWith(u": 2097152 bytes from pa 0x200000000\n"_s));
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.size(), qint64(2097152));
    QVERIFY(file.seek(0x1ffff0));
    QCOMPARE(file.read(3).toHex(), QByteArray("abcd00"));
}

void TestMem::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const char* words, int status, const char* error) {
        QTest::newRow(name) << QString::fromUtf8(words) << status << QString::fromUtf8(error);
    };
    row("no subcommand", "", 2, "subcommand");
    row("unknown subcommand", "dump", 2, "Known commands are map, read, write, search");
    row("no source", "map", 2, "Give a SOURCE or --image");
    row("unknown source", "map nosuch", 1, "no lesson and no file");
    row("too many words", "map sample 3", 2, "\"3\" is too much");
    row("no address", "read sample", 2, "needs an ADDRESS");
    row("no pattern", "search sample", 2, "needs a PATTERN");
    row("no bytes", "write sample 0x1000", 2, "needs an ADDRESS and BYTES");
    row("bad address", "read sample 0x12g", 1, "ADDRESS:");
    row("bad length", "read sample 0x1000 many", 1, "LENGTH:");
    row("length zero", "read sample 0x1000 0", 1, "LENGTH:");
    row("length beyond the limit", "read sample 0x1000 0x1000001", 1, "LENGTH:");
    row("bad bytes", "write post-index-store 0x40000000 0g", 1, "BYTES:");
    row("bad pattern", "search sample 0g", 1, "PATTERN:");
    row("a pattern of nothing but any", "search sample ????", 1, "matches everywhere");
    row("bad value", "search sample --value 1x", 1, "PATTERN:");
    row("text and value", "search sample --text --value 1", 2, "--value");
    row("bad alignment", "search sample 00 --align 3", 1, "no power of two");
    row("bad bound", "search sample 00 --from x", 1, "--from:");
    row("search by IPA", "search sample 00 --space ipa", 1, "by PA");
    row("map by VA", "map sample --space va", 1, "by IPA or PA");
    row("unknown space", "read sample 0 --space xa", 1, "Known ones are va, ipa, pa");
    row("unknown policy", "map sample --policy kvmm", 2, "--policy");
    row("no such intercept", "map post-index-store --intercept 99", 1, "no intercept 99");
    row("intercept 0", "map post-index-store --intercept 0", 2, "--intercept");
    row("a device is no memory", "read post-index-store 0x9000000", 1, "no memory at ipa 0x9000000");
    row("an edit outside RAM", "write post-index-store 0x9000000 00", 1, "no memory at ipa 0x9000000");
    row("an address that wraps", "read post-index-store 0xfffffffffffffff0 32", 1, "no memory");
    row("base without image", "map sample --base 0", 2, "--base");
    row("an image that is not there", "map --image /nowhere/at/all", 1, "/nowhere/at/all");
    row("an image that is a folder", "map --image /", 1, "/");
}

void TestMem::saysWhatIsWrong()
{
    QFETCH(QString, words);
    QFETCH(int, status);
    QFETCH(QString, error);
    const Ran ran = run(words.split(u' ', Qt::SkipEmptyParts));
    QCOMPARE(ran.status, status);
    QVERIFY2(ran.err.startsWith(u"fscope: "_s) && ran.err.contains(error), qPrintable(ran.err));
}

QTEST_GUILESS_MAIN(TestMem)
#include "tst_mem.moc"
