// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/fieldtables.h"

#include <array>

/// The rows of translation table descriptors (64-bit, VMSAv8-64). Not for other layers.
namespace fscope::arch::table {

inline constexpr const char* kS1 = "Arm ARM D8.3, VMSAv8-64 stage 1 descriptor formats";
inline constexpr const char* kS2 = "Arm ARM D8.3, VMSAv8-64 stage 2 descriptor formats";

// Both stages.

inline constexpr std::array kTypeTableValues {
    NamedValue { 0, FSCOPE_TR("Core", "Invalid"), true },
    NamedValue { 1, FSCOPE_TR("Core", "Block at levels 1 and 2; reserved at level 3"), true },
    NamedValue { 2, FSCOPE_TR("Core", "Invalid"), true },
    NamedValue { 3, FSCOPE_TR("Core", "Table at levels 0 to 2, page at level 3") },
};
inline constexpr Field kTypeTable = code("Type", 1, 0, FSCOPE_TR("Core", "Descriptor type"),
    FSCOPE_TR("Core", "Bit 0 says whether the descriptor is valid, bit 1 what it is at its level."),
    kTypeTableValues, kS1);
inline constexpr std::array kTypeLeafValues {
    NamedValue { 0, FSCOPE_TR("Core", "Invalid"), true },
    NamedValue { 1, FSCOPE_TR("Core", "Block at levels 1 and 2; reserved at level 3") },
    NamedValue { 2, FSCOPE_TR("Core", "Invalid"), true },
    NamedValue { 3, FSCOPE_TR("Core", "Table at levels 0 to 2, page at level 3") },
};
inline constexpr Field kTypeLeaf = code("Type", 1, 0, FSCOPE_TR("Core", "Descriptor type"),
    FSCOPE_TR("Core", "Bit 0 says whether the descriptor is valid, bit 1 what it is at its level."),
    kTypeLeafValues, kS1);
inline constexpr std::array kTypeInvalidValues {
    NamedValue { 0, FSCOPE_TR("Core", "Invalid") },
    NamedValue { 1, FSCOPE_TR("Core", "Block at levels 1 and 2; reserved, and so invalid, at level 3") },
    NamedValue { 2, FSCOPE_TR("Core", "Invalid") },
    NamedValue { 3, FSCOPE_TR("Core", "Table at levels 0 to 2, page at level 3") },
};
inline constexpr Field kTypeInvalid = code("Type", 1, 0, FSCOPE_TR("Core", "Descriptor type"),
    FSCOPE_TR("Core", "Bit 0 says whether the descriptor is valid, bit 1 what it is at its level."),
    kTypeInvalidValues, kS1);
inline constexpr Field kPageOa = address("OA", 47, 12, FSCOPE_TR("Core", "Output address"),
    FSCOPE_TR("Core", "Where the page of 4 KiB lies in the output address space."), kS1);
inline constexpr Field kBlockOa = address("OA", 47, 21, FSCOPE_TR("Core", "Output address"),
    FSCOPE_TR("Core",
        "Where the block lies in the output address space: 2 MiB at level 2; at level 1 a block has 1 GiB "
        "and bits 29:21 are 0."),
    kS1);
inline constexpr Field kNextTable = address("NLTA", 47, 12, FSCOPE_TR("Core", "Next-level table address"),
    FSCOPE_TR("Core", "Where the table of the next level begins."), kS1);
/// The output address of any block or page; moved to its place.
inline constexpr Field kAnyOa = address("OA", 47, 12, FSCOPE_TR("Core", "Output address"),
    FSCOPE_TR("Core", "Where the block or page lies in the output address space."), kS1);
inline constexpr std::array kProtectedTableValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not protected, or ignored") },
    NamedValue { 1, FSCOPE_TR("Core", "Protected, if TCR2_ELx.PnCH is 1; else ignored") },
};
inline constexpr Field kProtectedTable = flag("Protected", 52, FSCOPE_TR("Core", "Protected"),
    FSCOPE_TR(
        "Core", "Whether only checked instructions may change this entry (FEAT_THE); ignored without it."),
    kProtectedTableValues, kS1);
