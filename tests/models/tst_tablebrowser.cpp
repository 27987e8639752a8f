// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/accessreport.h"
#include "models/addressparts.h"
#include "models/descriptormodel.h"
#include "models/mappingmodel.h"
#include "models/tablebrowser.h"
#include "models/tablelistmodels.h"
#include "models/tabletreemodel.h"
#include "tests/models/opensession.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace fscope;
using namespace Qt::StringLiterals;
using models::AddressSpace;
using models::TableBrowser;
using models::TableTreeModel;
using test::OpenSession;

namespace {

QString cell(const QModelIndex& row, int column)
{
    return row.siblingAtColumn(column).data().toString().remove(QChar(0x2009));
}

/// A browser of the guest of an open session, live.
struct Browsed {
    OpenSession open { u"all"_s };
    TableBrowser browser { &open.session };
    Browsed()
    {
        browser.setLive(true);
        open.goTo(0, 0);
    }
    bool wait(bool (TableBrowser::*busy)() const)
    {
        return QTest::qWaitFor([&] { return !(browser.*busy)(); }, 10000);
    }
    const mmu::TableTree& tree(int index) const { return browser.snapshot()->tree(index); }
};

int expandAll(TableTreeModel& model, const QModelIndex& parent, int depth)
{
    if (model.canFetchMore(parent))
        model.fetchMore(parent);
    int rows = 0;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        ++rows;
        if (depth > 0)
            rows += expandAll(model, model.index(row, 0, parent), depth - 1);
    }
    return rows;
}

} // namespace

class TestTableBrowser : public QObject
{
    Q_OBJECT
private slots:
    void treeKeepsTheModelContract();
    void tablesAreReadWhenTheyAreOpened();
    void invalidNeighboursAreOneRow();
    void rowsCoverTheWholeTable();
    void addressIsFoundInItsTable();
    void entryLeadsWhereTheWalkerSays();
    void moveKeepsWhatIsOpen();
    void typedRootIsATreeOfItsOwn();
    void mappingsAgreeWithTheWalker();
    void filterNarrowsTheMappings();
    void physicalAddressIsFoundBackwards();
    void lintIsAnswered();
    void mappingsAreExported_data();
    void mappingsAreExported();
    void descriptorTellsWhatItsBitsDid();
    void partsCoverEachBitOnce_data();
    void partsCoverEachBitOnce();
    void emptySessionShowsNothing();
};

