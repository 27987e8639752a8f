// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/a64/execute.h"
#include "core/a64/instruction.h"
#include "core/base/gzipreader.h"
#include "core/base/hex.h"
#include "tests/core/a64/recordedcase.h"
#include "tests/support/paths.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

using namespace fscope;
using namespace fscope::a64;
using namespace Qt::StringLiterals;
using nlohmann::json;
using test::CaseState;

namespace {

// What the table models, and how many lines of a class must at least have been compared in both files
// together.
constexpr const char* kCovered[]
    = { "gpr.uimm", "gpr.unscaled", "gpr.post", "gpr.pre", "gpr.unpriv", "gpr.reg", "gpr.literal", "pair.off",
          "pair.post", "pair.pre", "pair.noalloc", "pair.ldpsw.off", "pair.ldpsw.post", "pair.ldpsw.pre",
          "fp.uimm", "fp.unscaled", "fp.post", "fp.pre", "fp.reg", "fp.literal", "fp.pair.off",
          "fp.pair.post", "fp.pair.pre", "fp.pair.noalloc", "prfm.uimm", "prfm.unscaled", "prfm.reg",
          "prfm.literal", "ordered", "ordered.lor", "ordered.ldapr", "ordered.rcpc_imm" };
constexpr int kLeastCases = 25;

/// Does what a plan says to the window; nothing if a byte lies outside of it.
std::optional<std::string> perform(
    CaseState& state, const Instruction& instruction, std::uint64_t window, bool tbi)
{
    AccessPlan plan = planAccess(instruction, state.cpu);
    for (unsigned i = 0; i < plan.count; ++i) {
        ElementAccess& element = plan.elements[i];
        const std::uint64_t address = tbi ? signExtend(element.address.value, 56) : element.address.value;
        const std::uint64_t offset = address - window;
        if (offset > state.window.size() - element.size)
            return "the access at " + hex(element.address) + " leaves the window";
        std::uint8_t* bytes = &state.window[offset];
        const unsigned low = element.size > 8 ? 8 : element.size;
        if (element.write) {
            storeLe(bytes, element.data.lo, low);
            storeLe(bytes + low, element.data.hi, element.size - low);
        } else {
            element.data = { loadLe(bytes, low), loadLe(bytes + low, element.size - low) };
        }
    }
    for (unsigned i = 0; i < plan.count; ++i) {
        const ElementAccess& element = plan.elements[i];
        if (!element.write && !element.zeroRegister)
            state.cpu.set(element.reg, loadedValue(instruction, element.data, plan.bigEndian));
    }
    if (plan.writeBack)
        state.cpu.set(plan.base, { plan.baseValue, 0 });
    state.cpu.pc += 4;
    return std::nullopt;
}

/// The first difference, for people; empty if there is none.
std::string difference(const CaseState& actual, const CaseState& expected)
{
    using File = arch::RegId::File;
    std::vector<arch::RegId> registers = { { File::Pc, 0 }, { File::Sp, 0 }, { File::Sp, 1 } };
    for (std::uint8_t i = 0; i < 32; ++i) {
        registers.push_back({ File::V, i });
        if (i < 31)
            registers.push_back({ File::X, i });
    }
    for (const arch::RegId reg : registers) {
        if (actual.cpu.value(reg) != expected.cpu.value(reg))
            return arch::name(reg) + " is " + hex(actual.cpu.value(reg)) + ", recorded "
                + hex(expected.cpu.value(reg));
    }
    for (std::size_t i = 0; i < actual.window.size(); ++i) {
        if (actual.window[i] != expected.window[i])
            return "byte " + std::to_string(i) + " of the window is " + hex(actual.window[i]) + ", recorded "
                + hex(expected.window[i]);
    }
    return actual == expected ? std::string() : "another register differs";
}

std::string placeOf(const json& line)
{
    return line.at("id").get<std::string>() + ", " + line.at("asm").get<std::string>();
}

/// What the line says that the instruction does where nothing faults; null if it says nothing, or nothing to
/// rely on.
const json* expectedResult(const json& line)
{
    const bool aborts = line.contains("done");
    // The syndrome of a quirk is not the architecture's, but what happens with all pages mapped ("done") is.
    if (line.value("cu", false) || (line.value("qemu_quirk", false) && !aborts))
        return nullptr;
    const json& outcome = line.at(aborts ? "done" : "out");
    return outcome.at("kind") == "exec" ? &outcome : nullptr;
}

/// Executes the line's instruction; what came out otherwise than recorded, empty if nothing did.
std::string execute(const json& line, const json& outcome)
{
    const Decoded decoded = decode(static_cast<std::uint32_t>(test::hexNumber(line.at("insn"))));
    if (decoded.status != DecodeStatus::Ok)
        return "does not decode: " + decoded.reason.str();
    const CaseState before = test::stateBefore(line);
    CaseState state = before;
    const auto failure
        = perform(state, decoded.instruction, test::hexNumber(line.at("win_va")), line.value("tbi", false));
    return failure ? *failure : difference(state, test::applied(before, outcome));
}

/// Compares the recorded ESR_EL2 with ours, which takes from it what only the walk knows; empty if they
/// agree.
std::string syndromeDifference(const json& line)
{
    const Decoded decoded = decode(static_cast<std::uint32_t>(test::hexNumber(line.at("insn"))));
    const std::uint64_t recorded = test::hexNumber(line.at("out").at("esr"));
    const arch::AbortSyndrome reported = arch::AbortSyndrome::decode(recorded);
    arch::AbortSyndrome syndrome = syndromeOf(decoded.instruction);
    // What stage 2 refused on a table walk is the walk's read, not the instruction's access.
    const bool write
        = accessOf(decoded.instruction, test::stateBefore(line).cpu).kind == mmu::AccessKind::Write;
    syndrome.isv = syndrome.isv && !reported.s1ptw;
    syndrome.wnr = reported.s1ptw ? reported.wnr : write;
    syndrome.s1ptw = reported.s1ptw;
    syndrome.il = reported.il;
    syndrome.fsc = reported.fsc;
    if (syndrome.encode() == recorded)
        return {};
    return "ESR_EL2 is " + hex(syndrome.encode()) + ", recorded " + hex(recorded);
}

} // namespace

