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

class PathBuilder
{
public:
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
        if (read.forTable) {
            m_side.push_back({ read, std::move(mark), {} });
            return;
        }
        WalkPart& part = m_path.back();
        const bool goesOn = !part.chains.empty() && part.chains.back().stage == read.stage
            && part.chains.back().input == read.input && !part.chains.back().cards.empty()
            && part.chains.back().cards.back().read.level < read.level;
        if (!goesOn)
            part.chains.push_back({ read.stage, false, read.input, {}, {} });
        if (read.stage == mmu::Stage::One)
            part.va = read.input;
        part.chains.back().cards.push_back({ read, std::move(mark), std::exchange(m_side, {}) });
    }
    void translated(quint64 va, std::optional<mmu::AccessKind> kind, mmu::Stage stage, WalkMark mark)
    {
        finish(va, kind, stage, std::move(mark));
        m_open = false;
    }
    void failed(quint64 va, std::optional<mmu::AccessKind> kind, const mmu::Fault& fault, bool informative,
        WalkMark mark)
    {
        finish(va, kind, fault.stage, std::move(mark));
        if (!informative)
            m_open = false;
    }
    void beginHardware()
    {
        open(0).hardware = true;
        m_hardware = true;
    }
    WalkPath take()
    {
        flushSide();
        return std::move(m_path);
    }

private:
    WalkPart& open(quint64 va)
    {
        flushSide();
        WalkPart part;
        part.va = va;
        m_path.push_back(std::move(part));
        m_open = true;
        return m_path.back();
    }
    /// A side walk that led to no descriptor of stage 1 stands for itself.
    void flushSide()
    {
        if (m_side.empty() || m_path.empty())
            return;
        WalkChain chain;
        chain.stage = mmu::Stage::Two;
        chain.forTable = true;
        chain.input = m_side.front().read.input;
        chain.cards = std::exchange(m_side, {});
        m_path.back().chains.push_back(std::move(chain));
    }
    void finish(quint64 va, std::optional<mmu::AccessKind> kind, mmu::Stage stage, WalkMark mark)
    {
        flushSide();
        if (m_path.empty() || (!m_open && m_path.back().va != va))
            open(va);
        WalkPart& part = m_path.back();
        part.va = va;
        if (kind)
            part.kind = kind;
        for (std::size_t i = part.chains.size(); i-- > 0;) {
            if (part.chains[i].stage == stage && !part.chains[i].end) {
                part.chains[i].end = std::move(mark);
                return;
            }
        }
        WalkChain chain;
        chain.stage = stage;
        chain.input = va;
        chain.end = std::move(mark);
        part.chains.push_back(std::move(chain));
    }

    WalkPath m_path;
    std::vector<WalkCard> m_side; ///< waits for the stage-1 descriptor that it finds the table of
    bool m_open = false;
    bool m_hardware = false;
};

void addHardware(PathBuilder& builder, const machine::InterceptRun& run, int& row)
{
    builder.beginHardware();
    const auto nextMark = [&row] {
        WalkMark mark;
        mark.row = row++;
        return mark;
    };
    for (const mmu::DescriptorRead& read : run.hardwareWalk)
        builder.descriptor(read, true, nextMark());
    if (!run.intercept)
        return;
    const quint64 va = run.intercept->far;
    if (const auto& fault = run.hardwareResult.fault)
        builder.failed(va, {}, *fault, false, nextMark());
    else
        builder.translated(va, {}, mmu::Stage::Two, nextMark());
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
    PathBuilder builder;
    int row = 0;
    for (std::size_t i = 0; i < run.steps.size(); ++i) {
        const hypervisor::MicroStep& step = run.steps[i];
        WalkMark mark;
        mark.row = row;
        mark.step = static_cast<int>(i);
        ++row;
        if (const auto* lookup = std::get_if<hypervisor::CacheLookedUp>(&step))
            builder.cacheLookedUp(*lookup, std::move(mark));
        else if (const auto* read = std::get_if<hypervisor::DescriptorStep>(&step))
            builder.descriptor(read->read, read->informative, std::move(mark));
        else if (const auto* done = std::get_if<hypervisor::Translated>(&step))
            builder.translated(done->va.value, done->kind, mmu::Stage::One, std::move(mark));
        else if (const auto* failed = std::get_if<hypervisor::TranslationFailed>(&step))
            builder.failed(
                failed->va.value, failed->kind, failed->fault, failed->informative, std::move(mark));
        else if (!std::holds_alternative<hypervisor::CacheFilled>(step))
            --row; // not a row of WalkModel
    }
    if (hardware)
        addHardware(builder, run, row);
    return builder.take();
}

} // namespace fscope::widgets
