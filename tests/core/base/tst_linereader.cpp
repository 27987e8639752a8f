// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/gzipreader.h"
#include "core/base/splitmix.h"

#include <zlib.h>

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <string>
#include <vector>

using namespace fscope;

namespace {

std::string gzip(std::string_view plain, int level = 6)
{
    z_stream stream {};
    if (deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    std::string out(deflateBound(&stream, static_cast<uLong>(plain.size())) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

/// "line|line|" and then "end", or the error, as one text.
std::string readAll(Result<LineReader> reader)
{
    if (!reader)
        return "!" + reader.error().text();
    std::string out;
    for (;;) {
        const auto line = reader->next();
        if (!line)
            return out + "!" + line.error().text();
        if (!*line)
            return out + "end";
        out += std::string(**line) + "|";
    }
}

std::string readAll(const std::string& bytes)
{
    return readAll(LineReader::fromBytes(bytes, "in"));
}

std::string manyLines()
{
    std::string out;
    for (unsigned i = 0; i < 20000; ++i)
        out += std::to_string(splitmix(7, i + 1)) + "\n";
    return out;
}

} // namespace

class TestLineReader : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_dir.isValid()); }
    void splitsLines_data();
    void splitsLines();
    void countsLines();
    void longFilesComeThroughUnchanged();
    void refusesBadInput_data();
    void refusesBadInput();
    void errorsStay();
    void truncatedGzipGivesItsWholeLinesFirst();
    void everyTruncationIsAnError();
    void corruptGzipIsAnErrorOrTheSameText();
    void aLineOfOneMebibyteIsFine();
    void aLineThatNeverEndsFailsAtOnce_data();
    void aLineThatNeverEndsFailsAtOnce();
    void readsWholeFiles();
    void directoriesAndMissingFilesAreNamed();
    void aPipeIsRefusedInsteadOfWaitedFor();

private:
    std::string write(const QString& name, const std::string& bytes)
    {
        const QString path = m_dir.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)
            || file.write(bytes.data(), static_cast<qint64>(bytes.size())) < 0)
            qFatal("cannot write a temporary file");
        return path.toStdString();
    }
    QTemporaryDir m_dir;
};

void TestLineReader::splitsLines_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<std::string>("expected");

    QTest::newRow("line ends of Unix") << std::string("a\nb\n") << std::string("a|b|end");
    QTest::newRow("line ends of DOS") << std::string("a\r\nb\r\n") << std::string("a|b|end");
    QTest::newRow("no end behind the last line") << std::string("a\nb") << std::string("a|b|end");
    QTest::newRow("carriage return at the end of the file") << std::string("a\r") << std::string("a|end");
    QTest::newRow("a carriage return inside stays") << std::string("a\rb\n") << std::string("a\rb|end");
    QTest::newRow("empty lines") << std::string("\n\na\n") << std::string("||a|end");
    QTest::newRow("one empty line") << std::string("\n") << std::string("|end");
    QTest::newRow("one byte") << std::string("a") << std::string("a|end");
    QTest::newRow("first byte of the gzip magic number only")
        << std::string("\x1f") << std::string("\x1f|end");
    QTest::newRow("bytes that are not UTF-8 are the reader's business")
        << std::string("\xff\n") << std::string("\xff|end");
    QTest::newRow("gzip") << gzip("a\nb") << std::string("a|b|end");
    QTest::newRow("gzip of two members") << gzip("a\nb") + gzip("c\n") << std::string("a|bc|end");
    QTest::newRow("gzip padded with zeros") << gzip("a\n") + std::string(1000, '\0') << std::string("a|end");
    QTest::newRow("gzip with an empty member") << gzip("") + gzip("a") << std::string("a|end");
}

void TestLineReader::splitsLines()
{
    QFETCH(std::string, bytes);
    QFETCH(std::string, expected);
    QCOMPARE(readAll(bytes), expected);
    const std::string path = write(QStringLiteral("lines"), bytes);
    QCOMPARE(readAll(LineReader::open(path)), expected);
}

void TestLineReader::countsLines()
{
    Result<LineReader> reader = LineReader::fromBytes("a\n\nb", "name");
    QVERIFY(reader.has_value());
    QCOMPARE(reader->name(), std::string("name"));
    QCOMPARE(reader->place(), std::string("name"));
    for (std::size_t i = 1; i <= 3; ++i) {
        QVERIFY(reader->next().value().has_value());
        QCOMPARE(reader->lineNumber(), i);
    }
    QCOMPARE(reader->place(), std::string("name:3"));
    for (int i = 0; i < 2; ++i) {
        QVERIFY(!reader->next().value().has_value());
        QCOMPARE(reader->lineNumber(), std::size_t { 3 });
    }
    LineReader moved = std::move(*reader);
    QVERIFY(!moved.next().value().has_value());
}

