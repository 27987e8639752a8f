// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "tests/models/opensession.h"
#include "widgets/picturecanvas.h"
#include "widgets/pictureview.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QMimeData>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace fscope;
using namespace fscope::widgets;
using namespace Qt::StringLiterals;
using models::ItemState;
using test::OpenSession;
using Place = PictureContent::Place;

namespace {

/// A view that is shown, so that it follows.
struct Shown {
    PictureView view;
    explicit Shown(models::Session* session)
        : view(session)
    {
        view.resize(760, 240);
        view.show();
    }
    const PictureStation& at(Place place) const
    {
        return view.canvas()->content().stations[std::size_t(place)];
    }
    ItemState state(Place place) const { return at(place).state; }
};

} // namespace

class TestPictureView : public QObject
{
    Q_OBJECT
private slots:
    void emptySessionSaysWhatWouldFillIt();
    void statesFollowTheSteps();
    void targetIsToldApart();
    void failureEndsTheLine();
    void outcomeStandsAtTheEnd();
    void clickGoesToTheStep();
    void arrowKeysFollowThePicture();
    void stationsAreChildrenOfTheAccessibleTree();
    void svgIsWellFormedAndHoldsTheTexts();
    void svgIsWrittenToAFile();
    void imageHasTheSizeAsked();
    void copiesAsText();
    void boxesNeitherOverlapNorLeaveTheDrawing_data();
    void boxesNeitherOverlapNorLeaveTheDrawing();
    void looksDifferInEveryTheme();
};

void TestPictureView::emptySessionSaysWhatWouldFillIt()
{
    models::Session session;
    Shown shown(&session);
    QVERIFY(shown.view.isEmptyShown());
    QVERIFY(!shown.view.grab().isNull());
    QVERIFY(!shown.view.render({}, 1).isNull());
}

void TestPictureView::statesFollowTheSteps()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    QVERIFY(!shown.view.isEmptyShown());
    for (int place = 0; place < Place::PlaceCount; ++place)
        QCOMPARE(shown.state(Place(place)), ItemState::Pending);
    const QImage before = shown.view.render({ 760, 240 });

    open.goTo(0, 1);
    QCOMPARE(shown.state(Place::Syndrome), ItemState::Current);
    QVERIFY(shown.at(Place::Syndrome).current);
    QVERIFY(shown.view.render({ 760, 240 }) != before);

    open.goToStep<hypervisor::InstructionDecoded>(0);
    QCOMPARE(shown.state(Place::Syndrome), ItemState::Done);
    QCOMPARE(shown.at(Place::Instruction).text, u"str w2, [x1], #4"_s);
    QVERIFY(!shown.view.canvas()->content().syndromeUsed);

    open.goTo(0, 0);
    QCOMPARE(shown.view.render({ 760, 240 }), before); // stepping only moves the fill
}

void TestPictureView::targetIsToldApart()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    open.goTo(0, 100'000);
    QCOMPARE(shown.view.canvas()->content().target, PictureContent::TargetKind::Device);
    open.goTo(4, 100'000);
    QCOMPARE(shown.view.canvas()->content().target, PictureContent::TargetKind::Ram);
}

void TestPictureView::failureEndsTheLine()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    open.goTo(3, 100'000);
    QCOMPARE(shown.view.canvas()->content().faultPlace(), int(Place::Instruction));
    QCOMPARE(shown.state(Place::Event), ItemState::Injected);
    QCOMPARE(shown.state(Place::Accesses), ItemState::Pending);
    QVERIFY(shown.view.canvas()->plainText().contains(u"✕ "_s));
}

void TestPictureView::outcomeStandsAtTheEnd()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    QCOMPARE(shown.view.canvas()->items().size(), 9U);
    open.goTo(0, 100'000);
    QCOMPARE(shown.view.canvas()->items().size(), 10U);
    QVERIFY(shown.view.canvas()->items().back().text.startsWith(u"completed"_s));
}

void TestPictureView::clickGoesToTheStep()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    open.goTo(0, 100'000);
    const int step = shown.at(Place::Syndrome).step;
    QCOMPARE(step, 0);
    const QPoint place = shown.view.canvas()->items()[Place::Syndrome].rect.center().toPoint();
    QTest::mouseClick(shown.view.canvas(), Qt::LeftButton, {}, place);
    QCOMPARE(open.session.position().step, 1);
    // A station that was not reached leads nowhere.
    const QPoint event = shown.view.canvas()->items()[Place::Event].rect.center().toPoint();
    QTest::mouseClick(shown.view.canvas(), Qt::LeftButton, {}, event);
    QCOMPARE(open.session.position().step, 1);
}

void TestPictureView::arrowKeysFollowThePicture()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    PictureCanvas* canvas = shown.view.canvas();
    canvas->setCurrentItem(Place::Instruction);
    struct Move {
        Qt::Key key;
        Place to;
    };
    for (const Move& move : { Move { Qt::Key_Right, Place::Accesses }, Move { Qt::Key_Right, Place::Stage1 },
             Move { Qt::Key_Down, Place::Stage2 }, Move { Qt::Key_Right, Place::Check },
             Move { Qt::Key_Right, Place::Target }, Move { Qt::Key_Right, Place::Registers },
             Move { Qt::Key_Right, Place::Registers }, Move { Qt::Key_Home, Place::Syndrome },
             Move { Qt::Key_Up, Place::Instruction }, Move { Qt::Key_End, Place::Event },
             Move { Qt::Key_Up, Place::Check } }) {
        QTest::keyClick(canvas, move.key);
        QCOMPARE(canvas->currentItem(), int(move.to));
    }
    open.goTo(0, 100'000);
    canvas->setCurrentItem(Place::Syndrome);
    QTest::keyClick(canvas, Qt::Key_Return);
    QCOMPARE(open.session.position().step, 1);
}

void TestPictureView::stationsAreChildrenOfTheAccessibleTree()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    open.goTo(0, 1);
    QAccessibleInterface* tree = QAccessible::queryAccessibleInterface(shown.view.canvas());
    QVERIFY(tree != nullptr);
    QVERIFY(!tree->text(QAccessible::Name).isEmpty());
    QVERIFY(!tree->text(QAccessible::Description).isEmpty());
    QCOMPARE(tree->childCount(), 9);
    for (int i = 0; i < tree->childCount(); ++i) {
        QVERIFY(!tree->child(i)->text(QAccessible::Name).isEmpty());
        QVERIFY(tree->child(i)->rect().isValid());
    }
    QVERIFY(tree->child(Place::Syndrome)->text(QAccessible::Description).contains(u"ISV=0"_s));
}

