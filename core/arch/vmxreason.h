// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/field.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace fscope::arch::vmx {

/// How the exit qualification of a basic exit reason is laid out. Event depends on the exiting event as well.
enum class QualificationKind : std::uint8_t {
    None,
    Event,
    Debug,
    PageFault,
    Nmi,
    Sipi,
    Io,
    TaskSwitch,
    Linear,
    Displacement,
    Cr,
    Dr,
    Wrmsr,
    EntryGuest,
    EntryMsr,
    Mwait,
    ApicAccess,
    Eoi,
    Ept,
    Wbinvd,
    ApicWrite,
    Pml,
    Spp,
    Enqcmd,
    Enqcmds,
    Notify,
    MsrList,
    MsrImmediate,
};
inline constexpr unsigned kQualificationKindCount = 28;
/// A word for files and command lines: "ept"; empty for None.
std::string_view name(QualificationKind kind);

/// How the VM-exit instruction information is laid out.
enum class InfoKind : std::uint8_t {
    None,
    Io,
    Memory,
    Invept,
    Gdtr,
    Ldtr,
    Vmread,
    Rdrand,
    Umwait,
    Loadiwkey,
    MsrImmediate,
};
inline constexpr unsigned kInfoKindCount = 11;
std::string_view name(InfoKind kind);

/// Whether the VM-exit instruction length is valid.
enum class LengthRule : std::uint8_t { No, Yes, Some, NotListed };

/// One basic exit reason.
struct ExitReason {
    std::uint16_t number = 0;
    const char* ident = ""; ///< "EPT_VIOLATION"
    const char* text = "";  ///< "EPT violation"; marked for translation
    QualificationKind qualification = QualificationKind::None;
    InfoKind info = InfoKind::None;
    LengthRule length = LengthRule::No;
    const char* meaning = ""; ///< when it happens, a sentence; marked for translation
};

/// All basic exit reasons that are public, by number (0 to 85 with holes).
std::span<const ExitReason> exitReasons();
/// The reason of that number; nullptr if it is not defined.
const ExitReason* exitReason(unsigned basic);
/// The reason of that ident in any case ("ept_violation"), or nullptr.
const ExitReason* exitReasonByIdent(std::string_view ident);

bool isEntryFailure(unsigned basic);          ///< 33, 34, 41: bit 31 is set
bool hasGuestPhysicalAddress(unsigned basic); ///< 48, 49, 66
bool isTrapLike(unsigned basic);              ///< 43, 45, 56, 74: the saved RIP is of the next instruction

/// The exit-reason field, taken apart.
struct DecodedExitReason {
    std::uint16_t basic = 0;
    const ExitReason* reason = nullptr; ///< nullptr: not defined
    bool busyShadowStack = false;
    bool busLock = false;
    bool enclave = false;
    bool pendingMtf = false;
    bool fromVmxRoot = false;
    bool entryFailure = false;
    std::uint32_t stray = 0; ///< what is set of bit 30 and bits 24:16
    /// Bit 31 fits the reason; false for a reason that is not defined.
    bool consistent = false;
    /// The names of the set flags, as the rows have them: "bus_lock".
    std::vector<const char*> flags;
};
/// Any value; never fails.
DecodedExitReason decodeExitReason(std::uint32_t value);

/// The 32-bit field of the VMCS (encoding 0x4402).
const RegisterLayout& exitReasonLayout();

} // namespace fscope::arch::vmx
