// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// HCR_EL2: what the hypervisor traps, routes and forces for EL1 and EL0.

#include "core/arch/fieldtables.h"

#include <array>

namespace fscope::arch::table {
namespace {

constexpr const char* kHcr = "Arm ARM D24.2, HCR_EL2, Hypervisor Configuration Register";

constexpr std::array kTrap {
    NamedValue { 0, FSCOPE_TR("Core", "Not trapped") },
    NamedValue { 1, FSCOPE_TR("Core", "Trapped to EL2") },
};
constexpr std::array kOff {
    NamedValue { 0, FSCOPE_TR("Core", "Off") },
    NamedValue { 1, FSCOPE_TR("Core", "On") },
};
constexpr std::array kRoute {
    NamedValue { 0, FSCOPE_TR("Core", "Not routed to EL2 by this bit") },
    NamedValue { 1, FSCOPE_TR("Core", "Routed to EL2") },
};
constexpr std::array kPending {
    NamedValue { 0, FSCOPE_TR("Core", "Not pending") },
    NamedValue { 1, FSCOPE_TR("Core", "Pending") },
};
constexpr std::array kAllow {
    NamedValue { 0, FSCOPE_TR("Core", "Trapped to EL2") },
    NamedValue { 1, FSCOPE_TR("Core", "Not trapped") },
};
constexpr std::array kForce {
    NamedValue { 0, FSCOPE_TR("Core", "No effect") },
    NamedValue { 1, FSCOPE_TR("Core", "Forced") },
};
constexpr std::array kBsu {
    NamedValue { 0, FSCOPE_TR("Core", "No effect") },
    NamedValue { 1, FSCOPE_TR("Core", "Inner Shareable") },
    NamedValue { 2, FSCOPE_TR("Core", "Outer Shareable") },
    NamedValue { 3, FSCOPE_TR("Core", "Full system") },
};
constexpr std::array kRw {
    NamedValue { 0, FSCOPE_TR("Core", "AArch32") },
    NamedValue { 1, FSCOPE_TR("Core", "AArch64") },
};
constexpr std::array kApi {
    NamedValue { 0, FSCOPE_TR("Core", "Trapped to EL2") },
    NamedValue { 1, FSCOPE_TR("Core", "Not trapped") },
};
constexpr std::array kRows {
    number("TWEDEL", 63, 60, FSCOPE_TR("Core", "TWE delay"),
        FSCOPE_TR("Core",
            "The smallest delay before WFE traps, while TWEDEn is 1: 2 to the power of (this + 8) cycles."),
        kHcr),
    flag("TWEDEn", 59, FSCOPE_TR("Core", "TWE delay enable"),
        FSCOPE_TR("Core", "Whether a trapped WFE waits as TWEDEL says (FEAT_TWED)."), kOff, kHcr),
    flag("TID5", 58, FSCOPE_TR("Core", "Trap ID group 5"),
        FSCOPE_TR("Core",
            "Whether a read of GMID_EL1 (FEAT_MTE2) at EL1 (and EL0, where it is allowed there) traps to "
            "EL2."),
        kTrap, kHcr),
    flag("DCT", 57, FSCOPE_TR("Core", "Default cacheability tagging"),
        FSCOPE_TR("Core", "Whether memory is Tagged while stage 1 is off by DC (FEAT_MTE2)."), kOff, kHcr),
    flag("ATA", 56, FSCOPE_TR("Core", "Allocation Tag access"),
        FSCOPE_TR("Core",
            "Whether use of Allocation Tags and their registers (FEAT_MTE2) works; while it is 0, it traps "
            "to EL2."),
        kAllow, kHcr),
    flag("TTLBOS", 55, FSCOPE_TR("Core", "Trap TLB maintenance, Outer Shareable"),
        FSCOPE_TR("Core",
            "Whether a TLBI instruction of the Outer Shareable domain at EL1 (and EL0, where it is allowed "
            "there) traps to EL2."),
        kTrap, kHcr),
    flag("TTLBIS", 54, FSCOPE_TR("Core", "Trap TLB maintenance, Inner Shareable"),
        FSCOPE_TR("Core",
            "Whether a TLBI instruction of the Inner Shareable domain at EL1 (and EL0, where it is allowed "
            "there) traps to EL2."),
        kTrap, kHcr),
    flag("EnSCXT", 53, FSCOPE_TR("Core", "Enable SCXTNUM"),
        FSCOPE_TR("Core",
            "Whether access to SCXTNUM_EL1 and SCXTNUM_EL0 (FEAT_CSV2) works; while it is 0, it traps to "
            "EL2."),
        kAllow, kHcr),
    flag("TOCU", 52, FSCOPE_TR("Core", "Trap cache maintenance to the point of unification"),
        FSCOPE_TR("Core",
            "Whether cache maintenance to the Point of Unification at EL1 (and EL0, where it is allowed "
            "there) traps to EL2."),
        kTrap, kHcr),
    flag("AMVOFFEN", 51, FSCOPE_TR("Core", "Activity Monitors virtual offset"),
        FSCOPE_TR(
            "Core", "Whether EL1 and EL0 read the activity counters minus a virtual offset (FEAT_AMUv1p1)."),
        kOff, kHcr),
    flag("TICAB", 50, FSCOPE_TR("Core", "Trap ICIALLUIS and IC IALLUIS"),
        FSCOPE_TR("Core", "Whether IC IALLUIS at EL1 (and EL0, where it is allowed there) traps to EL2."),
        kTrap, kHcr),
    flag("TID4", 49, FSCOPE_TR("Core", "Trap ID group 4"),
        FSCOPE_TR("Core",
            "Whether access to CCSIDR_EL1, CCSIDR2_EL1, CLIDR_EL1 and CSSELR_EL1 at EL1 (and EL0, where it "
            "is allowed there) traps to EL2."),
        kTrap, kHcr),
    flag("GPF", 48, FSCOPE_TR("Core", "Granule Protection Faults"),
        FSCOPE_TR("Core", "Whether Granule Protection Faults of EL1 and EL0 are taken to EL2 (FEAT_RME)."),
        kRoute, kHcr),
    flag("FIEN", 47, FSCOPE_TR("Core", "Fault injection enable"),
        FSCOPE_TR("Core",
            "Whether access to the error injection registers ERXPFG* (FEAT_RASv1p1) works; while it is 0, it "
            "traps to EL2."),
        kAllow, kHcr),
    flag("FWB", 46, FSCOPE_TR("Core", "Forced Write-Back"),
        FSCOPE_TR("Core",
            "Whether stage 2 MemAttr replaces the memory type of stage 1 instead of being combined with it "
            "(FEAT_S2FWB)."),
        kOff, kHcr),
    flag("NV2", 45, FSCOPE_TR("Core", "Nested virtualization 2"),
        FSCOPE_TR(
            "Core", "Whether EL1 accesses to EL2 registers become memory accesses at VNCR_EL2 (FEAT_NV2)."),
        kOff, kHcr),
    flag("AT", 44, FSCOPE_TR("Core", "Trap address translation"),
        FSCOPE_TR("Core",
            "Whether AT S1E1R, S1E1W, S1E0R, S1E0W and their like at EL1 (and EL0, where it is allowed "
            "there) traps to EL2."),
        kTrap, kHcr),
    flag("NV1", 43, FSCOPE_TR("Core", "Nested virtualization 1"),
        FSCOPE_TR("Core",
            "Whether EL1 is a guest hypervisor with E2H 0: more registers trap and the meaning of XN bits "
            "changes (FEAT_NV)."),
        kOff, kHcr),
    flag("NV", 42, FSCOPE_TR("Core", "Nested virtualization"),
        FSCOPE_TR(
            "Core", "Whether EL1 runs a guest hypervisor: EL2 registers, ERET and the like trap (FEAT_NV)."),
        kOff, kHcr),
    flag("API", 41, FSCOPE_TR("Core", "Pointer authentication instructions"),
        FSCOPE_TR("Core",
            "Whether pointer authentication instructions work; while it is 0, those that would change a "
            "pointer trap to EL2."),
        kApi, kHcr),
    flag("APK", 40, FSCOPE_TR("Core", "Pointer authentication keys"),
        FSCOPE_TR("Core", "Whether the key registers may be used; while it is 0, an access traps to EL2."),
        kApi, kHcr),
    flag("TME", 39, FSCOPE_TR("Core", "Transactional memory enable"),
        FSCOPE_TR("Core", "Whether TSTART works at EL1 and EL0 (FEAT_TME, withdrawn; RES0 in newer issues)."),
        kOff, kHcr),
    number("MIOCNCE", 38, 38, FSCOPE_TR("Core", "Mismatched inner and outer cacheability"),
        FSCOPE_TR(
            "Core", "An IMPLEMENTATION DEFINED promise about mismatched cacheability; RES0 in newer issues."),
        kHcr),
    flag("TEA", 37, FSCOPE_TR("Core", "Trap External aborts"),
        FSCOPE_TR("Core", "Whether synchronous External aborts of EL1 and EL0 are taken to EL2 (FEAT_RAS)."),
        kRoute, kHcr),
    flag("TERR", 36, FSCOPE_TR("Core", "Trap error record accesses"),
        FSCOPE_TR("Core",
            "Whether access to the error record registers (FEAT_RAS) at EL1 (and EL0, where it is allowed "
            "there) traps to EL2."),
        kTrap, kHcr),
    flag("TLOR", 35, FSCOPE_TR("Core", "Trap LOR registers"),
        FSCOPE_TR("Core",
            "Whether access to the limited ordering region registers (FEAT_LOR) at EL1 (and EL0, where it is "
            "allowed there) traps to EL2."),
        kTrap, kHcr),
    flag("E2H", 34, FSCOPE_TR("Core", "EL2 host"),
        FSCOPE_TR("Core",
            "Whether EL2 runs a host kernel: EL2&0 translation regime and redirected EL1 register names "
            "(FEAT_VHE)."),
        kOff, kHcr),
    flag("ID", 33, FSCOPE_TR("Core", "Stage 2 instruction cacheability disable"),
        FSCOPE_TR("Core", "Whether instruction fetches become Non-cacheable at stage 2."), kForce, kHcr),
    flag("CD", 32, FSCOPE_TR("Core", "Stage 2 data cacheability disable"),
        FSCOPE_TR("Core", "Whether data accesses and table walks become Non-cacheable at stage 2."), kForce,
        kHcr),
    flag("RW", 31, FSCOPE_TR("Core", "Execution state of EL1"),
        FSCOPE_TR("Core", "Whether EL1 is AArch64 or AArch32."), kRw, kHcr),
    flag("TRVM", 30, FSCOPE_TR("Core", "Trap reads of virtual memory controls"),
        FSCOPE_TR("Core",
            "Whether a read of SCTLR_EL1, TTBR0_EL1, TCR_EL1, MAIR_EL1 and their like at EL1 (and EL0, where "
            "it is allowed there) traps to EL2."),
        kTrap, kHcr),
    flag("HCD", 29, FSCOPE_TR("Core", "HVC disable"), FSCOPE_TR("Core", "Whether HVC is UNDEFINED."), kOff,
        kHcr),
    flag("TDZ", 28, FSCOPE_TR("Core", "Trap DC ZVA"),
        FSCOPE_TR("Core",
            "Whether DC ZVA, DC GVA or DC GZVA at EL1 (and EL0, where it is allowed there) traps to EL2."),
        kTrap, kHcr),
    flag("TGE", 27, FSCOPE_TR("Core", "Trap general exceptions"),
        FSCOPE_TR("Core",
            "Whether EL0 runs directly under EL2: exceptions that would go to EL1 are taken to EL2, and "
            "stage 2 is off."),
        kOff, kHcr),
    flag("TVM", 26, FSCOPE_TR("Core", "Trap writes of virtual memory controls"),
        FSCOPE_TR("Core",
            "Whether a write to SCTLR_EL1, TTBR0_EL1, TCR_EL1, MAIR_EL1 and their like at EL1 (and EL0, "
            "where it is allowed there) traps to EL2."),
        kTrap, kHcr),
    flag("TTLB", 25, FSCOPE_TR("Core", "Trap TLB maintenance"),
        FSCOPE_TR(
            "Core", "Whether any TLBI instruction at EL1 (and EL0, where it is allowed there) traps to EL2."),
        kTrap, kHcr),
    flag("TPU", 24, FSCOPE_TR("Core", "Trap cache maintenance to the point of unification"),
        FSCOPE_TR("Core",
            "Whether cache maintenance to the Point of Unification at EL1 (and EL0, where it is allowed "
            "there) traps to EL2."),
        kTrap, kHcr),
    flag("TPCP", 23, FSCOPE_TR("Core", "Trap cache maintenance to the point of coherency"),
        FSCOPE_TR("Core",
            "Whether cache maintenance to the Point of Coherency or Persistence at EL1 (and EL0, where it is "
            "allowed there) traps to EL2."),
        kTrap, kHcr),
    flag("TSW", 22, FSCOPE_TR("Core", "Trap set/way maintenance"),
        FSCOPE_TR("Core",
            "Whether cache maintenance by set and way at EL1 (and EL0, where it is allowed there) traps to "
            "EL2."),
        kTrap, kHcr),
    flag("TACR", 21, FSCOPE_TR("Core", "Trap auxiliary controls"),
        FSCOPE_TR(
            "Core", "Whether access to ACTLR_EL1 at EL1 (and EL0, where it is allowed there) traps to EL2."),
        kTrap, kHcr),
    flag("TIDCP", 20, FSCOPE_TR("Core", "Trap IMPLEMENTATION DEFINED functionality"),
        FSCOPE_TR("Core",
            "Whether access to IMPLEMENTATION DEFINED registers and System instructions at EL1 (and EL0, "
            "where it is allowed there) traps to EL2."),
        kTrap, kHcr),
    flag("TSC", 19, FSCOPE_TR("Core", "Trap SMC"),
        FSCOPE_TR("Core", "Whether an SMC at EL1 (and EL0, where it is allowed there) traps to EL2."), kTrap,
        kHcr),
    flag("TID3", 18, FSCOPE_TR("Core", "Trap ID group 3"),
        FSCOPE_TR("Core",
            "Whether a read of the feature ID registers ID_* at EL1 (and EL0, where it is allowed there) "
            "traps to EL2."),
        kTrap, kHcr),
    flag("TID2", 17, FSCOPE_TR("Core", "Trap ID group 2"),
        FSCOPE_TR("Core",
            "Whether access to CTR_EL0, CCSIDR_EL1, CLIDR_EL1 and CSSELR_EL1 at EL1 (and EL0, where it is "
            "allowed there) traps to EL2."),
        kTrap, kHcr),
    flag("TID1", 16, FSCOPE_TR("Core", "Trap ID group 1"),
        FSCOPE_TR("Core",
            "Whether a read of REVIDR_EL1, AIDR_EL1 and SMIDR_EL1 at EL1 (and EL0, where it is allowed "
            "there) traps to EL2."),
        kTrap, kHcr),
    flag("TID0", 15, FSCOPE_TR("Core", "Trap ID group 0"),
        FSCOPE_TR("Core",
            "Whether a read of the AArch32 registers FPSID and JIDR at EL1 (and EL0, where it is allowed "
            "there) traps to EL2."),
        kTrap, kHcr),
    flag("TWE", 14, FSCOPE_TR("Core", "Trap WFE"),
        FSCOPE_TR("Core",
            "Whether a WFE or WFET that would wait at EL1 (and EL0, where it is allowed there) traps to "
            "EL2."),
        kTrap, kHcr),
    flag("TWI", 13, FSCOPE_TR("Core", "Trap WFI"),
        FSCOPE_TR("Core",
            "Whether a WFI or WFIT that would wait at EL1 (and EL0, where it is allowed there) traps to "
            "EL2."),
        kTrap, kHcr),
    flag("DC", 12, FSCOPE_TR("Core", "Default cacheability"),
        FSCOPE_TR("Core", "Whether stage 1 is off and its memory Normal Write-Back; VM then counts as 1."),
        kOff, kHcr),
    code("BSU", 11, 10, FSCOPE_TR("Core", "Barrier shareability upgrade"),
        FSCOPE_TR("Core", "The least shareability domain of DMB and DSB at EL1 and EL0."), kBsu, kHcr),
    flag("FB", 9, FSCOPE_TR("Core", "Force broadcast"),
        FSCOPE_TR("Core",
            "Whether TLB and instruction cache maintenance of EL1 is broadcast in the Inner Shareable "
            "domain."),
        kForce, kHcr),
    flag("VSE", 8, FSCOPE_TR("Core", "Virtual SError"),
        FSCOPE_TR("Core", "Whether a virtual SError is pending for EL1."), kPending, kHcr),
    flag("VI", 7, FSCOPE_TR("Core", "Virtual IRQ"),
        FSCOPE_TR("Core", "Whether a virtual IRQ is pending for EL1."), kPending, kHcr),
    flag("VF", 6, FSCOPE_TR("Core", "Virtual FIQ"),
        FSCOPE_TR("Core", "Whether a virtual FIQ is pending for EL1."), kPending, kHcr),
    flag("AMO", 5, FSCOPE_TR("Core", "SError routing"),
        FSCOPE_TR("Core", "Whether physical SErrors are taken to EL2 and virtual ones are enabled."), kRoute,
        kHcr),
    flag("IMO", 4, FSCOPE_TR("Core", "IRQ routing"),
        FSCOPE_TR("Core", "Whether physical IRQs are taken to EL2 and virtual ones are enabled."), kRoute,
        kHcr),
    flag("FMO", 3, FSCOPE_TR("Core", "FIQ routing"),
        FSCOPE_TR("Core", "Whether physical FIQs are taken to EL2 and virtual ones are enabled."), kRoute,
        kHcr),
    flag("PTW", 2, FSCOPE_TR("Core", "Protected table walk"),
        FSCOPE_TR(
            "Core", "Whether a stage 1 walk that reads Device memory of stage 2 is a Permission fault."),
        kOff, kHcr),
    flag("SWIO", 1, FSCOPE_TR("Core", "Set/way invalidation override"),
        FSCOPE_TR("Core", "Whether DC ISW cleans as well as invalidates."), kOff, kHcr),
    flag("VM", 0, FSCOPE_TR("Core", "Virtualization enable"),
        FSCOPE_TR("Core", "Whether stage 2 translation is on for EL1 and EL0."), kOff, kHcr),
};

constexpr RegisterLayout kLayout { "HCR_EL2", FSCOPE_TR("Core", "Hypervisor Configuration Register"), 64,
    kRows };

} // namespace

const RegisterLayout& hcrLayout()
{
    return kLayout;
}

} // namespace fscope::arch::table
