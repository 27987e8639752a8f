// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/field.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace fscope::arch::vmx {

/// What the processor supports and the controls turn on, as far as EPT depends on it.
struct EptFeatures {
    unsigned maxPhysicalAddress = 46;     ///< MAXPHYADDR, 32 to 52; other values are brought into this range
    bool executeOnly = true;              ///< IA32_VMX_EPT_VPID_CAP bit 0
    bool pages1G = true;                  ///< IA32_VMX_EPT_VPID_CAP bit 17
    bool modeBasedExecute = false;        ///< mode-based execute control for EPT
    bool accessedDirty = false;           ///< EPTP bit 6
    bool pagingWrite = false;             ///< EPT paging-write control
    bool supervisorShadowStack = false;   ///< EPTP bit 7
    bool subPageWrite = false;            ///< sub-page write permissions for EPT
    bool virtualizationException = false; ///< EPT-violation #VE
    bool verifyPaging = false;            ///< guest-paging verification
};

enum class EptState : std::uint8_t { NotPresent, Table, Page, Misconfigured };
std::string_view name(EptState state); ///< "not_present"

/// One reason why an entry is misconfigured.
struct EptFault {
    std::string_view name; ///< "write_without_read"
    const char* text = ""; ///< a sentence; marked for translation
};

/// An EPT entry, judged.
struct EptEntry {
    unsigned level = 1; ///< 5 PML5E to 1 PTE
    std::uint64_t value = 0;
    EptState state = EptState::NotPresent;
    std::vector<EptFault> why;     ///< Misconfigured
    std::uint64_t reservedSet = 0; ///< reserved bits that are 1
    bool maps = false;             ///< the form of the entry maps a page, whether it is well formed or not
    std::uint64_t address = 0;     ///< of the page, or of the next table
    const RegisterLayout* layout = nullptr;
};

/// "PML5E", "PML4E", "PDPTE", "PDE" or "PTE"; levels outside 1 to 5 count as the nearest.
std::string_view eptEntryName(unsigned level);
/// The bits of guest-physical address that an entry of this level stands for: 12, 21, 30, 39, 48.
unsigned eptShift(unsigned level);

/// The layout of this value at this level: not present, table, or page. It lives as long as the program.
const RegisterLayout& eptEntryLayout(unsigned level, std::uint64_t value, const EptFeatures& features);
EptEntry decodeEptEntry(unsigned level, std::uint64_t value, const EptFeatures& features);

/// The EPT pointer (VMCS encoding 0x201a).
const RegisterLayout& eptpLayout(unsigned maxPhysicalAddress = 46);
/// Why VM entry refuses the EPTP (VM-instruction error 7): "memory_type", "walk_length", "reserved_bits".
std::vector<EptFault> eptpProblems(std::uint64_t eptp, unsigned maxPhysicalAddress = 46);

/// "UC", "WC", "WT", "WP", "WB", or nullptr for the reserved 2, 3 and 7.
const char* memoryTypeName(unsigned type);

/// What is attempted.
enum class EptAccess : std::uint8_t {
    Read,
    Write,
    Fetch,
    Walk, ///< the processor reads a guest paging-structure entry
};

struct EptAttempt {
    EptAccess access = EptAccess::Read;
    bool linearValid = true; ///< there is a guest-linear address
    bool userLinear = false; ///< it is a user-mode one
};

/// The outcome of one EPT walk.
struct EptWalk {
    enum class Result : std::uint8_t {
        Ok,
        Violation,
        Misconfiguration,
        Incomplete, ///< an entry that the walk needs was not given
        BadPointer, ///< the EPTP says no walk length that exists
    };
    Result result = Result::Incomplete;
    /// Of the entry that maps, is missing or is misconfigured; 0: the guest-physical address is too wide for
    /// the walk.
    unsigned level = 0;
    std::uint64_t pageSize = 0;
    std::uint64_t address = 0;           ///< Ok: host-physical
    unsigned memoryType = 0;             ///< Ok
    bool ignorePat = false;              ///< Ok
    std::vector<EptFault> why;           ///< Misconfiguration
    std::uint64_t qualification = 0;     ///< Violation: bits 8:0
    std::uint64_t qualificationMask = 0; ///< the bits of it that are defined here
    std::vector<EptEntry> entries;       ///< those that were used, from the root
};

/// Walks one guest-physical address through the entries given, root level first.
///
/// Accessed and dirty flags and supervisor shadow stacks are on as bits 6 and 7 of @p eptp say, whatever @p
/// features has. Level by level an entry that is not present ends in a violation and a misconfigured one in a
/// misconfiguration; rights are looked at after the last level. Sub-page permissions, which need a table of
/// their own, are not walked: a write that they would decide is a violation. Source: Intel SDM volume 3C,
/// "VMX Support for Address Translation".
EptWalk walkEpt(std::uint64_t eptp, std::uint64_t guestPhysical, std::span<const std::uint64_t> entries,
    const EptAttempt& attempt, EptFeatures features);

} // namespace fscope::arch::vmx
