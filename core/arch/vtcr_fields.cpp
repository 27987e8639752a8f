// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// VTCR_EL2 and VTTBR_EL2: the stage 2 walks.

#include "core/arch/fieldtables.h"
#include "core/base/bits.h"

#include <array>

namespace fscope::arch::table {
namespace {

constexpr const char* kVtcr = "Arm ARM D24.2, VTCR_EL2, Virtualization Translation Control Register";

constexpr std::array kOff {
    NamedValue { 0, FSCOPE_TR("Core", "Off") },
    NamedValue { 1, FSCOPE_TR("Core", "On") },
};
constexpr std::array kCache {
    NamedValue { 0, FSCOPE_TR("Core", "Non-cacheable") },
    NamedValue { 1, FSCOPE_TR("Core", "Write-Back, Read-Allocate, Write-Allocate") },
    NamedValue { 2, FSCOPE_TR("Core", "Write-Through, Read-Allocate") },
    NamedValue { 3, FSCOPE_TR("Core", "Write-Back, Read-Allocate") },
};
constexpr std::array kSh {
    NamedValue { 0, FSCOPE_TR("Core", "Non-shareable") },
    NamedValue { 1, FSCOPE_TR("Core", "Reserved value"), true },
    NamedValue { 2, FSCOPE_TR("Core", "Outer Shareable") },
    NamedValue { 3, FSCOPE_TR("Core", "Inner Shareable") },
};
constexpr std::array kTg0 {
    NamedValue { 0, FSCOPE_TR("Core", "4 KiB") },
    NamedValue { 1, FSCOPE_TR("Core", "64 KiB") },
    NamedValue { 2, FSCOPE_TR("Core", "16 KiB") },
    NamedValue { 3, FSCOPE_TR("Core", "Reserved value"), true },
};
constexpr std::array kPs {
    NamedValue { 0, FSCOPE_TR("Core", "32 bits, 4 GiB") },
    NamedValue { 1, FSCOPE_TR("Core", "36 bits, 64 GiB") },
    NamedValue { 2, FSCOPE_TR("Core", "40 bits, 1 TiB") },
    NamedValue { 3, FSCOPE_TR("Core", "42 bits, 4 TiB") },
    NamedValue { 4, FSCOPE_TR("Core", "44 bits, 16 TiB") },
    NamedValue { 5, FSCOPE_TR("Core", "48 bits, 256 TiB") },
    NamedValue { 6, FSCOPE_TR("Core", "52 bits, 4 PiB") },
    NamedValue { 7, FSCOPE_TR("Core", "56 bits, 64 PiB (FEAT_D128; else reserved)") },
};
constexpr std::array kVs {
    NamedValue { 0, FSCOPE_TR("Core", "8-bit VMID") },
    NamedValue { 1, FSCOPE_TR("Core", "16-bit VMID") },
};
constexpr std::array kHwu {
    NamedValue { 0, FSCOPE_TR("Core", "Not for hardware") },
    NamedValue { 1, FSCOPE_TR("Core", "IMPLEMENTATION DEFINED hardware use") },
};
constexpr std::array kCheck {
    NamedValue { 0, FSCOPE_TR("Core", "Not checked") },
    NamedValue { 1, FSCOPE_TR("Core", "Checked") },
};
constexpr std::array kDs {
    NamedValue { 0, FSCOPE_TR("Core", "48-bit addresses with 4 and 16 KiB granules") },
    NamedValue { 1, FSCOPE_TR("Core", "52-bit addresses with 4 and 16 KiB granules") },
};
constexpr std::array kD128 {
    NamedValue { 0, FSCOPE_TR("Core", "64-bit descriptors") },
    NamedValue { 1, FSCOPE_TR("Core", "128-bit descriptors") },
};
constexpr std::array kSl2 {
    NamedValue { 0, FSCOPE_TR("Core", "0") },
    NamedValue { 1, FSCOPE_TR("Core", "1: with SL0 = 0 walks begin at level -1") },
};
constexpr std::array kNs {
    NamedValue { 0, FSCOPE_TR("Core", "Secure") },
    NamedValue { 1, FSCOPE_TR("Core", "Non-secure") },
};
Text explainSize(std::uint64_t, std::uint64_t value)
{
    return { FSCOPE_TR("Core", "%1-bit IPAs"), { std::to_string(64 - value) } };
}
constexpr int kReservedStart = -128;
constexpr std::array<std::array<int, 4>, 3> kStartLevels { {
    { 2, 1, 0, 3 },              // 4 KiB
    { 3, 2, 1, 0 },              // 16 KiB
    { 3, 2, 1, kReservedStart }, // 64 KiB
} };
Text explainStart(std::uint64_t vtcr, std::uint64_t value)
{
    const auto granule = bits(vtcr, 15, 14);
    int level = kReservedStart;
    if (granule == 0 && bit(vtcr, 33) && bit(vtcr, 32)) // SL2, with DS
        level = value == 0 ? -1 : kReservedStart;
    else if (granule != 3)
        level = kStartLevels[granule == 0 ? 0 : granule == 2 ? 1 : 2][value & 3];
    if (level == kReservedStart)
        return FSCOPE_TR("Core", "Reserved for this granule: each access is a Translation fault, level 0");
    return { FSCOPE_TR("Core", "Walks begin at level %1"), { std::to_string(level) } };
}

constexpr std::array kVtcrRows {
    res0(63, 46, kVtcr),
    flag("HDBSS", 45, FSCOPE_TR("Core", "Hardware dirty state tracking structure"),
        FSCOPE_TR("Core", "Whether hardware writes dirtied pages to a list (FEAT_HDBSS); needs HA and HD."),
        kOff, kVtcr),
    flag("HAFT", 44, FSCOPE_TR("Core", "Hardware Access flag for tables"),
        FSCOPE_TR("Core", "Whether hardware sets the Access flag of Table descriptors as well (FEAT_HAFT)."),
        kOff, kVtcr),
    res0(43, 42, kVtcr),
    flag("TL0", 41, FSCOPE_TR("Core", "TopLevel check, TTBR0"),
        FSCOPE_TR(
            "Core", "Whether stage 2 checks that a TTBR0_EL1 table is marked as a top-level one (FEAT_THE)."),
        kCheck, kVtcr),
    flag("GCSH", 40, FSCOPE_TR("Core", "GCS AssuredOnly check"),
        FSCOPE_TR("Core", "Whether Guarded Control Stack accesses need AssuredOnly (FEAT_THE, FEAT_GCS)."),
        kCheck, kVtcr),
    res0(39, 39, kVtcr),
    flag("D128", 38, FSCOPE_TR("Core", "128-bit descriptors"),
        FSCOPE_TR("Core", "Whether stage 2 uses the VMSAv9-128 format (FEAT_D128)."), kD128, kVtcr),
    flag("S2POE", 37, FSCOPE_TR("Core", "Stage 2 permission overlay"),
        FSCOPE_TR("Core", "Whether stage 2 permission overlays are on (FEAT_S2POE)."), kOff, kVtcr),
    flag("S2PIE", 36, FSCOPE_TR("Core", "Stage 2 permission indirection"),
        FSCOPE_TR("Core", "Whether stage 2 permissions come from S2PIR_EL2 (FEAT_S2PIE)."), kOff, kVtcr),
    flag("TL1", 35, FSCOPE_TR("Core", "TopLevel check, TTBR1"),
        FSCOPE_TR(
            "Core", "Whether stage 2 checks that a TTBR1_EL1 table is marked as a top-level one (FEAT_THE)."),
        kCheck, kVtcr),
    flag("AssuredOnly", 34, FSCOPE_TR("Core", "AssuredOnly attribute"),
        FSCOPE_TR("Core", "Whether bit 58 of stage 2 descriptors is AssuredOnly (FEAT_THE)."), kOff, kVtcr),
    flag("SL2", 33, FSCOPE_TR("Core", "Starting level, high bit"),
        FSCOPE_TR("Core", "With DS = 1 and the 4 KiB granule the high bit of the starting level; else RES0."),
        kSl2, kVtcr),
    flag("DS", 32, FSCOPE_TR("Core", "52-bit addresses"),
        FSCOPE_TR(
            "Core", "Whether descriptors of the 4 and 16 KiB granules hold 52-bit addresses (FEAT_LPA2)."),
        kDs, kVtcr),
    res1(31, 31, kVtcr),
    flag("NSA", 30, FSCOPE_TR("Core", "Non-secure output"),
        FSCOPE_TR("Core", "The output space of the Non-secure IPA space of Secure EL1 and EL0 (FEAT_SEL2)."),
        kNs, kVtcr),
    flag("NSW", 29, FSCOPE_TR("Core", "Non-secure walk"),
        FSCOPE_TR("Core",
            "The address space of the tables of the Non-secure IPA space of Secure EL1 and EL0 (FEAT_SEL2)."),
        kNs, kVtcr),
    flag("HWU62", 28, FSCOPE_TR("Core", "Hardware use of bit 62"),
        FSCOPE_TR(
            "Core", "Whether hardware may use bit 62 of stage 2 block and page descriptors (FEAT_HPDS2)."),
        kHwu, kVtcr),
    flag("HWU61", 27, FSCOPE_TR("Core", "Hardware use of bit 61"),
        FSCOPE_TR(
            "Core", "Whether hardware may use bit 61 of stage 2 block and page descriptors (FEAT_HPDS2)."),
        kHwu, kVtcr),
    flag("HWU60", 26, FSCOPE_TR("Core", "Hardware use of bit 60"),
        FSCOPE_TR(
            "Core", "Whether hardware may use bit 60 of stage 2 block and page descriptors (FEAT_HPDS2)."),
        kHwu, kVtcr),
    flag("HWU59", 25, FSCOPE_TR("Core", "Hardware use of bit 59"),
        FSCOPE_TR(
            "Core", "Whether hardware may use bit 59 of stage 2 block and page descriptors (FEAT_HPDS2)."),
        kHwu, kVtcr),
    res0(24, 23, kVtcr),
    flag("HD", 22, FSCOPE_TR("Core", "Hardware dirty state"),
        FSCOPE_TR(
            "Core", "Whether hardware makes a page with DBM writable on the first write (FEAT_HAFDBS)."),
        kOff, kVtcr),
    flag("HA", 21, FSCOPE_TR("Core", "Hardware Access flag"),
        FSCOPE_TR("Core", "Whether hardware sets the Access flag on the first access (FEAT_HAFDBS)."), kOff,
        kVtcr),
    res0(20, 20, kVtcr),
    flag("VS", 19, FSCOPE_TR("Core", "VMID size"), FSCOPE_TR("Core", "The width of VTTBR_EL2.VMID."), kVs,
        kVtcr),
    code("PS", 18, 16, FSCOPE_TR("Core", "Physical address size"),
        FSCOPE_TR(
            "Core", "The size of the output address of stage 2; a larger one is an Address size fault."),
        kPs, kVtcr),
    code("TG0", 15, 14, FSCOPE_TR("Core", "Granule size"),
        FSCOPE_TR("Core", "The granule of the stage 2 tables."), kTg0, kVtcr),
    code("SH0", 13, 12, FSCOPE_TR("Core", "Shareability of walks"),
        FSCOPE_TR("Core", "The shareability of stage 2 table walks, and with DS of its pages."), kSh, kVtcr),
    code("ORGN0", 11, 10, FSCOPE_TR("Core", "Outer cacheability of walks"),
        FSCOPE_TR("Core", "The outer cacheability of stage 2 table walks."), kCache, kVtcr),
    code("IRGN0", 9, 8, FSCOPE_TR("Core", "Inner cacheability of walks"),
        FSCOPE_TR("Core", "The inner cacheability of stage 2 table walks."), kCache, kVtcr),
    Field { .name = "SL0",
        .hi = 7,
        .lo = 6,
        .kind = FieldKind::Number,
        .longName = FSCOPE_TR("Core", "Starting level"),
        .meaning = FSCOPE_TR("Core",
            "The level at which stage 2 walks begin; it has to fit T0SZ, or each access is a Translation "
            "fault at level 0."),
        .source = kVtcr,
        .explain = explainStart },
    Field { .name = "T0SZ",
        .hi = 5,
        .lo = 0,
        .kind = FieldKind::Number,
        .longName = FSCOPE_TR("Core", "Size offset"),
        .meaning = FSCOPE_TR("Core", "The guest has 2 to the power of (64 - T0SZ) bytes of IPA space."),
        .source = kVtcr,
        .explain = explainSize },
};

constexpr const char* kVttbr = "Arm ARM D24.2, VTTBR_EL2, Virtualization Translation Table Base Register";

constexpr std::array kCnp {
    NamedValue { 0, FSCOPE_TR("Core", "Entries may differ from those of other PEs") },
    NamedValue { 1, FSCOPE_TR("Core", "The tables are the same on all PEs of the Inner Shareable domain") },
};
constexpr std::array kVttbrRows {
    number("VMID", 63, 48, FSCOPE_TR("Core", "Virtual machine identifier"),
        FSCOPE_TR("Core", "Which VM the TLB entries belong to; bits 63:56 are RES0 with an 8-bit VMID."),
        kVttbr),
    address("BADDR", 47, 1, FSCOPE_TR("Core", "Table base address"),
        FSCOPE_TR("Core",
            "Where the first table of stage 2 lies. With 52-bit addresses bits 5:2 hold address bits 51:48."),
        kVttbr),
    flag("CnP", 0, FSCOPE_TR("Core", "Common not Private"),
        FSCOPE_TR("Core", "Whether TLB entries may be shared with other PEs (FEAT_TTCNP)."), kCnp, kVttbr),
};

constexpr RegisterLayout kVtcrLayout { "VTCR_EL2",
    FSCOPE_TR("Core", "Virtualization Translation Control Register"), 64, kVtcrRows };
constexpr RegisterLayout kVttbrLayout { "VTTBR_EL2",
    FSCOPE_TR("Core", "Virtualization Translation Table Base Register"), 64, kVttbrRows };

} // namespace

const RegisterLayout& vtcrLayout()
{
    return kVtcrLayout;
}

const RegisterLayout& vttbrLayout()
{
    return kVttbrLayout;
}

} // namespace fscope::arch::table
