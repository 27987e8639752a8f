// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/hypervisor/emulator.h"

namespace fscope::hypervisor {

namespace {

constexpr Verdict kReject = Verdict::Reject;
constexpr Verdict kLater = Verdict::NotModelled;

// Source of both tables: qemu, series "target/arm: ISV=0 data abort emulation library" v6,
// target/arm/emulate/.

/// Words of the decode table that the library has no row for. The ordered forms normally come with ISV = 1.
constexpr WordRule kExceptions[] = {
    rule("xx011x00 xxxxxxxx xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "load literal")),
    rule("xx001000 1x0xxxxx xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "LDAR, STLR, LDLAR and STLLR")),
    rule("xx111000 101xxxxx 110000xx xxxxxxxx", kReject, FSCOPE_TR("Core", "LDAPR")),
    rule("xx011001 xx0xxxxx xxxx00xx xxxxxxxx", kReject, FSCOPE_TR("Core", "LDAPUR and STLUR")),
};

/// All other words, tried in this order.
constexpr WordRule kOtherWords[] = {
    // DC, IC and AT count as done; what comes here is DC ZVA and its kin, which then zero nothing.
    rule("11010101 00001xxx 0111xxxx xxxxxxxx", Verdict::NoOperation, FSCOPE_TR("Core", "cache maintenance")),
    // Rows of the library that are not modelled here yet.
    rule("xx001000 0x0xxxxx xxxxxxxx xxxxxxxx", kLater, FSCOPE_TR("Core", "load and store exclusive")),
    rule("1x001000 0x1xxxxx xxxxxxxx xxxxxxxx", kLater, FSCOPE_TR("Core", "load and store exclusive pair")),
    rule("xx001000 1x1xxxxx x11111xx xxxxxxxx", kLater, FSCOPE_TR("Core", "compare and swap")),
    rule("0x001000 0x1xxxx0 x11111xx xxxxxxx0", kLater, FSCOPE_TR("Core", "compare and swap pair")),
    rule("xx111000 xx1xxxxx 0xxx00xx xxxxxxxx", kLater, FSCOPE_TR("Core", "atomic memory operations")),
    rule("xx111000 xx1xxxxx 100000xx xxxxxxxx", kLater, FSCOPE_TR("Core", "swap")),
    rule("11111000 xx1xxxxx xxxxx1xx xxxxxxxx", kLater,
        FSCOPE_TR("Core", "loads with pointer authentication")),
    rule("01101000 10xxxxxx xxxxxxxx xxxxxxxx", kLater, FSCOPE_TR("Core", "store pair with allocation tag")),
    rule("01101001 x0xxxxxx xxxxxxxx xxxxxxxx", kLater, FSCOPE_TR("Core", "store pair with allocation tag")),
    rule("xx111x00 xx1xxxxx x0xx10xx xxxxxxxx", kLater,
        FSCOPE_TR("Core", "register offsets with a reserved option")),
    // Classes the library leaves out.
    rule("0x001100 xxxxxxxx xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "SIMD multiple structures")),
    rule("0x001101 xxxxxxxx xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "SIMD single structure")),
    rule("xx011x00 xxxxxxxx xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "load literal")),
    rule("11011001 xx1xxxxx xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "memory tags")),
    rule("xx011x01 xxxxxxxx xxxxxxxx xxxxxxxx", kReject,
        FSCOPE_TR("Core", "memory copy and set, and ordered forms")),
    rule("1xx0010x xxxxxxxx xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "SVE loads and stores")),
    rule("xxxx1x0x xxxxxxxx xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "unallocated loads and stores")),
    rule("xxxxxxxx xxxxxxxx xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "no load or store")),
};

/// A synchronous External abort with FnV = 1, entered at once: whatever failed.
/// Source: qemu, target/arm/hvf/hvf.c hvf_handle_exception; target/arm/syndrome.h syn_data_abort_no_iss.
constexpr Reaction externalAbort(const char* reason)
{
    return { .action = Reaction::Action::Inject,
        .reason = reason,
        .esr = 0x02000410, // IL, FnV, DFSC 0x10
        .classByLevel = true,
        .copiesWnr = true,
        .far = Reaction::FaultAddress::Exit,
        .delivery = PendingEvent::Delivery::Entered };
}

constexpr const char* kNoTranslation = FSCOPE_TR("Core",
    "%1 does not translate in the guest's own tables, so the guest gets a synchronous External abort");
constexpr const char* kNothingThere
    = FSCOPE_TR("Core", "Nothing answers at %1, so the guest gets a synchronous External abort");

constexpr std::array<Reaction, kFailureKinds> kReactions = { {
    externalAbort(
        FSCOPE_TR("Core", "The instruction has %1 bytes")), // cannot arise: bytes of the exit are not used
    externalAbort(FSCOPE_TR("Core",
        "QEMU's library has no row for this class (%1), so the guest gets a synchronous External abort")),
    externalAbort(kNoTranslation),
    externalAbort(kNoTranslation),
    externalAbort(kNothingThere),
    externalAbort(kNothingThere),
    externalAbort(kNothingThere),
    externalAbort(kNothingThere),
} };

} // namespace

/// Source: qemu, target/arm/hvf/hvf.c hvf_handle_exception, with the same series.
const EmulatorProfile kQemuHvfProfile {
    .id = "qemu-hvf",
    .displayName = "QEMU/HVF",
    .handlesOnlyDataAborts = true,
    .stepsOverCacheMaintenance = true,
    .knowsRamWrites = true,
    .assertsNoWalkFault = true,
    .cutsAccesses = true,
    .honoursByteOrder = true,
    .exceptions = kExceptions,
    .otherWords = kOtherWords,
    .reactions = kReactions,
};

} // namespace fscope::hypervisor
