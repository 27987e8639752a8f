// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/machine/cpu.h"
#include "core/mmu/walk.h"
#include "core/trace/a64guest.h"
#include "core/trace/a64vectors.h"
#include "tests/core/trace/recordtext.h"
#include "tests/support/paths.h"

#include <QTest>

using namespace fscope;
using namespace fscope::trace;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<A64VectorFile> openText(const QByteArray& text)
{
    static std::string kept;
    kept = text.toStdString();
    auto reader = LineReader::fromBytes(kept, "f");
    auto file = A64VectorFile::read(std::move(*reader), "f");
    if (!file)
        qFatal("%s", file.error().text().c_str());
    return std::move(*file);
}

std::unique_ptr<A64VectorFile> openSample()
{
    auto file = A64VectorFile::open(test::sourcePath(u"resources/samples/aborts.jsonl.gz"_s).toStdString());
    if (!file)
        qFatal("%s", file.error().text().c_str());
    return std::move(*file);
}

const hypervisor::HypervisorPolicy& policy(const char* id)
{
    return **hypervisor::policyById(id);
}

} // namespace

class TestVectorFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void summaryTellsWhatTheRecordHas()
    {
        const auto file = openText(test::recordText());
        QCOMPARE(file->size(), std::size_t { 1 });
        const auto summary = file->summary(0);
        QVERIFY(summary);
        QCOMPARE(summary->name, std::string("a00000"));
        QCOMPARE(summary->group, std::string("gpr.uimm"));
        QVERIFY(summary->trapped);
        QCOMPARE(summary->esr.value_or(0), 0x932a8007U);
        QCOMPARE(summary->ipa.value_or(Ipa()).value, 0x8c0a35937U);
        QVERIFY(!file->summary(1));
    }

    void permissionFaultTakesTheIpaFromTheWindow()
    {
        const auto file = openText(
            test::recordText("\"hpfar\":\"0x8c0a350\"", "\"hpfar\":\"0x12340\",\"hpfar_unknown\":true"));
        QCOMPARE(file->summary(0)->ipa.value_or(Ipa()).value, 0x8c0a35937U);
        QVERIFY(!interceptOf(file->record(0)).hpfarValid);
    }

    void policyDoesWhatTheRecordingSays()
    {
        const auto file = openText(test::recordText());
        const auto run = file->run(0, policy("openvmm"));
        QVERIFY(run);
        QVERIFY((*run)->outcome.kind == hypervisor::OutcomeKind::Completed);
        QCOMPARE((*run)->after->vcpu.x[10], 0xdU);
        const auto differences = file->compare(0, **run);
        QVERIFY(differences);
        QCOMPARE(differences->size(), std::size_t { 0 });
    }

    void differencesNameRegisterAndMemory()
    {
        const auto file = openText(
            test::recordText("\"x\":{\"10\":\"0xd\"}", "\"x\":{\"10\":\"0xe\"},\"mem\":[[4096,\"00\"]]"));
        const auto run = file->run(0, policy("openvmm"));
        const auto differences = file->compare(0, **run);
        QVERIFY(differences);
        QCOMPARE(differences->size(), std::size_t { 2 });
        QVERIFY((differences->front() == machine::Difference { "X10", "0xe", "0xd" }));
        QCOMPARE(differences->back().what, std::string("memory +0x1000"));
    }

    void unpredictableOperandsAreNotCompared()
    {
        const auto file = openText(test::recordText("\"nzcv\":5", "\"nzcv\":5,\"cu\":true"));
        const auto run = file->run(0, policy("openvmm"));
        QVERIFY(!file->compare(0, **run));
    }

    void anInstructionLeftToTheCpuIsNotCompared()
    {
        // QEMU/HVF opens a RAM page it finds written to and runs the guest again: nothing was carried out
        // yet.
        const auto file = openSample();
        std::size_t left = 0;
        for (std::size_t i = 0; i < file->size(); ++i) {
            const auto run = file->run(i, policy("qemu-hvf"));
            QVERIFY(run);
            const bool again = (*run)->outcome.kind == hypervisor::OutcomeKind::Completed
                && (*run)->after->vcpu.pc == (*run)->before->vcpu.pc;
            left += again ? 1 : 0;
            if (again)
                QVERIFY2(!file->compare(i, **run), file->record(i).id.c_str());
        }
        QVERIFY(left > 20);
    }

    void readingCanBeGivenUp()
    {
        QByteArray text;
        for (int i = 0; i < 600; ++i)
            text += test::recordText() + '\n';
        const std::string bytes = text.toStdString();
        std::size_t asked = 0;
        const auto file
            = A64VectorFile::read(std::move(*LineReader::fromBytes(bytes, "f")), "f", [&](std::size_t line) {
                  asked = line;
                  return line < 500;
              });
        QVERIFY(!file);
        QCOMPARE(asked, std::size_t { 512 });
        QCOMPARE(file.error().where, std::string("f:512"));
    }

    void blankLinesAreSkippedAndNothingIsAnError()
    {
        QCOMPARE(openText("\n" + test::recordText() + "\n\n")->size(), std::size_t { 1 });
        const std::string blank = "\n\n";
        QVERIFY(!A64VectorFile::read(std::move(*LineReader::fromBytes(blank, "f")), "f"));
    }

    void guestsAreWholeWithTheWindowMappedAsRecorded()
    {
        const auto file = openSample();
        for (std::size_t i = 0; i < file->size(); ++i) {
            const A64Record& record = file->record(i);
            const auto guest = buildGuest(record, Stage2Setup::AllMapped);
            QVERIFY2(guest, record.id.c_str());
            for (std::uint64_t page = 0; page < A64Record::kWindowPages; ++page) {
                const auto walk = mmu::translate(guest->vcpu.translation, guest->memory,
                    record.window + page * kPageSize, { mmu::AccessKind::Write, record.el, false });
                QVERIFY2(walk.ok(), record.id.c_str());
                QCOMPARE(walk.translation.ipa.value, record.windowIpa[page].value);
            }
        }
    }

    void ourCpuRaisesTheRecordedInterceptOfTheSample()
    {
        const auto file = openSample();
        std::size_t compared = 0;
        for (std::size_t i = 0; i < file->size(); ++i) {
            auto guest = buildGuest(file->record(i), Stage2Setup::AsRecorded);
            const auto result = machine::executeOne(*guest);
            const auto* raised = std::get_if<hypervisor::Intercept>(&result);
            if (raised == nullptr)
                continue; // a class the CPU model lacks
            hypervisor::Intercept recorded = interceptOf(file->record(i));
            ++compared;
            QCOMPARE(raised->esr, recorded.esr);
            if (recorded.ipa)
                QVERIFY2(raised->ipa == recorded.ipa, file->record(i).id.c_str());
        }
        QVERIFY(compared >= 170);
    }
};

QTEST_GUILESS_MAIN(TestVectorFile)
#include "tst_vectorfile.moc"
