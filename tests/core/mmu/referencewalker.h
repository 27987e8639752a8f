// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

/// A second walker, for tests alone: slow, naive, and sharing nothing with core/mmu, not even the way it
/// reads a register. It follows the functions of the Arm ARM's pseudocode (AArch64.S1Translate, S1Walk,
/// S2Translate, S2Walk and what they call) one by one, for Non-secure EL1&0, EL2&0 and EL2.
///
/// Where the architecture leaves a choice, it makes that of the simulated CPU (core/mmu/README.md).
namespace fscope::reference {

struct Registers {
    std::uint64_t sctlr = 0, tcr = 0, ttbr0 = 0, ttbr1 = 0, mair = 0, hcr = 0, vtcr = 0, vttbr = 0,
                  sctlrEl2 = 0;
    enum Regime { El10, El20, El2 } regime = El10;
};

enum class AccType { Read, Write, Fetch };

struct AccessDescriptor {
    AccType type = AccType::Read;
    int el = 1;
    bool pan = false;       ///< PSTATE.PAN
    bool at = false;        ///< an address translation instruction
    bool tableWalk = false; ///< a read of a stage-1 table (AccessType_TTW), or with @c type Write its update
};

enum class FaultCode { None, Translation, AddressSize, AccessFlag, Permission, ExternalAbort };

struct FaultRecord {
    FaultCode code = FaultCode::None;
    bool secondStage = false;
    bool s2fs1walk = false;
    int level = 0;
    std::uint64_t ipa = 0;
};

struct Cacheability {
    enum { NonCacheable, WriteThrough, WriteBack } attrs = NonCacheable;
    bool transient = false;
    unsigned hints = 0; ///< Read-Allocate 2, Write-Allocate 1
};

struct MemoryType {
    bool device = false;
    unsigned deviceKind = 0; ///< 0 nGnRnE, 1 nGnRE, 2 nGRE, 3 GRE
    Cacheability inner, outer;
    unsigned shareability = 0; ///< 0 non, 2 outer, 3 inner
    unsigned mairByte() const;
};

struct StageEnd {
    int level = 0;
    unsigned sizeLog2 = 0;
    bool contiguous = false;
    std::uint64_t descriptor = 0;
};

struct Result {
    FaultRecord fault;
    std::uint64_t ipa = 0, pa = 0;
    MemoryType memory;
    std::optional<StageEnd> stage1, stage2;
    std::vector<std::uint64_t> reads; ///< physical addresses of descriptors, in order
};

/// The RAM: words of 8 bytes from address 0, in the order of a little-endian machine.
class Machine
{
public:
    Machine(const Registers& registers, std::vector<std::uint64_t>& words, bool updates)
        : r(registers)
        , m_words(words)
        , m_updates(updates)
    { }
    Result fullTranslate(std::uint64_t va, const AccessDescriptor& access);

private:
    struct Params { // S1TTWParams and S2TTWParams
        unsigned granule = 12, txsz = 0, ps = 0, sh = 0, startSl = 0, sl2 = 0;
        bool ds = false, ha = false, hd = false, ee = false, tbi = false, tbid = false, hpd = false,
             e0pd = false;
        bool epd = false, wxn = false, epan = false, nv1 = false, dc = false, cacheable = false,
             icacheable = false;
        bool ptw = false, fwb = false, cd = false, id = false;
        std::uint64_t ttbr = 0;
    };
    struct Walk { // TTWState, and the descriptor with its address
        int level = 0;
        std::uint64_t base = 0, descriptor = 0, descriptorPa = 0, descriptorIpa = 0, oa = 0;
        unsigned apTable = 0;
        bool uxnTable = false, pxnTable = false, contiguous = false;
    };
    bool bit(std::uint64_t value, unsigned n) const { return (value >> n & 1) != 0; }
    bool hasUnprivileged() const { return r.regime != Registers::El2; }
    bool isHost() const { return bit(r.hcr, 34) && bit(r.hcr, 27); }
    bool stage1Enabled() const;
    bool stage2Enabled() const;
    Params stage1Params(std::uint64_t va) const;
    Params stage2Params() const;

    bool read(std::uint64_t pa, bool bigEndian, std::uint64_t& value, Result& out) const;
    enum class Swapped { Yes, SomethingElseThere, NoMemory };
    Swapped swap(
        std::uint64_t pa, bool bigEndian, std::uint64_t from, std::uint64_t to) const; // MemSwapTableDesc

    FaultRecord stage1Translate(std::uint64_t va, const AccessDescriptor& access, Result& out);
    FaultRecord stage1Walk(
        const Params& p, std::uint64_t va, const AccessDescriptor& access, Walk& w, Result& out);
    FaultRecord stage1Permissions(const Params& p, const AccessDescriptor& access, const Walk& w) const;
    FaultRecord stage1Disabled(
        const Params& p, std::uint64_t va, const AccessDescriptor& access, Result& out) const;
    FaultRecord stage2Translate(
        std::uint64_t ipa, const AccessDescriptor& access, std::uint64_t& pa, Result& out);
    FaultRecord stage2Walk(const Params& p, std::uint64_t ipa, Walk& w, Result& out);
    FaultRecord stage2Permissions(const Params& p, const AccessDescriptor& access, const Walk& w) const;

    const Registers& r;
    std::vector<std::uint64_t>& m_words;
    bool m_updates;
};

} // namespace fscope::reference
