// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/hypervisor/emulator.h"

namespace fscope::hypervisor {

namespace {

constexpr Verdict kReject = Verdict::Reject;
constexpr Verdict kNothing = Verdict::NoOperation;
constexpr Verdict kSameAs = Verdict::SameAs;
constexpr Verdict kLater = Verdict::NotModelled;

constexpr const char* kUnknown = FSCOPE_TR("Core", "unknown instruction");
constexpr const char* kOrdered = FSCOPE_TR("Core", "load-acquire and store-release");
constexpr const char* kAtomic = FSCOPE_TR("Core", "atomic memory operations");
constexpr const char* kPrefetch = FSCOPE_TR("Core", "prefetch");

// Fields that a word's stand-in takes other values in.
constexpr std::uint32_t kOption = 7U << 13;
constexpr std::uint32_t kOpc = 3U << 22;

// Source of both tables: openvmm, aarch64emu/src/opcodes.rs and emulator.rs.

/// Words the architecture allocates and OpenVMM treats otherwise.
constexpr WordRule kExceptions[] = {
    rule("xx001000 1x0xxxxx xxxxxxxx xxxxxxxx", kReject, kOrdered),
    // LDAPR goes the way of the atomics: 8 bytes read and written back whatever the size.
    rule("xx111x00 xx1xxxxx xxxx00xx xxxxxxxx", kLater, kAtomic),
    // S = 1 means a shift by 0 for bytes, which its decoder takes for an error.
    rule("00111000 xx1xxxxx xxx110xx xxxxxxxx", kReject, kUnknown),
    rule("00111100 0x1xxxxx xxx110xx xxxxxxxx", kReject, kUnknown),
};

/// All other words, tried in this order.
constexpr WordRule kOtherWords[] = {
    rule("xx111x00 xx1xxxxx xxxx00xx xxxxxxxx", kLater, kAtomic),
    rule("xx111x00 xx1xxxxx xxxxx1xx xxxxxxxx", kReject,
        FSCOPE_TR("Core", "loads with pointer authentication")),
    rule("00111000 xx1xxxxx xxx110xx xxxxxxxx", kReject, kUnknown),
    rule("00111100 0x1xxxxx xxx110xx xxxxxxxx", kReject, kUnknown),

    // Single registers by size and opc: first what is refused or does nothing, whatever the form.
    rule("11111x00 100xxxxx xxxx01xx xxxxxxxx", kReject, kUnknown),
    rule("11111x00 100xxxxx xxxx1xxx xxxxxxxx", kReject, kUnknown),
    rule("11111x0x 10xxxxxx xxxxxxxx xxxxxxxx", kNothing, kPrefetch),
    rule("11011x01 100xxxxx xxxx00xx xxxxxxxx", kNothing, kPrefetch),
    rule("11111x0x 11xxxxxx xxxxxxxx xxxxxxxx", kReject, kUnknown),
    rule("11011x01 110xxxxx xxxx00xx xxxxxxxx", kReject, kUnknown),
    rule("10111x0x 11xxxxxx xxxxxxxx xxxxxxxx", kReject, kUnknown),
    rule("10011x01 110xxxxx xxxx00xx xxxxxxxx", kReject, kUnknown),
    rule("1011110x 10xxxxxx xxxxxxxx xxxxxxxx", kReject, kUnknown),
    rule("10011101 100xxxxx xxxx00xx xxxxxxxx", kReject, kUnknown),

    // Unallocated on Arm and carried out: forms of a SIMD&FP register that exist for general ones only.
    rule("xx011101 xx0xxxxx xxxx00xx xxxxxxxx", kSameAs, kUnknown, 1U << 29 | 1U << 24, 1U << 29),
    rule("xx111100 xx0xxxxx xxxx10xx xxxxxxxx", kSameAs, kUnknown, 1U << 11, 0),
    rule("0111110x 10xxxxxx xxxxxxxx xxxxxxxx", kSameAs, kUnknown, kOpc, 1U << 22, 64),
    rule("0111110x 11xxxxxx xxxxxxxx xxxxxxxx", kSameAs, kUnknown, kOpc, 1U << 22, 32),
    // The same for register offsets with bit 14 clear: bit 13 alone decides between 64 and 32 bits.
    rule("xx111x00 xx1xxxxx x01x10xx xxxxxxxx", kSameAs, kUnknown, kOption, 3U << 13),
    rule("xx111x00 xx1xxxxx x00x10xx xxxxxxxx", kSameAs, kUnknown, kOption, 2U << 13),

    // Pairs and literals that the decode table lacks, STGP among them.
    rule("xx101xxx xxxxxxxx xxxxxxxx xxxxxxxx", kReject, kUnknown),
    rule("xx011x00 xxxxxxxx xxxxxxxx xxxxxxxx", kReject, kUnknown),

    // Groups of loads and stores that are told apart and refused.
    rule("xx001000 0x0xxxxx xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "load and store exclusive")),
    rule("0x001000 0x1xxxxx xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "compare and swap pair")),
    rule("1x001000 0x1xxxxx xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "load and store exclusive pair")),
    rule("xx00100x xx0xxxxx xxxxxxxx xxxxxxxx", kReject, kOrdered),
    rule("xx00100x xx1xxxxx xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "compare and swap")),
    rule("0x001100 0x000000 xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "SIMD multiple structures")),
    rule("0x001100 1x0xxxxx xxxxxxxx xxxxxxxx", kReject,
        FSCOPE_TR("Core", "SIMD multiple structures, post-indexed")),
    rule("0x001101 0xx00000 xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "SIMD single structure")),
    rule("0x001101 1xxxxxxx xxxxxxxx xxxxxxxx", kReject,
        FSCOPE_TR("Core", "SIMD single structure, post-indexed")),
    rule("11011001 xx1xxxxx xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "memory tags")),
    rule("xx011x01 xx0xxxxx xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "memory copy and set")),
    rule("xxxx1x0x xxxxxxxx xxxxxxxx xxxxxxxx", kReject, kUnknown),

    // Other groups, by bits 28:25.
    rule("0xx0000x xxxxxxxx xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "reserved encodings")),
    rule("1xx0000x xxxxxxxx xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "SME")),
    rule("xxx0010x xxxxxxxx xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "SVE")),
    rule("xxx100xx xxxxxxxx xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "data processing, immediate")),
    rule(
        "xxx101xx xxxxxxxx xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "branches, exceptions and system")),
    rule("xxxx101x xxxxxxxx xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "data processing, register")),
    rule("xxxx111x xxxxxxxx xxxxxxxx xxxxxxxx", kReject, FSCOPE_TR("Core", "floating point and SIMD")),
    rule("xxxxxxxx xxxxxxxx xxxxxxxx xxxxxxxx", kReject, kUnknown),
};

// An Instruction Abort from the same level with IL = 0; the hypervisor turns the class into that of the
// guest's level.
constexpr std::uint64_t kGenericAbort = 0x84000000;
constexpr std::uint64_t kDenied = 0x8400000e; ///< permission fault, level 2

using Action = Reaction::Action;
using FaultAddress = Reaction::FaultAddress;

/// Source: openvmm, vmm_core/virt_support_aarch64emu/src/emulate.rs; the order is that of FailureKind.
constexpr std::array<Reaction, kFailureKinds> kReactions = { {
    { .action = Action::Inject,
        .reason = FSCOPE_TR("Core",
            "The intercept brings %1 instruction bytes, where an A64 instruction has 4, so the guest gets an "
            "Instruction Abort"),
        .esr = kGenericAbort },
    { .action = Action::Inject,
        .reason = FSCOPE_TR("Core",
            "OpenVMM's decoder does not handle this class (%1), so the guest gets an Instruction Abort at "
            "its PC"),
        .esr = kGenericAbort },
    { .action = Action::InjectHostEvent,
        .reason
        = FSCOPE_TR("Core", "%1 does not translate, and the guest gets the exception that the host supplies"),
        .far = FaultAddress::Access },
    { .action = Action::Halt,
        .reason = FSCOPE_TR("Core",
            "%1 does not translate, and the host supplies no exception for the guest, so OpenVMM stops this "
            "virtual "
            "machine") },
    { .action = Action::Inject,
        .reason = FSCOPE_TR("Core",
            "A higher trust level denies the access at %1, so the guest gets an Instruction Abort, whatever "
            "the access "
            "was"),
        .esr = kDenied,
        .copiesIl = true,
        .far = FaultAddress::Access },
    { .action = Action::Halt,
        .reason = FSCOPE_TR("Core",
            "A higher trust level denies the access at %1 by a rule that allows execution, which OpenVMM "
            "asserts "
            "against: it panics") },
    { .action = Action::Halt,
        .reason = FSCOPE_TR("Core",
            "The access at %1 begins in RAM and leaves it, so it fails and OpenVMM stops this virtual "
            "machine") },
    { .action = Action::Halt, .reason = FSCOPE_TR("Core", "Nothing answers at %1") },
} };

} // namespace

const EmulatorProfile kOpenVmmProfile {
    .id = "openvmm",
    .displayName = "OpenVMM",
    .haltsOnInterruption = true,
    .skipsLoadToZero = true,
    .cutsToW = true,
    .stepFollowsIl = true,
    .decodesAfterFailure = true,
    .usesMessageBytes = true,
    .caches = true,
    .unmappedIsDevice = true,
    .checksTrust = true,
    .storesPairAtFirstAddress = true,
    .exceptions = kExceptions,
    .otherWords = kOtherWords,
    .reactions = kReactions,
};

} // namespace fscope::hypervisor