void TestLineReader::longFilesComeThroughUnchanged()
{
    const std::string text = manyLines();
    for (const std::string& bytes : { text, gzip(text), gzip(text, 0) }) {
        Result<LineReader> reader = LineReader::fromBytes(bytes, "in");
        QVERIFY(reader.has_value());
        std::string back;
        for (;;) {
            const auto line = reader->next();
            QVERIFY2(line.has_value(), line ? "" : line.error().text().c_str());
            if (!*line)
                break;
            back += std::string(**line) + "\n";
        }
        QVERIFY(back == text);
        QCOMPARE(reader->lineNumber(), std::size_t { 20000 });
    }
}

void TestLineReader::refusesBadInput_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<QByteArray>("names");

    QTest::newRow("empty") << std::string() << QByteArray("!in:1: The file is empty");
    QTest::newRow("gzip of nothing") << gzip("") << QByteArray("!in:1: The file is empty");
    QTest::newRow("NUL byte in line 2")
        << std::string("a\nb\0c\n", 6) << QByteArray("a|!in:2: The line holds a NUL byte");
    QTest::newRow("NUL byte in the last line, without end")
        << std::string("a\n\0", 3) << QByteArray("a|!in:2: The line holds a NUL byte");
    QTest::newRow("UTF-16") << std::string("a\0b\0\n\0", 6) << QByteArray("!in:1: The line holds a NUL byte");
    QTest::newRow("ELF") << std::string("\177ELF\2\1\1\0\0\0\0", 11)
                         << QByteArray("!in:1: The line holds a NUL byte");
    QTest::newRow("gzip magic number only")
        << std::string("\x1f\x8b") << QByteArray("!in:1: The gzip data ends too early");
    QTest::newRow("gzip header only")
        << gzip("a\n").substr(0, 10) << QByteArray("!in:1: The gzip data ends too early");
    QTest::newRow("gzip with an unknown method")
        << std::string("\x1f\x8b\x07 and so on and so on") << QByteArray("!in:1: The gzip data is corrupt");
    QTest::newRow("gzip without its trailer") << gzip("a\nb").substr(0, gzip("a\nb").size() - 8)
                                              << QByteArray("a|!in:2: The gzip data ends too early");
    QTest::newRow("gzip and then something else")
        << gzip("a\n") + "text" << QByteArray("a|!in:2: The gzip data is corrupt");
    QTest::newRow("a line over 1 MiB") << "a\n" + std::string(LineReader::kMaxLine + 1, 'x') + "\n"
                                       << QByteArray("a|!in:2: The line is longer than 1 MiB");
    QTest::newRow("a last line over 1 MiB")
        << std::string(LineReader::kMaxLine + 1, 'x') << QByteArray("!in:1: The line is longer than 1 MiB");
}

void TestLineReader::refusesBadInput()
{
    QFETCH(std::string, bytes);
    QFETCH(QByteArray, names);
    const QByteArray got = QByteArray::fromStdString(readAll(bytes));
    QVERIFY2(got.startsWith(names), got.left(300).constData());
}

void TestLineReader::errorsStay()
{
    Result<LineReader> reader = LineReader::fromBytes(std::string_view("\0\nb\n", 4), "in");
    QVERIFY(reader.has_value());
    const auto first = reader->next();
    QVERIFY(!first.has_value());
    const auto second = reader->next();
    QVERIFY(!second.has_value());
    QVERIFY(first.error() == second.error());
}

void TestLineReader::truncatedGzipGivesItsWholeLinesFirst()
{
    const std::string packed = gzip(manyLines());
    const std::string got = readAll(packed.substr(0, packed.size() / 2));
    const std::size_t mark = got.find('!');
    QVERIFY(mark != std::string::npos);
    const std::string whole = got.substr(0, mark);
    const auto lines = static_cast<std::size_t>(std::count(whole.begin(), whole.end(), '|'));
    QVERIFY(lines > 5000);
    std::string expected = manyLines().substr(0, whole.size());
    std::replace(expected.begin(), expected.end(), '\n', '|');
    QVERIFY(whole == expected);
    QVERIFY(
        got.substr(mark).starts_with("!in:" + std::to_string(lines + 1) + ": The gzip data ends too early"));
}

void TestLineReader::everyTruncationIsAnError()
{
    const std::string packed = gzip("first line\nsecond line\nthird line\n");
    for (std::size_t size = 2; size < packed.size(); ++size) {
        const std::string got = readAll(packed.substr(0, size));
        QVERIFY2(got.find("!in:") != std::string::npos, got.c_str());
    }
    QCOMPARE(readAll(packed), std::string("first line|second line|third line|end"));
}

