// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/address.h"
#include "tests/models/opensession.h"
#include "widgets/itemview.h"
#include "widgets/memorymapcanvas.h"
#include "widgets/memorymappanel.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <random>

using namespace Qt::StringLiterals;
using namespace fscope;
using models::AddressSpace;
using models::MapKind;
using models::MapStretch;
using models::MemoryMapContent;
using models::PageRun;
using models::PageState;
using widgets::MemoryMapAxis;
using widgets::MemoryMapCanvas;
using widgets::MemoryMapPanel;
using widgets::MemoryMapWindow;

namespace {

constexpr quint64 kPage = kPageSize;
constexpr quint64 kGiB = quint64(1) << 30;

/// A device of one page and RAM of 4 GiB in a space of 52 bits.
std::vector<MapStretch> stretches()
{
    std::vector<MapStretch> out;
    const auto add = [&](quint64 end, MapKind kind, const char* name) {
        const quint64 start = out.empty() ? 0 : out.back().start + out.back().size;
        MapStretch stretch;
        stretch.start = start;
        stretch.size = end - start;
        stretch.kind = kind;
        stretch.name = QLatin1String(name);
        stretch.title = stretch.name;
        stretch.accessible = stretch.name + u" region"_s;
        stretch.toolTip = stretch.name + u" tip"_s;
        out.push_back(stretch);
    };
    add(0x9000000, MapKind::Hole, "");
    add(0x9000000 + kPage, MapKind::Device, "uart0");
    add(kGiB, MapKind::Hole, "");
    add(5 * kGiB, MapKind::Ram, "ram");
    add(quint64(1) << 52, MapKind::Hole, "");
    return out;
}

std::shared_ptr<const MemoryMapContent> contentWith(std::vector<PageRun> pages)
{
    auto content = std::make_shared<MemoryMapContent>();
    content->stretches = stretches();
    content->pages = std::move(pages);
    return content;
}

struct Shown {
    MemoryMapCanvas canvas;
    explicit Shown(std::vector<PageRun> pages = {})
    {
        canvas.resize(1000, 160);
        canvas.setContent(contentWith(std::move(pages)));
        canvas.show();
    }
    /// Where an address is drawn.
    QPoint at(quint64 address) const
    {
        for (int x = 0; x < canvas.width(); ++x) {
            const auto found = canvas.addressAt(QPointF(x, 60));
            if (found && *found >= address)
                return { x, 60 };
        }
        return { -1, 60 };
    }
};

} // namespace

/// The strip and the table of the memory map.
class TestMemoryMapView : public QObject
{
    Q_OBJECT
private slots:
    void axisShowsSmallRegionsBesideLargeOnes();
    void axisGoesBothWays();
    void spansAreThoseOfEveryPage();
    void aMillionRunsGiveNoMoreSpansThanPixels();
    void zoomsToSinglePagesAndBack();
    void keysZoomAndPan();
    void wheelZoomsAroundThePointer();
    void draggingPansAndDoesNotSelect();
    void clickSelectsEnterActivates();
    void regionsAreWalkedByKey();
    void sameRegionsKeepTheWindow();
    void pageTipsTellStates();
    void regionsAreAccessible();
    void statesAreToldApartWithoutColour();
    void selectionIsSharedWithTheTable();
    void goToZoomsThere();
    void emptyPanelSaysWhatWouldFillIt();
    void enterInTheTableShowsMemory();
};

void TestMemoryMapView::axisShowsSmallRegionsBesideLargeOnes()
{
    const MemoryMapAxis axis(stretches());
    const auto& segments = axis.segments();
    QCOMPARE(segments.size(), std::size_t(5));
    // A page beside 4 GiB still has a tenth of its room; a hole of 2^52 less than the page.
    QVERIFY(segments[1].length * 10 > segments[3].length);
    QVERIFY(segments[4].length < segments[1].length);
    QVERIFY(segments[1].length < segments[3].length);
}

