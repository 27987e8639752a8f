// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "tests/core/mmu/referencewalker.h"

#include "tests/core/mmu/referencerules.h"

namespace fscope::reference {

bool Machine::stage1Enabled() const
{
    if (r.regime == Registers::El10 && !isHost() && (bit(r.hcr, 12) || bit(r.hcr, 27))) // DC, TGE
        return false;
    return bit(r.sctlr, 0);
}

bool Machine::stage2Enabled() const
{
    return r.regime == Registers::El10 && !isHost() && (bit(r.hcr, 0) || bit(r.hcr, 12)); // VM, DC
}

bool Machine::read(std::uint64_t pa, bool bigEndian, std::uint64_t& value, Result& out) const
{
    out.reads.push_back(pa);
    if (pa / 8 >= m_words.size())
        return false;
    value = bigEndian ? reversed(m_words[pa / 8]) : m_words[pa / 8];
    return true;
}

Machine::Swapped Machine::swap(std::uint64_t pa, bool bigEndian, std::uint64_t from, std::uint64_t to) const
{
    if (!m_updates)
        return Swapped::Yes;
    if (pa / 8 >= m_words.size())
        return Swapped::NoMemory;
    std::uint64_t& word = m_words[pa / 8];
    if (word != (bigEndian ? reversed(from) : from))
        return Swapped::SomethingElseThere;
    word = bigEndian ? reversed(to) : to;
    return Swapped::Yes;
}

FaultRecord Machine::stage1Disabled(
    const Params& p, std::uint64_t va, const AccessDescriptor& access, Result& out) const
{
    const unsigned top = addrTop(p.tbi, p.tbid, access.type == AccType::Fetch);
    for (unsigned n = 52; n <= top; ++n) {
        if (bit(va, n))
            return { FaultCode::AddressSize, false, false, 0, 0 };
    }
    out.ipa = va & ((1ULL << 52) - 1);
    if (p.dc) {
        out.memory = normal({ Cacheability::WriteBack, false, 3 }, 0);
    } else if (access.type == AccType::Fetch) {
        out.memory = p.icacheable ? normal({ Cacheability::WriteThrough, false, 2 }, 2) : normal({}, 2);
    } else {
        out.memory = MemoryType {};
        out.memory.device = true;
        out.memory.shareability = 2;
    }
    return {};
}

FaultRecord Machine::stage1Walk(
    const Params& p, std::uint64_t va, const AccessDescriptor& access, Walk& w, Result& out)
{
    FaultRecord fault;
    const auto refuse = [&](FaultCode code) {
        fault.code = code;
        fault.level = w.level;
        return fault;
    };
    w = {};
    if (p.epd || txszFaults(p.granule, p.ds, p.txsz) || (access.el == 0 && p.e0pd))
        return refuse(FaultCode::Translation);
    const unsigned iasize = 64 - p.txsz;
    const unsigned top = addrTop(p.tbi, p.tbid, access.type == AccType::Fetch);
    const bool upper = hasUnprivileged() && bit(va, 55);
    for (unsigned n = iasize; n <= top; ++n) {
        if (bit(va, n) != upper)
            return refuse(FaultCode::Translation);
    }
    const int start = stage1StartLevel(p.granule, iasize);
    w.base = tableBase(p.ttbr, p.granule, p.ds, p.ps, iasize, start);
    if (outOfRange(w.base, p.granule, p.ds, p.ps))
        return refuse(FaultCode::AddressSize);
    w.level = start;
    for (;;) {
        w.descriptorIpa = w.base + 8 * tableIndex(va, p.granule, w.level, w.level == start ? iasize : 64);
        w.descriptorPa = w.descriptorIpa;
        if (stage2Enabled()) {
            AccessDescriptor tableRead;
            tableRead.tableWalk = true;
            const FaultRecord s2 = stage2Translate(w.descriptorIpa, tableRead, w.descriptorPa, out);
            if (s2.code != FaultCode::None)
                return s2;
        }
        if (!read(w.descriptorPa, p.ee, w.descriptor, out))
            return refuse(FaultCode::ExternalAbort);
        const Kind kind = kindOf(w.descriptor, p.granule, p.ds, w.level);
        if (kind == Kind::Invalid)
            return refuse(FaultCode::Translation);
        if (kind == Kind::Leaf)
            break;
        if (!p.hpd)
            applyTable(w.descriptor, hasUnprivileged(), p.nv1, w.apTable, w.uxnTable, w.pxnTable);
        w.base = descriptorAddress(w.descriptor, p.granule, p.ds, p.granule);
        if (outOfRange(w.base, p.granule, p.ds, p.ps))
            return refuse(FaultCode::AddressSize);
        ++w.level;
    }
    const unsigned size = translationSize(p.granule, w.level);
    const std::uint64_t offset = (1ULL << size) - 1;
    w.oa = descriptorAddress(w.descriptor, p.granule, p.ds, size) | (va & offset);
    w.contiguous = contiguousBit(w.descriptor, p.granule, w.level);
    if (outOfRange(w.oa, p.granule, p.ds, p.ps))
        return refuse(FaultCode::AddressSize);
    if (!bit(w.descriptor, 10) && !p.ha)
        return refuse(FaultCode::AccessFlag);
    return fault;
}

FaultRecord Machine::stage1Permissions(const Params& p, const AccessDescriptor& access, const Walk& w) const
{
    const std::uint64_t d = w.descriptor;
    bool ap2 = bit(d, 7);
    if (p.ha && p.hd && bit(d, 51))
        ap2 = false;
    bool r0 = false, w0 = false, x0 = false, r1 = true, w1 = !ap2, x1 = false;
    if (w.apTable & 2)
        w1 = false;
    if (hasUnprivileged()) {
        const bool ap1 = p.nv1 ? false : bit(d, 6);
        const bool uxn = p.nv1 ? false : bit(d, 54);
        const bool pxn = p.nv1 ? bit(d, 54) : bit(d, 53);
        r0 = ap1 && !(w.apTable & 1);
        w0 = r0 && !ap2 && !(w.apTable & 2);
        x1 = !(pxn || w.pxnTable || w0);
        x0 = !(uxn || w.uxnTable);
        if (access.pan && access.type != AccType::Fetch && !p.nv1 && (r0 || w0 || (p.epan && x0)))
            r1 = w1 = false;
    } else {
        x1 = !(bit(d, 54) || w.uxnTable);
    }
    bool wxnWrites = access.el == 0 ? w0 : w1;
    bool allowed = false;
    if (access.type == AccType::Read)
        allowed = access.el == 0 ? r0 : r1;
    else if (access.type == AccType::Write)
        allowed = wxnWrites;
    else
        allowed = (access.el == 0 ? x0 : x1) && !(p.wxn && wxnWrites);
    return allowed ? FaultRecord {} : FaultRecord { FaultCode::Permission, false, false, w.level, 0 };
}

FaultRecord Machine::stage1Translate(std::uint64_t va, const AccessDescriptor& access, Result& out)
{
    const Params p = stage1Params(va);
    if (!stage1Enabled())
        return stage1Disabled(p, va, access, out);
    Walk w;
    std::uint64_t updated = 0;
    const std::size_t readsBefore = out.reads.size();
    for (;;) { // repeat … until the descriptor is as it should be
        out.reads.resize(readsBefore);
        FaultRecord fault = stage1Walk(p, va, access, w, out);
        if (fault.code != FaultCode::None)
            return fault;
        fault = stage1Permissions(p, access, w);
        if (fault.code != FaultCode::None) // the choice: no update with a Permission fault
            return fault;
        updated = w.descriptor;
        if (p.ha)
            updated |= 1ULL << 10;
        if (p.ha && p.hd && bit(w.descriptor, 51) && access.type == AccType::Write && !access.at)
            updated &= ~(1ULL << 7);
        if (updated == w.descriptor)
            break;
        std::uint64_t pa = w.descriptorIpa;
        if (stage2Enabled()) {
            AccessDescriptor update;
            update.type = AccType::Write;
            update.tableWalk = true;
            const FaultRecord s2 = stage2Translate(w.descriptorIpa, update, pa, out);
            if (s2.code != FaultCode::None)
                return s2;
        }
        const Swapped swapped = swap(pa, p.ee, w.descriptor, updated);
        if (swapped == Swapped::NoMemory)
            return { FaultCode::ExternalAbort, false, false, w.level, 0 };
        if (swapped == Swapped::Yes)
            break;
    }
    out.ipa = w.oa;
    const auto mair = static_cast<unsigned>(r.mair >> (8 * (w.descriptor >> 2 & 7)) & 0xff);
    const unsigned sh = p.ds ? p.sh : static_cast<unsigned>(w.descriptor >> 8 & 3);
    const bool cacheable = access.type == AccType::Fetch ? p.icacheable : p.cacheable;
    out.memory = decodeMair(mair, sh, cacheable);
    out.stage1 = StageEnd { w.level, translationSize(p.granule, w.level), w.contiguous, updated };
    return {};
}

FaultRecord Machine::stage2Walk(const Params& p, std::uint64_t ipa, Walk& w, Result& out)
{
    FaultRecord fault;
    const auto refuse = [&](FaultCode code) {
        fault.code = code;
        fault.level = w.level;
        return fault;
    };
    w = {};
    const std::optional<int> start = stage2StartLevel(p.granule, p.ds, p.startSl, p.sl2);
    const unsigned iasize = 64 - p.txsz;
    if (!start || txszFaults(p.granule, p.ds, p.txsz) || inconsistentStart(p.granule, iasize, *start)
        || ipa >> iasize != 0)
        return refuse(FaultCode::Translation);
    w.base = tableBase(p.ttbr, p.granule, p.ds, p.ps, iasize, *start);
    if (outOfRange(w.base, p.granule, p.ds, p.ps))
        return refuse(FaultCode::AddressSize);
    w.level = *start;
    for (;;) {
        w.descriptorPa = w.base + 8 * tableIndex(ipa, p.granule, w.level, w.level == *start ? iasize : 64);
        if (!read(w.descriptorPa, p.ee, w.descriptor, out))
            return refuse(FaultCode::ExternalAbort);
        const Kind kind = kindOf(w.descriptor, p.granule, p.ds, w.level);
        if (kind == Kind::Invalid)
            return refuse(FaultCode::Translation);
        if (kind == Kind::Leaf)
            break;
        w.base = descriptorAddress(w.descriptor, p.granule, p.ds, p.granule);
        if (outOfRange(w.base, p.granule, p.ds, p.ps))
            return refuse(FaultCode::AddressSize);
        ++w.level;
    }
    const unsigned size = translationSize(p.granule, w.level);
    w.oa = descriptorAddress(w.descriptor, p.granule, p.ds, size) | (ipa & ((1ULL << size) - 1));
    w.contiguous = contiguousBit(w.descriptor, p.granule, w.level);
    if (outOfRange(w.oa, p.granule, p.ds, p.ps))
        return refuse(FaultCode::AddressSize);
    if (!bit(w.descriptor, 10) && !p.ha)
        return refuse(FaultCode::AccessFlag);
    return fault;
}

FaultRecord Machine::stage2Permissions(const Params& p, const AccessDescriptor& access, const Walk& w) const
{
    const std::uint64_t d = w.descriptor;
    const auto attr = static_cast<unsigned>(d >> 2 & 15);
    const bool device = p.fwb ? (attr & 4) == 0 : attr < 4;
    bool allowed = true;
    if (access.tableWalk && p.ptw && device)
        allowed = false;
    const bool writable = bit(d, 7) || (p.ha && p.hd && bit(d, 51));
    if (access.type == AccType::Read)
        allowed = allowed && bit(d, 6);
    else if (access.type == AccType::Write)
        allowed = allowed && writable;
    else {
        const auto xn = static_cast<unsigned>(d >> 53 & 3); // XN[1:0]
        const bool el1 = xn == 0 || xn == 3;
        const bool el0 = xn == 0 || xn == 1;
        allowed = access.el == 0 ? el0 : el1;
    }
    return allowed ? FaultRecord {} : FaultRecord { FaultCode::Permission, false, false, w.level, 0 };
}

FaultRecord Machine::stage2Translate(
    std::uint64_t ipa, const AccessDescriptor& access, std::uint64_t& pa, Result& out)
{
    const Params p = stage2Params();
    const auto second = [&](FaultRecord fault) {
        fault.secondStage = true;
        fault.s2fs1walk = access.tableWalk;
        fault.ipa = ipa;
        return fault;
    };
    Walk w;
    std::uint64_t updated = 0;
    const std::size_t readsBefore = out.reads.size();
    for (;;) {
        out.reads.resize(readsBefore);
        FaultRecord fault = stage2Walk(p, ipa, w, out);
        if (fault.code == FaultCode::None)
            fault = stage2Permissions(p, access, w);
        if (fault.code != FaultCode::None)
            return second(fault);
        updated = w.descriptor;
        if (p.ha)
            updated |= 1ULL << 10;
        if (p.ha && p.hd && bit(w.descriptor, 51) && access.type == AccType::Write && !access.at)
            updated |= 1ULL << 7;
        if (updated == w.descriptor)
            break;
        const Swapped swapped = swap(w.descriptorPa, p.ee, w.descriptor, updated);
        if (swapped == Swapped::NoMemory)
            return second({ FaultCode::ExternalAbort, false, false, w.level, 0 });
        if (swapped == Swapped::Yes)
            break;
    }
    pa = w.oa;
    if (access.tableWalk)
        return {};
    const unsigned sh = p.ds ? p.sh : static_cast<unsigned>(w.descriptor >> 8 & 3);
    const auto attr = static_cast<unsigned>(w.descriptor >> 2 & 15);
    const bool uncached = access.type == AccType::Fetch ? p.id : p.cd;
    out.memory
        = p.fwb ? forcedType(out.memory, attr, sh, uncached) : combinedType(out.memory, attr, sh, uncached);
    out.stage2 = StageEnd { w.level, translationSize(p.granule, w.level), w.contiguous, updated };
    return {};
}

Result Machine::fullTranslate(std::uint64_t va, const AccessDescriptor& access)
{
    Result out;
    out.fault = stage1Translate(va, access, out);
    if (out.fault.code != FaultCode::None)
        return out;
    out.pa = out.ipa;
    if (stage2Enabled())
        out.fault = stage2Translate(out.ipa, access, out.pa, out);
    return out;
}

} // namespace fscope::reference
