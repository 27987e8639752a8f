// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/panelhost.h"
#include "core/sources/lessons.h"
#include "tests/app/windowtest.h"
#include "widgets/itemview.h"
#include "widgets/messagebar.h"

#include <QAbstractButton>
#include <QAction>
#include <QDropEvent>
#include <QFile>
#include <QMenu>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>

using namespace fscope;
using namespace Qt::StringLiterals;
using namespace fscope::tests;
using models::Position;

/// Opening things in the window: the start page, lessons, broken, dropped and recent files.
class TestWindowFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startPageListsTheLessons();
    void aLessonOpensFromTheStartPage();
    void aBrokenFileKeepsWhatWasOpen_data();
    void aBrokenFileKeepsWhatWasOpen();
    void droppedFilesOpen();
    void recentFilesAreRemembered();
};

void TestWindowFiles::startPageListsTheLessons()
{
    const auto window = openWindow(gui::Settings::none(), {});
    for (const sources::LessonInfo& lesson : sources::listLessons())
        QVERIFY(window->findChild<QAbstractButton*>(u"lesson."_s + QString::fromStdString(lesson.name))
            != nullptr);
    QVERIFY(window->findChild<QWidget*>(u"startPage"_s)->isVisible());
    QVERIFY(!window->panels()->isVisible());
}

void TestWindowFiles::aLessonOpensFromTheStartPage()
{
    const auto window = openWindow(gui::Settings::none(), {});
    window->findChild<QAbstractButton*>(u"lesson."_s + kLesson)->click();
    wait(*window);
    QVERIFY(window->session()->hasSource());
    QVERIFY(window->panels()->isVisible());
    QVERIFY(window->windowTitle().contains(window->session()->sourceTitle()));
}

void TestWindowFiles::aBrokenFileKeepsWhatWasOpen_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("binary") << QByteArray("\x7f\x45\x4c\x46\x00\x01\x02", 7);
    QTest::newRow("truncated scenario") << QByteArray("{\"format\": \"faultscope");
    QTest::newRow("truncated recording") << QByteArray("{\"id\": \"x\", \"kind\":");
}

void TestWindowFiles::aBrokenFileKeepsWhatWasOpen()
{
    QFETCH(const QByteArray, content);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"broken.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();

    const auto window = openWindow();
    window->session()->goToStep(3);
    window->open(path);
    wait(*window);
    QVERIFY(window->messageBar()->isVisible());
    QVERIFY(window->messageBar()->text().contains(u"broken.json"_s));
    QCOMPARE(window->session()->sourceName(), kLesson);
    QCOMPARE(window->session()->position(), (Position { 0, 3 }));
    QVERIFY(window->findChild<widgets::ItemView*>(u"logView"_s)->model()->rowCount() >= 2);
    // It goes with the next thing that opens.
    window->open(kLesson);
    wait(*window);
    QVERIFY(!window->messageBar()->isVisible());
}

void TestWindowFiles::droppedFilesOpen()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"nothing.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto window = openWindow(gui::Settings::none(), {});
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(path) });
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window.get(), &drop);
    wait(*window);
    QVERIFY(window->messageBar()->isVisible());
    QVERIFY(window->messageBar()->text().contains(u"nothing.json"_s));
}

void TestWindowFiles::recentFilesAreRemembered()
{
    QTemporaryDir folder;
    const QString store = folder.filePath(u"settings.ini"_s);
    gui::Settings first = gui::Settings::inFile(store);
    for (int i = 0; i < 12; ++i)
        first.addRecentFile(folder.filePath(u"f%1.json"_s.arg(i)));
    first.addRecentFile(folder.filePath(u"f5.json"_s));
    QCOMPARE(first.recentFiles().size(), gui::Settings::kMaxRecentFiles);
    QCOMPARE(first.recentFiles()[0], folder.filePath(u"f5.json"_s));
    QCOMPARE(first.recentFiles().count(folder.filePath(u"f5.json"_s)), 1);
    const auto window = openWindow(std::move(first), {});
    const auto* entry = window->findChild<QAction*>(u"recent.1"_s);
    QVERIFY(entry != nullptr);
    QVERIFY(entry->text().contains(u"f5.json"_s));
    window->findChild<QAction*>(u"recent.clear"_s)->trigger();
    QVERIFY(!window->findChild<QMenu*>(u"menu.recent"_s)->isEnabled());
}

QTEST_MAIN(TestWindowFiles)
#include "tst_windowfiles.moc"