void TestMemoryMapView::axisGoesBothWays()
{
    const MemoryMapAxis axis(stretches());
    const quint64 addresses[] { 0, 0x9000000, 0x9000000 + kPage, kGiB, kGiB + 77 * kPage, 5 * kGiB - kPage,
        quint64(1) << 51 };
    for (const quint64 address : addresses) {
        const quint64 back = axis.addressAt(axis.place(address) + axis.pageLength(axis.place(address)) / 2);
        QVERIFY2(back - address < kPage || address >> 51U != 0, qPrintable(QString::number(address, 16)));
    }
    QCOMPARE(axis.place(0), 0.0);
    QCOMPARE(axis.place(~quint64(0)), axis.length());
    for (std::size_t i = 1; i < std::size(addresses); ++i)
        QVERIFY(axis.place(addresses[i - 1]) < axis.place(addresses[i]));
    QCOMPARE(MemoryMapAxis().segmentAt(0), -1);
    QCOMPARE(MemoryMapAxis().addressAt(3), quint64(0));
}

void TestMemoryMapView::spansAreThoseOfEveryPage()
{
    // Against drawing each run by itself: the same pixels are covered.
    const MemoryMapAxis axis(stretches());
    for (unsigned seed = 1; seed <= 40; ++seed) {
        std::mt19937_64 random(seed);
        std::vector<PageRun> runs;
        quint64 next = kGiB;
        for (int i = 0; i < 300; ++i) {
            next += kPage * (1 + random() % (seed % 2 == 0 ? 4 : 4000));
            const quint64 size = kPage * (1 + random() % 5);
            runs.push_back({ next, size, PageState::Dirty });
            next += size;
        }
        const double from = axis.place(kGiB) + double(random() % 100) / 20;
        const MemoryMapWindow window { from, from + 0.01 + double(random() % 1000) / 60, 10, 400 };
        std::vector<bool> expected(400);
        std::vector<bool> drawn(400);
        const auto cover = [](std::vector<bool>& pixels, double left, double right) {
            for (int x = 0; x < 400; ++x) {
                if (x + 10.5 >= left && x + 10.5 <= right)
                    pixels[std::size_t(x)] = true;
            }
        };
        double last = -1e9;
        for (const PageRun& run : runs) {
            const double left = window.x(axis.place(run.start));
            const double right = std::max(window.x(axis.place(run.start + run.size)), left + 2);
            // What nearly touches is one.
            cover(expected, left <= last + 0.75 ? last : left, right);
            last = std::max(last, right);
        }
        double end = -1e9;
        for (const auto& [left, right] : widgets::spansInSight(runs, axis, window)) {
            QVERIFY(left > end);
            QVERIFY(right > left);
            QVERIFY(left >= window.left && right <= window.left + window.width);
            end = right;
            cover(drawn, left, right);
        }
        int differ = 0;
        for (std::size_t x = 2; x < 398; ++x)
            differ += expected[x] != drawn[x] ? 1 : 0;
        QVERIFY2(differ == 0, qPrintable(u"seed %1: %2 pixels differ"_s.arg(seed).arg(differ)));
    }
}

