// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/memoryeditor.h"
#include "models/memorymapmodel.h"
#include "tests/models/modeltext.h"
#include "tests/models/opensession.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fscope;
using models::AddressSpace;
using models::MemoryMapModel;
using models::PageState;
using test::OpenSession;

namespace {

constexpr quint64 kRam = 0x40000000;

QString cell(const MemoryMapModel& model, int row, int column)
{
    return model.index(row, column).data().toString().remove(u'\u2009');
}

} // namespace

/// The map of the guest: regions, holes, the states of pages, and what the step is at.
class TestMemoryMapModel : public QObject
{
    Q_OBJECT
private slots:
    void isEmptyWhileNothingIsOpen();
    void rowsAreRegionsAndHoles();
    void stretchesHaveNoGaps_data();
    void stretchesHaveNoGaps();
    void touchedPagesAreCounted();
    void pagesBecomeDirtyByTheStepThatWrites();
    void markerIsWhatTheStepIsAt();
    void tablesOfStageTwoAreOnTheMapByPa();
    void whereExpressionsLead_data();
    void whereExpressionsLead();
    void hiddenModelDoesNoWork();
    void runsAreFoundByAddress();
};

void TestMemoryMapModel::isEmptyWhileNothingIsOpen()
{
    const test::TestOpener opener;
    models::Session session(opener.opener());
    const MemoryMapModel model(&session);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.content() != nullptr);
    QCOMPARE(model.content()->stretchAt(0), -1);
}

void TestMemoryMapModel::rowsAreRegionsAndHoles()
{
    OpenSession open(u"all"_s);
    const MemoryMapModel model(&open.session);
    QCOMPARE(model.rowCount(), 5);
    const auto line = [&](int row) {
        return QStringList { cell(model, row, MemoryMapModel::Name), cell(model, row, MemoryMapModel::Kind),
            cell(model, row, MemoryMapModel::Intermediate), cell(model, row, MemoryMapModel::Physical),
            cell(model, row, MemoryMapModel::Size), cell(model, row, MemoryMapModel::Access) }
            .join(u" | "_s);
    };
    QCOMPARE(line(0), u"– | hole | 0x0 | – | 144 MiB | –"_s);
    QCOMPARE(line(1), u"uart0 | device | 0x9000000 | – | 4 KiB | traps"_s);
    QCOMPARE(line(3), u"ram | RAM | 0x40000000 | 0x50000000 | 64 MiB | read, write"_s);
    QCOMPARE(cell(model, 4, MemoryMapModel::Intermediate), u"0x44000000"_s);
    const QModelIndex ram = model.index(3, MemoryMapModel::Physical);
    QCOMPARE(ram.data(models::AddressRole).toULongLong(), quint64(0x50000000));
    QCOMPARE(AddressSpace(ram.data(models::AddressSpaceRole).toInt()), AddressSpace::Pa);
    QVERIFY(model.index(1, 0).data(Qt::AccessibleTextRole).toString().contains(u"uart0"_s));
}

void TestMemoryMapModel::stretchesHaveNoGaps_data()
{
    QTest::addColumn<int>("space");
    QTest::addColumn<int>("bits");
    QTest::newRow("IPA, as VTCR_EL2 has it") << int(AddressSpace::Ipa) << 48;
    QTest::newRow("PA") << int(AddressSpace::Pa) << 52;
}

void TestMemoryMapModel::stretchesHaveNoGaps()
{
    QFETCH(const int, space);
    QFETCH(const int, bits);
    OpenSession open(u"all"_s);
    MemoryMapModel model(&open.session);
    model.setSpace(AddressSpace(space));
    quint64 next = 0;
    for (const models::MapStretch& stretch : model.content()->stretches) {
        QCOMPARE(stretch.start, next);
        QVERIFY(stretch.size > 0);
        next = stretch.start + stretch.size;
    }
    QCOMPARE(next, quint64(1) << bits);
}

void TestMemoryMapModel::touchedPagesAreCounted()
{
    OpenSession open(u"all"_s);
    const MemoryMapModel model(&open.session);
    const auto touched = open.session.guest().memory.touchedPages();
    const auto inRam = std::count_if(
        touched.begin(), touched.end(), [](std::uint64_t page) { return page >= 0x50000 && page < 0x54000; });
    QVERIFY(inRam > 1);
    QCOMPARE(cell(model, 3, MemoryMapModel::Touched), QString::number(inRam));
    QCOMPARE(cell(model, 1, MemoryMapModel::Touched), u"–"_s);
    QVERIFY(model.content()->has(PageState::Touched, kRam));
    QVERIFY(model.content()->has(PageState::Touched, kRam + 0xfff));
    QVERIFY(!model.content()->has(PageState::Touched, kRam + 0x1000));
}

