// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// TCR_EL1: the stage 1 walks of EL1 and EL0.

#include "core/arch/fieldtables.h"
#include "core/base/bits.h"

#include <array>

namespace fscope::arch::table {
namespace {

constexpr const char* kTcr = "Arm ARM D24.2, TCR_EL1, Translation Control Register (EL1)";

constexpr std::array kOff {
    NamedValue { 0, FSCOPE_TR("Core", "Off") },
    NamedValue { 1, FSCOPE_TR("Core", "On") },
};
constexpr std::array kEpd {
    NamedValue { 0, FSCOPE_TR("Core", "Walks as usual") },
    NamedValue { 1, FSCOPE_TR("Core", "A TLB miss is a Translation fault, level 0") },
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
constexpr std::array kTg1 {
    NamedValue { 0, FSCOPE_TR("Core", "Reserved value"), true },
    NamedValue { 1, FSCOPE_TR("Core", "16 KiB") },
    NamedValue { 2, FSCOPE_TR("Core", "4 KiB") },
    NamedValue { 3, FSCOPE_TR("Core", "64 KiB") },
};
constexpr std::array kIps {
    NamedValue { 0, FSCOPE_TR("Core", "32 bits, 4 GiB") },
    NamedValue { 1, FSCOPE_TR("Core", "36 bits, 64 GiB") },
    NamedValue { 2, FSCOPE_TR("Core", "40 bits, 1 TiB") },
    NamedValue { 3, FSCOPE_TR("Core", "42 bits, 4 TiB") },
    NamedValue { 4, FSCOPE_TR("Core", "44 bits, 16 TiB") },
    NamedValue { 5, FSCOPE_TR("Core", "48 bits, 256 TiB") },
    NamedValue { 6, FSCOPE_TR("Core", "52 bits, 4 PiB") },
    NamedValue { 7, FSCOPE_TR("Core", "56 bits, 64 PiB (FEAT_D128; else reserved)") },
};
constexpr std::array kAsid {
    NamedValue { 0, FSCOPE_TR("Core", "8-bit ASID") },
    NamedValue { 1, FSCOPE_TR("Core", "16-bit ASID") },
};
constexpr std::array kA1 {
    NamedValue { 0, FSCOPE_TR("Core", "TTBR0_EL1.ASID") },
    NamedValue { 1, FSCOPE_TR("Core", "TTBR1_EL1.ASID") },
};
constexpr std::array kTbi {
    NamedValue { 0, FSCOPE_TR("Core", "The top byte is part of the address") },
    NamedValue { 1, FSCOPE_TR("Core", "The top byte is ignored") },
};
constexpr std::array kHpd {
    NamedValue { 0, FSCOPE_TR("Core", "Table attributes limit what lies below") },
    NamedValue { 1, FSCOPE_TR("Core", "Table attributes are ignored") },
};
constexpr std::array kHwu {
    NamedValue { 0, FSCOPE_TR("Core", "Not for hardware") },
    NamedValue { 1,
        FSCOPE_TR("Core", "IMPLEMENTATION DEFINED hardware use, if hierarchical attributes are disabled") },
};
constexpr std::array kTbid {
    NamedValue { 0, FSCOPE_TR("Core", "TBI holds for data and instructions") },
    NamedValue { 1, FSCOPE_TR("Core", "TBI holds for data only") },
};
constexpr std::array kNfd {
    NamedValue { 0, FSCOPE_TR("Core", "No effect") },
    NamedValue { 1, FSCOPE_TR("Core", "Such accesses fault when they miss in the TLB") },
};
constexpr std::array kE0pd {
    NamedValue { 0, FSCOPE_TR("Core", "No effect") },
    NamedValue { 1, FSCOPE_TR("Core", "EL0 accesses are Translation faults, level 0") },
};
constexpr std::array kTcma {
    NamedValue { 0, FSCOPE_TR("Core", "Checked") },
    NamedValue { 1, FSCOPE_TR("Core", "Not checked") },
};
constexpr std::array kDs {
    NamedValue { 0, FSCOPE_TR("Core", "48-bit addresses with 4 and 16 KiB granules") },
    NamedValue { 1, FSCOPE_TR("Core", "52-bit addresses with 4 and 16 KiB granules") },
};
Text explainSize(std::uint64_t, std::uint64_t value)
{
    return { FSCOPE_TR("Core", "%1-bit addresses"), { std::to_string(64 - value) } };
}

constexpr std::array kRows {
    res0(63, 62, kTcr),
    flag("MTX1", 61, FSCOPE_TR("Core", "Tag bits, TTBR1_EL1"),
        FSCOPE_TR("Core",
            "Whether bits 59:56 of addresses translated by TTBR1_EL1 are a logical tag that is not part of "
            "the address (FEAT_MTE_NO_ADDRESS_TAGS)."),
        kOff, kTcr),
    flag("MTX0", 60, FSCOPE_TR("Core", "Tag bits, TTBR0_EL1"),
        FSCOPE_TR("Core",
            "Whether bits 59:56 of addresses translated by TTBR0_EL1 are a logical tag that is not part of "
            "the address (FEAT_MTE_NO_ADDRESS_TAGS)."),
        kOff, kTcr),
    flag("DS", 59, FSCOPE_TR("Core", "52-bit addresses"),
        FSCOPE_TR(
            "Core", "Whether descriptors of the 4 and 16 KiB granules hold 52-bit addresses (FEAT_LPA2)."),
        kDs, kTcr),
    flag("TCMA1", 58, FSCOPE_TR("Core", "Unchecked accesses, TTBR1_EL1"),
        FSCOPE_TR("Core",
            "Whether accesses translated by TTBR1_EL1 with an all-zeros or all-ones tag are tag-checked "
            "(FEAT_MTE2)."),
        kTcma, kTcr),
    flag("TCMA0", 57, FSCOPE_TR("Core", "Unchecked accesses, TTBR0_EL1"),
        FSCOPE_TR("Core",
            "Whether accesses translated by TTBR0_EL1 with an all-zeros or all-ones tag are tag-checked "
            "(FEAT_MTE2)."),
        kTcma, kTcr),
    flag("E0PD1", 56, FSCOPE_TR("Core", "EL0 access prevention, TTBR1_EL1"),
        FSCOPE_TR("Core", "Whether EL0 may use addresses translated by TTBR1_EL1 (FEAT_E0PD)."), kE0pd, kTcr),
    flag("E0PD0", 55, FSCOPE_TR("Core", "EL0 access prevention, TTBR0_EL1"),
        FSCOPE_TR("Core", "Whether EL0 may use addresses translated by TTBR0_EL1 (FEAT_E0PD)."), kE0pd, kTcr),
    flag("NFD1", 54, FSCOPE_TR("Core", "Non-fault translation timing, TTBR1_EL1"),
        FSCOPE_TR("Core",
            "Whether non-faulting and speculative accesses of EL0 translated by TTBR1_EL1 may walk the "
            "tables."),
        kNfd, kTcr),
    flag("NFD0", 53, FSCOPE_TR("Core", "Non-fault translation timing, TTBR0_EL1"),
        FSCOPE_TR("Core",
            "Whether non-faulting and speculative accesses of EL0 translated by TTBR0_EL1 may walk the "
            "tables."),
        kNfd, kTcr),
    flag("TBID1", 52, FSCOPE_TR("Core", "Top byte ignored, data only, TTBR1_EL1"),
        FSCOPE_TR("Core", "Whether the top byte is ignored for instruction addresses as well (FEAT_PAuth)."),
        kTbid, kTcr),
    flag("TBID0", 51, FSCOPE_TR("Core", "Top byte ignored, data only, TTBR0_EL1"),
        FSCOPE_TR("Core", "Whether the top byte is ignored for instruction addresses as well (FEAT_PAuth)."),
        kTbid, kTcr),
    flag("HWU162", 50, FSCOPE_TR("Core", "Hardware use of bit 62, TTBR1_EL1"),
        FSCOPE_TR("Core",
            "Whether hardware may use bit 62 of block and page descriptors below TTBR1_EL1 (FEAT_HPDS2)."),
        kHwu, kTcr),
    flag("HWU161", 49, FSCOPE_TR("Core", "Hardware use of bit 61, TTBR1_EL1"),
        FSCOPE_TR("Core",
            "Whether hardware may use bit 61 of block and page descriptors below TTBR1_EL1 (FEAT_HPDS2)."),
        kHwu, kTcr),
    flag("HWU160", 48, FSCOPE_TR("Core", "Hardware use of bit 60, TTBR1_EL1"),
        FSCOPE_TR("Core",
            "Whether hardware may use bit 60 of block and page descriptors below TTBR1_EL1 (FEAT_HPDS2)."),
        kHwu, kTcr),
    flag("HWU159", 47, FSCOPE_TR("Core", "Hardware use of bit 59, TTBR1_EL1"),
        FSCOPE_TR("Core",
            "Whether hardware may use bit 59 of block and page descriptors below TTBR1_EL1 (FEAT_HPDS2)."),
        kHwu, kTcr),
    flag("HWU062", 46, FSCOPE_TR("Core", "Hardware use of bit 62, TTBR0_EL1"),
        FSCOPE_TR("Core",
            "Whether hardware may use bit 62 of block and page descriptors below TTBR0_EL1 (FEAT_HPDS2)."),
        kHwu, kTcr),
    flag("HWU061", 45, FSCOPE_TR("Core", "Hardware use of bit 61, TTBR0_EL1"),
        FSCOPE_TR("Core",
            "Whether hardware may use bit 61 of block and page descriptors below TTBR0_EL1 (FEAT_HPDS2)."),
        kHwu, kTcr),
    flag("HWU060", 44, FSCOPE_TR("Core", "Hardware use of bit 60, TTBR0_EL1"),
        FSCOPE_TR("Core",
            "Whether hardware may use bit 60 of block and page descriptors below TTBR0_EL1 (FEAT_HPDS2)."),
        kHwu, kTcr),
    flag("HWU059", 43, FSCOPE_TR("Core", "Hardware use of bit 59, TTBR0_EL1"),
        FSCOPE_TR("Core",
            "Whether hardware may use bit 59 of block and page descriptors below TTBR0_EL1 (FEAT_HPDS2)."),
        kHwu, kTcr),
    flag("HPD1", 42, FSCOPE_TR("Core", "Hierarchical permission disable, TTBR1_EL1"),
        FSCOPE_TR("Core", "Whether APTable, PXNTable and UXNTable below TTBR1_EL1 are ignored (FEAT_HPDS)."),
        kHpd, kTcr),
    flag("HPD0", 41, FSCOPE_TR("Core", "Hierarchical permission disable, TTBR0_EL1"),
        FSCOPE_TR("Core", "Whether APTable, PXNTable and UXNTable below TTBR0_EL1 are ignored (FEAT_HPDS)."),
        kHpd, kTcr),
    flag("HD", 40, FSCOPE_TR("Core", "Hardware dirty state"),
        FSCOPE_TR(
            "Core", "Whether hardware makes a page with DBM writable on the first write (FEAT_HAFDBS)."),
        kOff, kTcr),
    flag("HA", 39, FSCOPE_TR("Core", "Hardware Access flag"),
        FSCOPE_TR("Core", "Whether hardware sets the Access flag on the first access (FEAT_HAFDBS)."), kOff,
        kTcr),
    flag("TBI1", 38, FSCOPE_TR("Core", "Top byte ignored, TTBR1_EL1"),
        FSCOPE_TR("Core", "Whether the top byte of addresses translated by TTBR1_EL1 is ignored."), kTbi,
        kTcr),
    flag("TBI0", 37, FSCOPE_TR("Core", "Top byte ignored, TTBR0_EL1"),
        FSCOPE_TR("Core", "Whether the top byte of addresses translated by TTBR0_EL1 is ignored."), kTbi,
        kTcr),
    flag("AS", 36, FSCOPE_TR("Core", "ASID size"), FSCOPE_TR("Core", "The width of the ASID."), kAsid, kTcr),
    res0(35, 35, kTcr),
    code("IPS", 34, 32, FSCOPE_TR("Core", "Intermediate physical address size"),
        FSCOPE_TR(
            "Core", "The size of the output address of stage 1; a larger one is an Address size fault."),
        kIps, kTcr),
    code("TG1", 31, 30, FSCOPE_TR("Core", "Granule size, TTBR1_EL1"),
        FSCOPE_TR("Core",
            "The granule of the tables below TTBR1_EL1; note that the code differs from that of TG0."),
        kTg1, kTcr),
    code("SH1", 29, 28, FSCOPE_TR("Core", "Shareability of walks, TTBR1_EL1"),
        FSCOPE_TR("Core", "The shareability of table walks from TTBR1_EL1, and with DS of its pages."), kSh,
        kTcr),
    code("ORGN1", 27, 26, FSCOPE_TR("Core", "Outer cacheability of walks, TTBR1_EL1"),
        FSCOPE_TR("Core", "The outer cacheability of table walks from TTBR1_EL1."), kCache, kTcr),
    code("IRGN1", 25, 24, FSCOPE_TR("Core", "Inner cacheability of walks, TTBR1_EL1"),
        FSCOPE_TR("Core", "The inner cacheability of table walks from TTBR1_EL1."), kCache, kTcr),
    flag("EPD1", 23, FSCOPE_TR("Core", "Walk disable, TTBR1_EL1"),
        FSCOPE_TR("Core", "Whether walks from TTBR1_EL1 are disabled."), kEpd, kTcr),
    flag("A1", 22, FSCOPE_TR("Core", "ASID select"), FSCOPE_TR("Core", "Which TTBR holds the ASID."), kA1,
        kTcr),
    Field { .name = "T1SZ",
        .hi = 21,
        .lo = 16,
        .kind = FieldKind::Number,
        .longName = FSCOPE_TR("Core", "Size offset, TTBR1_EL1"),
        .meaning = FSCOPE_TR("Core",
            "The region of TTBR1_EL1 covers 2 to the power of (64 - T1SZ) bytes at the top of the address "
            "space."),
        .source = kTcr,
        .explain = explainSize },
    code("TG0", 15, 14, FSCOPE_TR("Core", "Granule size, TTBR0_EL1"),
        FSCOPE_TR("Core", "The granule of the tables below TTBR0_EL1."), kTg0, kTcr),
    code("SH0", 13, 12, FSCOPE_TR("Core", "Shareability of walks, TTBR0_EL1"),
        FSCOPE_TR("Core", "The shareability of table walks from TTBR0_EL1, and with DS of its pages."), kSh,
        kTcr),
    code("ORGN0", 11, 10, FSCOPE_TR("Core", "Outer cacheability of walks, TTBR0_EL1"),
        FSCOPE_TR("Core", "The outer cacheability of table walks from TTBR0_EL1."), kCache, kTcr),
    code("IRGN0", 9, 8, FSCOPE_TR("Core", "Inner cacheability of walks, TTBR0_EL1"),
        FSCOPE_TR("Core", "The inner cacheability of table walks from TTBR0_EL1."), kCache, kTcr),
    flag("EPD0", 7, FSCOPE_TR("Core", "Walk disable, TTBR0_EL1"),
        FSCOPE_TR("Core", "Whether walks from TTBR0_EL1 are disabled."), kEpd, kTcr),
    res0(6, 6, kTcr),
    Field { .name = "T0SZ",
        .hi = 5,
        .lo = 0,
        .kind = FieldKind::Number,
        .longName = FSCOPE_TR("Core", "Size offset, TTBR0_EL1"),
        .meaning = FSCOPE_TR(
            "Core", "The region of TTBR0_EL1 covers 2 to the power of (64 - T0SZ) bytes from address 0."),
        .source = kTcr,
        .explain = explainSize },
};

constexpr RegisterLayout kLayout { "TCR_EL1", FSCOPE_TR("Core", "Translation Control Register (EL1)"), 64,
    kRows };

} // namespace

const RegisterLayout& tcrLayout()
{
    return kLayout;
}

} // namespace fscope::arch::table
