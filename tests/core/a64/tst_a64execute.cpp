// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/a64/execute.h"

#include <QTest>

using namespace fscope;
using namespace fscope::a64;
using arch::RegId;

namespace {

Instruction decoded(std::uint32_t word)
{
    return decode(word).instruction;
}

/// X0 to X30 hold 0x1000, 0x1001, …; the stack pointers 0x8000 and 0x9000.
CpuState numbered(unsigned el = 1)
{
    CpuState cpu;
    for (unsigned i = 0; i < cpu.x.size(); ++i)
        cpu.x[i] = 0x1000 + i;
    for (unsigned i = 0; i < cpu.v.size(); ++i)
        cpu.v[i] = { 0x0706050403020100U + i, 0x0f0e0d0c0b0a0908U };
    cpu.spEl0 = 0x8000;
    cpu.spEl1 = 0x9000;
    cpu.pc = 0x4000;
    cpu.pstate = arch::pstate::mode(el, true);
    return cpu;
}

} // namespace

class TestA64Execute : public QObject
{
    Q_OBJECT

private slots:
    void addressAndWriteBack_data();
    void addressAndWriteBack();
    void storesTakeTheValueBeforeWriteBack();
    void zeroRegisterAndStackPointerShareANumber();
    void pairElementsFollowEachOther();
    void prefetchAccessesNothing();
    void loadedValues_data();
    void loadedValues();
    void bigEndianReversesEachElement();
    void rightsOfTheAccess_data();
    void rightsOfTheAccess();
    void syndromes_data();
    void syndromes();
    void eachRegisterIsReadAsWritten();
    void registersThatDoNotExistReadAsZero();
};

void TestA64Execute::addressAndWriteBack_data()
{
    QTest::addColumn<quint32>("word");
    QTest::addColumn<quint64>("address");
    QTest::addColumn<bool>("writeBack");
    QTest::addColumn<quint64>("base");
    QTest::newRow("ldr x2, [x1, #8]") << 0xf9400422U << quint64 { 0x1009 } << false << quint64 { 0 };
    QTest::newRow("ldr x2, [x1], #8") << 0xf8408422U << quint64 { 0x1001 } << true << quint64 { 0x1009 };
    QTest::newRow("ldr x2, [x1, #-8]!") << 0xf85f8c22U << quint64 { 0xff9 } << true << quint64 { 0xff9 };
    QTest::newRow("ldr x2, [sp], #8") << 0xf84087e2U << quint64 { 0x9000 } << true << quint64 { 0x9008 };
    QTest::newRow("ldr x2, .-4") << 0x58ffffe2U << quint64 { 0x3ffc } << false << quint64 { 0 };
    QTest::newRow("ldr x2, [x1, x3, lsl #3]")
        << 0xf8637822U << quint64 { 0x1001 + 0x1003 * 8 } << false << quint64 { 0 };
    QTest::newRow("ldar x2, [x1]") << 0xc8dffc22U << quint64 { 0x1001 } << false << quint64 { 0 };
    QTest::newRow("stp x2, x3, [x1, #-16]!") << 0xa9bf0c22U << quint64 { 0xff1 } << true << quint64 { 0xff1 };
}

void TestA64Execute::addressAndWriteBack()
{
    QFETCH(quint32, word);
    QFETCH(quint64, address);
    QFETCH(bool, writeBack);
    QFETCH(quint64, base);
    const AccessPlan plan = planAccess(decoded(word), numbered());
    QCOMPARE(plan.address.value, std::uint64_t { address });
    QCOMPARE(plan.elements[0].address.value, std::uint64_t { address });
    QCOMPARE(plan.writeBack, writeBack);
    QCOMPARE(plan.baseValue, std::uint64_t { base });
}

void TestA64Execute::storesTakeTheValueBeforeWriteBack()
{
    const AccessPlan plan = planAccess(decoded(0xf8008421), numbered()); // str x1, [x1], #8
    QCOMPARE(plan.elements[0].data.lo, std::uint64_t { 0x1001 });
    QCOMPARE(plan.baseValue, std::uint64_t { 0x1009 });
}

void TestA64Execute::zeroRegisterAndStackPointerShareANumber()
{
    const AccessPlan plan = planAccess(decoded(0xf80087ff), numbered(0)); // str xzr, [sp], #8 at EL0
    QVERIFY(plan.elements[0].zeroRegister);
    QCOMPARE(plan.elements[0].data.lo, std::uint64_t { 0 });
    QCOMPARE(plan.address.value, std::uint64_t { 0x8000 });
    QVERIFY(plan.base == (RegId { RegId::File::Sp, 0 }));
    const AccessPlan vector = planAccess(decoded(0x3d80003f), numbered()); // str q31, [x1]
    QVERIFY(!vector.elements[0].zeroRegister);
    QCOMPARE(vector.elements[0].data.hi, std::uint64_t { 0x0f0e0d0c0b0a0908 });
}

