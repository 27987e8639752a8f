// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/gzipreader.h"
#include "core/hypervisor/policy.h"
#include "tests/core/hypervisor/recordedhost.h"
#include "tests/support/paths.h"

#include <QFile>
#include <QTest>

#include <map>
#include <string>

using namespace fscope;
using namespace fscope::hypervisor;
using namespace Qt::StringLiterals;
using nlohmann::json;
using test::hexNumber;
using test::RecordedHost;

namespace {

/// LDADD and its kin, SWP and LDAPR: OpenVMM carries them out, the decode table does not have them yet.
bool isAtomic(std::uint32_t word)
{
    return (word & 0x3b200c00) == 0x38200000;
}

std::string expectedKind(const json& out)
{
    const std::string kind = out.at("kind");
    return kind == "panic" ? "halt" : kind;
}

std::string kindText(OutcomeKind kind)
{
    switch (kind) {
    case OutcomeKind::Completed:
        return "done";
    case OutcomeKind::EventInjected:
        return "event";
    case OutcomeKind::ExitToUser:
        return "exit";
    case OutcomeKind::Halted:
        return "halt";
    }
    return {};
}

/// Calls without those that this seam does not have.
std::vector<json> calls(const json& log)
{
    std::vector<json> out;
    for (const json& entry : log) {
        if (entry[0] != "commit" && entry[0] != "event")
            out.push_back(entry);
    }
    return out;
}

a64::CpuState expectedCpu(a64::CpuState cpu, const json& out)
{
    if (out.contains("pc"))
        cpu.pc = hexNumber(out["pc"]);
    if (out.contains("sp"))
        cpu.set(cpu.spId(), { hexNumber(out["sp"]), 0 });
    const json none = json::object();
    for (const auto& [key, value] : (out.contains("x") ? out["x"] : none).items())
        cpu.x.at(std::stoul(key)) = hexNumber(value);
    for (const auto& [key, value] : (out.contains("v") ? out["v"] : none).items())
        cpu.v.at(std::stoul(key)) = test::hexNumber128(value);
    return cpu;
}

std::map<std::uint64_t, std::uint8_t> expectedRam(const json& line)
{
    std::map<std::uint64_t, std::uint8_t> ram;
    const json& out = line.at("out");
    const auto put = [&](auto gpaOf, const std::string& digits) {
        for (std::size_t i = 0; i < digits.size() / 2; ++i)
            ram[gpaOf(i)] = static_cast<std::uint8_t>(std::stoul(digits.substr(i * 2, 2), nullptr, 16));
    };
    const json none = json::array();
    for (const json& run : out.contains("mem") ? out["mem"] : none) {
        const std::size_t start = run[0];
        put(
            [&](std::size_t i) {
                const std::size_t offset = start + i;
                return hexNumber(line.at("win_ipa").at(offset / 0x1000)) + offset % 0x1000;
            },
            run[1]);
    }
    for (const json& run : out.contains("mem_gpa") ? out["mem_gpa"] : none)
        put([&](std::size_t i) { return hexNumber(run[0]) + i; }, run[1]);
    return ram;
}

/// Nothing if all is as recorded, else the first difference.
std::string difference(
    const json& line, const RecordedHost& before, RecordedHost& host, const Outcome& outcome)
{
    const json& out = line.at("out");
    if (kindText(outcome.kind) != expectedKind(out))
        return "outcome " + kindText(outcome.kind) + ": " + outcome.reason.str();
    if (out.at("kind") == "event") {
        const json& event = out.at("event");
        if (!outcome.event || !outcome.event->bytes)
            return "no event bytes";
        if (hexBytes(outcome.event->bytes->data(), 32) != event.at("bytes").get<std::string>())
            return "event bytes " + hexBytes(outcome.event->bytes->data(), 32);
        if (outcome.event->esr != hexNumber(event.at("esr"))
            || outcome.event->far != hexNumber(event.at("far")))
            return "event " + hex(outcome.event->esr) + " at " + hex(outcome.event->far);
    }
    RecordedHost start = before;
    const a64::CpuState cpu = expectedCpu(start.cpu(), out);
    for (unsigned i = 0; i < 31; ++i) {
        if (host.cpu().x[i] != cpu.x[i])
            return "x" + std::to_string(i) + " " + hex(host.cpu().x[i]) + ", recorded " + hex(cpu.x[i]);
    }
    for (unsigned i = 0; i < 32; ++i) {
        if (host.cpu().v[i] != cpu.v[i])
            return "v" + std::to_string(i) + " " + hex(host.cpu().v[i]) + ", recorded " + hex(cpu.v[i]);
    }
    if (!(host.cpu() == cpu))
        return "pc " + hex(host.cpu().pc) + " sp " + hex(host.cpu().sp());
    if (host.changedRam() != expectedRam(line))
        return "memory";
    const std::vector<json> recorded = calls(out.at("log"));
    for (std::size_t i = 0; i < std::max(recorded.size(), host.log.size()); ++i) {
        const std::string mine = i < host.log.size() ? host.log[i].dump() : "none";
        const std::string theirs = i < recorded.size() ? recorded[i].dump() : "none";
        if (mine != theirs)
            return "call " + std::to_string(i) + " " + mine + ", recorded " + theirs;
    }
    return {};
}

/// Why a line is not compared; empty if it is.
std::string leftOut(const json& line)
{
    const std::string mode = line.at("mode");
    if (mode == "mnf" || mode == "monitor")
        return "monitor pages are not modelled";
    if (line.at("out").value("reason", "") == "translate_failure_with_code_0")
        return "a host that contradicts itself";
    return {};
}

} // namespace

