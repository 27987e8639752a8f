// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/machine/guest.h"
#include "core/mmu/tabletree.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace fscope::models {

/// A root that somebody typed in place of the one in a register.
struct TypedRoot {
    mmu::TreeName tree = mmu::TreeName::Ttbr0; ///< whose other settings it takes
    quint64 address = 0;
    bool operator==(const TypedRoot&) const = default;
};

/// The trees of tables of a guest at one moment: TTBR0_EL1, TTBR1_EL1, VTTBR_EL2, then a typed root if there
/// is one. Shares the guest's pages; immutable, so any thread may read it.
class TableSnapshot
{
public:
    explicit TableSnapshot(const machine::Guest& guest, const std::optional<TypedRoot>& typed = std::nullopt)
        : m_pages(guest.memory)
        , m_memory(m_pages)
        , m_regs(guest.vcpu.translation)
        , m_typed(typed)
    {
        for (const mmu::TreeName name : mmu::kTreeNames)
            m_trees.push_back(std::make_unique<mmu::TableTree>(m_regs, m_memory, name));
        if (typed)
            m_trees.push_back(std::make_unique<mmu::TableTree>(typedRegisters(), m_memory, typed->tree));
    }
    TableSnapshot(const TableSnapshot&) = delete;
    TableSnapshot& operator=(const TableSnapshot&) = delete;

    const mmu::TranslationRegisters& registers() const { return m_regs; }
    const mmu::TableMemory& memory() const { return m_memory; }
    int count() const { return static_cast<int>(m_trees.size()); }
    const mmu::TableTree& tree(int index) const { return *m_trees[static_cast<std::size_t>(index)]; }
    bool isTyped(int index) const { return index >= static_cast<int>(std::size(mmu::kTreeNames)); }
    /// "TTBR1_EL1"; of the typed root its address.
    QString title(int index) const
    {
        const QString name = QLatin1String(mmu::registerOf(tree(index).name(), m_regs.regime));
        return isTyped(index) ? QStringLiteral("%1 = 0x%2").arg(name).arg(m_typed->address, 0, 16) : name;
    }
    bool sameTables(const TableSnapshot& other) const
    {
        return m_regs == other.m_regs && m_typed == other.m_typed && m_pages.sameContent(other.m_pages);
    }

private:
    mmu::TranslationRegisters typedRegisters() const
    {
        mmu::TranslationRegisters regs = m_regs;
        switch (m_typed->tree) {
        case mmu::TreeName::Ttbr0:
            regs.ttbr0 = m_typed->address;
            break;
        case mmu::TreeName::Ttbr1:
            regs.ttbr1 = m_typed->address;
            break;
        case mmu::TreeName::Vttbr:
            regs.vttbr = m_typed->address;
            break;
        }
        return regs;
    }
    memory::SnapshotMemory m_pages;
    mmu::TableMemory m_memory; ///< a way to read them
    mmu::TranslationRegisters m_regs;
    std::optional<TypedRoot> m_typed;
    std::vector<std::unique_ptr<mmu::TableTree>> m_trees; ///< refer to the memory
};
using TableSnapshotPtr = std::shared_ptr<const TableSnapshot>;

} // namespace fscope::models