void TestMemoryMapModel::pagesBecomeDirtyByTheStepThatWrites()
{
    OpenSession open(u"all"_s);
    const MemoryMapModel model(&open.session);
    const int step = open.goToStep<hypervisor::MemoryWritten>(2);
    QVERIFY(step >= 0);
    QCOMPARE(cell(model, 3, MemoryMapModel::Dirty), u"1"_s);
    QVERIFY(model.content()->has(PageState::Dirty, test::kDataIpa));
    QCOMPARE(model.content()->marker, std::optional<quint64>(test::kDataIpa));
    open.session.stepBackward();
    QCOMPARE(cell(model, 3, MemoryMapModel::Dirty), u"0"_s);
    QVERIFY(!model.content()->has(PageState::Dirty, test::kDataIpa));
}

void TestMemoryMapModel::markerIsWhatTheStepIsAt()
{
    OpenSession open(u"all"_s);
    const MemoryMapModel model(&open.session);
    QCOMPARE(model.content()->marker, std::nullopt);
    QVERIFY(open.goToStep<hypervisor::MmioAccessed>(0) >= 0);
    QCOMPARE(model.content()->marker, std::optional<quint64>(test::kUartIpa));
    QVERIFY(model.index(1, 0).data(models::CurrentRole).toBool());
    QVERIFY(!model.index(3, 0).data(models::CurrentRole).toBool());
}

void TestMemoryMapModel::tablesOfStageTwoAreOnTheMapByPa()
{
    OpenSession open(u"all"_s);
    MemoryMapModel model(&open.session);
    const quint64 root = open.session.guest().vcpu.translation.vttbr & 0xfffffffff000;
    QSignalSpy changed(&model, &MemoryMapModel::contentChanged);
    model.setSpace(AddressSpace::Pa);
    QCOMPARE(changed.size(), 1);
    const int at = model.content()->stretchAt(root);
    QVERIFY(at >= 0);
    QCOMPARE(model.content()->stretches[std::size_t(at)].kind, models::MapKind::Hidden);
    QVERIFY(model.content()->has(PageState::Touched, root));
}

void TestMemoryMapModel::whereExpressionsLead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::optional<quint64>>("ipa");
    QTest::newRow("number") << u"0x40000010"_s << std::optional<quint64>(0x40000010);
    QTest::newRow("by PA") << u"pa:0x50000010"_s << std::optional<quint64>(0x40000010);
    QTest::newRow("by VA") << u"va:0x400010"_s << std::optional<quint64>(0x40000010);
    QTest::newRow("register") << u"va:pc"_s << std::optional<quint64>(0x40000000);
    QTest::newRow("VA of nothing") << u"va:0x10000000"_s << std::optional<quint64>();
    QTest::newRow("PA of nothing") << u"pa:0x10000000"_s << std::optional<quint64>();
    QTest::newRow("nonsense") << u"ipa:zz"_s << std::optional<quint64>();
}

void TestMemoryMapModel::whereExpressionsLead()
{
    QFETCH(const QString, text);
    QFETCH(const std::optional<quint64>, ipa);
    OpenSession open(u"all"_s);
    const MemoryMapModel model(&open.session);
    QString error;
    QCOMPARE(model.goTo(text, &error), ipa);
    QCOMPARE(error.isEmpty(), ipa.has_value());
}

void TestMemoryMapModel::hiddenModelDoesNoWork()
{
    OpenSession open(u"all"_s);
    MemoryMapModel model(&open.session);
    model.setLive(false);
    QSignalSpy changed(&model, &MemoryMapModel::contentChanged);
    open.goTo(2, 1000);
    QCOMPARE(changed.size(), 0);
    model.setLive(true);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(cell(model, 3, MemoryMapModel::Dirty), u"1"_s);
}

void TestMemoryMapModel::runsAreFoundByAddress()
{
    models::MemoryMapContent content;
    content.pages = { { 0x1000, 0x2000, PageState::Touched }, { 0x8000, 0x1000, PageState::Touched },
        { 0x2000, 0x1000, PageState::Dirty } };
    QCOMPARE(content.runs(PageState::Touched).size(), std::size_t(2));
    QCOMPARE(content.runs(PageState::Dirty).size(), std::size_t(1));
    QVERIFY(content.runs(PageState::Locked).empty());
    QVERIFY(content.has(PageState::Touched, 0x2fff));
    QVERIFY(!content.has(PageState::Touched, 0x3000));
    QVERIFY(!content.has(PageState::Touched, 0xfff));
    QVERIFY(content.has(PageState::Dirty, 0x2000));
    QVERIFY(!content.has(PageState::Dirty, 0x1000));
}

QTEST_GUILESS_MAIN(TestMemoryMapModel)
#include "tst_memorymapmodel.moc"