inline constexpr std::array kAfTableValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not accessed, or ignored") },
    NamedValue { 1, FSCOPE_TR("Core", "Accessed, if hardware manages it for tables; else ignored") },
};
inline constexpr Field kAfTable = flag("AF", 10, FSCOPE_TR("Core", "Access flag"),
    FSCOPE_TR("Core", "Whether a walk went through this table (FEAT_HAFT); ignored without it."),
    kAfTableValues, kS1);
inline constexpr Field kPbha = number("PBHA", 62, 59, FSCOPE_TR("Core", "Page-based hardware attributes"),
    FSCOPE_TR("Core",
        "IMPLEMENTATION DEFINED bits that go out with the access where the control register allows it "
        "(FEAT_HPDS2), else ignored."),
    kS1);
inline constexpr Field kSoftware = number("Software", 58, 55, FSCOPE_TR("Core", "Reserved for software use"),
    FSCOPE_TR("Core", "Bits that the hardware ignores and the operating system or hypervisor may use."), kS1);
inline constexpr std::array kContiguousValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not one of a contiguous run") },
    NamedValue { 1, FSCOPE_TR("Core", "One of a contiguous run of entries") },
};
inline constexpr Field kContiguous = flag("Contiguous", 52, FSCOPE_TR("Core", "Contiguous"),
    FSCOPE_TR("Core",
        "A hint that this entry is one of a run of 16 that maps one contiguous range and may share a TLB "
        "entry."),
    kContiguousValues, kS1);
inline constexpr std::array kDbmValues {
    NamedValue { 0, FSCOPE_TR("Core", "Dirty state is not managed by hardware here") },
    NamedValue { 1, FSCOPE_TR("Core", "A write may turn the page writable") },
};
inline constexpr Field kDbm = flag("DBM", 51, FSCOPE_TR("Core", "Dirty Bit Modifier"),
    FSCOPE_TR("Core",
        "With hardware management of dirty state, the page is writable although marked read-only: the "
        "hardware makes it so on the first write."),
    kDbmValues, kS1);
inline constexpr std::array kNtValues {
    NamedValue { 0, FSCOPE_TR("Core", "An ordinary block") },
    NamedValue { 1, FSCOPE_TR("Core", "May not be cached where that could cause a conflict") },
};
inline constexpr Field kNt = flag("nT", 16, FSCOPE_TR("Core", "Block translation entry"),
    FSCOPE_TR(
        "Core", "FEAT_BBML1: software is changing the block size, so the entry may be left out of TLBs."),
    kNtValues, kS1);
inline constexpr std::array kAfValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not accessed: an access faults") },
    NamedValue { 1, FSCOPE_TR("Core", "Accessed") },
};
inline constexpr Field kAf = flag("AF", 10, FSCOPE_TR("Core", "Access flag"),
    FSCOPE_TR("Core",
        "Whether the entry was used. While it is 0 an access raises an Access flag fault, unless the "
        "hardware sets it."),
    kAfValues, kS1);
inline constexpr std::array kShValues {
    NamedValue { 0, FSCOPE_TR("Core", "Non-shareable") },
    NamedValue { 1, FSCOPE_TR("Core", "Reserved value"), true },
    NamedValue { 2, FSCOPE_TR("Core", "Outer Shareable") },
    NamedValue { 3, FSCOPE_TR("Core", "Inner Shareable") },
};
inline constexpr Field kSh = code("SH", 9, 8, FSCOPE_TR("Core", "Shareability"),
    FSCOPE_TR("Core",
        "Among which observers accesses are kept coherent; Device and Non-cacheable memory is always Outer "
        "Shareable."),
    kShValues, kS1);

// Stage 1.

inline constexpr std::array kUxnValues {
    NamedValue { 0, FSCOPE_TR("Core", "EL0 may execute") },
    NamedValue { 1, FSCOPE_TR("Core", "EL0 may not execute") },
};
inline constexpr Field kUxn = flag("UXN", 54, FSCOPE_TR("Core", "Unprivileged execute-never"),
    FSCOPE_TR("Core", "Whether EL0 may not execute from here."), kUxnValues, kS1);
inline constexpr std::array kPxnValues {
    NamedValue { 0, FSCOPE_TR("Core", "EL1 may execute") },
    NamedValue { 1, FSCOPE_TR("Core", "EL1 may not execute") },
};
inline constexpr Field kPxn = flag("PXN", 53, FSCOPE_TR("Core", "Privileged execute-never"),
    FSCOPE_TR("Core", "Whether EL1 may not execute from here. It may not either where EL0 can write."),
    kPxnValues, kS1);