void TestPictureView::svgIsWellFormedAndHoldsTheTexts()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    open.goTo(3, 100'000);
    const QByteArray svg = shown.view.canvas()->svg({ 900, 260 });
    QXmlStreamReader reader(svg);
    QString text;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters)
            text += reader.text();
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(text.contains(u"Instruction"_s));
    QVERIFY(text.contains(u"ISV = 1"_s));
    QSvgRenderer renderer(svg);
    QVERIFY(renderer.isValid());
    QCOMPARE(renderer.viewBoxF().size(), QSizeF(900, 260));
}

void TestPictureView::svgIsWrittenToAFile()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    const QTemporaryDir dir;
    QVERIFY(shown.view.saveSvg(dir.filePath(u"picture.svg"_s)));
    QVERIFY(QSvgRenderer(dir.filePath(u"picture.svg"_s)).isValid());
    QVERIFY(!shown.view.saveSvg(dir.filePath(u"no/such/folder/picture.svg"_s)));
}

void TestPictureView::imageHasTheSizeAsked()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    const QImage image = shown.view.render({ 800, 300 }, 2);
    QCOMPARE(image.size(), QSize(1600, 600));
    QCOMPARE(image.devicePixelRatio(), 2.0);
    QVERIFY(!shown.view.render({}, 1).isNull());
}

void TestPictureView::copiesAsText()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    open.goToStep<hypervisor::InstructionDecoded>(0);
    QTest::keyClick(shown.view.canvas(), Qt::Key_C, Qt::ControlModifier);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(u"str w2, [x1], #4"_s), qPrintable(text));
    QCOMPARE(text.count(u'\n'), 9);
}

void TestPictureView::boxesNeitherOverlapNorLeaveTheDrawing_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addRow("smaller than it can be") << QSize(10, 10);
    QTest::addRow("panel of the default window") << QSize(700, 180);
    QTest::addRow("wide and low") << QSize(2400, 150);
    QTest::addRow("tall") << QSize(700, 1400);
}

void TestPictureView::boxesNeitherOverlapNorLeaveTheDrawing()
{
    QFETCH(QSize, size);
    PictureCanvas canvas;
    canvas.resize(size);
    PictureContent content;
    content.outcome = models::OutcomeState::Halted;
    content.outcomeText = u"halted: for a reason"_s;
    canvas.setContent(content);
    const auto& items = canvas.items();
    const QRectF whole(QPointF(), QSizeF(size).expandedTo(canvas.minimumSizeHint()));
    for (std::size_t i = 0; i < items.size(); ++i) {
        QVERIFY(whole.contains(items[i].rect));
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(!items[i].rect.intersects(items[j].rect));
    }
}

void TestPictureView::looksDifferInEveryTheme()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    open.goTo(0, 3);
    Theme& theme = Theme::current();
    const Theme::Mode was = theme.mode();
    QList<QImage> seen;
    for (const Theme::Mode mode : { Theme::Mode::Light, Theme::Mode::Dark, Theme::Mode::HighContrast }) {
        theme.setMode(mode);
        const QImage image = shown.view.render({ 760, 240 });
        QVERIFY(!seen.contains(image));
        seen << image;
    }
    theme.setMode(was);
}

QTEST_MAIN(TestPictureView)
#include "tst_pictureview.moc"