void TestMemoryMapView::aMillionRunsGiveNoMoreSpansThanPixels()
{
    std::vector<PageRun> runs;
    for (quint64 i = 0; i < 500'000; ++i)
        runs.push_back({ kGiB + i * 2 * kPage, kPage, PageState::Dirty });
    const MemoryMapAxis axis(stretches());
    const auto all = widgets::spansInSight(runs, axis, { 0, axis.length(), 0, 1000 });
    QCOMPARE(all.size(), std::size_t(1));
    const double place = axis.place(kGiB + 1000 * kPage);
    const double page = axis.pageLength(place);
    const auto near = widgets::spansInSight(runs, axis, { place, place + 40 * page, 0, 1000 });
    QVERIFY(near.size() >= 20 && near.size() <= 21);
}

void TestMemoryMapView::zoomsToSinglePagesAndBack()
{
    Shown shown;
    MemoryMapCanvas& canvas = shown.canvas;
    const auto whole = canvas.shownRange();
    QCOMPARE(whole.first, quint64(0));
    QCOMPARE(whole.second, (quint64(1) << 52) - 1);
    canvas.select(2 * kGiB);
    for (int i = 0; i < 200; ++i)
        canvas.zoomIn();
    const auto near = canvas.shownRange();
    QVERIFY(near.first <= 2 * kGiB && near.second >= 2 * kGiB);
    const quint64 pages = (near.second - near.first) / kPage;
    QVERIFY2(pages >= 2 && pages < 10, qPrintable(QString::number(pages)));
    for (int i = 0; i < 200; ++i)
        canvas.zoomOut();
    QCOMPARE(canvas.shownRange(), whole);
    canvas.zoomIn();
    canvas.showAll();
    QCOMPARE(canvas.shownRange(), whole);
}

void TestMemoryMapView::keysZoomAndPan()
{
    Shown shown;
    MemoryMapCanvas& canvas = shown.canvas;
    const auto whole = canvas.shownRange();
    QTest::keyClick(&canvas, Qt::Key_Plus);
    const auto zoomed = canvas.shownRange();
    QVERIFY(zoomed.first > whole.first && zoomed.second < whole.second);
    QTest::keyClick(&canvas, Qt::Key_Left);
    QVERIFY(canvas.shownRange().first < zoomed.first);
    QTest::keyClick(&canvas, Qt::Key_Right);
    QTest::keyClick(&canvas, Qt::Key_Right);
    QVERIFY(canvas.shownRange().first > zoomed.first);
    // Not beyond the ends.
    for (int i = 0; i < 50; ++i)
        QTest::keyClick(&canvas, Qt::Key_PageDown);
    QCOMPARE(canvas.shownRange().second, whole.second);
    for (int i = 0; i < 50; ++i)
        QTest::keyClick(&canvas, Qt::Key_PageUp);
    QCOMPARE(canvas.shownRange().first, quint64(0));
    QTest::keyClick(&canvas, Qt::Key_Minus);
    QTest::keyClick(&canvas, Qt::Key_Minus);
    QCOMPARE(canvas.shownRange(), whole);
    QTest::keyClick(&canvas, Qt::Key_Plus);
    QTest::keyClick(&canvas, Qt::Key_0);
    QCOMPARE(canvas.shownRange(), whole);
}

void TestMemoryMapView::wheelZoomsAroundThePointer()
{
    Shown shown;
    MemoryMapCanvas& canvas = shown.canvas;
    const QPoint place = shown.at(3 * kGiB);
    const auto wheel = [&](int delta) {
        QWheelEvent event(place, canvas.mapToGlobal(place), {}, { 0, delta }, Qt::NoButton, Qt::NoModifier,
            Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&canvas, &event);
    };
    const quint64 before = *canvas.addressAt(place);
    const auto whole = canvas.shownRange();
    for (int i = 0; i < 8; ++i)
        wheel(120);
    const quint64 after = *canvas.addressAt(place);
    const auto distance = qint64(after) - qint64(before);
    QVERIFY2(std::abs(distance) < qint64(kGiB / 64), qPrintable(QString::number(distance)));
    QVERIFY(canvas.shownRange().second < whole.second);
    for (int i = 0; i < 12; ++i)
        wheel(-120);
    QCOMPARE(canvas.shownRange(), whole);
}

void TestMemoryMapView::draggingPansAndDoesNotSelect()
{
    Shown shown;
    MemoryMapCanvas& canvas = shown.canvas;
    for (int i = 0; i < 4; ++i)
        canvas.zoomIn();
    const auto before = canvas.shownRange();
    QSignalSpy selected(&canvas, &MemoryMapCanvas::addressSelected);
    QTest::mousePress(&canvas, Qt::LeftButton, {}, { 600, 60 });
    QTest::mouseMove(&canvas, { 500, 60 });
    QTest::mouseMove(&canvas, { 400, 60 });
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, { 400, 60 });
    QVERIFY(canvas.shownRange().first > before.first);
    QCOMPARE(selected.size(), 0);
}

