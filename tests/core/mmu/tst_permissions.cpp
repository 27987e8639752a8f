// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Who may read, write and execute through the descriptors of both stages.

#include "core/mmu/walk.h"
#include "tests/core/mmu/twostageguest.h"

#include <fmt/format.h>

#include <QTest>

using namespace fscope;
using namespace fscope::mmu;
using fscope::test::TwoStageGuest;

namespace {

constexpr std::uint64_t kVa = 0x7f1234567000;
constexpr std::uint64_t kIpa = 0x40003000;
constexpr std::uint64_t kPa = kIpa + TwoStageGuest::kIpaToPa;

constexpr Access kRead {};
constexpr Access kWrite { AccessKind::Write };
constexpr Access kExecute { AccessKind::Execute };

void mapPage(TwoStageGuest& guest, Mapping stage1 = {}, Mapping stage2 = {})
{
    stage1.input = kVa;
    stage1.output = stage2.input = kIpa;
    stage2.output = kPa;
    stage1.size = stage2.size = 0x1000;
    stage2.attrIndex = TwoStageGuest::kNormal;
    TwoStageGuest::need(guest.stage1.map(stage1));
    TwoStageGuest::need(guest.stage2.map(stage2));
}

void compare(const WalkResult& result, const std::optional<Fault>& want)
{
    QVERIFY(result.fault == want);
}

Fault stage1Fault(arch::FaultKind kind, int level)
{
    return { Stage::One, kind, level, false, {} };
}

Fault stage2Fault(arch::FaultKind kind, int level, bool s1ptw, std::uint64_t ipa)
{
    return { Stage::Two, kind, level, s1ptw, Ipa(ipa) };
}

} // namespace