inline constexpr std::array kGpValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not guarded") },
    NamedValue { 1, FSCOPE_TR("Core", "Guarded") },
};
inline constexpr Field kGp = flag("GP", 50, FSCOPE_TR("Core", "Guarded page"),
    FSCOPE_TR("Core", "Whether indirect branches into the page must land on a BTI instruction (FEAT_BTI)."),
    kGpValues, kS1);
inline constexpr std::array kNgValues {
    NamedValue { 0, FSCOPE_TR("Core", "Global: all ASIDs") },
    NamedValue { 1, FSCOPE_TR("Core", "Only the current ASID") },
};
inline constexpr Field kNg = flag("nG", 11, FSCOPE_TR("Core", "not Global"),
    FSCOPE_TR("Core", "Whether TLB entries belong to the current ASID only."), kNgValues, kS1);
inline constexpr std::array kApValues {
    NamedValue { 0, FSCOPE_TR("Core", "EL1 read/write, EL0 no access") },
    NamedValue { 1, FSCOPE_TR("Core", "EL1 and EL0 read/write") },
    NamedValue { 2, FSCOPE_TR("Core", "EL1 read-only, EL0 no access") },
    NamedValue { 3, FSCOPE_TR("Core", "EL1 and EL0 read-only") },
};
inline constexpr Field kAp = code("AP[2:1]", 7, 6, FSCOPE_TR("Core", "Data access permissions"),
    FSCOPE_TR("Core", "What EL1 and EL0 may do with data; PAN and the table attributes may take more away."),
    kApValues, kS1);
inline constexpr std::array kNsValues {
    NamedValue { 0, FSCOPE_TR("Core", "Secure, or not in Secure state") },
    NamedValue { 1, FSCOPE_TR("Core", "Non-secure") },
};
inline constexpr Field kNs = flag("NS", 5, FSCOPE_TR("Core", "Non-secure"),
    FSCOPE_TR("Core", "The output address space, for accesses from Secure state; otherwise ignored."),
    kNsValues, kS1);
inline constexpr Field kAttrIndx = number("AttrIndx", 4, 2, FSCOPE_TR("Core", "Memory attributes index"),
    FSCOPE_TR("Core", "Which byte of MAIR_EL1 gives the memory type and cacheability."), kS1);
inline constexpr std::array kNsTableValues {
    NamedValue { 0, FSCOPE_TR("Core", "As the descriptor says") },
    NamedValue { 1, FSCOPE_TR("Core", "Non-secure from here on") },
};
inline constexpr Field kNsTable = flag("NSTable", 63, FSCOPE_TR("Core", "Non-secure tables"),
    FSCOPE_TR("Core", "For walks in Secure state: the tables below lie in Non-secure memory."),
    kNsTableValues, kS1);
inline constexpr std::array kApTableValues {
    NamedValue { 0, FSCOPE_TR("Core", "No effect") },
    NamedValue { 1, FSCOPE_TR("Core", "No access from EL0") },
    NamedValue { 2, FSCOPE_TR("Core", "No write access") },
    NamedValue { 3, FSCOPE_TR("Core", "No write access, and no access from EL0") },
};
inline constexpr Field kApTable = code("APTable", 62, 61, FSCOPE_TR("Core", "Access permissions limit"),
    FSCOPE_TR("Core", "Takes rights away from all that lies below this table."), kApTableValues, kS1);
inline constexpr std::array kUxnTableValues {
    NamedValue { 0, FSCOPE_TR("Core", "No effect") },
    NamedValue { 1, FSCOPE_TR("Core", "EL0 may not execute") },
};
inline constexpr Field kUxnTable = flag("UXNTable", 60, FSCOPE_TR("Core", "Unprivileged execute-never limit"),
    FSCOPE_TR("Core", "Takes execution at EL0 away from all that lies below this table."), kUxnTableValues,
    kS1);