void TestMemoryMapView::clickSelectsEnterActivates()
{
    Shown shown;
    MemoryMapCanvas& canvas = shown.canvas;
    QSignalSpy selected(&canvas, &MemoryMapCanvas::addressSelected);
    QSignalSpy activated(&canvas, &MemoryMapCanvas::addressActivated);
    const QPoint place = shown.at(3 * kGiB);
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, place);
    QCOMPARE(selected.size(), 1);
    const quint64 address = selected[0][0].toULongLong();
    QVERIFY(address >= 2 * kGiB && address < 4 * kGiB);
    QCOMPARE(canvas.currentItem(), 3);
    QTest::keyClick(&canvas, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].toULongLong(), address);
    QTest::mouseDClick(&canvas, Qt::LeftButton, {}, place);
    QCOMPARE(activated.size(), 2);
    // Beside the strip there is nothing to select.
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, { 2, 60 });
    QCOMPARE(selected.size(), 1);
}

void TestMemoryMapView::regionsAreWalkedByKey()
{
    Shown shown;
    MemoryMapCanvas& canvas = shown.canvas;
    QTest::keyClick(&canvas, Qt::Key_Home);
    QCOMPARE(canvas.currentItem(), 0);
    QTest::keyClick(&canvas, Qt::Key_Down);
    QCOMPARE(canvas.selected(), std::optional<quint64>(0x9000000));
    QTest::keyClick(&canvas, Qt::Key_End);
    QCOMPARE(canvas.currentItem(), 4);
    QTest::keyClick(&canvas, Qt::Key_Down);
    QCOMPARE(canvas.currentItem(), 4);
    QTest::keyClick(&canvas, Qt::Key_Up);
    QCOMPARE(canvas.currentItem(), 3);
    // One that is out of sight comes into it.
    canvas.zoomTo(4 * kGiB);
    QVERIFY(canvas.shownRange().first > 3 * kGiB);
    QTest::keyClick(&canvas, Qt::Key_Home);
    QCOMPARE(canvas.shownRange().first, quint64(0));
}

void TestMemoryMapView::sameRegionsKeepTheWindow()
{
    Shown shown;
    MemoryMapCanvas& canvas = shown.canvas;
    canvas.zoomTo(2 * kGiB);
    const auto near = canvas.shownRange();
    canvas.setContent(contentWith({ { kGiB, kPage, PageState::Dirty } }));
    QCOMPARE(canvas.shownRange(), near);
    QCOMPARE(canvas.selected(), std::optional<quint64>(2 * kGiB));
    auto other = std::make_shared<MemoryMapContent>();
    other->stretches.emplace_back().size = kGiB;
    canvas.setContent(other);
    QCOMPARE(canvas.shownRange(), (std::pair(quint64(0), kGiB - 1)));
    QCOMPARE(canvas.selected(), std::nullopt);
}

void TestMemoryMapView::pageTipsTellStates()
{
    Shown shown({ { kGiB, 3 * kPage, PageState::Touched }, { kGiB + kPage, kPage, PageState::Dirty },
        { kGiB + 2 * kPage, kPage, PageState::Locked } });
    QVERIFY(shown.canvas.describe(kGiB).contains(u"touched"_s));
    QVERIFY(!shown.canvas.describe(kGiB).contains(u"dirty"_s));
    QVERIFY(shown.canvas.describe(kGiB + kPage + 5).contains(u"dirty"_s));
    QVERIFY(shown.canvas.describe(kGiB + 2 * kPage).contains(u"locked"_s));
    QVERIFY(shown.canvas.describe(kGiB + 3 * kPage).contains(u"never touched"_s));
    QCOMPARE(shown.canvas.describe(0x9000000), u"uart0 tip"_s);
}

void TestMemoryMapView::regionsAreAccessible()
{
    Shown shown;
    shown.canvas.setAccessibleName(u"Memory map"_s);
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(&shown.canvas);
    QVERIFY(interface != nullptr);
    QCOMPARE(interface->childCount(), 5);
    QCOMPARE(interface->child(3)->text(QAccessible::Name), u"ram"_s);
}

