// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

// The format both writers produce is documented in docs/tables-format.md.

#include "app/cli/walkcommand.h"

#include "app/cli/jsonline.h"
#include "core/arch/descriptor.h"
#include "core/arch/field.h"
#include "core/base/hex.h"
#include "core/base/json.h"
#include "core/mmu/atinstruction.h"
#include "core/mmu/faultreport.h"
#include "core/mmu/tabletree.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace fscope::cli {
namespace {

using mmu::DescriptorRead;
using mmu::Stage;

/// What is asked, checked.
struct Question {
    std::optional<Va> va; ///< else an IPA
    Ipa ipa;
    mmu::Access access;
    const mmu::AtInstruction* at = nullptr;
    unsigned executingEl = 1;
};

/// All that is shown.
struct Answer {
    mmu::WalkTrace trace;
    mmu::WalkResult result;
    std::optional<mmu::FaultReport> report;
    std::optional<std::uint64_t> par;
};

Result<Question> parse(const WalkOptions& options)
{
    Question question;
    if (options.va.empty() == options.ipa.empty())
        return fail("One address is walked: give --va or --ipa.");
    const auto address
        = options.va.empty() ? parseOption("--ipa", options.ipa) : parseOption("--va", options.va);
    if (!address)
        return tl::unexpected<Error>(address.error());
    if (!options.va.empty())
        question.va = Va(*address);
    else
        question.ipa = Ipa(*address);
    question.access.el = options.el.value_or(1);
    question.access.pan = options.pan;
    question.access.kind = options.access == "w" ? mmu::AccessKind::Write
        : options.access == "x"                  ? mmu::AccessKind::Execute
                                                 : mmu::AccessKind::Read;
    question.executingEl = question.access.el;
    if (options.at.empty())
        return question;
    question.at = mmu::atInstructionNamed(options.at);
    if (question.at == nullptr) {
        std::string known;
        for (const mmu::AtInstruction& at : mmu::atInstructions())
            known.append(known.empty() ? "" : ", ").append(at.name);
        return fail(fmt::format("\"{}\" is no AT instruction.", printable(options.at)), "--at",
            fmt::format("Known instructions are {}.", known));
    }
    if (!question.va)
        return fail("An AT instruction translates a VA.", "--at", "Give --va.");
    if (options.el == 0U)
        return fail("EL0 has no AT instructions.", "--el", "They are executed at EL1 or EL2.");
    question.executingEl = options.el.value_or(2);
    question.access = mmu::accessOf(*question.at, options.pan);
    return question;
}

Answer answer(const Question& question, const Target& target)
{
    Answer out;
    if (question.at != nullptr) {
        const mmu::AtResult result = mmu::executeAt(target.registers, target.memory, *question.at,
            *question.va, question.executingEl, question.access.pan, false, &out.trace);
        out.result = result.walk;
        out.par = result.par;
        out.report = result.exception;
        return out;
    }
    out.result = question.va
        ? mmu::translate(target.registers, target.memory, *question.va, question.access, &out.trace)
        : mmu::walkStage2(target.registers, target.memory, question.ipa, question.access, &out.trace);
    if (!out.result.ok()) {
        mmu::ReportedAccess access;
        access.va = question.va.value_or(Va(0));
        access.kind = question.access.kind;
        access.el = question.access.el;
        out.report = mmu::reportFault(target.registers, *out.result.fault, access);
    }
    return out;
}

const char* stateWord(arch::FieldState state)
{
    switch (state) {
    case arch::FieldState::Normal:
        return "normal";
    case arch::FieldState::NotValid:
        return "not-valid";
    case arch::FieldState::Reserved:
        return "reserved";
    case arch::FieldState::ReservedSet:
        return "reserved-set";
    }
    return "";
}

/// The value of a read as its fields stand in it, whatever the byte order in memory.
std::vector<arch::FieldValue> fieldsOf(const Target& target, const DescriptorRead& read)
{
    const mmu::TreeName tree = read.stage == Stage::Two             ? mmu::TreeName::Vttbr
        : mmu::isUpperHalf(target.registers.regime, Va(read.input)) ? mmu::TreeName::Ttbr1
                                                                    : mmu::TreeName::Ttbr0;
    const arch::DescriptorForm form = mmu::TableTree(target.registers, {}, tree).form(read.level);
    return arch::decodeFields(arch::layoutOf(form, read.value), read.value);
}

std::string faultText(const mmu::Fault& fault)
{
    const arch::FaultStatus* status = arch::faultStatus(arch::faultCode(fault.kind, fault.level));
    return fmt::format("{}, stage {}{}", status == nullptr ? "fault" : status->text,
        static_cast<int>(fault.stage), fault.s1ptw ? " on a stage-1 walk" : "");
}

std::string rightsText(const mmu::Rights& rights)
{
    return fmt::format(
        "{}{}{}", rights.read ? 'r' : '-', rights.write ? 'w' : '-', rights.execute ? 'x' : '-');
}

std::string leafText(const mmu::StageLeaf& leaf)
{
    return fmt::format("level {}, {} bytes, EL1 {}, EL0 {}{}", static_cast<int>(leaf.level),
        hex(std::uint64_t { 1 } << leaf.sizeLog2), rightsText(leaf.rights.privileged()),
        rightsText(leaf.rights.unprivileged()), leaf.contiguous ? ", contiguous" : "");
}

void writeRead(const DescriptorRead& read, const Target& target, bool fields, Console& console)
{
    const char* indent = read.forTable ? "    " : "";
    std::string line
        = fmt::format("{}stage {} level {:>2}  [{}:{}] = {}  at {}", indent, static_cast<int>(read.stage),
            read.level, read.indexHi, read.indexLo, hex(read.index), hex(read.address));
    if (read.stage == Stage::One && read.table + read.index * 8 != read.address.value)
        line += fmt::format(" (IPA {})", hex(read.table + read.index * 8));
    if (read.aborted) {
        console.line(line + "  nothing is there: External abort");
        return;
    }
    line += fmt::format("  {}  {}", hexPadded(read.value, 16), descriptorTypeWord(read.type));
    if (read.output != 0 || read.type == mmu::DescriptorType::Table || read.type == mmu::DescriptorType::Page
        || read.type == mmu::DescriptorType::Block)
        line += fmt::format(" -> {}", hex(read.output));
    if (read.contiguous)
        line += "  contiguous";
    if (read.updated())
        line += fmt::format("  hardware makes it {}", hexPadded(read.after(), 16));
    console.line(line);
    if (!fields)
        return;
    for (const arch::FieldValue& field : fieldsOf(target, read))
        if (field.state != arch::FieldState::Reserved && field.state != arch::FieldState::NotValid)
            console.line(fmt::format("{}        {} = {}{}{}", indent, field.field->name, hex(field.value),
                field.meaning.empty() ? "" : ": ", field.meaning.str()));
}

void writeText(
    const Question& question, const Answer& answer, const Target& target, bool fields, Console& console)
{
    console.line(
        question.va ? fmt::format("VA {}", hex(*question.va)) : fmt::format("IPA {}", hex(question.ipa)));
    for (const DescriptorRead& read : answer.trace)
        writeRead(read, target, fields, console);
    const mmu::Translation& to = answer.result.translation;
    if (answer.result.ok()) {
        if (question.va && to.stage1.isOn())
            console.line("stage 1: " + leafText(to.stage1));
        if (to.stage2.isOn())
            console.line("stage 2: " + leafText(to.stage2));
        const bool bothStages = question.at == nullptr || question.at->bothStages;
        console.line(fmt::format("{}{}{}", question.va ? fmt::format("IPA {}  ", hex(to.ipa)) : std::string(),
            bothStages ? fmt::format("PA {}  ", hex(to.pa)) : std::string(),
            mmu::describeMemory(to.attributes).str()));
    } else {
        const mmu::Fault& fault = *answer.result.fault;
        console.line(fmt::format("Fault: {}{}{}", faultText(fault),
            fault.stage == Stage::Two ? fmt::format(", IPA {}", hex(fault.ipa)) : std::string(),
            fault.onUpdate ? ", while hardware updates a descriptor" : ""));
    }
    if (answer.par)
        console.line(fmt::format("PAR_EL1 {}", hexPadded(*answer.par, 16)));
    if (!answer.report)
        return;
    const mmu::FaultReport& report = *answer.report;
    std::string line
        = fmt::format("taken to EL{}: ESR_EL{} {}", report.targetEl, report.targetEl, hex(report.esr));
    if (question.va)
        line += fmt::format("  FAR_EL{} {}", report.targetEl, hex(report.far));
    if (report.hpfarValid)
        line += fmt::format("  HPFAR_EL2 {}", hex(report.hpfar));
    console.line(line);
    console.line(arch::describeEsr(
        report.esr, report.targetEl == 1 ? arch::RegisterName::EsrEl1 : arch::RegisterName::EsrEl2)
                     .str());
}

Json jsonOf(const mmu::Rights& rights)
{
    return rightsText(rights);
}

Json jsonOf(const mmu::StageLeaf& leaf)
{
    if (!leaf.isOn())
        return {};
    return { { "level", static_cast<int>(leaf.level) }, { "size", hex(std::uint64_t { 1 } << leaf.sizeLog2) },
        { "el1", jsonOf(leaf.rights.privileged()) }, { "el0", jsonOf(leaf.rights.unprivileged()) },
        { "contiguous", leaf.contiguous } };
}

Json jsonOf(const DescriptorRead& read, const Target& target)
{
    Json json = { { "type", "read" }, { "stage", static_cast<int>(read.stage) }, { "level", read.level },
        { "for_table", read.forTable }, { "for_update", read.forUpdate }, { "input", hex(read.input) },
        { "index_bits", { read.indexHi, read.indexLo } }, { "index", read.index },
        { "table", hex(read.table) }, { "address", hex(read.address) }, { "aborted", read.aborted } };
    if (read.aborted)
        return json;
    json["value"] = hex(read.value);
    json["descriptor"] = descriptorTypeWord(read.type);
    json["output"] = hex(read.output);
    json["contiguous"] = read.contiguous;
    json["after_update"] = read.updated() ? Json(hex(read.after())) : Json();
    Json fields = Json::array();
    for (const arch::FieldValue& field : fieldsOf(target, read))
        fields.push_back({ { "name", field.field->name }, { "hi", field.field->hi },
            { "lo", field.field->lo }, { "value", hex(field.value) }, { "meaning", field.meaning.str() },
            { "state", stateWord(field.state) } });
    json["fields"] = std::move(fields);
    return json;
}

void writeJson(const Question& question, const Answer& answer, const Target& target, Console& console)
{
    for (const DescriptorRead& read : answer.trace)
        writeJsonLine(console, jsonOf(read, target));
    Json json = { { "type", answer.result.ok() ? "translation" : "fault" },
        { "va", question.va ? Json(hex(*question.va)) : Json() } };
    if (answer.result.ok()) {
        const mmu::Translation& to = answer.result.translation;
        const bool bothStages = question.at == nullptr || question.at->bothStages;
        json["ipa"] = hex(to.ipa);
        json["pa"] = bothStages ? Json(hex(to.pa)) : Json();
        json["attributes"] = hex(std::uint64_t { to.attributes.attr });
        json["shareability"] = to.attributes.sh;
        json["memory"] = mmu::describeMemory(to.attributes).str();
        json["stage1"] = jsonOf(to.stage1);
        json["stage2"] = jsonOf(to.stage2);
    } else {
        const mmu::Fault& fault = *answer.result.fault;
        json["stage"] = static_cast<int>(fault.stage);
        json["fault_code"] = hex(std::uint64_t { arch::faultCode(fault.kind, fault.level) });
        json["fault"] = faultText(fault);
        json["s1ptw"] = fault.s1ptw;
        json["ipa"] = fault.stage == Stage::Two ? Json(hex(fault.ipa)) : Json();
    }
    json["par"] = answer.par ? Json(hex(*answer.par)) : Json();
    json["taken_to"] = answer.report ? Json(answer.report->targetEl) : Json();
    json["esr"] = answer.report ? Json(hex(answer.report->esr)) : Json();
    json["far"] = answer.report && question.va ? Json(hex(answer.report->far)) : Json();
    json["hpfar"] = answer.report && answer.report->hpfarValid ? Json(hex(answer.report->hpfar)) : Json();
    writeJsonLine(console, json);
}

} // namespace

