// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// The walkers against a second, independent implementation, on random registers, tables and accesses.
///
/// FSCOPE_RANDOM_CASES chooses how many cases (100,000 if unset), FSCOPE_RANDOM_SEED where they start.

#include "core/memory/heapmemory.h"
#include "core/mmu/regime.h"
#include "core/mmu/walk.h"
#include "tests/core/mmu/referencewalker.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <QTest>

#include <array>
#include <cstring>
#include <random>

using namespace fscope;
using namespace fscope::mmu;

namespace {

constexpr std::size_t kWords = 0x100000 / 8; ///< 1 MiB of RAM from address 0
constexpr int kCasesPerImage = 10000;

/// Random numbers of which a part is as wanted.
class Dice
{
public:
    explicit Dice(std::uint64_t seed)
        : m_engine(seed)
    { }
    std::uint64_t any() { return m_engine(); }
    std::uint64_t below(std::uint64_t n) { return m_engine() % n; }
    bool chance(unsigned percent) { return below(100) < percent; }
    std::uint64_t flag(unsigned n, unsigned percent)
    {
        return chance(percent) ? std::uint64_t { 1 } << n : 0;
    }

private:
    std::mt19937_64 m_engine;
};

/// A word that is likely to be a descriptor which leads on within the RAM.
std::uint64_t descriptor(Dice& dice, unsigned bad)
{
    std::uint64_t d = dice.any() & 0xf'f000; // an address in RAM
    if (dice.chance(bad))
        d |= dice.any() & ~std::uint64_t { 0xfff };
    if (dice.chance(60))
        d &= ~std::uint64_t { 0xf000 }; // 64 KiB descriptors hold address bits 51:48 there
    d |= dice.chance(bad) ? dice.below(4) : dice.chance(80) ? 3U : 1U;
    d |= dice.below(64) << 2 & 0x3c;                             // attributes
    d |= dice.flag(6, 85) | dice.flag(7, 50);                    // AP, S2AP
    d |= (dice.chance(80) ? 0 : dice.chance(50) ? 2U : 3U) << 8; // SH, or address bits 51:50
    d |= dice.flag(10, 85) | dice.flag(11, 50) | dice.flag(51, 40)
        | dice.flag(52, 30);                    // AF, nG, DBM, Contiguous
    d |= dice.flag(53, 20) | dice.flag(54, 20); // XN
    for (unsigned n = 59; n < 64; ++n)
        d |= dice.flag(n, 3); // limits of tables
    return d;
}

std::uint64_t mairByte(Dice& dice)
{
    if (dice.chance(30))
        return dice.below(4) << 2;
    const auto nibble = [&] { return dice.chance(20) ? 4 : 1 + dice.below(15); };
    return nibble() << 4 | nibble();
}

/// TxSZ that often leaves a table of a few entries, or one whose start fits.
std::uint64_t txsz(Dice& dice)
{
    return dice.chance(90) ? 12 + dice.below(37) : dice.below(64);
}

std::uint64_t shareability(Dice& dice)
{
    return std::array<std::uint64_t, 3> { 0, 2, 3 }[dice.below(3)];
}

TranslationRegisters registers(Dice& dice)
{
    TranslationRegisters r;
    r.regime = dice.chance(80) ? Regime::El10 : dice.chance(50) ? Regime::El20 : Regime::El2;
    r.sctlr = dice.flag(0, 95) | dice.flag(2, 80) | dice.flag(12, 80) | dice.flag(19, 15) | dice.flag(25, 0)
        | dice.flag(57, 15);
    if (r.regime == Regime::El2)
        r.tcr = txsz(dice) | shareability(dice) << 12 | dice.below(4) << 14 | dice.below(8) << 16
            | dice.flag(20, 50) | dice.flag(21, 50) | dice.flag(22, 50) | dice.flag(24, 30)
            | dice.flag(29, 30) | dice.flag(32, 40);
    else
        r.tcr = txsz(dice) | dice.flag(7, 3) | shareability(dice) << 12 | dice.below(4) << 14
            | txsz(dice) << 16 | dice.flag(22, 50) | dice.flag(23, 3) | shareability(dice) << 28
            | dice.below(4) << 30 | dice.below(8) << 32 | dice.flag(36, 50) | dice.flag(37, 50)
            | dice.flag(38, 50) | dice.flag(39, 60) | dice.flag(40, 60) | dice.flag(41, 30)
            | dice.flag(42, 30) | dice.flag(51, 30) | dice.flag(52, 30) | dice.flag(55, 5) | dice.flag(56, 5)
            | dice.flag(59, 40);
    const auto base = [&] {
        const std::uint64_t table = dice.any() & 0xf'fffe;
        return (dice.chance(90) ? table & ~std::uint64_t { 0x3f } : table | (dice.any() & 0xffff'ffff'0000))
            | dice.any() << 48;
    };
    r.ttbr0 = base();
    r.ttbr1 = base();
    for (unsigned i = 0; i < 8; ++i)
        r.mair |= mairByte(dice) << (8 * i);
    r.hcr = dice.flag(0, 60) | dice.flag(2, 20) | dice.flag(12, 5) | dice.flag(27, 4)
        | std::uint64_t { 1 } << 31 | dice.flag(32, 15) | dice.flag(33, 15) | dice.flag(34, 10)
        | dice.flag(42, 10) | dice.flag(43, 50) | dice.flag(46, 40);
    r.vtcr = dice.below(4) << 6 | shareability(dice) << 12 | dice.below(4) << 14
        | (dice.chance(80) ? 5 + dice.below(2) : dice.below(8)) << 16 | dice.flag(19, 50) | dice.flag(21, 60)
        | dice.flag(22, 60) | dice.flag(32, 40) | dice.flag(33, 30);
    r.vtcr |= txsz(dice);
    // A start level that suits T0SZ is rare by chance: half the time, one is looked for.
    for (int i = 0; i < 40 && dice.chance(97); ++i) {
        TranslationRegisters on = r;
        on.regime = Regime::El10;
        on.hcr = 1;
        if (!TranslationRegime(on).stage2().lookup.illegal)
            break;
        r.vtcr = (r.vtcr & ~std::uint64_t { 0xff }) | dice.below(4) << 6 | txsz(dice);
    }
    r.vttbr = base();
    return r;
}

Va address(Dice& dice, const TranslationRegisters& r)
{
    std::uint64_t va = dice.any();
    const bool upper = r.regime != Regime::El2 && dice.chance(50);
    const unsigned size = 64 - static_cast<unsigned>(upper ? r.tcr >> 16 & 63 : r.tcr & 63);
    if (size < 64 && dice.chance(97)) {
        const std::uint64_t inRange = (std::uint64_t { 1 } << size) - 1;
        va = upper ? va | ~inRange : va & inRange;
        if (dice.chance(30)) // a tag
            va = (va & ~(std::uint64_t { 0xff } << 56)) | dice.any() << 56;
    }
    return Va(va);
}

reference::Registers same(const TranslationRegisters& r)
{
    reference::Registers out;
    out.sctlr = r.sctlr;
    out.tcr = r.tcr;
    out.ttbr0 = r.ttbr0;
    out.ttbr1 = r.ttbr1;
    out.mair = r.mair;
    out.hcr = r.hcr;
    out.vtcr = r.vtcr;
    out.vttbr = r.vttbr;
    out.sctlrEl2 = r.sctlrEl2;
    out.regime = static_cast<reference::Registers::Regime>(r.regime);
    return out;
}

arch::FaultKind kindOf(reference::FaultCode code)
{
    switch (code) {
    case reference::FaultCode::Translation:
        return arch::FaultKind::Translation;
    case reference::FaultCode::AddressSize:
        return arch::FaultKind::AddressSize;
    case reference::FaultCode::AccessFlag:
        return arch::FaultKind::AccessFlag;
    case reference::FaultCode::Permission:
        return arch::FaultKind::Permission;
    case reference::FaultCode::ExternalAbort:
    case reference::FaultCode::None:
        break;
    }
    return arch::FaultKind::ExternalAbortOnWalk;
}

std::string shown(
    const std::optional<Fault>& fault, const Translation& to, const std::vector<std::uint64_t>& reads)
{
    if (fault)
        return fmt::format("stage {} fault {} level {} s1ptw {} ipa {:#x}; reads {::#x}",
            fault->stage == Stage::Two ? 2 : 1, int(fault->kind), fault->level, fault->s1ptw,
            fault->ipa.value, reads);
    const auto leaf = [](const StageLeaf& l) {
        return fmt::format(
            "[{:#x} level {} 2^{}{}]", l.descriptor, l.level, l.sizeLog2, l.contiguous ? " contiguous" : "");
    };
    return fmt::format("IPA {:#x} PA {:#x} attr {:#x} sh {} {} {}; reads {::#x}", to.ipa.value, to.pa.value,
        to.attributes.attr, to.attributes.sh, leaf(to.stage1), leaf(to.stage2), reads);
}

StageLeaf leafOf(const std::optional<reference::StageEnd>& end)
{
    StageLeaf out;
    if (end) {
        out.descriptor = end->descriptor;
        out.level = static_cast<std::int8_t>(end->level);
        out.sizeLog2 = static_cast<std::uint8_t>(end->sizeLog2);
        out.contiguous = end->contiguous;
    }
    return out;
}

std::string shown(const reference::Result& r)
{
    std::optional<Fault> fault;
    if (r.fault.code != reference::FaultCode::None)
        fault = Fault { r.fault.secondStage ? Stage::Two : Stage::One, kindOf(r.fault.code), r.fault.level,
            r.fault.s2fs1walk, Ipa(r.fault.ipa) };
    Translation to;
    to.ipa = Ipa(r.ipa);
    to.pa = Pa(r.pa);
    to.attributes = { static_cast<std::uint8_t>(r.memory.mairByte()),
        static_cast<std::uint8_t>(r.memory.shareability) };
    to.stage1 = leafOf(r.stage1);
    to.stage2 = leafOf(r.stage2);
    return shown(fault, to, r.reads);
}

std::uint64_t fromEnvironment(const char* name, std::uint64_t otherwise)
{
    bool ok = false;
    const qulonglong value = qEnvironmentVariable(name).toULongLong(&ok, 0);
    return ok ? value : otherwise;
}

} // namespace