void TestTableBrowser::treeKeepsTheModelContract()
{
    // (A row that is inserted is fetched by the tester before it has noted the row, so typed roots are left
    // out here.)
    Browsed b;
    const QAbstractItemModelTester tester(
        b.browser.tree(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(expandAll(*b.browser.tree(), {}, 4) > 10);
    b.open.goTo(1, 3);
    b.open.goTo(0, 0);
}

void TestTableBrowser::tablesAreReadWhenTheyAreOpened()
{
    Browsed b;
    TableTreeModel& model = *b.browser.tree();
    QCOMPARE(model.rowCount(), 3); // TTBR0, TTBR1, VTTBR
    const QModelIndex stage2 = model.index(2, 0);
    QVERIFY(cell(stage2, TableTreeModel::Input).endsWith(u"VTTBR_EL2"));
    QCOMPARE(model.rowCount(stage2), 0);
    QVERIFY(model.hasChildren(stage2));
    QVERIFY(model.canFetchMore(stage2));
    model.fetchMore(stage2);
    QVERIFY(model.rowCount(stage2) > 0);
    QVERIFY(!model.canFetchMore(stage2));
}

void TestTableBrowser::invalidNeighboursAreOneRow()
{
    Browsed b;
    TableTreeModel& model = *b.browser.tree();
    const QModelIndex root = model.index(2, 0);
    model.fetchMore(root);
    bool found = false;
    bool before = false;
    for (int row = 0; row < model.rowCount(root); ++row) {
        const QModelIndex index = model.index(row, 0, root);
        const bool invalid = model.entryOf(index)->type == mmu::DescriptorType::Invalid;
        QVERIFY(!(invalid && before)); // else they would be one row
        before = invalid;
        if (model.entriesIn(index) > 1) {
            found = true;
            QVERIFY(cell(index, TableTreeModel::Type).contains(QString::number(model.entriesIn(index))));
            QVERIFY(!model.hasChildren(index));
        }
    }
    QVERIFY(found);
}

void TestTableBrowser::rowsCoverTheWholeTable()
{
    Browsed b;
    TableTreeModel& model = *b.browser.tree();
    for (int tree = 0; tree < 3; ++tree) {
        if (!b.tree(tree).isUsed())
            continue;
        const QModelIndex root = model.index(tree, 0);
        model.fetchMore(root);
        quint64 entries = 0;
        for (int row = 0; row < model.rowCount(root); ++row)
            entries += model.entriesIn(model.index(row, 0, root));
        QCOMPARE(entries, quint64(b.tree(tree).root().entries));
    }
}

void TestTableBrowser::addressIsFoundInItsTable()
{
    Browsed b;
    const quint64 pc = b.open.session.guest().vcpu.pc;
    const int tree = (pc >> 55 & 1) != 0 ? 1 : 0;
    const QModelIndex found = b.browser.tree()->find(tree, pc);
    QVERIFY(found.isValid());
    const auto entry = b.browser.tree()->entryOf(found);
    QVERIFY(entry && entry->isLeaf());
    QVERIFY(pc >= entry->input && pc - entry->input < entry->size);
    QVERIFY(!b.browser.tree()->find(1 - tree, pc).isValid()); // out of the other half
}

void TestTableBrowser::entryLeadsWhereTheWalkerSays()
{
    Browsed b;
    const machine::Guest& guest = b.open.session.guest();
    const quint64 pc = guest.vcpu.pc;
    const auto walk = mmu::walkStage1(
        guest.vcpu.translation, guest.memory, Va(pc), { mmu::AccessKind::Execute, 1, false });
    QVERIFY(walk.ok());
    const auto entry = b.browser.tree()->entryOf(b.browser.tree()->find((pc >> 55 & 1) != 0 ? 1 : 0, pc));
    QVERIFY(entry);
    QCOMPARE(entry->output + (pc - entry->input), walk.translation.ipa.value);
}

void TestTableBrowser::moveKeepsWhatIsOpen()
{
    Browsed b;
    TableTreeModel& model = *b.browser.tree();
    const QModelIndex found = model.find(2, 0x4000'0000);
    QVERIFY(found.isValid());
    const QPersistentModelIndex kept = found;
    const QString text = cell(found, TableTreeModel::Descriptor);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    b.open.session.stepForward();
    b.open.wait();
    QVERIFY(kept.isValid());
    QCOMPARE(cell(kept, TableTreeModel::Descriptor), text);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(removed.count(), 0);
}

void TestTableBrowser::typedRootIsATreeOfItsOwn()
{
    Browsed b;
    const quint64 base = b.tree(2).root().base;
    b.browser.setTypedRoot(models::TypedRoot { mmu::TreeName::Vttbr, base });
    QCOMPARE(b.browser.tree()->rowCount(), 4);
    const QModelIndex typed = b.browser.tree()->index(3, 0);
    b.browser.tree()->fetchMore(typed);
    b.browser.tree()->fetchMore(b.browser.tree()->index(2, 0));
    QCOMPARE(b.browser.tree()->rowCount(typed), b.browser.tree()->rowCount(b.browser.tree()->index(2, 0)));
    b.browser.setTypedRoot(std::nullopt);
    QCOMPARE(b.browser.tree()->rowCount(), 3);
}

void TestTableBrowser::mappingsAgreeWithTheWalker()
{
    Browsed b;
    b.browser.list({});
    QVERIFY(b.wait(&TableBrowser::isListing));
    const machine::Guest& guest = b.open.session.guest();
    int checked = 0;
    for (const models::MappingRow& row : b.browser.mappings()->rows()) {
        if (row.range.kind != mmu::RangeKind::Mapping || !row.range.attributes.rights.privileged().read)
            continue;
        const quint64 at = row.range.input + row.range.size / 2;
        const auto walk = row.tree == 2 ? mmu::walkStage2(guest.vcpu.translation, guest.memory, Ipa(at), {})
                                        : mmu::walkStage1(guest.vcpu.translation, guest.memory, Va(at), {});
        QVERIFY(walk.ok());
        QCOMPARE(row.tree == 2 ? walk.translation.pa.value : walk.translation.ipa.value,
            row.range.output + row.range.size / 2);
        ++checked;
    }
    QVERIFY(checked > 2);
}

void TestTableBrowser::filterNarrowsTheMappings()
{
    Browsed b;
    models::MappingQuestion question;
    question.tree = 2;
    b.browser.list(question);
    QVERIFY(b.wait(&TableBrowser::isListing));
    const auto all = b.browser.mappings()->rows();
    QVERIFY(!all.empty());
    for (const models::MappingRow& row : all)
        QCOMPARE(row.tree, 2);
    question.filter.input = { all.front().range.input, all.front().range.input };
    b.browser.list(question);
    QVERIFY(b.wait(&TableBrowser::isListing));
    QCOMPARE(b.browser.mappings()->rowCount(), 1);
    question.filter.input = { 0xff'0000'0000, 0xff'0000'0fff };
    b.browser.list(question);
    QVERIFY(b.wait(&TableBrowser::isListing));
    QCOMPARE(b.browser.mappings()->rowCount(), 0);
}

void TestTableBrowser::physicalAddressIsFoundBackwards()
{
    Browsed b;
    const machine::Guest& guest = b.open.session.guest();
    const auto walk = mmu::translate(
        guest.vcpu.translation, guest.memory, Va(guest.vcpu.pc), { mmu::AccessKind::Execute, 1, false });
    QVERIFY(walk.ok());
    const quint64 pa = walk.translation.pa.value;
    b.browser.findWhoMaps(AddressSpace::Pa, { pa, pa });
    QVERIFY(b.wait(&TableBrowser::isFinding));
    bool found = false;
    for (const mmu::MappedBy& way : b.browser.mappedBy()->ways())
        found = found
            || (way.va && way.va->contains(guest.vcpu.pc) && way.ipa.contains(walk.translation.ipa.value));
    QVERIFY(found);
    b.browser.findWhoMaps(AddressSpace::Pa, { 0xf'ffff'0000, 0xf'ffff'0000 });
    QVERIFY(b.wait(&TableBrowser::isFinding));
    QCOMPARE(b.browser.mappedBy()->rowCount(), 0);
    QVERIFY(!b.browser.findText().isEmpty());
}

void TestTableBrowser::lintIsAnswered()
{
    Browsed b;
    b.browser.lint();
    QVERIFY(b.wait(&TableBrowser::isLinting));
    QVERIFY(b.browser.isLinted());
    QVERIFY(!b.browser.lintText().isEmpty());
    const auto& report = b.browser.findings()->report();
    QCOMPARE(b.browser.findings()->rowCount(), int(report.findings.size() + report.stopped.size()));
}

void TestTableBrowser::mappingsAreExported_data()
{
    QTest::addColumn<QString>("name");
    QTest::addRow("JSON") << u"m.json"_s;
    QTest::addRow("CSV") << u"m.csv"_s;
}

void TestTableBrowser::mappingsAreExported()
{
    QFETCH(QString, name);
    Browsed b;
    const QTemporaryDir folder;
    QSignalSpy done(&b.browser, &TableBrowser::exported);
    b.browser.exportMappings(folder.filePath(name));
    QVERIFY(done.wait(10000));
    QCOMPARE(done.front()[1].toString(), QString());
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    if (name.endsWith(u".json")) {
        const QJsonArray array = QJsonDocument::fromJson(content).array();
        QVERIFY(!array.isEmpty());
        QVERIFY(array[0].toObject().contains(u"output"_s));
    } else {
        QVERIFY(content.startsWith("tables,kind,input,"));
        QVERIFY(content.count("\r\n") > 1);
    }
    done.clear();
    b.browser.exportMappings(folder.filePath(u"no/such/folder.json"_s));
    QVERIFY(done.wait(10000));
    QVERIFY(!done.front()[1].toString().isEmpty());
}

void TestTableBrowser::descriptorTellsWhatItsBitsDid()
{
    Browsed b;
    models::DescriptorModel model(&b.open.session);
    const quint64 pc = b.open.session.guest().vcpu.pc;
    auto facts = b.browser.tree()->factsOf(b.browser.tree()->find((pc >> 55 & 1) != 0 ? 1 : 0, pc));
    QVERIFY(facts);
    facts->access = mmu::Access { mmu::AccessKind::Write, 0, false };
    model.show(*facts);
    QStringList effects;
    for (int row = 0; row < model.rowCount(); ++row)
        effects << model.index(row, models::DescriptorModel::Effect).data().toString();
    QVERIFY(effects.join(u' ').contains(u"Permission fault")); // EL0 may not write the kernel's code
    QVERIFY(model.summary().contains(u"EL1"));
    facts->above.clear();
    facts->read.value = 0;
    facts->read.type = mmu::DescriptorType::Invalid;
    model.show(*facts);
    QVERIFY(model.index(model.rowCount() - 1, models::DescriptorModel::Effect)
                .data()
                .toString()
                .contains(u"Translation fault"));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestTableBrowser::partsCoverEachBitOnce_data()
{
    QTest::addColumn<quint64>("tcr");
    QTest::addColumn<quint64>("address");
    QTest::addColumn<int>("indexes");
    constexpr quint64 k4K = 16 | 16ULL << 16 | 2ULL << 30 | 5ULL << 32;
    QTest::addRow("4 KiB, 48 bits, upper half") << k4K << quint64(0xffff'8000'0800'0000) << 4;
    QTest::addRow("4 KiB, 39 bits, lower half")
        << quint64(25 | 25ULL << 16 | 2ULL << 30) << quint64(0x1234'5678) << 3;
    QTest::addRow("tag") << (k4K | 3ULL << 37) << quint64(0x5a00'1234'5678'9abc) << 4;
    QTest::addRow("64 KiB") << quint64(22 | 1ULL << 14 | 22ULL << 16 | 3ULL << 30) << quint64(0x1'2345'6789)
                            << 2;
}

void TestTableBrowser::partsCoverEachBitOnce()
{
    QFETCH(quint64, tcr);
    QFETCH(quint64, address);
    QFETCH(int, indexes);
    mmu::TranslationRegisters regs;
    regs.sctlr = 1;
    regs.tcr = tcr;
    const auto parts = models::addressParts(regs, mmu::Stage::One, address, mmu::AccessKind::Read, {});
    int next = 63;
    int found = 0;
    quint64 whole = 0;
    for (const models::AddressPart& part : parts) {
        QCOMPARE(int(part.hi), next);
        next = int(part.lo) - 1;
        whole |= part.value << part.lo;
        found += part.kind == models::AddressPart::Kind::Index ? 1 : 0;
        QVERIFY(!models::partText(part).isEmpty());
    }
    QCOMPARE(next, -1);
    QCOMPARE(whole, address);
    QCOMPARE(found, indexes);
    QCOMPARE(parts.front().kind == models::AddressPart::Kind::Tag, (tcr >> 37 & 1) != 0);
}

void TestTableBrowser::emptySessionShowsNothing()
{
    models::Session session;
    TableBrowser browser(&session);
    browser.setLive(true);
    QCOMPARE(browser.tree()->rowCount(), 0);
    browser.list({});
    browser.lint();
    browser.findWhoMaps(AddressSpace::Pa, { 0, 0 });
    QCOMPARE(browser.mappings()->rowCount(), 0);
    QVERIFY(!browser.tree()->find(0, 0).isValid());
}

QTEST_MAIN(TestTableBrowser)
#include "tst_tablebrowser.moc"