void TestLineReader::corruptGzipIsAnErrorOrTheSameText()
{
    const std::string good = gzip(manyLines());
    const std::string expected = readAll(good);
    unsigned errors = 0;
    for (std::uint64_t k = 1; k <= 200; ++k) {
        const std::uint64_t draw = splitmix(99, k);
        std::string bad = good;
        bad[2 + draw % (bad.size() - 2)] ^= static_cast<char>(1U << (draw >> 60 & 7));
        const std::string got = readAll(bad);
        if (got.find('!') != std::string::npos)
            ++errors;
        else
            QVERIFY2(got == expected, "seed 99"); // a bit of the header that says nothing about the text
    }
    QVERIFY(errors > 190);
}

void TestLineReader::aLineOfOneMebibyteIsFine()
{
    const std::string longest(LineReader::kMaxLine, 'x');
    QCOMPARE(readAll(longest + "\n" + "b"), longest + "|b|end");
    QCOMPARE(readAll(longest + "\r\n" + longest), longest + "|" + longest + "|end");
}

void TestLineReader::aLineThatNeverEndsFailsAtOnce_data()
{
    QTest::addColumn<bool>("packed");
    QTest::newRow("plain: 1 GiB that takes no room on disk") << false;
    QTest::newRow("gzip bomb: 256 MiB packed") << true;
}

void TestLineReader::aLineThatNeverEndsFailsAtOnce()
{
    QFETCH(bool, packed);
    std::string path;
    if (packed) {
        path = write(QStringLiteral("bomb.gz"), gzip(std::string(std::size_t { 256 } << 20, 'x')));
    } else {
        path = write(QStringLiteral("long"), std::string(std::size_t { 2 } << 20, 'x'));
        QVERIFY(QFile(QString::fromStdString(path)).resize(qint64 { 1 } << 30));
    }
    QElapsedTimer timer;
    timer.start();
    const std::string got = readAll(LineReader::open(path));
    QVERIFY2(got.starts_with("!" + path + ":1: The line is longer than 1 MiB"), got.substr(0, 300).c_str());
    QVERIFY(timer.elapsed() < 1000);
}

void TestLineReader::readsWholeFiles()
{
    const std::string bytes("\0\1\n\2", 4);
    const std::string plain = write(QStringLiteral("whole"), bytes);
    const std::string packed = write(QStringLiteral("whole.gz"), gzip(bytes));
    QCOMPARE(readWholeFile(plain, 4).value(), bytes);
    QCOMPARE(readWholeFile(packed, 4).value(), bytes);
    QCOMPARE(readWholeFile(write(QStringLiteral("none"), {}), 0).value(), std::string());

    const auto tooLarge = readWholeFile(packed, 3);
    QVERIFY(!tooLarge.has_value());
    QCOMPARE(tooLarge.error().where, packed);
    const std::string bomb
        = write(QStringLiteral("bomb2.gz"), gzip(std::string(std::size_t { 64 } << 20, 'x')));
    QVERIFY(!readWholeFile(bomb, 1U << 20).has_value());
    const auto truncated = readWholeFile(write(QStringLiteral("cut.gz"), gzip(bytes).substr(0, 12)), 100);
    QVERIFY(!truncated.has_value());
    QVERIFY(!truncated.error().what.empty());
}

void TestLineReader::directoriesAndMissingFilesAreNamed()
{
    const std::string directory = m_dir.path().toStdString();
    const std::string missing = m_dir.filePath(QStringLiteral("missing")).toStdString();
    for (const std::string& path : { directory, missing }) {
        const auto reader = LineReader::open(path);
        QVERIFY(!reader.has_value());
        QCOMPARE(reader.error().where, path);
        const auto whole = readWholeFile(path, 100);
        QVERIFY(!whole.has_value());
        QCOMPARE(whole.error().where, path);
    }
    QVERIFY(LineReader::open(directory).error().what.find("directory") != std::string::npos);
}

void TestLineReader::aPipeIsRefusedInsteadOfWaitedFor()
{
    // Made by a program, since the standard library knows no pipes; where there is none, neither are pipes.
    const QString pipe = m_dir.filePath(QStringLiteral("pipe"));
    QProcess mkfifo;
    mkfifo.start(QStringLiteral("mkfifo"), { pipe });
    if (!mkfifo.waitForFinished() || mkfifo.exitCode() != 0)
        QSKIP("mkfifo is not available");
    const auto reader = LineReader::open(pipe.toStdString());
    QVERIFY(!reader.has_value());
    QVERIFY(reader.error().what.find("pipe") != std::string::npos);
    QCOMPARE(reader.error().where, pipe.toStdString());
}

QTEST_GUILESS_MAIN(TestLineReader)
#include "tst_linereader.moc"
