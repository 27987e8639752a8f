// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "tests/models/opensession.h"
#include "widgets/outcomeshape.h"
#include "widgets/timelineplot.h"
#include "widgets/timelineview.h"

#include <QTest>

using namespace fscope;
using namespace fscope::widgets;
using namespace Qt::StringLiterals;
using test::OpenSession;

namespace {

struct Shown {
    TimelineView view;
    explicit Shown(models::Session* session)
        : view(session)
    {
        view.resize(900, 140);
        view.show();
        QCoreApplication::processEvents();
    }
    TimelinePlot* plot() const { return view.plot(); }
    int shownCount() const { return plot()->shownRange().second - plot()->shownRange().first + 1; }
    void wheel(int delta) const
    {
        const QPointF at(plot()->axisRect()->center());
        QWheelEvent event(at, plot()->mapToGlobal(at), {}, QPoint(0, delta), Qt::NoButton, Qt::NoModifier,
            Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(plot(), &event);
    }
    QPoint placeOf(int intercept) const
    {
        return { int(plot()->xAxis->coordToPixel(intercept + 1)), plot()->axisRect()->center().y() };
    }
};

} // namespace

class TestTimelineView : public QObject
{
    Q_OBJECT
private slots:
    void fewInterceptsHaveEachItsMark();
    void manyInterceptsAreBinned();
    void clickGoesToTheIntercept();
    void keysGoToTheNeighbours();
    void wheelZoomsAndDoubleClickShowsAll();
    void draggingMovesAndDoesNotGoAnywhere();
    void zoomStaysOnTheStrip();
    void currentInterceptStaysInSight();
    void describesThePlaceInWords();
    void outcomesHaveDifferentShapes();
    void emptySessionSaysWhatWouldFillIt();
};

void TestTimelineView::fewInterceptsHaveEachItsMark()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    QVERIFY(shown.plot()->showsMarks());
    QCOMPARE(shown.plot()->shownRange(), qMakePair(0, 4));
    QVERIFY(!shown.view.grab().isNull());
}

void TestTimelineView::manyInterceptsAreBinned()
{
    OpenSession open(u"many"_s);
    Shown shown(&open.session);
    QVERIFY(!shown.plot()->showsMarks());
    QCOMPARE(shown.plot()->shownRange(), qMakePair(0, 3999));
    int points = 0;
    for (int i = 0; i < shown.plot()->plottableCount(); ++i) {
        if (auto* bars = qobject_cast<QCPBars*>(shown.plot()->plottable(i)))
            points = qMax(points, bars->dataCount());
    }
    QVERIFY(points > 0);
    QVERIFY2(points <= shown.plot()->width(), "never more bins than pixels");
}

void TestTimelineView::clickGoesToTheIntercept()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    QTest::mouseClick(shown.plot(), Qt::LeftButton, {}, shown.placeOf(2));
    open.wait();
    QCOMPARE(open.session.position().intercept, 2);
    QCOMPARE(shown.plot()->current(), 2);
    // Beside the strip is nowhere.
    QTest::mouseClick(shown.plot(), Qt::LeftButton, {}, QPoint(shown.plot()->width() - 2, 5));
    open.wait();
    QCOMPARE(open.session.position().intercept, 2);
}

void TestTimelineView::keysGoToTheNeighbours()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    struct Press {
        Qt::Key key;
        int to;
    };
    for (const Press& press : { Press { Qt::Key_Right, 1 }, Press { Qt::Key_Right, 2 },
             Press { Qt::Key_Left, 1 }, Press { Qt::Key_End, 4 }, Press { Qt::Key_Right, 4 },
             Press { Qt::Key_Home, 0 }, Press { Qt::Key_Left, 0 } }) {
        QTest::keyClick(shown.plot(), press.key);
        open.wait();
        QCOMPARE(open.session.position().intercept, press.to);
    }
}

