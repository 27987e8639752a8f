// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// The walker against recorded translations (shared/vectors/FORMAT-mmu.md): each result, register by
/// register, and each descriptor read.

#include "core/arch/esr.h"
#include "core/arch/faultcode.h"
#include "core/base/bits.h"
#include "core/base/bytes.h"
#include "core/base/gzipreader.h"
#include "core/base/hex.h"
#include "core/mmu/walk.h"
#include "tests/support/paths.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <QFileInfo>
#include <QTest>

#include <array>
#include <string>
#include <string_view>
#include <vector>

using namespace fscope;
using namespace fscope::mmu;
using nlohmann::json;

namespace {

constexpr std::uint64_t kRamStart = 0x40000000;
constexpr std::uint64_t kRamSize = 0x80000000;

std::uint64_t number(const json& object, const char* key)
{
    const auto found = object.find(key);
    return found == object.end() ? 0 : std::stoull(found->get<std::string>(), nullptr, 16);
}

/// One row per access instruction of the format.
struct Operation {
    std::string_view name;
    AccessKind kind;
    int el;         ///< -1: as the op says
    unsigned bytes; ///< 0 for address translation instructions
    bool bothStages;
    bool underPan;
    bool unprivileged = false; ///< executes at EL1 with the rights of EL0
};
constexpr std::array kOperations {
    Operation { "at_s1e0r", AccessKind::Read, 0, 0, false, false },
    Operation { "at_s1e0w", AccessKind::Write, 0, 0, false, false },
    Operation { "at_s1e1r", AccessKind::Read, 1, 0, false, false },
    Operation { "at_s1e1w", AccessKind::Write, 1, 0, false, false },
    Operation { "at_s1e1rp", AccessKind::Read, 1, 0, false, true },
    Operation { "at_s1e1wp", AccessKind::Write, 1, 0, false, true },
    Operation { "at_s12e0r", AccessKind::Read, 0, 0, true, false },
    Operation { "at_s12e0w", AccessKind::Write, 0, 0, true, false },
    Operation { "at_s12e1r", AccessKind::Read, 1, 0, true, false },
    Operation { "at_s12e1w", AccessKind::Write, 1, 0, true, false },
    Operation { "ldrb", AccessKind::Read, -1, 1, true, true },
    Operation { "ldrh", AccessKind::Read, -1, 2, true, true },
    Operation { "ldrw", AccessKind::Read, -1, 4, true, true },
    Operation { "ldrx", AccessKind::Read, -1, 8, true, true },
    Operation { "strb", AccessKind::Write, -1, 1, true, true },
    Operation { "strh", AccessKind::Write, -1, 2, true, true },
    Operation { "strw", AccessKind::Write, -1, 4, true, true },
    Operation { "strx", AccessKind::Write, -1, 8, true, true },
    Operation { "ldtr", AccessKind::Read, 0, 8, true, false, true },
    Operation { "sttr", AccessKind::Write, 0, 8, true, false, true },
    Operation { "fetch", AccessKind::Execute, -1, 4, true, true },
};

const Operation* operationNamed(std::string_view name)
{
    for (const Operation& operation : kOperations) {
        if (operation.name == name)
            return &operation;
    }
    return nullptr;
}

enum Scope { Grain4K, Grain16K, Grain64K, Mixed, Wide };

/// A case of the file, ready to walk.
struct Case {
    std::string id;
    TranslationRegisters regs;
    memory::SnapshotMemory memory;
    Va va;
    json line;
    bool upperHalf() const { return bit(va.value, 55); }
    bool stage1On() const { return bit(regs.sctlr, 0) && !bit(regs.hcr, 12); }
    bool stage2On() const { return bit(regs.hcr, 0) || bit(regs.hcr, 12); }