void TestA64Execute::pairElementsFollowEachOther()
{
    const AccessPlan plan = planAccess(decoded(0x29010c22), numbered()); // stp w2, w3, [x1, #8]
    QCOMPARE(unsigned { plan.count }, 2U);
    QCOMPARE(plan.totalBytes(), 8U);
    QCOMPARE(plan.elements[1].address.value, plan.elements[0].address.value + 4);
    QCOMPARE(plan.elements[0].data.lo, std::uint64_t { 0x1002 });
    QCOMPARE(plan.elements[1].data.lo, std::uint64_t { 0x1003 });
}

void TestA64Execute::prefetchAccessesNothing()
{
    const AccessPlan plan = planAccess(decoded(0xf9800420), numbered()); // prfm pldl1keep, [x1, #8]
    QCOMPARE(unsigned { plan.count }, 0U);
    QCOMPARE(plan.totalBytes(), 0U);
    QCOMPARE(plan.address.value, std::uint64_t { 0x1009 });
}

void TestA64Execute::loadedValues_data()
{
    QTest::addColumn<quint32>("word");
    QTest::addColumn<quint64>("low");
    QTest::addColumn<quint64>("high");
    // All load bytes 80 81 82 … 8f.
    QTest::newRow("ldrb") << 0x39400020U << quint64 { 0x80 } << quint64 { 0 };
    QTest::newRow("ldrsb to x") << 0x39800020U << quint64 { 0xffffffffffffff80 } << quint64 { 0 };
    QTest::newRow("ldrsb to w") << 0x39c00020U << quint64 { 0xffffff80 } << quint64 { 0 };
    QTest::newRow("ldrsh to w") << 0x79c00020U << quint64 { 0xffff8180 } << quint64 { 0 };
    QTest::newRow("ldr to w") << 0xb9400020U << quint64 { 0x83828180 } << quint64 { 0 };
    QTest::newRow("ldrsw") << 0xb9800020U << quint64 { 0xffffffff83828180 } << quint64 { 0 };
    QTest::newRow("ldr to x") << 0xf9400020U << quint64 { 0x8786858483828180 } << quint64 { 0 };
    QTest::newRow("ldr to b") << 0x3d400020U << quint64 { 0x80 } << quint64 { 0 };
    QTest::newRow("ldr to d") << 0xfd400020U << quint64 { 0x8786858483828180 } << quint64 { 0 };
    QTest::newRow("ldr to q") << 0x3dc00020U << quint64 { 0x8786858483828180 }
                              << quint64 { 0x8f8e8d8c8b8a8988 };
}

void TestA64Execute::loadedValues()
{
    QFETCH(quint32, word);
    QFETCH(quint64, low);
    QFETCH(quint64, high);
    const U128 memory { 0x8786858483828180, 0x8f8e8d8c8b8a8988 };
    QVERIFY((loadedValue(decoded(word), memory) == U128 { low, high }));
}

void TestA64Execute::bigEndianReversesEachElement()
{
    CpuState cpu = numbered(0);
    QVERIFY(!isBigEndian(cpu));
    cpu.translation.sctlr = 1U << 25; // EE is for EL1
    QVERIFY(!isBigEndian(cpu));
    cpu.translation.sctlr = 1U << 24; // E0E
    QVERIFY(isBigEndian(cpu));
    const AccessPlan pair = planAccess(decoded(0x29000c22), cpu); // stp w2, w3, [x1]
    QCOMPARE(pair.elements[0].data.lo, std::uint64_t { 0x02100000 });
    QCOMPARE(pair.elements[1].data.lo, std::uint64_t { 0x03100000 });
    const AccessPlan vector = planAccess(decoded(0x3d800020), cpu); // str q0, [x1]
    QVERIFY((vector.elements[0].data == U128 { 0x08090a0b0c0d0e0f, 0x0001020304050607 }));
    QVERIFY(
        (loadedValue(decoded(0x79c00020), { 0x1280, 0 }, true) == U128 { 0xffff8012, 0 })); // ldrsh w0, [x1]
}