class TestOpenVmmVectors : public QObject
{
    Q_OBJECT

private slots:
    void everyRecordedIntercept();
};

void TestOpenVmmVectors::everyRecordedIntercept()
{
    const QString path = test::sourcePath(u"../shared/vectors/openvmm.jsonl.gz"_s);
    if (!QFile::exists(path))
        QSKIP("The recorded intercepts are not beside this tree (../shared/vectors/openvmm.jsonl.gz).");
    auto reader = LineReader::open(path.toStdString());
    QVERIFY2(reader, reader ? "" : reader.error().text().c_str());
    const auto policy = policyById("openvmm");
    QVERIFY(policy);

    std::map<std::string, int> compared;
    std::map<std::string, int> skipped;
    int failed = 0;
    for (;;) {
        const auto text = reader->next();
        QVERIFY(text);
        if (!*text)
            break;
        const json line = json::parse(**text);
        const std::string reason = leftOut(line);
        if (!reason.empty()) {
            ++skipped[reason];
            continue;
        }
        const RecordedHost before(line);
        RecordedHost host(line);
        const Outcome outcome = (*policy)->handle(host.intercept(), host, nullptr);
        const bool notModelled = outcome.kind == OutcomeKind::Halted
            && outcome.reason.pattern.find("does not model") != std::string::npos;
        if (notModelled && isAtomic(static_cast<std::uint32_t>(hexNumber(line.at("insn"))))) {
            ++skipped["atomic memory operations"];
            continue;
        }
        ++compared[line.at("mode")];
        const std::string wrong = difference(line, before, host, outcome);
        if (wrong.empty())
            continue;
        if (++failed <= 10)
            qWarning("%s %s %s: %s", line.at("id").get<std::string>().c_str(),
                line.at("insn").get<std::string>().c_str(), line.value("asm", "").c_str(), wrong.c_str());
    }
    for (const auto& [mode, count] : compared)
        qInfo("%s: %d compared", mode.c_str(), count);
    for (const auto& [reason, count] : skipped)
        qInfo("left out: %d, %s", count, reason.c_str());
    QCOMPARE(failed, 0);
    // A reader that finds nothing must not pass.
    for (const char* mode :
        { "ram", "mmio", "mixed", "translate", "vtl", "overlay", "interrupt", "word", "syndrome" })
        QVERIFY2(compared[mode] > 80, mode);
}

QTEST_GUILESS_MAIN(TestOpenVmmVectors)
#include "tst_openvmmvectors.moc"
