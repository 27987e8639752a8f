// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

// The format both writers produce is documented in docs/run-format.md.

#include "app/cli/commands.h"
#include "app/cli/jsonline.h"
#include "core/a64/instruction.h"
#include "core/arch/field.h"
#include "core/base/hex.h"
#include "core/hypervisor/policy.h"
#include "core/sources/opensource.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace fscope::cli {
namespace {

using hypervisor::OutcomeKind;
using machine::InterceptRun;
using machine::InterceptSummary;

/// What was seen, for the summary line.
struct Counts {
    std::array<std::size_t, 4> byOutcome {};
    std::size_t compared = 0;
    std::size_t differing = 0;
};

/// One intercept with everything that is printed of it.
struct Shown {
    std::size_t number = 0; ///< from 1
    InterceptSummary summary;
    const InterceptRun* run = nullptr;
    std::optional<std::vector<machine::Difference>> differences;
    std::string instruction; ///< empty where the word is not known
};

/// Each entry of a TLB, set by set.
template <typename Visit>
void forEachEntry(const mmu::Tlb& tlb, const Visit& visit)
{
    for (unsigned set = 0; set < tlb.shape().sets; ++set)
        for (unsigned way = 0; way < tlb.shape().ways; ++way)
            if (const mmu::Tlb::Place place { set, way }; tlb.entry(place).isValid())
                visit(place, tlb.entry(place));
}

/// A doorbell that the intercept rang.
struct Rung {
    std::string name;
    std::uint64_t times = 0;
};

std::vector<Rung> doorbellsRung(const InterceptRun& run)
{
    std::vector<Rung> rung;
    if (!run.before || !run.after)
        return rung;
    for (std::size_t i = 0; i < std::min(run.before->doorbells.size(), run.after->doorbells.size()); ++i)
        if (const std::uint64_t times = run.after->doorbells[i].rung - run.before->doorbells[i].rung;
            times > 0)
            rung.push_back({ run.after->doorbells[i].name, times });
    return rung;
}

class RunWriter
{
public:
    virtual ~RunWriter() = default;
    virtual void begin(const machine::InterceptSource& source, const hypervisor::HypervisorPolicy& policy)
        = 0;
    virtual void intercept(const Shown& shown) = 0;
    virtual void end(std::size_t shown, const Counts& counts) = 0;
};

class TextWriter final : public RunWriter
{
public:
    TextWriter(Console& console, bool steps, bool cache)
        : m_console(console)
        , m_steps(steps)
        , m_cache(cache)
    { }

    void begin(const machine::InterceptSource& source, const hypervisor::HypervisorPolicy& policy) override
    {
        m_total = source.size();
        m_console.line(fmt::format("source {}: {}, {} intercept{}, policy {} ({})", cleaned(source.name()),
            source.kind(), source.size(), source.size() == 1 ? "" : "s", policy.id(), policy.displayName()));
    }

    void intercept(const Shown& shown) override
    {
        m_console.line();
        m_console.line(fmt::format("intercept {}/{} {}{}", shown.number, m_total, cleaned(shown.summary.name),
            shown.summary.group.empty() ? "" : fmt::format(" ({})", cleaned(shown.summary.group))));
        field("at",
            fmt::format("{} {}", hex(shown.summary.pc),
                shown.instruction.empty() ? "unknown instruction" : shown.instruction));
        if (const auto& intercept = shown.run->intercept) {
            field("trap",
                fmt::format("ESR_EL2 {}: {}", hex(intercept->esr), arch::describeEsr(intercept->esr).str()));
            field("address",
                fmt::format("FAR_EL2 {}, HPFAR_EL2 {}, IPA {}", hex(intercept->far),
                    intercept->hpfarValid ? hex(intercept->hpfar) : "UNKNOWN",
                    intercept->ipa ? hex(*intercept->ipa) : "unknown"));
        } else {
            field("trap", "none: the CPU carries the instruction out itself");
        }
        if (m_steps)
            writeSteps(*shown.run);
        const hypervisor::Outcome& outcome = shown.run->outcome;
        const std::string reason = cleaned(outcome.reason.str());
        field(
            "outcome", fmt::format("{}{}{}", outcomeWord(outcome.kind), reason.empty() ? "" : ": ", reason));
        for (const Rung& rung : doorbellsRung(*shown.run))
            field("rang",
                fmt::format("{} {} time{}", cleaned(rung.name), rung.times, rung.times == 1 ? "" : "s"));
        if (outcome.event)
            field("event",
                fmt::format("ESR_EL1 {}, FAR_EL1 {}, EL{}, {}", hex(outcome.event->esr),
                    hex(outcome.event->far), outcome.event->targetEl,
                    outcome.event->delivery == hypervisor::PendingEvent::Delivery::Entered ? "entered"
                                                                                           : "pending"));
        if (m_cache && shown.run->after && shown.run->after->tlb)
            writeTlb(*shown.run->after->tlb);
        if (!shown.differences)
            return;
        field("compare",
            shown.differences->empty() ? "as expected"
                                       : fmt::format("{} difference{}", shown.differences->size(),
                                           shown.differences->size() == 1 ? "" : "s"));
        for (const machine::Difference& difference : *shown.differences)
            m_console.line(fmt::format("    {}: expected {}, got {}", cleaned(difference.what),
                cleaned(difference.expected), cleaned(difference.actual)));
    }

