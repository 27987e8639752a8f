// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/walkpath.h"

#include "core/base/bits.h"

#include <utility>
#include <variant>

namespace fscope::widgets {
namespace {

bool isLeaf(mmu::DescriptorType type)
{
    return type == mmu::DescriptorType::Block || type == mmu::DescriptorType::Page;
}

bool stage2IsOn(const mmu::TranslationRegisters& regs)
{
    return bit(regs.hcr, 0) || bit(regs.hcr, 12); // VM, DC
}

class PathBuilder
{
public:
    explicit PathBuilder(const mmu::TranslationRegisters& regs) { m_path.regs = regs; }
    explicit PathBuilder(const machine::InterceptRun& run)
    {
        if (!run.before)
            return;
        m_path.regs = run.before->vcpu.translation;
        m_path.cpu.el = run.before->vcpu.el();
        m_path.cpu.pan = (run.before->vcpu.pstate & arch::pstate::kPan) != 0;
    }

    void cacheLookedUp(const hypervisor::CacheLookedUp& step, WalkMark mark)
    {
        WalkPart& part = open(step.va.value);
        part.kind = step.kind;
        part.cache = std::move(mark);
        part.cacheHit = step.hit;
        m_open = !step.hit;
    }
    void descriptor(const mmu::DescriptorRead& read, bool informative, WalkMark mark)
    {
        const bool first = read.stage == mmu::Stage::One || read.forTable;
        if (m_path.empty() || (!m_open && !informative))
            open(first ? read.input : 0);
        if (read.forUpdate && lastFirstStageCard() != nullptr) {
            lastFirstStageCard()->update.push_back({ read, std::move(mark), {}, {} });
            return;
        }
        if (read.forTable) {
            m_side.push_back({ read, std::move(mark), {}, {} });
            return;
        }
        WalkPart& part = m_path.parts.back();
        const bool goesOn = !part.chains.empty() && part.chains.back().stage == read.stage
            && part.chains.back().input == read.input && !part.chains.back().cards.empty()
            && part.chains.back().cards.back().read.level < read.level;
        if (!goesOn)
            addChain(read.stage, read.input);
        if (read.stage == mmu::Stage::One)
            part.va = read.input;
        part.chains.back().cards.push_back({ read, std::move(mark), std::exchange(m_side, {}), {} });
    }
    void translated(quint64 va, std::optional<mmu::AccessKind> kind, mmu::Stage stage, WalkMark mark)
    {
        finish(va, kind, stage, std::move(mark));
        m_open = false;
    }
    void failed(quint64 va, std::optional<mmu::AccessKind> kind, const mmu::Fault& fault, bool informative,
        WalkMark mark)
    {
        if (fault.onUpdate)
            showUpdate();
        finish(va, kind, fault.stage, std::move(mark));
        if (!informative)
            m_open = false;
    }
    WalkPart& begin(WalkPart::Origin origin)
    {
        WalkPart& part = open(0);
        part.origin = origin;
        return part;
    }
    bool hasSecondStage() const
    {
        for (const WalkChain& chain : m_path.parts.back().chains) {
            if (chain.stage == mmu::Stage::Two && chain.purpose == WalkPurpose::Access)
                return true;
        }
        return false;
    }
    WalkPath take()
    {
        flushSide();
        for (WalkPart& part : m_path.parts) {
            for (WalkChain& chain : part.chains)
                split(part, chain);
        }
        return std::move(m_path);
    }

private:
    void split(const WalkPart& part, WalkChain& chain) const
    {
        std::vector<mmu::DescriptorRead> reads;
        for (const WalkCard& card : chain.cards)
            reads.push_back(card.read);
        const mmu::AccessKind kind = part.kind.value_or(mmu::AccessKind::Read);
        chain.parts = models::addressParts(m_path.regs, chain.stage, chain.input, kind, reads);
        chain.endsInPa = chain.stage == mmu::Stage::Two || !stage2IsOn(m_path.regs);
    }
    WalkPart& open(quint64 va)
    {
        flushSide();
        WalkPart part;
        part.va = va;
        m_path.parts.push_back(std::move(part));
        m_open = true;
        return m_path.parts.back();
    }
    WalkChain& addChain(mmu::Stage stage, quint64 input, WalkPurpose purpose = WalkPurpose::Access)
    {
        WalkChain chain;
        chain.stage = stage;
        chain.input = input;
        chain.purpose = purpose;
        m_path.parts.back().chains.push_back(std::move(chain));
        return m_path.parts.back().chains.back();
    }
    WalkCard* lastFirstStageCard()
    {
        if (m_path.empty() || m_path.parts.back().chains.empty())
            return nullptr;
        WalkChain& chain = m_path.parts.back().chains.back();
        return chain.stage == mmu::Stage::One && !chain.cards.empty() ? &chain.cards.back() : nullptr;
    }
    /// An update that failed stands for itself, as it ends the walk.
    void showUpdate()
    {
        WalkCard* card = lastFirstStageCard();
        if (card == nullptr || card->update.empty())
            return;
        std::vector<WalkCard> cards = std::exchange(card->update, {});
        addChain(mmu::Stage::Two, cards.front().read.input, WalkPurpose::Update).cards = std::move(cards);
    }
    /// A side walk that led to no descriptor of stage 1 stands for itself.
    void flushSide()
    {
        if (m_side.empty() || m_path.empty())
            return;
        std::vector<WalkCard> cards = std::exchange(m_side, {});
        addChain(mmu::Stage::Two, cards.front().read.input, WalkPurpose::Table).cards = std::move(cards);
    }
    void finish(quint64 va, std::optional<mmu::AccessKind> kind, mmu::Stage stage, WalkMark mark)
    {
        flushSide();
        if (m_path.empty() || (!m_open && m_path.parts.back().va != va))
            open(va);
        WalkPart& part = m_path.parts.back();
        part.va = va;
        if (kind)
            part.kind = kind;
        for (std::size_t i = part.chains.size(); i-- > 0;) {
            if (part.chains[i].stage == stage && !part.chains[i].end) {
                part.chains[i].end = std::move(mark);
                return;
            }
        }
        addChain(stage, va).end = std::move(mark);
    }