void TestMemoryMapView::statesAreToldApartWithoutColour()
{
    const auto looks = { widgets::mapLook(PageState::Touched), widgets::mapLook(PageState::Dirty),
        widgets::mapLook(PageState::Locked) };
    QSet<int> patterns;
    QSet<QString> letters;
    for (const widgets::MapLook& look : looks) {
        patterns.insert(look.pattern);
        letters.insert(QLatin1String(look.letter));
    }
    QCOMPARE(patterns.size(), 3);
    QCOMPARE(letters.size(), 3);
    QVERIFY(widgets::mapLook(MapKind::Protected).pattern != widgets::mapLook(MapKind::Ram).pattern);
    QVERIFY(widgets::mapLook(MapKind::Rom).pattern != widgets::mapLook(MapKind::Ram).pattern);
    QCOMPARE(widgets::Theme::current().pen(widgets::mapLook(MapKind::Device).role).style(), Qt::DashLine);
    QCOMPARE(widgets::Theme::current().pen(widgets::mapLook(MapKind::Ram).role).style(), Qt::SolidLine);
}

void TestMemoryMapView::selectionIsSharedWithTheTable()
{
    test::OpenSession open(u"all"_s);
    MemoryMapPanel panel(&open.session);
    panel.resize(900, 400);
    panel.show();
    auto* table = panel.findChild<widgets::ItemView*>(u"mapTable"_s);
    QCOMPARE(table->model()->rowCount(), 5);
    QCOMPARE(panel.canvas()->items().size(), std::size_t(5));
    table->setCurrentIndex(table->model()->index(3, 0));
    QCOMPARE(panel.canvas()->selected(), std::optional<quint64>(0x40000000));
    QTest::keyClick(panel.canvas(), Qt::Key_Up);
    QTest::keyClick(panel.canvas(), Qt::Key_Up);
    QCOMPARE(table->currentIndex().row(), 1);
    QVERIFY(panel.findChild<QLabel*>(u"mapSelection"_s)->text().contains(u"uart0"_s));
    // A step does not let go of it.
    open.session.stepForward();
    QCOMPARE(table->currentIndex().row(), 1);
    QCOMPARE(panel.canvas()->selected(), std::optional<quint64>(test::kUartIpa));
}

void TestMemoryMapView::goToZoomsThere()
{
    test::OpenSession open(u"all"_s);
    MemoryMapPanel panel(&open.session);
    panel.resize(900, 400);
    panel.show();
    auto* address = panel.findChild<QLineEdit*>(u"mapAddress"_s);
    address->setText(u"va:pc"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QCOMPARE(panel.canvas()->selected(), std::optional<quint64>(0x40000000));
    const auto range = panel.canvas()->shownRange();
    // It begins its region: what is before it is a hole.
    QVERIFY(range.second >= 0x40000000 && range.second - 0x40000000 < 0x100000);
    auto* problem = panel.findChild<QLabel*>(u"mapProblem"_s);
    QVERIFY(problem->isHidden());
    QVERIFY(!panel.goTo(u"0x1000000000000"_s).isEmpty());
    QVERIFY(!problem->isHidden());
    QTest::mouseClick(panel.findChild<QToolButton*>(u"mapZoomAll"_s), Qt::LeftButton);
    QCOMPARE(panel.canvas()->shownRange().first, quint64(0));
}

void TestMemoryMapView::emptyPanelSaysWhatWouldFillIt()
{
    const test::TestOpener opener;
    models::Session session(opener.opener());
    MemoryMapPanel panel(&session);
    panel.show();
    QVERIFY(panel.isEmptyShown());
    QVERIFY(!panel.findChild<QLabel*>(u"emptyText"_s)->text().isEmpty());
}

void TestMemoryMapView::enterInTheTableShowsMemory()
{
    test::OpenSession open(u"all"_s);
    MemoryMapPanel panel(&open.session);
    panel.resize(900, 400);
    panel.show();
    QSignalSpy asked(&panel, &widgets::Panel::addressActivated);
    auto* table = panel.findChild<widgets::ItemView*>(u"mapTable"_s);
    table->setCurrentIndex(table->model()->index(3, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][1].toULongLong(), quint64(0x40000000));
    QTest::keyClick(panel.canvas(), Qt::Key_Return);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(qvariant_cast<AddressSpace>(asked[1][0]), AddressSpace::Ipa);
}

QTEST_MAIN(TestMemoryMapView)
#include "tst_memorymapview.moc"