    void end(std::size_t shown, const Counts& counts) override
    {
        m_console.line();
        m_console.line(fmt::format(
            "summary {} shown: {} completed, {} event, {} exit, {} halted; {} compared, {} differ", shown,
            counts.byOutcome[0], counts.byOutcome[1], counts.byOutcome[2], counts.byOutcome[3],
            counts.compared, counts.differing));
    }

private:
    void field(std::string_view name, std::string_view text)
    {
        m_console.line(fmt::format("  {:<8}{}", name, text));
    }

    void writeSteps(const InterceptRun& run)
    {
        for (std::size_t i = 0; i < run.steps.size(); ++i) {
            const hypervisor::MicroStep& step = run.steps[i];
            m_console.line(fmt::format("  step {} {}{}: {}", i + 1, hypervisor::stepName(step),
                hypervisor::isFailure(step) ? " !" : "", cleaned(hypervisor::stepSentence(step).str())));
            const hypervisor::StepChange change = hypervisor::stepChange(step);
            if (!change.before.empty() || !change.after.empty())
                m_console.line(fmt::format(
                    "    {}: {} -> {}", cleaned(change.what), cleaned(change.before), cleaned(change.after)));
        }
    }

    void writeTlb(const mmu::Tlb& tlb)
    {
        const mmu::TlbStatistics& counts = tlb.statistics();
        field("tlb",
            fmt::format("{} look-ups, {} hits, {} misses, {} fills, {} evictions, {} TLBI, {} removed",
                counts.allLookUps(), counts.allHits(), counts.allMisses(), counts.fills, counts.evictions,
                counts.allOperations(), counts.allInvalidated()));
        forEachEntry(tlb, [&](mmu::Tlb::Place place, const mmu::TlbEntry& entry) {
            m_console.line(fmt::format("    set {} way {}: {} {}-{} -> {}, vmid {}, {}, age {}", place.set,
                place.way, entry.isFetch() ? "fetch" : "data", hex(entry.va), hex(entry.last()),
                hex(entry.translation.pa), entry.vmid(),
                entry.isGlobal() ? std::string("global") : fmt::format("asid {}", entry.asid()),
                tlb.age(place)));
        });
    }

    Console& m_console;
    bool m_steps;
    bool m_cache;
    std::size_t m_total = 0;
};

class JsonWriter final : public RunWriter
{
public:
    JsonWriter(Console& console, bool steps, bool cache)
        : m_console(console)
        , m_steps(steps)
        , m_cache(cache)
    { }

    void begin(const machine::InterceptSource& source, const hypervisor::HypervisorPolicy& policy) override
    {
        writeJsonLine(m_console,
            { { "type", "source" }, { "name", source.name() }, { "kind", source.kind() },
                { "intercepts", source.size() }, { "policy", policy.id() } });
    }

    void intercept(const Shown& shown) override
    {
        const auto& intercept = shown.run->intercept;
        Json json = { { "type", "intercept" }, { "intercept", shown.number }, { "name", shown.summary.name },
            { "group", shown.summary.group }, { "trapped", intercept.has_value() },
            { "pc", hex(shown.summary.pc) },
            { "word", shown.summary.word ? Json(hexPadded(*shown.summary.word, 8)) : Json() },
            { "instruction", shown.summary.word ? Json(shown.instruction) : Json() } };
        if (intercept) {
            json["esr"] = hex(intercept->esr);
            json["far"] = hex(intercept->far);
            json["hpfar"] = intercept->hpfarValid ? Json(hex(intercept->hpfar)) : Json();
            json["ipa"] = intercept->ipa ? Json(hex(*intercept->ipa)) : Json();
            json["spsr"] = hex(intercept->pstate);
            json["syndrome"] = arch::describeEsr(intercept->esr).str();
        }
        writeJsonLine(m_console, json);
        if (m_steps)
            writeSteps(shown);
        if (m_cache && shown.run->after && shown.run->after->tlb)
            writeTlb(shown);
        const hypervisor::Outcome& outcome = shown.run->outcome;
        Json end = { { "type", "outcome" }, { "intercept", shown.number },
            { "outcome", outcomeWord(outcome.kind) }, { "reason", outcome.reason.str() },
            { "event", outcome.event ? jsonOf(*outcome.event) : Json() },
            { "differences", shown.differences ? jsonOf(*shown.differences) : Json() } };
        if (shown.run->after && !shown.run->after->doorbells.empty()) {
            Json rang = Json::array();
            for (const Rung& rung : doorbellsRung(*shown.run))
                rang.push_back({ { "name", rung.name }, { "times", rung.times } });
            end["rang"] = std::move(rang);
        }
        writeJsonLine(m_console, end);
    }