    WalkPath m_path;
    std::vector<WalkCard> m_side; ///< waits for the stage-1 descriptor that it finds the table of
    bool m_open = false;
};

/// "EL1 rw-, EL0 ---" of both stages together, and the memory.
QString attributesOf(const mmu::Translation& to)
{
    QString text = models::memoryWords(to.attributes);
    if (!to.stage1.isOn() && !to.stage2.isOn())
        return text;
    const auto both = [&to](mmu::Rights (mmu::LeafRights::*who)() const) {
        constexpr mmu::Rights kAll { true, true, true };
        const mmu::Rights one = to.stage1.isOn() ? (to.stage1.rights.*who)() : kAll;
        const mmu::Rights two = to.stage2.isOn() ? (to.stage2.rights.*who)() : kAll;
        return models::rightsWord(one.read && two.read, one.write && two.write, one.execute && two.execute);
    };
    return QStringLiteral("EL1 %1, EL0 %2\n")
               .arg(both(&mmu::LeafRights::privileged), both(&mmu::LeafRights::unprivileged))
        + text;
}

/// The walk of a CPU: descriptors, then what it came to.
void addWalk(PathBuilder& builder, const mmu::WalkTrace& trace, const mmu::WalkResult& result,
    std::optional<quint64> address, std::optional<mmu::AccessKind> kind, int& row)
{
    const auto nextMark = [&row] {
        WalkMark mark;
        mark.row = row++;
        return mark;
    };
    for (const mmu::DescriptorRead& read : trace)
        builder.descriptor(read, true, nextMark());
    if (!address)
        return;
    WalkMark mark = nextMark();
    if (result.fault) {
        builder.failed(*address, kind, *result.fault, false, std::move(mark));
    } else {
        mark.attributes = attributesOf(result.translation);
        builder.translated(
            *address, kind, builder.hasSecondStage() ? mmu::Stage::Two : mmu::Stage::One, std::move(mark));
    }
}

const WalkCard* findCard(const std::vector<WalkCard>& cards, int row, std::vector<mmu::DescriptorRead>& above)
{
    above.clear();
    for (const WalkCard& card : cards) {
        if (card.mark.row == row)
            return &card;
        above.push_back(card.read);
    }
    for (const WalkCard& card : cards) {
        for (const std::vector<WalkCard>* side : { &card.side, &card.update }) {
            if (const WalkCard* found = side->empty() ? nullptr : findCard(*side, row, above))
                return found;
        }
    }
    return nullptr;
}

} // namespace

std::optional<quint64> WalkChain::result() const
{
    if (cards.empty() || !isLeaf(cards.back().read.type))
        return std::nullopt;
    const mmu::DescriptorRead& leaf = cards.back().read;
    return leaf.output | (leaf.indexLo > 0 ? bits(input, leaf.indexLo - 1, 0) : 0);
}

WalkPath walkPathOf(const machine::InterceptRun& run, bool hardware)
{
    PathBuilder builder(run);
    int row = 0;
    for (std::size_t i = 0; i < run.steps.size(); ++i) {
        const hypervisor::MicroStep& step = run.steps[i];
        WalkMark mark;
        mark.row = row;
        mark.step = static_cast<int>(i);
        ++row;
        if (const auto* lookup = std::get_if<hypervisor::CacheLookedUp>(&step)) {
            builder.cacheLookedUp(*lookup, std::move(mark));
        } else if (const auto* read = std::get_if<hypervisor::DescriptorStep>(&step)) {
            builder.descriptor(read->read, read->informative, std::move(mark));
        } else if (const auto* done = std::get_if<hypervisor::Translated>(&step)) {
            mark.attributes = models::memoryWords(done->attributes);
            builder.translated(done->va.value, done->kind, mmu::Stage::One, std::move(mark));
        } else if (const auto* failed = std::get_if<hypervisor::TranslationFailed>(&step)) {
            builder.failed(
                failed->va.value, failed->kind, failed->fault, failed->informative, std::move(mark));
        } else if (!std::holds_alternative<hypervisor::CacheFilled>(step)) {
            --row; // not a row of WalkModel
        }
    }
    if (hardware) {
        builder.begin(WalkPart::Origin::Hardware);
        addWalk(builder, run.hardwareWalk, run.hardwareResult,
            run.intercept ? std::optional(run.intercept->far) : std::nullopt, {}, row);
    }
    return builder.take();
}

WalkPath walkPathOf(const models::WalkAnswer& answer)
{
    PathBuilder builder(answer.regs);
    WalkPart& part = builder.begin(WalkPart::Origin::Asked);
    part.va = answer.question.address;
    part.isIpa = answer.question.space == models::AddressSpace::Ipa;
    part.access = answer.question.access;
    int row = 0;
    addWalk(builder, answer.trace, answer.result, answer.question.address, answer.question.access.kind, row);
    return builder.take();
}

std::optional<models::DescriptorFacts> descriptorFacts(const WalkPath& path, int row)
{
    models::DescriptorFacts facts;
    for (const WalkPart& part : path.parts) {
        for (const WalkChain& chain : part.chains) {
            const WalkCard* card = findCard(chain.cards, row, facts.above);
            if (card == nullptr)
                continue;
            facts.read = card->read;
            facts.regs = path.regs;
            facts.access = part.access;
            if (!facts.access && part.kind) {
                facts.access = path.cpu;
                facts.access->kind = *part.kind;
            }
            if (card->read.forTable) // the walk's own
                facts.access
                    = mmu::Access { card->read.forUpdate ? mmu::AccessKind::Write : mmu::AccessKind::Read };
            return facts;
        }
    }
    return std::nullopt;
}

} // namespace fscope::widgets
