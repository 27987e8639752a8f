// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/session.h"
#include "widgets/cachepanel.h"
#include "widgets/cacheplot.h"
#include "widgets/itemview.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fscope;

namespace {

void openLesson(models::Session& session, const QString& name)
{
    session.open(name);
    if (!session.waitUntilIdle())
        qFatal("the session does not come to rest");
}

/// Shown with the room a dock gives it.
void show(widgets::CachePanel& panel)
{
    panel.resize(760, 420);
    panel.show();
    if (!QTest::qWaitForWindowExposed(&panel))
        qFatal("the panel does not show");
}

} // namespace

class TestCachePanel : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatWouldFillIt();
    void showsEntriesCountsAndLines();
    void plotLeadsToSteps();
    void everythingHasAName();
    void hiddenPanelDoesNoWork();
    void plotIsDrawnInEachTheme();
};

void TestCachePanel::saysWhatWouldFillIt()
{
    models::Session session;
    widgets::CachePanel panel(&session);
    show(panel);
    QVERIFY(panel.isEmptyShown());
    openLesson(session, u"isv1-load"_s); // ISV = 1: nothing is looked up
    QVERIFY(panel.isEmptyShown());
    openLesson(session, u"stale-translation"_s);
    QVERIFY(!panel.isEmptyShown());
}

void TestCachePanel::showsEntriesCountsAndLines()
{
    models::Session session;
    widgets::CachePanel panel(&session);
    openLesson(session, u"stale-translation"_s);
    show(panel);
    session.goToIntercept(2);
    QVERIFY(session.waitUntilIdle());
    const QModelIndex group = panel.view()->model()->index(0, 0);
    QVERIFY(panel.view()->isExpanded(group));
    QCOMPARE(panel.view()->model()->rowCount(group), 3);
    const auto* counts = panel.findChild<QLabel*>(u"cacheStatistics"_s);
    QVERIFY(counts->text().contains(u"misses: 3"));
    QCOMPARE(panel.plot()->current(), 0);
    QVERIFY(panel.plot()->describe(0).contains(u"hits 1, misses 3"));
    session.stepForward();
    QCOMPARE(panel.plot()->current(), 1);
    QVERIFY(counts->text().contains(u"hits: 2"));
}

void TestCachePanel::plotLeadsToSteps()
{
    models::Session session;
    widgets::CachePanel panel(&session);
    openLesson(session, u"stale-translation"_s);
    show(panel);
    session.goToIntercept(2);
    QVERIFY(session.waitUntilIdle());
    widgets::CachePlot* plot = panel.plot();
    plot->setFocus();
    QTest::keyClick(plot, Qt::Key_Right); // the look-up for the fetch
    QCOMPARE(session.position().step, 1);
    QTest::keyClick(plot, Qt::Key_Right); // that for the store
    QCOMPARE(session.position().step, 5);
    QTest::keyClick(plot, Qt::Key_Left);
    QCOMPARE(session.position().step, 1);
    QTest::keyClick(plot, Qt::Key_End);
    QCOMPARE(session.position().step, session.stepCount());
    QTest::keyClick(plot, Qt::Key_Home);
    QCOMPARE(session.position().step, 0);
    QTest::mouseClick(plot, Qt::LeftButton, {}, QPoint(plot->width() - 1, plot->height() / 2));
    QCOMPARE(session.position().step, 0); // beside the lines
    int x = 0;
    while (x < plot->width() && plot->stepAt(QPointF(x, plot->height() / 2)) != 3)
        ++x;
    QTest::mouseClick(plot, Qt::LeftButton, {}, QPoint(x, plot->height() / 2));
    QCOMPARE(session.position().step, 3);
}

void TestCachePanel::everythingHasAName()
{
    models::Session session;
    widgets::CachePanel panel(&session);
    openLesson(session, u"stale-translation"_s);
    show(panel);
    for (const QWidget* widget : { static_cast<QWidget*>(panel.view()), static_cast<QWidget*>(panel.plot()),
             static_cast<QWidget*>(panel.findChild<QLabel*>(u"cacheStatistics"_s)) }) {
        QVERIFY(!widget->objectName().isEmpty());
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
    QVERIFY(panel.plot()->accessibleDescription().contains(u"Step 0"));
    QVERIFY(panel.plot()->focusPolicy() & Qt::TabFocus);
}

void TestCachePanel::hiddenPanelDoesNoWork()
{
    models::Session session;
    widgets::CachePanel panel(&session);
    openLesson(session, u"stale-translation"_s);
    show(panel);
    panel.hide();
    const QString before = panel.findChild<QLabel*>(u"cacheStatistics"_s)->text();
    session.goToIntercept(3);
    QVERIFY(session.waitUntilIdle());
    QCOMPARE(panel.findChild<QLabel*>(u"cacheStatistics"_s)->text(), before);
    panel.show();
    QVERIFY(panel.findChild<QLabel*>(u"cacheStatistics"_s)->text() != before);
}

void TestCachePanel::plotIsDrawnInEachTheme()
{
    models::Session session;
    widgets::CachePanel panel(&session);
    openLesson(session, u"stale-translation"_s);
    show(panel);
    session.goToIntercept(2);
    QVERIFY(session.waitUntilIdle());
    QImage last;
    for (const auto mode : { widgets::Theme::Mode::Light, widgets::Theme::Mode::Dark }) {
        widgets::Theme::current().setMode(mode);
        const QImage image = panel.plot()->grab().toImage();
        QVERIFY(image.pixelColor(1, image.height() / 2)
            == widgets::Theme::current().color(widgets::ThemeRole::Base));
        QVERIFY(image != last);
        last = image;
    }
    widgets::Theme::current().setMode(widgets::Theme::Mode::System);
}

QTEST_MAIN(TestCachePanel)
#include "tst_cachepanel.moc"