    void end(std::size_t shown, const Counts& counts) override
    {
        writeJsonLine(m_console,
            { { "type", "summary" }, { "shown", shown }, { "completed", counts.byOutcome[0] },
                { "event", counts.byOutcome[1] }, { "exit", counts.byOutcome[2] },
                { "halted", counts.byOutcome[3] }, { "compared", counts.compared },
                { "differ", counts.differing } });
    }

private:
    void writeSteps(const Shown& shown)
    {
        for (std::size_t i = 0; i < shown.run->steps.size(); ++i) {
            const hypervisor::MicroStep& step = shown.run->steps[i];
            const hypervisor::StepChange change = hypervisor::stepChange(step);
            writeJsonLine(m_console,
                { { "type", "step" }, { "intercept", shown.number }, { "step", i + 1 },
                    { "name", hypervisor::stepName(step) }, { "failure", hypervisor::isFailure(step) },
                    { "sentence", hypervisor::stepSentence(step).str() }, { "what", change.what },
                    { "before", change.before }, { "after", change.after }, { "values", jsonOf(step) } });
        }
    }

    /// What the intercept leaves in the TLB.
    void writeTlb(const Shown& shown)
    {
        const mmu::Tlb& tlb = *shown.run->after->tlb;
        const mmu::TlbStatistics& counts = tlb.statistics();
        Json entries = Json::array();
        forEachEntry(tlb, [&](mmu::Tlb::Place place, const mmu::TlbEntry& entry) {
            entries.push_back({ { "set", place.set }, { "way", place.way }, { "age", tlb.age(place) },
                { "entry", jsonOf(entry) } });
        });
        writeJsonLine(m_console,
            { { "type", "tlb" }, { "intercept", shown.number }, { "look_ups", counts.allLookUps() },
                { "hits", counts.allHits() }, { "misses", counts.allMisses() }, { "fills", counts.fills },
                { "evictions", counts.evictions }, { "tlbi", counts.allOperations() },
                { "removed", counts.allInvalidated() }, { "entries", entries } });
    }

    Console& m_console;
    bool m_steps;
    bool m_cache;
};

const hypervisor::HypervisorPolicy* choosePolicy(
    const std::string& wanted, const machine::InterceptSource& source)
{
    const std::string id = wanted.empty() ? source.preferredPolicy() : wanted;
    if (!id.empty())
        if (const auto policy = hypervisor::policyById(id))
            return *policy;
    return hypervisor::policies().front();
}

} // namespace

Result<std::pair<std::size_t, std::size_t>> parseInterceptRange(const std::string& text)
{
    const char* const end = text.data() + text.size();
    std::size_t first = 0;
    std::size_t last = 0;
    auto [next, error] = std::from_chars(text.data(), end, first);
    if (error == std::errc {} && next == end)
        last = first;
    else if (error == std::errc {} && *next == '-') {
        std::tie(next, error) = [&] {
            const std::from_chars_result result = std::from_chars(next + 1, end, last);
            return std::pair(result.ptr, result.ec);
        }();
    }
    if (error != std::errc {} || next != end || first == 0 || last < first)
        return fail(fmt::format("\"{}\" is neither a number from 1 nor a range such as 3-9.", cleaned(text)));
    return std::pair(first, last);
}

int runSource(const RunOptions& options, Console& console)
{
    const auto source = sources::openSource(options.source);
    if (!source)
        return console.error(source.error());
    const machine::InterceptSource& intercepts = **source;
    if (options.first > intercepts.size())
        return console.error(
            { fmt::format("There is no intercept {}: the source has {}.", options.first, intercepts.size()),
                options.source, {} });
    const hypervisor::HypervisorPolicy* policy = choosePolicy(options.policy, intercepts);

    std::unique_ptr<RunWriter> writer;
    if (options.json)
        writer = std::make_unique<JsonWriter>(console, options.steps, options.cache);
    else
        writer = std::make_unique<TextWriter>(console, options.steps, options.cache);
    writer->begin(intercepts, *policy);
    Counts counts;
    std::size_t count = 0;
    const std::size_t last = std::min(options.last, intercepts.size());
    for (std::size_t number = options.first; number <= last && !console.isBroken(); ++number) {
        const auto summary = intercepts.summary(number - 1);
        if (!summary)
            return console.error(summary.error());
        const auto run = intercepts.run(number - 1, *policy);
        if (!run)
            return console.error(run.error());
        Shown shown { number, *summary, run->get(), intercepts.compare(number - 1, **run), {} };
        if (summary->word)
            shown.instruction = a64::disassemble(*summary->word, summary->pc);
        writer->intercept(shown);
        ++counts.byOutcome[static_cast<std::size_t>((*run)->outcome.kind)];
        counts.compared += shown.differences ? 1U : 0U;
        counts.differing += shown.differences && !shown.differences->empty() ? 1U : 0U;
        ++count;
    }
    writer->end(count, counts);
    return kSuccess;
}

} // namespace fscope::cli