void TestA64Execute::rightsOfTheAccess_data()
{
    QTest::addColumn<quint32>("word");
    QTest::addColumn<quint64>("pstate");
    QTest::addColumn<bool>("write");
    QTest::addColumn<int>("el");
    QTest::addColumn<bool>("pan");
    const quint64 el1 = arch::pstate::mode(1, true);
    QTest::newRow("ldr at EL1") << 0xf9400020U << el1 << false << 1 << false;
    QTest::newRow("str at EL0") << 0xf9000020U << quint64 { 0 } << true << 0 << false;
    QTest::newRow("ldtr at EL1") << 0xf8400820U << el1 << false << 0 << false;
    QTest::newRow("sttr at EL1 with UAO") << 0xf8000820U << (el1 | arch::pstate::kUao) << true << 1 << false;
    QTest::newRow("ldr at EL1 with PAN") << 0xf9400020U << (el1 | arch::pstate::kPan) << false << 1 << true;
    QTest::newRow("ldtr at EL1 with PAN") << 0xf8400820U << (el1 | arch::pstate::kPan) << false << 0 << false;
}

void TestA64Execute::rightsOfTheAccess()
{
    QFETCH(quint32, word);
    QFETCH(quint64, pstate);
    QFETCH(bool, write);
    QFETCH(int, el);
    QFETCH(bool, pan);
    CpuState cpu;
    cpu.pstate = pstate;
    const mmu::Access access = accessOf(decoded(word), cpu);
    QCOMPARE(access.kind == mmu::AccessKind::Write, write);
    QCOMPARE(static_cast<int>(access.el), el);
    QCOMPARE(access.pan, pan);
}

void TestA64Execute::syndromes_data()
{
    QTest::addColumn<quint32>("word");
    QTest::addColumn<quint64>("iss");
    QTest::newRow("ldrsb w10, [x12, #4095]") << 0x39fffd8aU << quint64 { 0x12a0000 };
    QTest::newRow("ldrsb x10, [x12, #4095]") << 0x39bffd8aU << quint64 { 0x12a8000 };
    QTest::newRow("str wzr, [x1]") << 0xb900003fU << quint64 { 0x19f0000 };
    QTest::newRow("stlrh w3, [x1]") << 0x489ffc23U << quint64 { 0x1434000 };
    QTest::newRow("str w2, [x1], #4") << 0xb8004422U << quint64 { 0 };
    QTest::newRow("ldp x2, x3, [x1]") << 0xa9400c22U << quint64 { 0 };
    QTest::newRow("ldr d2, [x1]") << 0xfd400022U << quint64 { 0 };
}

void TestA64Execute::syndromes()
{
    QFETCH(quint32, word);
    QFETCH(quint64, iss);
    QCOMPARE(syndromeOf(decoded(word)).encode() & 0x1ffffffU, std::uint64_t { iss });
}

void TestA64Execute::eachRegisterIsReadAsWritten()
{
    CpuState cpu;
    std::vector<RegId> registers;
    for (std::uint8_t i = 0; i < 31; ++i)
        registers.push_back({ RegId::File::X, i });
    for (std::uint8_t i = 0; i < 32; ++i)
        registers.push_back({ RegId::File::V, i });
    for (std::uint8_t i = 0; i < 2; ++i)
        registers.push_back({ RegId::File::Sp, i });
    registers.push_back({ RegId::File::Pc, 0 });
    registers.push_back({ RegId::File::Pstate, 0 });
    for (std::uint8_t i = 0; i < arch::kSysRegCount; ++i)
        registers.push_back({ RegId::File::System, i });
    std::uint64_t n = 0x100;
    for (const RegId reg : registers) // all distinct, so that two registers in one place are seen
        cpu.set(reg, { ++n, 0 });
    n = 0x100;
    for (const RegId reg : registers)
        QCOMPARE(cpu.value(reg).lo, ++n);
    QCOMPARE(cpu.value({ RegId::File::System, static_cast<std::uint8_t>(arch::SysReg::HcrEl2) }).lo,
        cpu.translation.hcr);
    QCOMPARE(
        cpu.value({ RegId::File::System, static_cast<std::uint8_t>(arch::SysReg::FarEl1) }).lo, cpu.farEl1);
}

void TestA64Execute::registersThatDoNotExistReadAsZero()
{
    CpuState cpu = numbered();
    const CpuState before = cpu;
    for (const RegId reg : { RegId { RegId::File::X, 31 }, RegId { RegId::File::V, 32 },
             RegId { RegId::File::Sp, 2 }, RegId { RegId::File::System, arch::kSysRegCount } }) {
        cpu.set(reg, { 1, 1 });
        QVERIFY(cpu.value(reg) == U128 {});
    }
    QVERIFY(cpu == before);
}

QTEST_GUILESS_MAIN(TestA64Execute)
#include "tst_a64execute.moc"