class TestPermissions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stage2ChecksTheDirectionOfTheAccess_data()
    {
        QTest::addColumn<bool>("read");
        QTest::addColumn<bool>("write");
        QTest::addColumn<bool>("execute");
        for (int rights = 0; rights < 8; ++rights) {
            QTest::addRow("%c%c%c", rights & 1 ? 'r' : '-', rights & 2 ? 'w' : '-', rights & 4 ? 'x' : '-')
                << bool(rights & 1) << bool(rights & 2) << bool(rights & 4);
        }
    }
    void stage2ChecksTheDirectionOfTheAccess()
    {
        QFETCH(bool, read);
        QFETCH(bool, write);
        QFETCH(bool, execute);
        TwoStageGuest guest;
        mapPage(guest, {}, { .read = read, .write = write, .execute = execute });
        QCOMPARE(translate(guest.regs, guest.memory, Va(kVa), kRead).ok(), read);
        QCOMPARE(translate(guest.regs, guest.memory, Va(kVa), kWrite).ok(), write);
        QCOMPARE(translate(guest.regs, guest.memory, Va(kVa), kExecute).ok(), execute);
        if (!write)
            compare(translate(guest.regs, guest.memory, Va(kVa), kWrite),
                stage2Fault(arch::FaultKind::Permission, 3, false, kIpa));
    }

    void userPagesAndPan()
    {
        TwoStageGuest guest;
        mapPage(guest, { .user = true });
        QVERIFY(translate(guest.regs, guest.memory, Va(kVa), { AccessKind::Write, 0 }).ok());
        QVERIFY(translate(guest.regs, guest.memory, Va(kVa), { AccessKind::Execute, 0 }).ok());
        QVERIFY(translate(guest.regs, guest.memory, Va(kVa), kWrite).ok());
        compare(translate(guest.regs, guest.memory, Va(kVa), kExecute),
            stage1Fault(arch::FaultKind::Permission, 3));
        compare(translate(guest.regs, guest.memory, Va(kVa), { AccessKind::Read, 1, true }),
            stage1Fault(arch::FaultKind::Permission, 3));
        QVERIFY(translate(guest.regs, guest.memory, Va(kVa), { AccessKind::Read, 0, true }).ok());
    }

    void stage1PermissionsByDescriptorBits_data()
    {
        QTest::addColumn<quint64>("leaf"); // AP[2:1] in 7:6, PXN 53, UXN 54
        QTest::addColumn<QString>("el1");
        QTest::addColumn<QString>("el0");
        const auto row = [](const char* name, quint64 leaf, const char* el1, const char* el0) {
            QTest::newRow(name) << leaf << QString::fromLatin1(el1) << QString::fromLatin1(el0);
        };
        constexpr quint64 pxn = 1ULL << 53;
        constexpr quint64 uxn = 1ULL << 54;
        row("AP 0b00", 0, "rwx", "--x");
        row("AP 0b00, PXN", pxn, "rw-", "--x");
        row("AP 0b00, UXN", uxn, "rwx", "---");
        row("AP 0b01: what EL0 may write EL1 may not execute", 0x40, "rw-", "rwx");
        row("AP 0b01, UXN", 0x40 | uxn, "rw-", "rw-");
        row("AP 0b10", 0x80, "r-x", "--x");
        row("AP 0b10, PXN, UXN", 0x80 | pxn | uxn, "r--", "---");
        row("AP 0b11", 0xc0, "r-x", "r-x");
        row("AP 0b11, PXN", 0xc0 | pxn, "r--", "r-x");
    }
    void stage1PermissionsByDescriptorBits()
    {
        QFETCH(quint64, leaf);
        QFETCH(QString, el1);
        QFETCH(QString, el0);
        TwoStageGuest guest(false);
        TwoStageGuest::need(guest.stage1.poke(kVa, 3, kPa | leaf | 0x403));
        const auto rights = [&](unsigned el) {
            const auto may = [&](AccessKind kind) {
                return translate(guest.regs, guest.memory, Va(kVa), { kind, el }).ok();
            };
            return QString::fromStdString(fmt::format("{}{}{}", may(AccessKind::Read) ? 'r' : '-',
                may(AccessKind::Write) ? 'w' : '-', may(AccessKind::Execute) ? 'x' : '-'));
        };
        QCOMPARE(rights(1), el1);
        QCOMPARE(rights(0), el0);
    }

    void stage2ExecuteNeverTellsTheExceptionLevels_data()
    {
        QTest::addColumn<int>("xn");
        QTest::addColumn<bool>("el1");
        QTest::addColumn<bool>("el0");
        QTest::newRow("XN 0b00") << 0 << true << true;
        QTest::newRow("XN 0b01") << 1 << false << true;
        QTest::newRow("XN 0b10") << 2 << false << false;
        QTest::newRow("XN 0b11") << 3 << true << false;
    }
    void stage2ExecuteNeverTellsTheExceptionLevels()
    {
        QFETCH(int, xn);
        QFETCH(bool, el1);
        QFETCH(bool, el0);
        TwoStageGuest guest;
        TwoStageGuest::need(guest.stage2.poke(kIpa, 3, kPa | 0x7ff | static_cast<std::uint64_t>(xn) << 53));
        QCOMPARE(walkStage2(guest.regs, guest.memory, Ipa(kIpa), { AccessKind::Execute, 1 }).ok(), el1);
        QCOMPARE(walkStage2(guest.regs, guest.memory, Ipa(kIpa), { AccessKind::Execute, 0 }).ok(), el0);
    }

    void tableAttributesLimitTheLeaf()
    {
        TwoStageGuest guest(false);
        mapPage(guest);
        const std::uint64_t table = TwoStageGuest::need(guest.stage1.tableFor(kVa, 2));
        TwoStageGuest::need(guest.stage1.poke(kVa, 1, table | 3 | 1ULL << 62 | 1ULL << 59)); // read-only, PXN
        compare(translate(guest.regs, guest.memory, Va(kVa), kWrite),
            stage1Fault(arch::FaultKind::Permission, 3));
        compare(translate(guest.regs, guest.memory, Va(kVa), kExecute),
            stage1Fault(arch::FaultKind::Permission, 3));
        guest.regs.tcr |= 1ULL << 41; // HPD0
        QVERIFY(translate(guest.regs, guest.memory, Va(kVa), kWrite).ok());
        QVERIFY(translate(guest.regs, guest.memory, Va(kVa), kExecute).ok());
        guest.regs.sctlr |= 1U << 19; // WXN
        compare(translate(guest.regs, guest.memory, Va(kVa), kExecute),
            stage1Fault(arch::FaultKind::Permission, 3));
    }
};

QTEST_GUILESS_MAIN(TestPermissions)
#include "tst_permissions.moc"