inline constexpr std::array kPxnTableValues {
    NamedValue { 0, FSCOPE_TR("Core", "No effect") },
    NamedValue { 1, FSCOPE_TR("Core", "EL1 may not execute") },
};
inline constexpr Field kPxnTable = flag("PXNTable", 59, FSCOPE_TR("Core", "Privileged execute-never limit"),
    FSCOPE_TR("Core", "Takes execution at EL1 away from all that lies below this table."), kPxnTableValues,
    kS1);

// Stage 2.

inline constexpr std::array kXnValues {
    NamedValue { 0, FSCOPE_TR("Core", "EL1 and EL0 may execute") },
    NamedValue { 1, FSCOPE_TR("Core", "EL0 may execute, EL1 may not") },
    NamedValue { 2, FSCOPE_TR("Core", "Neither EL1 nor EL0 may execute") },
    NamedValue { 3, FSCOPE_TR("Core", "EL1 may execute, EL0 may not") },
};
inline constexpr Field kXn = code("XN", 54, 53, FSCOPE_TR("Core", "Execute-never"),
    FSCOPE_TR("Core", "Who may execute from here (FEAT_XNX; without it bit 54 alone forbids all execution)."),
    kXnValues, kS2);
inline constexpr std::array kFnxsValues {
    NamedValue { 0, FSCOPE_TR("Core", "XS as stage 1 says") },
    NamedValue { 1, FSCOPE_TR("Core", "XS is 0") },
};
inline constexpr Field kFnxs = flag("FnXS", 11, FSCOPE_TR("Core", "XS attribute override"),
    FSCOPE_TR("Core", "Whether the XS attribute of the memory is forced to 0 (FEAT_XS)."), kFnxsValues, kS2);
inline constexpr std::array kS2apValues {
    NamedValue { 0, FSCOPE_TR("Core", "No data access") },
    NamedValue { 1, FSCOPE_TR("Core", "Read-only") },
    NamedValue { 2, FSCOPE_TR("Core", "Write-only") },
    NamedValue { 3, FSCOPE_TR("Core", "Read/write") },
};
inline constexpr Field kS2ap = code("S2AP", 7, 6, FSCOPE_TR("Core", "Stage 2 data access permissions"),
    FSCOPE_TR("Core", "What the guest may do with data here, at EL1 and EL0 alike."), kS2apValues, kS2);
inline constexpr std::array kMemAttrValues {
    NamedValue { 0, FSCOPE_TR("Core", "Device-nGnRnE") },
    NamedValue { 1, FSCOPE_TR("Core", "Device-nGnRE") },
    NamedValue { 2, FSCOPE_TR("Core", "Device-nGRE") },
    NamedValue { 3, FSCOPE_TR("Core", "Device-GRE") },
    NamedValue { 4, FSCOPE_TR("Core", "Normal Write-Back, NoTagAccess (FEAT_MTE_PERM, else reserved)") },
    NamedValue { 5, FSCOPE_TR("Core", "Normal, Outer and Inner Non-cacheable") },
    NamedValue { 6, FSCOPE_TR("Core", "Normal, Outer Non-cacheable, Inner Write-Through") },
    NamedValue { 7, FSCOPE_TR("Core", "Normal, Outer Non-cacheable, Inner Write-Back") },
    NamedValue { 8, FSCOPE_TR("Core", "Reserved value"), true },
    NamedValue { 9, FSCOPE_TR("Core", "Normal, Outer Write-Through, Inner Non-cacheable") },
    NamedValue { 10, FSCOPE_TR("Core", "Normal, Outer and Inner Write-Through") },
    NamedValue { 11, FSCOPE_TR("Core", "Normal, Outer Write-Through, Inner Write-Back") },
    NamedValue { 12, FSCOPE_TR("Core", "Reserved value"), true },
    NamedValue { 13, FSCOPE_TR("Core", "Normal, Outer Write-Back, Inner Non-cacheable") },
    NamedValue { 14, FSCOPE_TR("Core", "Normal, Outer Write-Back, Inner Write-Through") },
    NamedValue { 15, FSCOPE_TR("Core", "Normal, Outer and Inner Write-Back") },
};
inline constexpr Field kMemAttr = code("MemAttr", 5, 2, FSCOPE_TR("Core", "Stage 2 memory attributes"),
    FSCOPE_TR("Core",
        "The memory type stage 2 asks for while HCR_EL2.FWB is 0; the stricter of the two stages wins."),
    kMemAttrValues, kS2);

} // namespace fscope::arch::table
