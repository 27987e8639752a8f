// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "tests/core/mmu/referencewalker.h"

/// AArch64.GetS1TTWParams and AArch64.GetS2TTWParams: registers to parameters.
namespace fscope::reference {
namespace {

unsigned granuleOfTg0(unsigned tg)
{
    return tg == 1 ? 16 : tg == 2 ? 14 : 12; // 3 is reserved: the choice is 4 KiB
}

unsigned granuleOfTg1(unsigned tg)
{
    return tg == 1 ? 14 : tg == 3 ? 16 : 12; // 0 is reserved
}

} // namespace

Machine::Params Machine::stage1Params(std::uint64_t va) const
{
    const auto field = [](std::uint64_t value, unsigned lo, unsigned width) {
        return static_cast<unsigned>(value >> lo & ((1ULL << width) - 1));
    };
    Params p;
    p.wxn = bit(r.sctlr, 19);
    p.ee = bit(r.sctlr, 25);
    p.epan = bit(r.sctlr, 57);
    p.cacheable = bit(r.sctlr, 2);
    p.icacheable = bit(r.sctlr, 12);
    const std::uint64_t t = r.tcr;
    if (r.regime == Registers::El2) { // TCR_EL2 while HCR_EL2.E2H is 0
        p.ttbr = r.ttbr0;
        p.txsz = field(t, 0, 6);
        p.sh = field(t, 12, 2);
        p.granule = granuleOfTg0(field(t, 14, 2));
        p.ps = field(t, 16, 3);
        p.tbi = bit(t, 20);
        p.ha = bit(t, 21);
        p.hd = bit(t, 22);
        p.hpd = bit(t, 24);
        p.tbid = bit(t, 29);
        p.ds = bit(t, 32);
    } else {
        p.ps = field(t, 32, 3);
        p.ha = bit(t, 39);
        p.hd = bit(t, 40);
        p.ds = bit(t, 59);
        if (!bit(va, 55)) {
            p.ttbr = r.ttbr0;
            p.txsz = field(t, 0, 6);
            p.epd = bit(t, 7);
            p.sh = field(t, 12, 2);
            p.granule = granuleOfTg0(field(t, 14, 2));
            p.tbi = bit(t, 37);
            p.hpd = bit(t, 41);
            p.tbid = bit(t, 51);
            p.e0pd = bit(t, 55);
        } else {
            p.ttbr = r.ttbr1;
            p.txsz = field(t, 16, 6);
            p.epd = bit(t, 23);
            p.sh = field(t, 28, 2);
            p.granule = granuleOfTg1(field(t, 30, 2));
            p.tbi = bit(t, 38);
            p.hpd = bit(t, 42);
            p.tbid = bit(t, 52);
            p.e0pd = bit(t, 56);
        }
    }
    if (p.granule == 16)
        p.ds = false;
    if (r.regime == Registers::El10 && !isHost()) {
        p.dc = bit(r.hcr, 12);
        p.nv1 = bit(r.hcr, 42) && bit(r.hcr, 43);
    }
    return p;
}

Machine::Params Machine::stage2Params() const
{
    const auto field = [](std::uint64_t value, unsigned lo, unsigned width) {
        return static_cast<unsigned>(value >> lo & ((1ULL << width) - 1));
    };
    Params p;
    const std::uint64_t v = r.vtcr;
    p.ttbr = r.vttbr;
    p.txsz = field(v, 0, 6);
    p.startSl = field(v, 6, 2);
    p.sh = field(v, 12, 2);
    p.granule = granuleOfTg0(field(v, 14, 2));
    p.ps = field(v, 16, 3);
    p.ha = bit(v, 21);
    p.hd = bit(v, 22);
    p.ds = bit(v, 32) && p.granule != 16;
    p.sl2 = field(v, 33, 1);
    p.ee = bit(r.sctlrEl2, 25);
    p.ptw = bit(r.hcr, 2) && !bit(r.hcr, 27);
    p.cd = bit(r.hcr, 32);
    p.id = bit(r.hcr, 33);
    p.fwb = bit(r.hcr, 46);
    return p;
}

} // namespace fscope::reference
