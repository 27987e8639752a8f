// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/commandline.h"
#include "tests/support/paths.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace fscope;
using namespace Qt::StringLiterals;
using models::Position;

namespace {

struct Ended {
    int code = -1;
    QString out;
    QString err;
};

Ended run(const QStringList& arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto& name : { u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s })
        environment.remove(name);
    process.setProcessEnvironment(environment);
    process.start(test::programPath(u"faultscope"_s), arguments);
    process.waitForFinished(60000);
    return { process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError()) };
}

} // namespace

class TestScreenshot : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void commandLineIsRead();
    void wrongArgumentsAreNamed_data();
    void wrongArgumentsAreNamed();
    void aPictureOfTheAskedSizeIsWritten_data();
    void aPictureOfTheAskedSizeIsWritten();
    void darkAndLightDiffer();
    void stepsDiffer();
    void failuresAreToldAndCounted_data();
    void failuresAreToldAndCounted();
    void withoutADisplayItSaysSo();

private:
    QTemporaryDir m_folder;
};

void TestScreenshot::commandLineIsRead()
{
    const gui::CommandLine line = gui::parseCommandLine({ u"--screenshot"_s, u"x.png"_s, u"--at"_s, u"2/4"_s,
        u"--size"_s, u"800x600"_s, u"--scale"_s, u"1.5"_s, u"--theme"_s, u"dark"_s, u"file.json"_s });
    QCOMPARE(line.error, QString());
    QCOMPARE(line.screenshot, u"x.png"_s);
    QCOMPARE(line.source, u"file.json"_s);
    QCOMPARE(line.position(), (Position { 1, 4 }));
    QCOMPARE(line.size, QSize(800, 600));
    QCOMPARE(line.scale, 1.5);
    QCOMPARE(gui::parseCommandLine({ u"--at"_s, u"4"_s, u"--intercept"_s, u"3"_s, u"x"_s }).position(),
        (Position { 2, 4 }));
    QCOMPARE(gui::parseCommandLine({ u"x"_s }).position(), (Position { 0, 0 }));
    QVERIFY(gui::parseCommandLine({}).error.isEmpty());
    QVERIFY(gui::parseCommandLine({ u"--help"_s }).text.contains(u"--screenshot"_s));
    QVERIFY(gui::parseCommandLine({ u"--version"_s }).text.startsWith(u"faultscope "_s));
}

void TestScreenshot::wrongArgumentsAreNamed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown option") << QStringList { u"--nonsense"_s } << u"nonsense"_s;
    QTest::newRow("two sources") << QStringList { u"a"_s, u"b"_s } << u"one file"_s;
    QTest::newRow("step") << QStringList { u"--at"_s, u"x"_s } << u"--at x"_s;
    QTest::newRow("negative step") << QStringList { u"--at=-1"_s } << u"--at -1"_s;
    QTest::newRow("intercept") << QStringList { u"--intercept"_s, u"0"_s } << u"--intercept 0"_s;
    QTest::newRow("size") << QStringList { u"--size"_s, u"12"_s } << u"--size 12"_s;
    QTest::newRow("huge size") << QStringList { u"--size"_s, u"99999x99999"_s } << u"--size"_s;
    QTest::newRow("scale") << QStringList { u"--scale"_s, u"9"_s } << u"--scale 9"_s;
    QTest::newRow("theme") << QStringList { u"--theme"_s, u"pink"_s } << u"contrast"_s;
    QTest::newRow("policy") << QStringList { u"--policy"_s, u"vmware"_s } << u"openvmm"_s;
}

void TestScreenshot::wrongArgumentsAreNamed()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, named);
    const gui::CommandLine line = gui::parseCommandLine(arguments);
    QVERIFY2(line.error.contains(named), qPrintable(line.error));
    QCOMPARE(run(arguments).code, 2);
}

void TestScreenshot::aPictureOfTheAskedSizeIsWritten_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QSize>("size");
    QTest::newRow("default") << QStringList {} << QSize(1440, 900);
    QTest::newRow("1280x720") << QStringList { u"--size"_s, u"1280x720"_s } << QSize(1280, 720);
    QTest::newRow("200 %") << QStringList { u"--size"_s, u"2560x1440"_s, u"--scale"_s, u"2"_s }
                           << QSize(2560, 1440);
}

void TestScreenshot::aPictureOfTheAskedSizeIsWritten()
{
    QFETCH(const QStringList, options);
    QFETCH(const QSize, size);
    const QString path = m_folder.filePath(u"picture.png"_s);
    QFile::remove(path);
    const Ended ended = run(QStringList { u"--screenshot"_s, path, u"--at"_s, u"4"_s } + options
        + QStringList { u"post-index-store"_s });
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
    QCOMPARE(QImage(path).size(), size);
}

void TestScreenshot::darkAndLightDiffer()
{
    const auto corner = [&](const QString& theme) {
        const QString path = m_folder.filePath(theme + u".png"_s);
        run({ u"--screenshot"_s, path, u"--theme"_s, theme, u"post-index-store"_s });
        return QImage(path).pixelColor(3, 3).lightness();
    };
    QVERIFY(corner(u"light"_s) > 200);
    QVERIFY(corner(u"dark"_s) < 60);
}

void TestScreenshot::stepsDiffer()
{
    const auto picture = [&](const QString& step) {
        const QString path = m_folder.filePath(u"step.png"_s);
        run({ u"--screenshot"_s, path, u"--at"_s, step, u"post-index-store"_s });
        return QImage(path);
    };
    const QImage first = picture(u"1"_s);
    QVERIFY(!first.isNull());
    QVERIFY(first != picture(u"6"_s));
    // The same moment is the same picture.
    QCOMPARE(picture(u"1"_s), first);
}

void TestScreenshot::failuresAreToldAndCounted_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("no such file") << QStringList { u"no-such-file.json"_s } << u"no-such-file.json"_s;
    QTest::newRow("no such step") << QStringList { u"--at"_s, u"9999"_s, u"post-index-store"_s } << u"9999"_s;
    QTest::newRow("no such intercept")
        << QStringList { u"--intercept"_s, u"999"_s, u"post-index-store"_s } << u"999"_s;
}

void TestScreenshot::failuresAreToldAndCounted()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, named);
    const Ended ended = run(QStringList { u"--screenshot"_s, m_folder.filePath(u"never.png"_s) } + arguments);
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.err.contains(named), qPrintable(ended.err));
    QVERIFY(!QFile::exists(m_folder.filePath(u"never.png"_s)));
    QCOMPARE(run({ u"--screenshot"_s, u"/no/such/folder/x.png"_s, u"post-index-store"_s }).code, 1);
}

void TestScreenshot::withoutADisplayItSaysSo()
{
#ifdef Q_OS_LINUX
    const Ended ended = run({ u"post-index-store"_s });
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.err.contains(u"no display"_s), qPrintable(ended.err));
#else
    QSKIP("There is always a display here.");
#endif
}

QTEST_GUILESS_MAIN(TestScreenshot)
#include "tst_screenshot.moc"