class TestWalkReference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothWalkersAgree()
    {
        const std::uint64_t cases = fromEnvironment("FSCOPE_RANDOM_CASES", 100000);
        Dice dice(fromEnvironment("FSCOPE_RANDOM_SEED", 20260820));
        auto heap = memory::HeapMemory::allocate(kWords * 8);
        QVERIFY(heap.has_value());
        const memory::GuestMemory memory = heap->memory();
        std::vector<std::uint64_t> words(kWords);
        const auto sameMemory
            = [&] { return std::memcmp(words.data(), heap->sharedBytes().data(), kWords * 8) == 0; };
        std::uint64_t done = 0, faults = 0, both = 0, updates = 0;
        bool bigEndian1 = false, bigEndian2 = false;
        for (std::uint64_t i = 0; i < cases; ++i) {
            if (i % kCasesPerImage == 0) {
                QVERIFY2(sameMemory() || i == 0, fmt::format("memory differs before case {}", i).c_str());
                const unsigned bad = std::array { 0U, 1U, 4U, 15U }[dice.below(4)];
                bigEndian1 = dice.chance(30);
                bigEndian2 = dice.chance(20) ? !bigEndian1 : bigEndian1;
                for (std::uint64_t& word : words) {
                    word = descriptor(dice, bad);
                    if (bigEndian1)
                        word = __builtin_bswap64(word);
                }
                std::memcpy(heap->sharedBytes().data(), words.data(), kWords * 8);
            }
            TranslationRegisters r = registers(dice);
            r.sctlr |= std::uint64_t { bigEndian1 } << 25;
            r.sctlrEl2 = std::uint64_t { bigEndian2 } << 25;
            const Va va = address(dice, r);
            Access access;
            access.kind = static_cast<AccessKind>(dice.below(3));
            access.el = r.regime == Regime::El2 ? 2 : static_cast<unsigned>(dice.below(2));
            access.pan = dice.chance(30);
            access.probe = dice.chance(20);
            access.writeBack = dice.chance(80);

            const reference::Registers rr = same(r);
            reference::AccessDescriptor ra;
            ra.type = static_cast<reference::AccType>(access.kind);
            ra.el = static_cast<int>(access.el);
            ra.pan = access.pan;
            ra.at = access.probe;
            const reference::Result want
                = reference::Machine(rr, words, access.writeBack).fullTranslate(va.value, ra);

            WalkTrace trace;
            const WalkResult got = translate(r, memory, va, access, &trace);
            std::vector<std::uint64_t> reads;
            for (const DescriptorRead& read : trace) {
                reads.push_back(read.address.value);
                updates += read.updated() ? 1 : 0;
            }
            const std::string expected = shown(want);
            const std::string actual = shown(got.fault, got.translation, reads);
            if (expected != actual)
                QFAIL(qPrintable(QString::fromStdString(fmt::format(
                    "case {}: sctlr {:#x} tcr {:#x} ttbr0 {:#x} ttbr1 {:#x} hcr {:#x} vtcr {:#x} vttbr {:#x} "
                    "sctlr2 "
                    "{:#x} regime {} va {:#x} kind {} el {} pan {} probe {}\n  expected {}\n  got      {}",
                    i, r.sctlr, r.tcr, r.ttbr0, r.ttbr1, r.hcr, r.vtcr, r.vttbr, r.sctlrEl2, int(r.regime),
                    va.value, int(access.kind), access.el, access.pan, access.probe, expected, actual))));
            ++done;
            faults += got.ok() ? 0 : 1;
            both += got.ok() && got.translation.stage2.isOn() ? 1 : 0;
        }
        QVERIFY2(sameMemory(), "the walkers left different memory behind");
        qInfo("%s",
            fmt::format("{} cases agree: {} faults, {} through both stages, {} descriptors updated", done,
                faults, both, updates)
                .c_str());
        QVERIFY(done < 100000 || (faults > done / 10 && both > done / 100 && updates > done / 100));
    }
};

QTEST_GUILESS_MAIN(TestWalkReference)
#include "tst_walkreference.moc"
