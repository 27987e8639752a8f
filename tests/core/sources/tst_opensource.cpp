// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/embedded.h"
#include "core/sources/lessons.h"
#include "core/sources/opensource.h"
#include "tests/support/paths.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace fscope;
using namespace fscope::sources;
using namespace Qt::StringLiterals;

class TestOpenSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        QFile sample(test::sourcePath(u"resources/samples/aborts.jsonl.gz"_s));
        QVERIFY(sample.open(QIODevice::ReadOnly));
        m_sample = sample.readAll();
        const EmbeddedFile* lesson = embeddedFile(lessonPath("post-index-store"));
        QVERIFY(lesson != nullptr);
        m_lesson = QByteArray(lesson->bytes.data(), qsizetype(lesson->bytes.size()));
    }

    void lessonsAndTheSampleAreOpenedByName()
    {
        for (const std::string_view name : lessonNames()) {
            const auto source = openSource(std::string(name));
            QVERIFY2(source, source ? "" : source.error().text().c_str());
            QCOMPARE((*source)->name(), std::string(name));
            QCOMPARE((*source)->kind(), std::string("scenario"));
        }
        const auto sample = openSource("sample");
        QVERIFY(sample);
        QCOMPARE((*sample)->size(), std::size_t { 200 });
        QCOMPARE((*sample)->kind(), std::string("recorded vectors"));
    }

    void firstLessonIsThePostIndexStore() { QVERIFY(lessonNames().front() == "post-index-store"); }

    /// The table of names and the files that are embedded are the same.
    void everyEmbeddedLessonIsListed()
    {
        std::size_t lessons = 0;
        for (const EmbeddedFile& file : embeddedFiles())
            lessons += file.path.starts_with("lessons/") ? 1U : 0U;
        QCOMPARE(lessons, lessonNames().size());
        QCOMPARE(listLessons().size(), lessonNames().size());
        const auto english = listLessons("en");
        const auto chinese = listLessons("zh_CN");
        for (std::size_t i = 0; i < english.size(); ++i) {
            QCOMPARE(english[i].name, chinese[i].name);
            QVERIFY(english[i].title != chinese[i].title);
            QVERIFY(english[i].summary != chinese[i].summary);
        }
    }

    void filesAreToldByContent_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("kind");
        QTest::newRow("scenario") << u"a.json"_s << m_lesson << u"scenario"_s;
        QTest::newRow("scenario of another name") << u"noname"_s << m_lesson << u"scenario"_s;
        QTest::newRow("scenario on one line")
            << u"b.json"_s << QByteArray(m_lesson).replace('\n', ' ') << u"scenario"_s;
        QTest::newRow("scenario after blank lines") << u"c.json"_s << "\n\n" + m_lesson << u"scenario"_s;
        QTest::newRow("scenario after a byte order mark")
            << u"d.json"_s << "\xef\xbb\xbf" + m_lesson << u"scenario"_s;
        QTest::newRow("compressed vectors") << u"d.gz"_s << m_sample << u"recorded vectors"_s;
        QTest::newRow("compressed vectors of another name") << u"data"_s << m_sample << u"recorded vectors"_s;
    }

    void filesAreToldByContent()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(QString, kind);
        const auto source = openSource(write(name, content));
        QVERIFY2(source, source ? "" : source.error().text().c_str());
        QCOMPARE(QString::fromStdString((*source)->kind()), kind);
    }

    /// Each unusable file is refused within a second, with its name and, where there is one, its line.
    void badFilesAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("what");
        QByteArray binary;
        for (int i = 0; i < 4096; ++i)
            binary += char(i * 37 % 251 + 1);
        QTest::newRow("empty") << u"a.jsonl"_s << QByteArray() << u":1"_s << u"empty"_s;
        QTest::newRow("blank") << u"b.jsonl"_s << QByteArray("\n\n") << u":2"_s << u"neither"_s;
        QTest::newRow("binary") << u"c.bin"_s << binary << u":1"_s << u"neither"_s;
        QTest::newRow("binary with NUL") << u"d.bin"_s << QByteArray("{\0\1\2", 4) << u":1"_s << u"NUL"_s;
        QTest::newRow("truncated gzip") << u"e.jsonl.gz"_s << m_sample.left(5000) << u":"_s << u"too early"_s;
        QTest::newRow("gzip with a wrong byte")
            << u"f.jsonl.gz"_s << damaged(m_sample) << u":"_s << QString();
        QTest::newRow("only the first bytes of gzip")
            << u"g.gz"_s << m_sample.left(3) << QString() << QString();
        QTest::newRow("long line") << u"h.jsonl"_s << QByteArray(64 << 20, 'a') << u":1"_s << u"1 MiB"_s;
        QTest::newRow("long string") << u"i.json"_s << "{\"a\":\"" + QByteArray(64 << 20, 'a') << u":1"_s
                                     << u"1 MiB"_s;
        QTest::newRow("JSON of no kind")
            << u"j.json"_s << QByteArray("{\"a\":1}\n") << u":1"_s << u"neither"_s;
        QTest::newRow("JSON array") << u"k.json"_s << QByteArray("[1]\n") << u":1"_s << u"neither"_s;
        QTest::newRow("text") << u"l.txt"_s << QByteArray("hello\n") << u":1"_s << u"neither"_s;
        QTest::newRow("cut scenario") << u"m.json"_s << m_lesson.left(900) << u":"_s << u"not valid JSON"_s;
        QTest::newRow("cut record") << u"n.jsonl"_s << QByteArray("{\"id\":\"a\",\"insn\":") << u":1:"_s
                                    << u"not valid JSON"_s;
    }

    void badFilesAreRefused()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(QString, place);
        QFETCH(QString, what);
        const std::string path = write(name, content);
        QElapsedTimer timer;
        timer.start();
        const auto source = openSource(path);
        QVERIFY(!source);
        QVERIFY2(timer.elapsed() < 1000, "took longer than a second");
        const QString where = QString::fromStdString(source.error().where);
        QVERIFY2(where.startsWith(QString::fromStdString(path) + place), qPrintable(where));
        const QString said = QString::fromStdString(source.error().what);
        QVERIFY2(said.contains(what), qPrintable(said));
    }

    void otherRecordingsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("what");
        QTest::newRow("syndromes") << QByteArray(R"({"esr":"0x1","fields":[]})") << u"syndromes"_s;
        QTest::newRow("translations") << QByteArray(R"({"id":"d","tcr":"1","ops":[]})") << u"translations"_s;
        QTest::newRow("another hypervisor")
            << QByteArray(R"({"id":"v","insn":"0x0","seed":"0x0","mode":"a"})") << u"another hypervisor"_s;
        QTest::newRow("data processing")
            << QByteArray(R"({"id":"i","insn":"0x0","seed":"0x0","pstate":"0x0"})") << u"data-processing"_s;
    }

    void otherRecordingsAreNamed()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, what);
        const auto source = openSource(write(u"other.jsonl"_s, content + '\n'));
        QVERIFY(!source);
        const QString said = QString::fromStdString(source.error().text());
        QVERIFY2(said.contains(what) && said.contains(u"other.jsonl:1"), qPrintable(said));
    }

    void missingFilesAndFoldersAreRefused()
    {
        QVERIFY(!openSource(m_dir.filePath(u"none"_s).toStdString()));
        QVERIFY(!openSource(m_dir.path().toStdString()));
        QVERIFY(!openSource(""));
        // A name that is almost a lesson's is a file that is not there, and the names there are get told.
        const auto almost = openSource("post-index-stor");
        QVERIFY(!almost);
        QVERIFY2(almost.error().text().find("post-index-store") != std::string::npos,
            almost.error().text().c_str());
    }

    void openingCanBeGivenUp()
    {
        QByteArray lines;
        for (int i = 0; i < 3; ++i)
            lines += m_sample; // gzip files in a row are one file
        OpenOptions options;
        options.progress = [](std::size_t) { return false; };
        const auto source = openSource(write(u"long.gz"_s, lines), options);
        QVERIFY(!source);
        QVERIFY(QString::fromStdString(source.error().what).contains(u"cancelled"));
    }

private:
    std::string write(const QString& name, const QByteArray& content)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
        return m_dir.filePath(name).toStdString();
    }

    static QByteArray damaged(QByteArray bytes)
    {
        bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 0x5a);
        return bytes;
    }

    QTemporaryDir m_dir;
    QByteArray m_sample;
    QByteArray m_lesson;
};

QTEST_GUILESS_MAIN(TestOpenSource)
#include "tst_opensource.moc"