    Scope scope() const
    {
        constexpr std::array kTg0 { Grain4K, Grain64K, Grain16K, Grain4K };
        constexpr std::array kTg1 { Grain4K, Grain16K, Grain4K, Grain64K };
        if ((stage1On() && bit(regs.tcr, 59)) || (stage2On() && bit(regs.vtcr, 32)))
            return Wide;
        const Scope one = upperHalf() ? kTg1[bits(regs.tcr, 31, 30)] : kTg0[bits(regs.tcr, 15, 14)];
        const Scope two = kTg0[bits(regs.vtcr, 15, 14)];
        if (!stage1On())
            return stage2On() ? two : Grain4K;
        return !stage2On() || one == two ? one : Mixed;
    }
};

Case caseOf(json line)
{
    Case c;
    c.id = line.at("id").get<std::string>();
    c.regs = { number(line, "sctlr"), number(line, "tcr"), number(line, "ttbr0"), number(line, "ttbr1"),
        number(line, "mair"), number(line, "hcr"), number(line, "vtcr"), number(line, "vttbr") };
    c.va = Va(number(line, "va"));
    (void)c.memory.addRam(Pa(kRamStart), kRamSize);
    for (const json& word : line.at("mem")) {
        std::uint8_t bytes[8];
        storeLe(bytes, std::stoull(word.at(1).get<std::string>(), nullptr, 16), 8);
        (void)c.memory.write(Pa(std::stoull(word.at(0).get<std::string>(), nullptr, 16)), bytes, 8);
    }
    c.line = std::move(line);
    return c;
}

/// What a CPU shows of one op, in the words of the format.
struct Shown {
    bool usesPar = false;
    std::uint64_t par = 0;
    bool ok = false;
    std::uint64_t to = 0, esr = 0, far = 0, hpfar = 0;
    bool hasHpfar = false;
    std::uint64_t value = 0; ///< of a load
};

/// PAR_EL1 of a walk that did not end in an External abort.
std::uint64_t parOf(const WalkResult& result, bool bothStages)
{
    if (!result.ok()) {
        const bool two = result.fault->stage == Stage::Two;
        return std::uint64_t { two } << 9 | std::uint64_t { result.fault->s1ptw } << 8
            | std::uint64_t { arch::faultCode(result.fault->kind, result.fault->level) } << 1 | 1;
    }
    const std::uint64_t address = bothStages ? result.translation.pa.value : result.translation.ipa.value;
    return std::uint64_t { result.translation.attributes.attr } << 56 | (address & mask(51, 12))
        | std::uint64_t { result.translation.attributes.sh } << 7;
}

struct Attempt {
    const Operation* operation = nullptr;
    unsigned el = 1; ///< that executes it
    Va va;
    Access access;
};

Attempt attemptOf(const Case& c, const json& op)
{
    Attempt attempt;
    attempt.operation = operationNamed(op.at("op").get<std::string>());
    if (attempt.operation == nullptr)
        return attempt;
    const Operation& operation = *attempt.operation;
    attempt.el = op.value("el", 1U);
    attempt.access.kind = operation.kind;
    attempt.access.el = operation.el < 0 ? attempt.el : static_cast<unsigned>(operation.el);
    attempt.access.pan = operation.underPan && op.value("pan", 0) == 1;
    attempt.access.probe = operation.bytes == 0;
    attempt.va = c.va;
    if (operation.kind == AccessKind::Execute) { // ERET takes the tag off
        const bool tbi
            = bit(c.regs.tcr, c.upperHalf() ? 38 : 37) && !bit(c.regs.tcr, c.upperHalf() ? 52 : 51);
        if (tbi)
            attempt.va = Va(signExtend(c.va.value, 56));
    }
    return attempt;
}

WalkResult walk(const Case& c, const Attempt& attempt, WalkTrace* trace)
{
    return attempt.operation->bothStages ? translate(c.regs, c.memory, attempt.va, attempt.access, trace)
                                         : walkStage1(c.regs, c.memory, attempt.va, attempt.access, trace);
}

Shown shown(const Case& c, const Attempt& attempt, const WalkResult& result)
{
    const Operation& operation = *attempt.operation;
    const bool isAt = operation.bytes == 0;
    Shown out;
    std::uint8_t bytes[8] {};
    bool externalAbort = false;
    if (result.ok() && !isAt) {
        externalAbort = c.memory.read(result.translation.pa, bytes, operation.bytes).has_value();
        if (!externalAbort) {
            out.ok = true;
            out.value = operation.kind == AccessKind::Read ? loadLe(bytes, operation.bytes) : 0;
            return out;
        }
    }
    const bool onWalk = !result.ok() && result.fault->kind == arch::FaultKind::ExternalAbortOnWalk;
    if (isAt && !onWalk) {
        out.usesPar = true;
        out.par = parOf(result, operation.bothStages);
        return out;
    }
    const Fault fault = externalAbort
        ? Fault { Stage::One, arch::FaultKind::ExternalAbort, arch::kNoLevel, false, {} }
        : *result.fault;
    const bool toEl2 = isAt || fault.stage == Stage::Two;
    const unsigned from = isAt ? 2 : attempt.el;
    out.to = toEl2 ? 2 : 1;
    const bool same = from == out.to;
    const bool fetch = operation.kind == AccessKind::Execute;
    arch::AbortSyndrome syndrome;
    syndrome.ec = (fetch ? arch::ec::kInstructionAbortLower : arch::ec::kDataAbortLower) + (same ? 1 : 0);
    syndrome.fsc = arch::faultCode(fault.kind, fault.level);
    syndrome.s1ptw = fault.s1ptw;
    syndrome.cm = isAt;
    syndrome.wnr = isAt || operation.kind == AccessKind::Write;
    if (toEl2 && !isAt && !fetch && !fault.s1ptw && !onWalk) {
        syndrome.isv = true;
        syndrome.sas = operation.bytes == 8 ? 3 : operation.bytes / 2;
        syndrome.sf = operation.bytes == 8;
    }
    out.esr = syndrome.encode();
    out.far = attempt.va.value;
    out.hasHpfar = toEl2 && !onWalk && (fault.s1ptw || fault.kind != arch::FaultKind::Permission);
    out.hpfar = out.hasHpfar ? arch::hpfarOf(fault.ipa.value) : 0;
    return out;
}

/// Lines "name: expected, got" for what differs; empty if nothing does.
std::string differences(const Shown& got, const json& want, bool isLoad)
{
    std::string out;
    const auto compare = [&](const char* name, std::uint64_t expected, std::uint64_t actual) {
        if (expected != actual)
            out += fmt::format(" {}: expected {}, got {}.", name, hex(expected), hex(actual));
    };
    compare("has PAR", want.contains("par"), got.usesPar);
    if (want.contains("par") && got.usesPar) {
        const std::uint64_t par = number(want, "par");
        const std::uint64_t mask = bit(par, 0) ? 0x37f : 0xff0ffffffffff181;
        compare("PAR_EL1", par & mask, got.par & mask);
        return out;
    }
    compare("completed", want.contains("ok"), got.ok);
    if (got.ok || want.contains("ok")) {
        if (isLoad)
            compare("value", number(want, "val"), got.value);
        return out;
    }
    if (!out.empty())
        return out;
    const std::uint64_t esr = number(want, "esr");
    const unsigned fsc = static_cast<unsigned>(bits(esr, 5, 0));
    const arch::FaultStatus* status = arch::faultStatus(fsc);
    const bool external = status != nullptr
        && (status->kind == arch::FaultKind::ExternalAbort
            || status->kind == arch::FaultKind::ExternalAbortOnWalk);
    const std::uint64_t mask = bits(~std::uint64_t { 0 }, 31, 0) & ~(external ? std::uint64_t { 0x1a00 } : 0);
    compare("ESR", esr & mask, got.esr & mask);
    compare("FAR", number(want, "far"), got.far);
    compare("target EL", want.at("to").get<std::uint64_t>(), got.to);
    compare("has HPFAR", want.contains("hpfar"), got.hasHpfar);
    compare("HPFAR", number(want, "hpfar"), got.hpfar);
    return out;
}

/// The reads of a walk as the format writes them.
json stepsOf(const WalkTrace& trace)
{
    json steps = json::array();
    const auto plain = [](std::uint64_t value) { return fmt::format("{:x}", value); };
    for (const DescriptorRead& read : trace) {
        if (read.forUpdate) // the format leaves the further walk of an update out
            continue;
        if (read.stage == Stage::One)
            steps.push_back({ 1, read.level, plain(read.table + 8 * read.index), plain(read.address.value) });
        else
            steps.push_back({ 2, read.level, plain(read.address.value) });
    }
    return steps;
}

} // namespace