void TestTimelineView::wheelZoomsAndDoubleClickShowsAll()
{
    OpenSession open(u"many"_s);
    Shown shown(&open.session);
    shown.wheel(120);
    const int once = shown.shownCount();
    QVERIFY(once < 4000);
    for (int i = 0; i < 60; ++i)
        shown.wheel(120);
    QVERIFY(shown.shownCount() < 12);
    QVERIFY(shown.plot()->showsMarks());
    shown.wheel(-120);
    QVERIFY(shown.shownCount() >= 8);
    QTest::mouseDClick(shown.plot(), Qt::LeftButton, {}, shown.placeOf(shown.plot()->shownRange().first + 2));
    QCOMPARE(shown.shownCount(), 4000);
}

void TestTimelineView::draggingMovesAndDoesNotGoAnywhere()
{
    OpenSession open(u"many"_s);
    Shown shown(&open.session);
    for (int i = 0; i < 10; ++i)
        shown.wheel(120);
    const int first = shown.plot()->shownRange().first;
    const QPoint from = shown.plot()->axisRect()->center();
    QTest::mousePress(shown.plot(), Qt::LeftButton, {}, from);
    for (int x = 0; x <= 120; x += 20) {
        QMouseEvent move(QEvent::MouseMove, QPointF(from + QPoint(x, 0)),
            QPointF(shown.plot()->mapToGlobal(from + QPoint(x, 0))), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(shown.plot(), &move);
    }
    QTest::mouseRelease(shown.plot(), Qt::LeftButton, {}, from + QPoint(120, 0));
    open.wait();
    QVERIFY(shown.plot()->shownRange().first < first);
    QCOMPARE(open.session.position().intercept, 0);
}

void TestTimelineView::zoomStaysOnTheStrip()
{
    OpenSession open(u"many"_s);
    Shown shown(&open.session);
    for (int i = 0; i < 20; ++i)
        shown.wheel(-120);
    QCOMPARE(shown.plot()->shownRange(), qMakePair(0, 3999));
    shown.wheel(240);
    shown.plot()->xAxis->setRange(-500, 100);
    QVERIFY(shown.plot()->xAxis->range().lower >= 0.49);
    shown.plot()->xAxis->setRange(3900, 5000);
    QVERIFY(shown.plot()->xAxis->range().upper <= 4000.51);
}

void TestTimelineView::currentInterceptStaysInSight()
{
    OpenSession open(u"many"_s);
    Shown shown(&open.session);
    for (int i = 0; i < 30; ++i)
        shown.wheel(120);
    open.goTo(3990, 0);
    QVERIFY(shown.plot()->xAxis->range().contains(3991));
    open.goTo(0, 0);
    QVERIFY(shown.plot()->xAxis->range().contains(1));
}

void TestTimelineView::describesThePlaceInWords()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    QVERIFY(!shown.plot()->accessibleName().isEmpty());
    open.goTo(2, 0);
    QVERIFY(shown.plot()->accessibleDescription().contains(u"3"_s));
    QVERIFY(shown.plot()->describe(99).isEmpty());
}

void TestTimelineView::outcomesHaveDifferentShapes()
{
    QList<QImage> seen;
    for (int i = 0; i < 6; ++i) {
        QImage image(40, 40, QImage::Format_ARGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawOutcomeShape(painter, QRectF(4, 4, 32, 32), models::OutcomeState(i), Qt::black);
        painter.end();
        QVERIFY(!seen.contains(image));
        seen << image;
    }
}

void TestTimelineView::emptySessionSaysWhatWouldFillIt()
{
    models::Session session;
    Shown shown(&session);
    QVERIFY(shown.view.isEmptyShown());
    QTest::keyClick(shown.plot(), Qt::Key_Right);
    QVERIFY(!shown.plot()->grab().isNull());
    OpenSession open(u"empty"_s);
    Shown none(&open.session);
    none.wheel(120);
    QTest::keyClick(none.plot(), Qt::Key_End);
    QVERIFY(!none.plot()->grab().isNull());
}

QTEST_MAIN(TestTimelineView)
#include "tst_timelineview.moc"
