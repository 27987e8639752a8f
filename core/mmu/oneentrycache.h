// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/mmu/walk.h"

#include <optional>

namespace fscope::mmu {

/// OpenVMM's translation cache: one page, one access kind, living as long as one emulation.
///
/// A write does not hit an entry made by a read. The page size is 4096 whatever the guest's granule; the tag
/// byte of a VA is part of the key. Source: openvmm, vmm_core/virt_support_aarch64emu/src/emulate.rs.
class OneEntryCache
{
public:
    struct Entry {
        std::uint64_t vaPage = 0;  ///< VA >> 12
        std::uint64_t ipaPage = 0; ///< IPA >> 12
        AccessKind kind = AccessKind::Read;
        bool operator==(const Entry&) const = default;
    };
    std::optional<Ipa> lookUp(Va va, AccessKind kind) const
    {
        if (m_entry && m_entry->vaPage == va.value >> kPageShift && m_entry->kind == kind)
            return Ipa(m_entry->ipaPage << kPageShift | va.offsetIn(kPageSize));
        return std::nullopt;
    }
    void fill(Va va, Ipa ipa, AccessKind kind)
    {
        m_entry = Entry { va.value >> kPageShift, ipa.value >> kPageShift, kind };
    }
    const std::optional<Entry>& entry() const { return m_entry; }

private:
    std::optional<Entry> m_entry;
};

} // namespace fscope::mmu