class TestMmuVectors : public QObject
{
    Q_OBJECT

private:
    std::vector<Case> m_cases;

private Q_SLOTS:
    void initTestCase()
    {
        const QString path = fscope::test::sourcePath(QStringLiteral("../shared/vectors/mmu.jsonl.gz"));
        if (!QFileInfo::exists(path))
            QSKIP("the recorded translations, ../shared/vectors/mmu.jsonl.gz, are not here");
        auto reader = LineReader::open(path.toStdString());
        QVERIFY2(reader.has_value(), reader ? "" : reader.error().text().c_str());
        for (;;) {
            const auto line = reader->next();
            QVERIFY2(line.has_value(), line ? "" : line.error().text().c_str());
            if (!line->has_value())
                break;
            m_cases.push_back(caseOf(json::parse(**line)));
        }
    }

    void agreesWithTheRecording_data()
    {
        QTest::addColumn<int>("scope");
        QTest::addColumn<bool>("hardwareUpdate");
        QTest::addColumn<int>("atLeast"); // ops compared, so that nothing passes by leaving all out
        QTest::newRow("4 KiB granule") << int(Grain4K) << false << 1800;
        QTest::newRow("4 KiB granule, hardware update") << int(Grain4K) << true << 500;
        QTest::newRow("16 KiB granule") << int(Grain16K) << false << 1500;
        QTest::newRow("16 KiB granule, hardware update") << int(Grain16K) << true << 450;
        QTest::newRow("64 KiB granule") << int(Grain64K) << false << 1500;
        QTest::newRow("64 KiB granule, hardware update") << int(Grain64K) << true << 500;
        QTest::newRow("a granule per stage") << int(Mixed) << false << 3500;
        QTest::newRow("a granule per stage, hardware update") << int(Mixed) << true << 1600;
        QTest::newRow("52-bit descriptors") << int(Wide) << false << 5500;
        QTest::newRow("52-bit descriptors, hardware update") << int(Wide) << true << 2000;
    }
    void agreesWithTheRecording()
    {
        QFETCH(int, scope);
        QFETCH(bool, hardwareUpdate);
        QFETCH(int, atLeast);
        int cases = 0, passed = 0, failed = 0, left = 0, walks = 0;
        for (const Case& c : m_cases) {
            if (c.scope() != scope || c.line.value("hafdbs", false) != hardwareUpdate)
                continue;
            ++cases;
            const json& ops = c.line.at("ops");
            const json empty = json::object();
            const json& recorded = c.line.contains("walk") ? c.line.at("walk") : empty;
            for (std::size_t i = 0; i < ops.size(); ++i) {
                const json& op = ops.at(i);
                if (op.contains("impdef")) {
                    ++left;
                    continue;
                }
                const Attempt attempt = attemptOf(c, op);
                QVERIFY2(attempt.operation != nullptr, op.dump().c_str());
                WalkTrace trace;
                const WalkResult result = walk(c, attempt, &trace);
                QVERIFY2(walk(c, attempt, nullptr) == result, "the trace changed the result");
                const json& want = op.contains("arch") ? op.at("arch") : op;
                const bool isLoad = attempt.operation->kind == AccessKind::Read;
                std::string problem = differences(shown(c, attempt, result), want, isLoad);
                if (!recorded.empty() && recorded.at("op").get<std::size_t>() == i) {
                    ++walks;
                    const json steps = stepsOf(trace);
                    if (steps != recorded.at("steps"))
                        problem += fmt::format(
                            " walk: expected {}, got {}.", recorded.at("steps").dump(), steps.dump());
                }
                if (problem.empty()) {
                    ++passed;
                } else if (++failed <= 20) {
                    const auto kind = c.line.contains("kind") ? c.line.at("kind").dump() : std::string();
                    qWarning("%s",
                        fmt::format("{} op {} {} {}:{}", c.id, i, op.at("op").dump(), kind, problem).c_str());
                }
            }
        }
        qInfo("%s",
            fmt::format("{} cases: {} passed, {} failed, {} IMPLEMENTATION DEFINED left out; {} walks "
                        "compared read by read",
                cases, passed, failed, left, walks)
                .c_str());
        QCOMPARE(failed, 0);
        QVERIFY(passed >= atLeast);
    }
};

QTEST_GUILESS_MAIN(TestMmuVectors)
#include "tst_mmuvectors.moc"