void addWalk(CLI::App& app, WalkOptions& options)
{
    CLI::App* walk
        = app.add_subcommand("walk", "Walk one address through the page tables, descriptor by descriptor");
    addTarget(*walk, options.target);
    walk->add_option("--va", options.va, "The virtual address")->type_name("VA");
    walk->add_option("--ipa", options.ipa, "An intermediate physical address: stage 2 alone")
        ->type_name("IPA");
    walk->add_option("--access", options.access, "What is attempted: r, w or x")
        ->check(CLI::IsMember({ "r", "w", "x" }))
        ->default_val(options.access);
    walk->add_option(
            "--el", options.el, "Whose rights count: 0 or 1; with --at, where it is executed: 1 or 2")
        ->check(CLI::IsMember({ 0, 1, 2 }));
    walk->add_flag("--pan", options.pan, "PSTATE.PAN is 1");
    walk->add_option("--at", options.at, "As an AT instruction does, with PAR_EL1: S1E1R, S12E0W, …")
        ->type_name("NAME");
    walk->add_flag("--fields", options.fields, "The fields of every descriptor");
    walk->add_flag("--json", options.json, "JSON lines instead of text");
}

int walk(const WalkOptions& options, Console& console)
{
    const auto question = parse(options);
    if (!question)
        return console.error(question.error());
    if (options.at.empty() && options.el == 2U)
        return console.error({ "Accesses of EL2 do not go through these tables.", "--el", "Give 0 or 1." });
    const auto target = openTarget(options.target);
    if (!target)
        return console.error(target.error());
    writeNotes(*target, console);
    const Answer found = answer(*question, *target);
    if (options.json)
        writeJson(*question, found, *target, console);
    else
        writeText(*question, found, *target, options.fields, console);
    return kSuccess;
}

} // namespace fscope::cli