class TestA64Vectors : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void executesAsRecorded_data();
    void executesAsRecorded();
    void syndromeIsAsRecorded_data();
    void syndromeIsAsRecorded();
    void otherClassesAreNamed();

private:
    std::multimap<std::string, json> m_lines; // both files, by class
};

void TestA64Vectors::initTestCase()
{
    for (const QString& name : { u"a64-exec.jsonl.gz"_s, u"a64-abort.jsonl.gz"_s }) {
        const QString path = test::sourcePath(u"../shared/vectors/"_s + name);
        if (!QFile::exists(path))
            QSKIP("the recorded vectors are not beside this source tree (../shared/vectors)");
        Result<LineReader> reader = LineReader::open(path.toStdString());
        QVERIFY2(reader.has_value(), reader.has_value() ? "" : reader.error().text().c_str());
        while (true) {
            const auto text = reader->next();
            QVERIFY(text.has_value());
            if (!text->has_value())
                break;
            json line = json::parse(**text);
            m_lines.emplace(line.at("class").get<std::string>(), std::move(line));
        }
    }
}

void TestA64Vectors::executesAsRecorded_data()
{
    QTest::addColumn<QByteArray>("group");
    for (const char* group : kCovered)
        QTest::newRow(group) << QByteArray(group);
}

void TestA64Vectors::executesAsRecorded()
{
    QFETCH(QByteArray, group);
    int compared = 0;
    const auto [first, last] = m_lines.equal_range(group.toStdString());
    for (auto it = first; it != last; ++it) {
        const json* outcome = expectedResult(it->second);
        if (outcome == nullptr)
            continue;
        const std::string wrong = execute(it->second, *outcome);
        QVERIFY2(wrong.empty(), (placeOf(it->second) + ": " + wrong).c_str());
        ++compared;
    }
    QVERIFY2(compared >= kLeastCases, qPrintable(u"only %1 lines"_s.arg(compared)));
}

void TestA64Vectors::syndromeIsAsRecorded_data()
{
    executesAsRecorded_data();
}

void TestA64Vectors::syndromeIsAsRecorded()
{
    QFETCH(QByteArray, group);
    int compared = 0;
    int quirks = 0;
    const auto [first, last] = m_lines.equal_range(group.toStdString());
    for (auto it = first; it != last; ++it) {
        const json& line = it->second;
        if (line.value("cu", false) || line.at("out").at("kind") != "s2abort")
            continue;
        if (line.value("qemu_quirk", false)) {
            ++quirks;
            continue;
        }
        const std::string wrong = syndromeDifference(line);
        QVERIFY2(wrong.empty(), (placeOf(line) + ": " + wrong).c_str());
        ++compared;
    }
    // A prefetch never faults; of some classes every abort is a quirk.
    const bool mayBeEmpty = group.startsWith("prfm") || quirks > 0;
    QVERIFY2(compared >= kLeastCases || mayBeEmpty, qPrintable(u"only %1 lines"_s.arg(compared)));
}

void TestA64Vectors::otherClassesAreNamed()
{
    int seen = 0;
    for (const auto& [group, line] : m_lines) {
        const bool covered
            = std::ranges::any_of(kCovered, [&name = group](const char* c) { return name == c; });
        if (covered)
            continue;
        const DecodeStatus status
            = decode(static_cast<std::uint32_t>(test::hexNumber(line.at("insn")))).status;
        const bool right
            = group == "unalloc" ? status != DecodeStatus::Ok : status == DecodeStatus::NotModelled;
        QVERIFY2(right, placeOf(line).c_str());
        ++seen;
    }
    QVERIFY(seen > 1000);
}

QTEST_GUILESS_MAIN(TestA64Vectors)
#include "tst_a64vectors.moc"
