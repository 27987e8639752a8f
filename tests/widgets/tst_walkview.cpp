// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/descriptormodel.h"
#include "models/walkmodel.h"
#include "tests/models/opensession.h"
#include "widgets/descriptordetails.h"
#include "widgets/itemview.h"
#include "widgets/walkbar.h"
#include "widgets/walkcanvas.h"
#include "widgets/walkexport.h"
#include "widgets/walkpath.h"
#include "widgets/walkview.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace fscope;
using namespace fscope::widgets;
using namespace Qt::StringLiterals;
using models::ItemState;
using test::OpenSession;

namespace {

hypervisor::DescriptorStep descriptor(mmu::Stage stage, int level, bool forTable, quint64 input,
    mmu::DescriptorType type = mmu::DescriptorType::Table)
{
    hypervisor::DescriptorStep step;
    step.read.stage = stage;
    step.read.level = level;
    step.read.forTable = forTable;
    step.read.input = input;
    step.read.indexHi = unsigned(47 - 9 * level);
    step.read.indexLo = unsigned(39 - 9 * level);
    step.read.index = bits(input, step.read.indexHi, step.read.indexLo);
    step.read.type = type;
    step.read.value = 0x40001003;
    step.read.output = 0x40001000;
    return step;
}

/// Both stages with four levels each, the longest walk of the 4 KiB granule: 24 descriptors.
machine::InterceptRun longestWalk(bool asHardware)
{
    constexpr quint64 kVa = 0xffff'8000'0800'1010;
    std::vector<hypervisor::DescriptorStep> reads;
    for (int level = 0; level < 4; ++level) {
        for (int under = 0; under < 4; ++under)
            reads.push_back(descriptor(mmu::Stage::Two, under, true, 0x4000'0000 + quint64(level) * 0x1000,
                under == 3 ? mmu::DescriptorType::Page : mmu::DescriptorType::Table));
        reads.push_back(descriptor(mmu::Stage::One, level, false, kVa,
            level == 3 ? mmu::DescriptorType::Page : mmu::DescriptorType::Table));
    }
    for (int level = 0; level < 4; ++level)
        reads.push_back(descriptor(mmu::Stage::Two, level, false, 0x9000'0010,
            level == 3 ? mmu::DescriptorType::Invalid : mmu::DescriptorType::Table));
    machine::InterceptRun run;
    run.intercept.emplace();
    run.intercept->far = kVa;
    mmu::Fault fault { mmu::Stage::Two, arch::FaultKind::Translation, 3, false, Ipa(0x9000'0010) };
    if (asHardware) {
        for (const auto& read : reads)
            run.hardwareWalk.push_back(read.read);
        run.hardwareResult.fault = fault;
        return run;
    }
    run.steps.emplace_back(hypervisor::SyndromeRead {});
    run.steps.emplace_back(hypervisor::CacheLookedUp { Va(kVa), mmu::AccessKind::Write, false, {}, {} });
    for (auto& read : reads) {
        read.informative = read.read.stage == mmu::Stage::Two && !read.read.forTable;
        run.steps.emplace_back(read);
    }
    run.steps.emplace_back(hypervisor::TranslationFailed { Va(kVa), mmu::AccessKind::Write, fault, true });
    run.steps.emplace_back(hypervisor::Translated { Va(kVa), mmu::AccessKind::Write, Ipa(0x9000'0010), {} });
    run.steps.emplace_back(hypervisor::CacheFilled {});
    return run;
}

int cardsOf(const WalkPath& path)
{
    int count = 0;
    for (const WalkPart& part : path.parts) {
        for (const WalkChain& chain : part.chains) {
            for (const WalkCard& card : chain.cards)
                count += 1 + int(card.side.size());
        }
    }
    return count;
}

/// How many descriptors of a side walk each card of a chain has.
QString shapeOf(const WalkChain& chain)
{
    QStringList out;
    for (const WalkCard& card : chain.cards)
        out << QString::number(card.side.size());
    return out.join(u' ');
}

/// Every mark of a path, but those of folded lines.
std::vector<WalkMark> marksOf(const WalkPath& path)
{
    std::vector<WalkMark> out;
    for (const WalkPart& part : path.parts) {
        if (part.cache)
            out.push_back(*part.cache);
        for (const WalkChain& chain : part.chains) {
            for (const WalkCard& card : chain.cards) {
                out.push_back(card.mark);
                for (const WalkCard& side : card.side)
                    out.push_back(side.mark);
            }
            if (chain.end)
                out.push_back(*chain.end);
        }
    }
    return out;
}

struct Shown {
    WalkView view;
    explicit Shown(models::Session* session)
        : view(session)
    {
        view.resize(800, 600);
        view.show();
    }
};

} // namespace

class TestWalkView : public QObject
{
    Q_OBJECT
private slots:
    void longestWalkIsTwoChainsWithFourSideWalks_data();
    void longestWalkIsTwoChainsWithFourSideWalks();
    void failedWalkForATableStandsForItself();
    void secondTranslationIsAPartOfItsOwn();
    void rowsOfThePathAreRowsOfTheModel_data();
    void rowsOfThePathAreRowsOfTheModel();
    void sideWalksFoldAndUnfold();
    void cursorStaysOnItsTableAsWalksUnfold();
    void foldedWalkStandsForTheStepInIt();
    void statesFollowTheSteps();
    void treeAndPathChooseTogether();
    void enterGoesToTheStep();
    void hardwareWalkIsShownWhereThePolicyWalksNothing();
    void emptySessionSaysWhatWouldFillIt();
    void tablesAreChildrenOfTheAccessibleTree();
    void longestWalkIsDrawn();
    void everyDescriptorIsReachedByArrowKeys();
    void askedAddressIsWalkedWithKeys();
    void ipaIsWalkedThroughStage2Alone();
    void wrongAddressIsToldInTheBar();
    void chosenDescriptorIsDecoded();
    void bitsOfTheAddressNameTheirLevel();
    void updateOfADescriptorFoldsBehindIt();
    void failedUpdateStandsForItself();
    void walkIsExported_data();
    void walkIsExported();
    void unfoldedWalksAreJoinedAndApart();
};

void TestWalkView::longestWalkIsTwoChainsWithFourSideWalks_data()
{
    QTest::addColumn<bool>("hardware");
    QTest::addRow("the policy's") << false;
    QTest::addRow("the CPU's own") << true;
}

void TestWalkView::longestWalkIsTwoChainsWithFourSideWalks()
{
    QFETCH(bool, hardware);
    const WalkPath path = walkPathOf(longestWalk(hardware), hardware);
    QCOMPARE(path.parts.size(), 1U);
    const WalkPart& part = path.parts.front();
    QCOMPARE(part.origin == WalkPart::Origin::Hardware, hardware);
    QCOMPARE(part.va, 0xffff'8000'0800'1010U);
    QCOMPARE(part.cache.has_value(), !hardware);
    QCOMPARE(part.chains.size(), 2U);
    QCOMPARE(part.chains[0].stage, mmu::Stage::One);
    QCOMPARE(shapeOf(part.chains[0]), u"4 4 4 4"_s);
    QCOMPARE(part.chains[1].stage, mmu::Stage::Two);
    QCOMPARE(shapeOf(part.chains[1]), u"0 0 0 0"_s);
    QVERIFY(part.chains[1].end.has_value()); // the fault is of stage 2
    QCOMPARE(part.chains[0].end.has_value(), !hardware);
    QCOMPARE(part.chains[0].result(), std::optional<quint64>(0x4000'1010));
    QCOMPARE(cardsOf(path), 24);
}

void TestWalkView::failedWalkForATableStandsForItself()
{
    machine::InterceptRun run;
    run.steps.emplace_back(descriptor(mmu::Stage::Two, 0, true, 0x4000'0000));
    run.steps.emplace_back(descriptor(mmu::Stage::Two, 1, true, 0x4000'0000, mmu::DescriptorType::Invalid));
    const mmu::Fault fault { mmu::Stage::Two, arch::FaultKind::Translation, 1, true, Ipa(0x4000'0000) };
    run.steps.emplace_back(hypervisor::TranslationFailed { Va(0x1000), mmu::AccessKind::Read, fault, false });
    const WalkPath path = walkPathOf(run, false);
    QCOMPARE(path.parts.size(), 1U);
    QCOMPARE(path.parts.front().chains.size(), 1U);
    QCOMPARE(path.parts.front().chains.front().purpose, WalkPurpose::Table);
    QCOMPARE(path.parts.front().chains.front().cards.size(), 2U);
    QVERIFY(path.parts.front().chains.front().end.has_value());
    QCOMPARE(path.parts.front().va, 0x1000U);
}

void TestWalkView::secondTranslationIsAPartOfItsOwn()
{
    machine::InterceptRun run;
    const auto translate = [&run](quint64 va) {
        run.steps.emplace_back(descriptor(mmu::Stage::One, 3, false, va, mmu::DescriptorType::Page));
        run.steps.emplace_back(hypervisor::Translated { Va(va), mmu::AccessKind::Read, Ipa(va), {} });
    };
    translate(0x1000);
    translate(0x2000);
    run.steps.emplace_back(
        hypervisor::CacheLookedUp { Va(0x2008), mmu::AccessKind::Read, true, Ipa(0x2008), {} });
    const WalkPath path = walkPathOf(run, false);
    QCOMPARE(path.parts.size(), 3U);
    QCOMPARE(path.parts[0].va, 0x1000U);
    QCOMPARE(path.parts[1].va, 0x2000U);
    QVERIFY(path.parts[2].cacheHit);
    QVERIFY(path.parts[2].chains.empty());
}

void TestWalkView::rowsOfThePathAreRowsOfTheModel_data()
{
    QTest::addColumn<int>("intercept");
    QTest::addColumn<QString>("policy");
    for (const char* policy : { "openvmm", "qemu-hvf" }) {
        for (int i = 0; i < 5; ++i)
            QTest::addRow("%s, sample %d", policy, i) << i << QString::fromLatin1(policy);
    }
}

void TestWalkView::rowsOfThePathAreRowsOfTheModel()
{
    QFETCH(int, intercept);
    QFETCH(QString, policy);
    OpenSession open(u"all"_s);
    open.session.setPolicy(policy);
    open.wait();
    open.goTo(intercept, 100'000);
    const models::WalkModel model(&open.session);
    const WalkPath path = walkPathOf(*open.session.run(), model.showsHardwareWalk());
    const std::vector<WalkMark> marks = marksOf(path);
    for (const WalkMark& mark : marks) {
        const QModelIndex row = model.index(mark.row, 0);
        QVERIFY(row.isValid());
        const QVariant step = row.data(models::StepRole);
        QCOMPARE(step.isValid() ? step.toInt() : -1, mark.step);
    }
    int fills = 0;
    for (const hypervisor::MicroStep& step : open.session.run()->steps)
        fills += std::holds_alternative<hypervisor::CacheFilled>(step) ? 1 : 0;
    QCOMPARE(int(marks.size()) + fills, model.rowCount()); // nothing is left out
}

void TestWalkView::sideWalksFoldAndUnfold()
{
    WalkCanvas canvas;
    canvas.setPath(walkPathOf(longestWalk(false), false));
    const auto folded = canvas.items().size();
    int fold = -1;
    for (std::size_t i = 0; i < folded; ++i) {
        if (canvas.items()[i].name.startsWith(u"▸"_s) && fold < 0)
            fold = int(i);
    }
    QVERIFY(fold >= 0);
    canvas.setCurrentItem(fold);
    QTest::keyClick(&canvas, Qt::Key_Return);
    QCOMPARE(canvas.unfolded().size(), 1U);
    QCOMPARE(canvas.items().size(), folded + 11); // six stretches of bits, four descriptors, their end
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, canvas.items()[std::size_t(fold)].rect.center().toPoint());
    QVERIFY(canvas.unfolded().empty());
    QCOMPARE(canvas.items().size(), folded);
}

void TestWalkView::cursorStaysOnItsTableAsWalksUnfold()
{
    WalkCanvas canvas;
    const WalkPath path = walkPathOf(longestWalk(false), false);
    canvas.setPath(path);
    const int row = path.parts.front().chains[1].cards[2].mark.row;
    canvas.setCurrentRow(row);
    const int before = canvas.currentItem();
    canvas.setUnfolded({ path.parts.front().chains[0].cards[0].mark.row, false }, true);
    QVERIFY(canvas.currentItem() != before);
    QCOMPARE(canvas.rowOfItem(canvas.currentItem()), row);
    canvas.setPath({});
    QCOMPARE(canvas.currentItem(), -1);
}

void TestWalkView::foldedWalkStandsForTheStepInIt()
{
    WalkPath path = walkPathOf(longestWalk(false), false);
    WalkCard& table = path.parts.front().chains[0].cards[2];
    table.side[1].mark.current = true;
    WalkCanvas canvas;
    canvas.setPath(path);
    // The cursor begins where we are: at the line of the folded walk, and unfolded at the descriptor itself.
    canvas.setFocus(Qt::TabFocusReason);
    QFocusEvent focus(QEvent::FocusIn, Qt::TabFocusReason);
    QCoreApplication::sendEvent(&canvas, &focus);
    QVERIFY(canvas.items()[std::size_t(canvas.currentItem())].name.startsWith(u"▸"_s));
    canvas.setUnfolded({ table.mark.row, false }, true);
    canvas.setCurrentItem(-1);
    QCoreApplication::sendEvent(&canvas, &focus);
    QCOMPARE(canvas.rowOfItem(canvas.currentItem()), table.side[1].mark.row);
}

void TestWalkView::statesFollowTheSteps()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    const auto& first = shown.view.canvas()->path().parts;
    QVERIFY(!first.empty());
    QCOMPARE(first.front().chains.front().cards.front().mark.state, ItemState::Pending);
    open.goTo(0, 100'000);
    const auto& path = shown.view.canvas()->path();
    bool fault = false;
    for (const WalkPart& part : path.parts) {
        for (const WalkChain& chain : part.chains) {
            for (const WalkCard& card : chain.cards) {
                QVERIFY(card.mark.state != ItemState::Pending);
                fault = fault || card.mark.state == ItemState::Fault;
            }
        }
    }
    QVERIFY(fault); // stage 2 does not map the PL011
}

void TestWalkView::treeAndPathChooseTogether()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    open.goTo(0, 100'000);
    const WalkCard& card = shown.view.canvas()->path().parts.front().chains.front().cards.front();
    shown.view.tree()->setCurrentIndex(shown.view.tree()->model()->index(card.mark.row, 0));
    QCOMPARE(shown.view.canvas()->rowOfItem(shown.view.canvas()->currentItem()), card.mark.row);
    // A field of the descriptor keeps its card chosen, and the card leaves the field chosen.
    const QModelIndex field = shown.view.tree()->model()->index(0, 0, shown.view.tree()->currentIndex());
    QVERIFY(field.isValid());
    shown.view.tree()->setCurrentIndex(field);
    QCOMPARE(shown.view.tree()->currentIndex(), field);
    QTest::keyClick(shown.view.canvas(), Qt::Key_Right);
    QVERIFY(shown.view.tree()->currentIndex().row() != card.mark.row
        || shown.view.tree()->currentIndex().parent().isValid());
}

void TestWalkView::enterGoesToTheStep()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    open.goTo(0, 100'000);
    const WalkCard card = shown.view.canvas()->path().parts.front().chains.front().cards.front();
    shown.view.canvas()->setCurrentRow(card.mark.row);
    QTest::keyClick(shown.view.canvas(), Qt::Key_Return);
    QCOMPARE(open.session.position().step, card.mark.step + 1);
}

void TestWalkView::hardwareWalkIsShownWhereThePolicyWalksNothing()
{
    OpenSession open(u"all"_s);
    open.session.setPolicy(u"qemu-hvf"_s);
    open.wait();
    Shown shown(&open.session);
    open.goTo(1, 0);
    const WalkPath& path = shown.view.canvas()->path();
    QVERIFY(!path.empty());
    QCOMPARE(path.parts.back().origin, WalkPart::Origin::Hardware);
    QCOMPARE(path.parts.back().chains.back().cards.back().mark.state, ItemState::Fault);
}

void TestWalkView::emptySessionSaysWhatWouldFillIt()
{
    models::Session session;
    Shown shown(&session);
    QVERIFY(shown.view.isEmptyShown());
    QVERIFY(!shown.view.grab().isNull());
    QVERIFY(!shown.view.render({}, 1).isNull());
}

void TestWalkView::tablesAreChildrenOfTheAccessibleTree()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    open.goTo(0, 100'000);
    QAccessibleInterface* tree = QAccessible::queryAccessibleInterface(shown.view.canvas());
    QVERIFY(tree != nullptr);
    QVERIFY(tree->childCount() > 8);
    for (int i = 0; i < tree->childCount(); ++i) {
        QVERIFY(!tree->child(i)->text(QAccessible::Name).isEmpty());
        QVERIFY(!tree->child(i)->text(QAccessible::Description).isEmpty());
    }
}

void TestWalkView::longestWalkIsDrawn()
{
    WalkCanvas canvas;
    const WalkPath path = walkPathOf(longestWalk(true), true);
    canvas.setPath(path);
    for (const WalkCard& card : path.parts.front().chains.front().cards)
        canvas.setUnfolded({ card.mark.row, false }, true);
    QVERIFY(QSvgRenderer(canvas.svg()).isValid());
    // Nothing lies on anything else.
    const auto& items = canvas.items();
    for (std::size_t i = 0; i < items.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(!items[i].rect.intersects(items[j].rect));
    }
}

void TestWalkView::everyDescriptorIsReachedByArrowKeys()
{
    WalkCanvas canvas;
    canvas.setPath(walkPathOf(longestWalk(false), false));
    std::set<int> seen;
    const int count = int(canvas.items().size());
    // Along each row, then down to the next one.
    canvas.setCurrentItem(0);
    for (int down = 0; down < count; ++down) {
        const int start = canvas.currentItem();
        for (const Qt::Key key : { Qt::Key_Left, Qt::Key_Right }) {
            canvas.setCurrentItem(start);
            for (int i = 0; i < count; ++i) {
                seen.insert(canvas.currentItem());
                QTest::keyClick(&canvas, key);
            }
        }
        canvas.setCurrentItem(start);
        QTest::keyClick(&canvas, Qt::Key_Down);
    }
    QCOMPARE(int(seen.size()), count);
}

void TestWalkView::askedAddressIsWalkedWithKeys()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    open.goTo(0, 0);
    const quint64 pc = open.session.guest().vcpu.pc;
    shown.view.bar()->focusAddress();
    auto* address = shown.view.findChild<QLineEdit*>(u"walkAddress"_s);
    QTest::keyClicks(address, u"pc"_s);
    auto* kind = shown.view.findChild<QComboBox*>(u"walkKind"_s);
    kind->setCurrentIndex(2);
    QTest::keyClick(address, Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] {
        return !shown.view.canvas()->path().empty()
            && shown.view.canvas()->path().parts.front().origin == WalkPart::Origin::Asked;
    }));
    const WalkPart& part = shown.view.canvas()->path().parts.front();
    QCOMPARE(part.va, pc);
    QCOMPARE(part.kind, std::optional(mmu::AccessKind::Execute));
    const auto walk = mmu::translate(open.session.guest().vcpu.translation, open.session.guest().memory,
        Va(pc), { mmu::AccessKind::Execute, 1, false });
    QVERIFY(walk.ok());
    QCOMPARE(part.chains.back().result(), std::optional<quint64>(walk.translation.pa.value));
    const auto* result = shown.view.findChild<QLabel*>(u"walkResult"_s);
    // No AT instruction asks for a fetch; one asks for the read of the same address.
    QVERIFY(!result->text().contains(u"PAR_EL1"));
    kind->setCurrentIndex(0);
    QTest::keyClick(address, Qt::Key_Return);
    QTRY_VERIFY(result->text().contains(u"PAR_EL1"));
    QVERIFY(!shown.view.bar()->isFollowing());
    // A step asks again, with the registers of that step; "Follow" goes back to the intercept.
    open.session.stepForward();
    QTest::qWait(50);
    QCOMPARE(shown.view.canvas()->path().parts.front().origin, WalkPart::Origin::Asked);
    QTest::mouseClick(shown.view.findChild<QCheckBox*>(u"walkFollow"_s), Qt::LeftButton);
    QVERIFY(shown.view.bar()->isFollowing());
    QCOMPARE(shown.view.canvas()->path().parts.front().origin, WalkPart::Origin::Policy);
}

void TestWalkView::ipaIsWalkedThroughStage2Alone()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    open.goTo(0, 0);
    shown.view.askAddress(models::AddressSpace::Ipa, 0x900'0000);
    QVERIFY(QTest::qWaitFor([&] {
        return !shown.view.canvas()->path().empty() && shown.view.canvas()->path().parts.front().isIpa;
    }));
    const WalkPart& part = shown.view.canvas()->path().parts.front();
    QCOMPARE(part.chains.size(), 1U);
    QCOMPARE(part.chains.front().stage, mmu::Stage::Two);
    QVERIFY(part.chains.front().end.has_value());
    QCOMPARE(part.chains.front().end->state, ItemState::Fault); // the PL011 is not mapped
    QVERIFY(shown.view.findChild<QLabel*>(u"walkResult"_s)->text().contains(u"HPFAR_EL2"));
}

void TestWalkView::wrongAddressIsToldInTheBar()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    auto* address = shown.view.findChild<QLineEdit*>(u"walkAddress"_s);
    QTest::keyClicks(address, u"0x12zz"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QVERIFY(shown.view.findChild<QLabel*>(u"walkError"_s)->text().contains(u"0x12zz"));
    QVERIFY(shown.view.bar()->isFollowing());
    address->clear();
    QTest::keyClicks(address, u"pa:0x1000"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QVERIFY(!shown.view.findChild<QLabel*>(u"walkError"_s)->text().isEmpty());
}

void TestWalkView::chosenDescriptorIsDecoded()
{
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    open.goTo(0, 100'000);
    const WalkChain& chain = shown.view.canvas()->path().parts.front().chains.front();
    const WalkCard card = chain.cards.back();
    const std::size_t above = chain.cards.size() - 1;
    shown.view.canvas()->setCurrentRow(card.mark.row);
    const auto& facts = shown.view.details()->model()->facts();
    QVERIFY(facts.has_value());
    QCOMPARE(facts->read, card.read);
    QCOMPARE(facts->above.size(), above);
    QVERIFY(shown.view.details()->model()->rowCount() > 5);
    shown.view.canvas()->setCurrentItem(-1);
}

void TestWalkView::bitsOfTheAddressNameTheirLevel()
{
    const WalkPath path = walkPathOf(longestWalk(false), false);
    const auto& parts = path.parts.front().chains[0].parts;
    QStringList names;
    for (const models::AddressPart& part : parts)
        names << models::partName(part).remove(QChar(0x2009));
    QCOMPARE(names,
        QStringList({ u"TTBR1"_s, u"L0 [256]"_s, u"L1 [0]"_s, u"L2 [64]"_s, u"L3 [1]"_s, u"offset 0x10"_s }));
    WalkCanvas canvas;
    canvas.setPath(path);
    int found = 0;
    for (const CanvasItem& item : canvas.items())
        found += item.text.contains(u"Bits 47:39") ? 1 : 0;
    QVERIFY(found >= 2); // of the VA and of the IPA
}

void TestWalkView::updateOfADescriptorFoldsBehindIt()
{
    machine::InterceptRun run = longestWalk(true);
    auto update = run.hardwareWalk.front();
    update.forUpdate = true;
    // After the leaf of stage 1, before stage 2 of the access.
    run.hardwareWalk.insert(run.hardwareWalk.begin() + 20, update);
    run.hardwareWalk[19].changed = 1U << 10;
    const WalkPath path = walkPathOf(run, true);
    const WalkCard& leaf = path.parts.front().chains[0].cards[3];
    QCOMPARE(leaf.update.size(), 1U);
    QCOMPARE(cardsOf(path), 24);
    WalkCanvas canvas;
    canvas.setPath(path);
    const auto folded = canvas.items().size();
    canvas.setUnfolded({ leaf.mark.row, true }, true);
    QVERIFY(canvas.items().size() > folded);
    const auto facts = descriptorFacts(path, leaf.update.front().mark.row);
    QVERIFY(facts && facts->access && facts->access->kind == mmu::AccessKind::Write);
}

void TestWalkView::failedUpdateStandsForItself()
{
    machine::InterceptRun run = longestWalk(true);
    run.hardwareWalk.resize(20);
    auto update = run.hardwareWalk.front();
    update.forUpdate = true;
    update.type = mmu::DescriptorType::Page;
    run.hardwareWalk.push_back(update);
    mmu::Fault fault { mmu::Stage::Two, arch::FaultKind::Permission, 0, true, Ipa(0x4000'0000) };
    fault.onUpdate = true;
    run.hardwareResult.fault = fault;
    const WalkPath path = walkPathOf(run, true);
    const WalkChain& last = path.parts.front().chains.back();
    QCOMPARE(last.purpose, WalkPurpose::Update);
    QVERIFY(last.end.has_value());
}

void TestWalkView::walkIsExported_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : { "walk.json", "walk.csv", "walk.svg", "walk.png" })
        QTest::addRow("%s", name) << QString::fromLatin1(name);
}

void TestWalkView::walkIsExported()
{
    QFETCH(QString, name);
    OpenSession open(u"all"_s);
    Shown shown(&open.session);
    open.goTo(0, 100'000);
    const QTemporaryDir folder;
    QString error;
    const bool drawing = name.endsWith(u"svg") || name.endsWith(u"png");
    const QString path = folder.filePath(name);
    QVERIFY(drawing ? shown.view.exportDiagram(path, &error) : shown.view.exportWalk(path, &error));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    int reads = cardsOf(shown.view.canvas()->path());
    if (name.endsWith(u"json")) {
        const QJsonArray walks = QJsonDocument::fromJson(content).object()[u"walks"].toArray();
        QCOMPARE(walks.size(), qsizetype(shown.view.canvas()->path().parts.size()));
        const QJsonObject first = walks[0].toObject()[u"stages"].toArray()[0].toObject();
        QVERIFY(!first[u"reads"].toArray()[0].toObject()[u"fields"].toObject().isEmpty());
    } else if (name.endsWith(u"csv")) {
        QCOMPARE(content.count("\r\n"), qsizetype(reads + 1));
    } else if (name.endsWith(u"svg")) {
        QVERIFY(QSvgRenderer(content).isValid());
    } else {
        QVERIFY(!QImage::fromData(content, "PNG").isNull());
    }
    QVERIFY(!shown.view.exportWalk(folder.filePath(u"no/such/file.json"_s), &error));
    QVERIFY(!error.isEmpty());
}

void TestWalkView::unfoldedWalksAreJoinedAndApart()
{
    WalkCanvas canvas;
    canvas.setPath(walkPathOf(longestWalk(false), false));
    canvas.unfoldAll();
    QCOMPARE(canvas.unfolded().size(), 4U);
    const auto& items = canvas.items();
    for (std::size_t i = 0; i < items.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(!items[i].rect.intersects(items[j].rect));
    }
    canvas.foldAll();
    QVERIFY(canvas.unfolded().empty());
}

QTEST_MAIN(TestWalkView)
#include "tst_walkview.moc"
