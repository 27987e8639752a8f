// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// SCTLR_EL1: whether stage 1 is on, and how EL1 and EL0 behave.

#include "core/arch/fieldtables.h"

#include <array>

namespace fscope::arch::table {
namespace {

constexpr const char* kSctlr = "Arm ARM D24.2, SCTLR_EL1, System Control Register (EL1)";

constexpr std::array kOff {
    NamedValue { 0, FSCOPE_TR("Core", "Off") },
    NamedValue { 1, FSCOPE_TR("Core", "On") },
};
constexpr std::array kTrap {
    NamedValue { 0, FSCOPE_TR("Core", "Trapped to EL1") },
    NamedValue { 1, FSCOPE_TR("Core", "Not trapped") },
};
constexpr std::array kEndian {
    NamedValue { 0, FSCOPE_TR("Core", "Little-endian") },
    NamedValue { 1, FSCOPE_TR("Core", "Big-endian") },
};
constexpr std::array kTcf {
    NamedValue { 0, FSCOPE_TR("Core", "No effect") },
    NamedValue { 1, FSCOPE_TR("Core", "Synchronous exception") },
    NamedValue { 2, FSCOPE_TR("Core", "Asynchronously accumulated") },
    NamedValue { 3, FSCOPE_TR("Core", "Synchronous for reads, asynchronous for writes") },
};
constexpr std::array kYes {
    NamedValue { 0, FSCOPE_TR("Core", "No") },
    NamedValue { 1, FSCOPE_TR("Core", "Yes") },
};
constexpr std::array kCache {
    NamedValue { 0, FSCOPE_TR("Core", "Non-cacheable") },
    NamedValue { 1, FSCOPE_TR("Core", "As the tables say") },
};
constexpr std::array kSpan {
    NamedValue { 0, FSCOPE_TR("Core", "PSTATE.PAN is set on an exception to EL1") },
    NamedValue { 1, FSCOPE_TR("Core", "PSTATE.PAN is left as it is") },
};
constexpr std::array kRows {
    flag("TIDCP", 63, FSCOPE_TR("Core", "Trap IMPLEMENTATION DEFINED functionality"),
        FSCOPE_TR(
            "Core", "Whether IMPLEMENTATION DEFINED registers and instructions trap from EL0 (FEAT_TIDCP1)."),
        kOff, kSctlr),
    flag("SPINTMASK", 62, FSCOPE_TR("Core", "SP interrupt mask"),
        FSCOPE_TR("Core", "Whether PSTATE.SP masks interrupts (FEAT_NMI)."), kOff, kSctlr),
    flag("NMI", 61, FSCOPE_TR("Core", "Non-maskable interrupts"),
        FSCOPE_TR("Core", "Whether interrupts with superpriority pass PSTATE.I and F (FEAT_NMI)."), kOff,
        kSctlr),
    flag("EnTP2", 60, FSCOPE_TR("Core", "Enable TPIDR2_EL0"),
        FSCOPE_TR(
            "Core", "Whether access to TPIDR2_EL0 (FEAT_SME) works at EL0; while it is 0, it traps to EL1."),
        kTrap, kSctlr),
    flag("TCSO", 59, FSCOPE_TR("Core", "Tag checking, store only"),
        FSCOPE_TR("Core", "Whether only stores are tag-checked at EL1 (FEAT_MTE_STORE_ONLY)."), kOff, kSctlr),
    flag("TCSO0", 58, FSCOPE_TR("Core", "Tag checking, store only at EL0"),
        FSCOPE_TR("Core", "Whether only stores are tag-checked at EL0 (FEAT_MTE_STORE_ONLY)."), kOff, kSctlr),
    flag("EPAN", 57, FSCOPE_TR("Core", "Enhanced PAN"),
        FSCOPE_TR(
            "Core", "Whether PAN also refuses data access to pages that EL0 can only execute (FEAT_PAN3)."),
        kOff, kSctlr),
    flag("EnALS", 56, FSCOPE_TR("Core", "Enable LD64B and ST64B"),
        FSCOPE_TR(
            "Core", "Whether LD64B and ST64B (FEAT_LS64) works at EL0; while it is 0, it traps to EL1."),
        kTrap, kSctlr),
    flag("EnAS0", 55, FSCOPE_TR("Core", "Enable ST64BV0"),
        FSCOPE_TR(
            "Core", "Whether ST64BV0 (FEAT_LS64_ACCDATA) works at EL0; while it is 0, it traps to EL1."),
        kTrap, kSctlr),
    flag("EnASR", 54, FSCOPE_TR("Core", "Enable ST64BV"),
        FSCOPE_TR("Core", "Whether ST64BV (FEAT_LS64_V) works at EL0; while it is 0, it traps to EL1."),
        kTrap, kSctlr),
    flag("TME", 53, FSCOPE_TR("Core", "Transactional memory at EL1"),
        FSCOPE_TR("Core", "Whether TSTART works at EL1 (FEAT_TME, withdrawn)."), kOff, kSctlr),
    flag("TME0", 52, FSCOPE_TR("Core", "Transactional memory at EL0"),
        FSCOPE_TR("Core", "Whether TSTART works at EL0 (FEAT_TME, withdrawn)."), kOff, kSctlr),
    flag("TMT", 51, FSCOPE_TR("Core", "Force transaction failure at EL1"),
        FSCOPE_TR("Core", "Whether transactions at EL1 fail at once (FEAT_TME, withdrawn)."), kOff, kSctlr),
    flag("TMT0", 50, FSCOPE_TR("Core", "Force transaction failure at EL0"),
        FSCOPE_TR("Core", "Whether transactions at EL0 fail at once (FEAT_TME, withdrawn)."), kOff, kSctlr),
    number("TWEDEL", 49, 46, FSCOPE_TR("Core", "TWE delay"),
        FSCOPE_TR("Core",
            "The smallest delay before WFE traps, while TWEDEn is 1: 2 to the power of (this + 8) cycles."),
        kSctlr),
    flag("TWEDEn", 45, FSCOPE_TR("Core", "TWE delay enable"),
        FSCOPE_TR("Core", "Whether a trapped WFE waits as TWEDEL says (FEAT_TWED)."), kOff, kSctlr),
    flag("DSSBS", 44, FSCOPE_TR("Core", "Default PSTATE.SSBS"),
        FSCOPE_TR("Core", "The value of PSTATE.SSBS on an exception to EL1 (FEAT_SSBS)."), kOff, kSctlr),
    flag("ATA", 43, FSCOPE_TR("Core", "Allocation Tag access at EL1"),
        FSCOPE_TR("Core", "Whether EL1 may use Allocation Tags (FEAT_MTE2)."), kYes, kSctlr),
    flag("ATA0", 42, FSCOPE_TR("Core", "Allocation Tag access at EL0"),
        FSCOPE_TR("Core", "Whether EL0 may use Allocation Tags (FEAT_MTE2)."), kYes, kSctlr),
    code("TCF", 41, 40, FSCOPE_TR("Core", "Tag check fault at EL1"),
        FSCOPE_TR("Core", "What a failed tag check at EL1 does (FEAT_MTE2)."), kTcf, kSctlr),
    code("TCF0", 39, 38, FSCOPE_TR("Core", "Tag check fault at EL0"),
        FSCOPE_TR("Core", "What a failed tag check at EL0 does (FEAT_MTE2)."), kTcf, kSctlr),
    flag("ITFSB", 37, FSCOPE_TR("Core", "Synchronize tag faults"),
        FSCOPE_TR(
            "Core", "Whether asynchronous tag check faults are synchronized on entry to EL1 (FEAT_MTE2)."),
        kOff, kSctlr),
    flag("BT1", 36, FSCOPE_TR("Core", "Branch type compatibility at EL1"),
        FSCOPE_TR("Core", "Whether PACIASP and PACIBSP refuse a BTYPE of 3 at EL1 (FEAT_BTI)."), kYes,
        kSctlr),
    flag("BT0", 35, FSCOPE_TR("Core", "Branch type compatibility at EL0"),
        FSCOPE_TR("Core", "Whether PACIASP and PACIBSP refuse a BTYPE of 3 at EL0 (FEAT_BTI)."), kYes,
        kSctlr),
    flag("EnFPM", 34, FSCOPE_TR("Core", "Enable FPMR at EL0"),
        FSCOPE_TR("Core", "Whether EL0 may use FPMR (FEAT_FPMR)."), kOff, kSctlr),
    flag("MSCEn", 33, FSCOPE_TR("Core", "Memory copy and set at EL0"),
        FSCOPE_TR("Core", "Whether EL0 may use the Memory Copy and Memory Set instructions (FEAT_MOPS)."),
        kOff, kSctlr),
    flag("CMOW", 32, FSCOPE_TR("Core", "Cache maintenance needs write permission"),
        FSCOPE_TR("Core", "Whether DC CIVAC and IC IVAU at EL0 need write permission (FEAT_CMOW)."), kOff,
        kSctlr),
    flag("EnIA", 31, FSCOPE_TR("Core", "Enable key IA"),
        FSCOPE_TR("Core", "Whether instruction key A authenticates pointers (FEAT_PAuth)."), kOff, kSctlr),
    flag("EnIB", 30, FSCOPE_TR("Core", "Enable key IB"),
        FSCOPE_TR("Core", "Whether instruction key B authenticates pointers (FEAT_PAuth)."), kOff, kSctlr),
    flag("LSMAOE", 29, FSCOPE_TR("Core", "Load/store multiple atomicity"),
        FSCOPE_TR("Core", "The atomicity and ordering of AArch32 load and store multiple (FEAT_LSMAOC)."),
        kOff, kSctlr),
    flag("nTLSMD", 28, FSCOPE_TR("Core", "No trap of multiple accesses to Device memory"),
        FSCOPE_TR(
            "Core", "Whether AArch32 load and store multiple to Device memory are allowed (FEAT_LSMAOC)."),
        kOff, kSctlr),
    flag("EnDA", 27, FSCOPE_TR("Core", "Enable key DA"),
        FSCOPE_TR("Core", "Whether data key A authenticates pointers (FEAT_PAuth)."), kOff, kSctlr),
    flag("UCI", 26, FSCOPE_TR("Core", "EL0 cache maintenance"),
        FSCOPE_TR(
            "Core", "Whether cache maintenance by address works at EL0; while it is 0, it traps to EL1."),
        kTrap, kSctlr),
    flag("EE", 25, FSCOPE_TR("Core", "Endianness of EL1"),
        FSCOPE_TR("Core", "The byte order of data accesses at EL1 and of stage 1 table walks."), kEndian,
        kSctlr),
    flag("E0E", 24, FSCOPE_TR("Core", "Endianness of EL0"),
        FSCOPE_TR("Core", "The byte order of data accesses at EL0."), kEndian, kSctlr),
    flag("SPAN", 23, FSCOPE_TR("Core", "Set PAN"),
        FSCOPE_TR("Core", "What an exception to EL1 does with PSTATE.PAN (FEAT_PAN)."), kSpan, kSctlr),
    flag("EIS", 22, FSCOPE_TR("Core", "Exception entry is synchronizing"),
        FSCOPE_TR("Core", "Whether entry to EL1 is a context synchronization event (FEAT_ExS)."), kOff,
        kSctlr),
    flag("IESB", 21, FSCOPE_TR("Core", "Implicit error synchronization"),
        FSCOPE_TR("Core", "Whether errors are synchronized on entry to and return from EL1 (FEAT_IESB)."),
        kOff, kSctlr),
    flag("TSCXT", 20, FSCOPE_TR("Core", "Trap SCXTNUM_EL0"),
        FSCOPE_TR("Core", "Whether access to SCXTNUM_EL0 traps from EL0 (FEAT_CSV2)."), kOff, kSctlr),
    flag("WXN", 19, FSCOPE_TR("Core", "Write implies execute-never"),
        FSCOPE_TR("Core", "Whether memory that can be written cannot be executed."), kYes, kSctlr),
    flag("nTWE", 18, FSCOPE_TR("Core", "No trap of WFE"),
        FSCOPE_TR("Core", "Whether a WFE that would wait works at EL0; while it is 0, it traps to EL1."),
        kTrap, kSctlr),
    res0(17, 17, kSctlr),
    flag("nTWI", 16, FSCOPE_TR("Core", "No trap of WFI"),
        FSCOPE_TR("Core", "Whether a WFI that would wait works at EL0; while it is 0, it traps to EL1."),
        kTrap, kSctlr),
    flag("UCT", 15, FSCOPE_TR("Core", "EL0 access to CTR_EL0"),
        FSCOPE_TR("Core", "Whether a read of CTR_EL0 works at EL0; while it is 0, it traps to EL1."), kTrap,
        kSctlr),
    flag("DZE", 14, FSCOPE_TR("Core", "EL0 DC ZVA"),
        FSCOPE_TR("Core", "Whether DC ZVA works at EL0; while it is 0, it traps to EL1."), kTrap, kSctlr),
    flag("EnDB", 13, FSCOPE_TR("Core", "Enable key DB"),
        FSCOPE_TR("Core", "Whether data key B authenticates pointers (FEAT_PAuth)."), kOff, kSctlr),
    flag("I", 12, FSCOPE_TR("Core", "Instruction cacheability"),
        FSCOPE_TR("Core", "Whether instruction fetches are cacheable as the tables say."), kCache, kSctlr),
    flag("EOS", 11, FSCOPE_TR("Core", "Exception return is synchronizing"),
        FSCOPE_TR("Core", "Whether return from EL1 is a context synchronization event (FEAT_ExS)."), kOff,
        kSctlr),
    flag("EnRCTX", 10, FSCOPE_TR("Core", "Enable RCTX instructions"),
        FSCOPE_TR("Core", "Whether EL0 may use CFP, DVP and CPP RCTX (FEAT_SPECRES)."), kOff, kSctlr),
    flag("UMA", 9, FSCOPE_TR("Core", "User mask access"),
        FSCOPE_TR("Core", "Whether access to DAIF works at EL0; while it is 0, it traps to EL1."), kTrap,
        kSctlr),
    flag("SED", 8, FSCOPE_TR("Core", "SETEND disable"),
        FSCOPE_TR("Core", "Whether SETEND is UNDEFINED in AArch32 at EL0."), kOff, kSctlr),
    flag("ITD", 7, FSCOPE_TR("Core", "IT disable"),
        FSCOPE_TR("Core", "Whether some T32 IT instructions are UNDEFINED at EL0."), kOff, kSctlr),
    flag("nAA", 6, FSCOPE_TR("Core", "Non-aligned ordered access"),
        FSCOPE_TR("Core",
            "Whether unaligned acquire and release accesses within 16 bytes are allowed (FEAT_LSE2)."),
        kOff, kSctlr),
    flag("CP15BEN", 5, FSCOPE_TR("Core", "AArch32 barriers"),
        FSCOPE_TR("Core", "Whether the CP15 barrier instructions work at EL0."), kOff, kSctlr),
    flag("SA0", 4, FSCOPE_TR("Core", "SP alignment check at EL0"),
        FSCOPE_TR("Core", "Whether a misaligned SP used as a base raises a fault at EL0."), kOff, kSctlr),
    flag("SA", 3, FSCOPE_TR("Core", "SP alignment check"),
        FSCOPE_TR("Core", "Whether a misaligned SP used as a base raises a fault at EL1."), kOff, kSctlr),
    flag("C", 2, FSCOPE_TR("Core", "Data cacheability"),
        FSCOPE_TR("Core", "Whether data accesses and table walks are cacheable as the tables say."), kCache,
        kSctlr),
    flag("A", 1, FSCOPE_TR("Core", "Alignment check"),
        FSCOPE_TR("Core", "Whether unaligned data accesses raise an Alignment fault."), kOff, kSctlr),
    flag("M", 0, FSCOPE_TR("Core", "MMU enable"),
        FSCOPE_TR("Core", "Whether stage 1 translation is on for EL1 and EL0."), kOff, kSctlr),
};

constexpr RegisterLayout kLayout { "SCTLR_EL1", FSCOPE_TR("Core", "System Control Register (EL1)"), 64,
    kRows };

} // namespace

const RegisterLayout& sctlrLayout()
{
    return kLayout;
}

} // namespace fscope::arch::table
