// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/cli/tabletarget.h"

#include "core/base/gzipreader.h"
#include "core/base/hex.h"
#include "core/base/json.h"
#include "core/hypervisor/policy.h"
#include "core/mmu/notmodelled.h"
#include "core/mmu/registertable.h"
#include "core/sources/imagememory.h"
#include "core/sources/opensource.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <set>

namespace fscope::cli {
namespace {

constexpr std::size_t kMaxRegistersFile = 1U << 20;

/// M, C and I: what a system that uses its tables has.
constexpr std::uint64_t kUsualSctlr = 0x1005;
constexpr std::uint64_t kHcrVm = 1;
constexpr std::uint64_t kHcrRw = std::uint64_t { 1 } << 31;

std::string knownRegisters()
{
    std::string names;
    for (const mmu::RegisterRow& row : mmu::kRegisterRows)
        names.append(names.empty() ? "" : ", ").append(row.name);
    return names;
}

/// Registers of a dump, as they become known.
class RegisterSet
{
public:
    Result<void> set(const std::string& name, std::uint64_t value)
    {
        std::string lower = name;
        std::transform(lower.begin(), lower.end(), lower.begin(),
            [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        const mmu::RegisterRow* row = mmu::registerRow(lower);
        if (row == nullptr)
            return fail(fmt::format("\"{}\" is no register of translation.", printable(name)), {},
                fmt::format("Known registers: {}.", knownRegisters()));
        m_values.*row->member = value;
        m_given.insert(row->name);
        return {};
    }
    bool has(const char* name) const { return m_given.contains(name); }
    mmu::TranslationRegisters& values() { return m_values; }

private:
    mmu::TranslationRegisters m_values;
    std::set<std::string_view> m_given;
};

Result<void> readRegistersFile(const std::string& path, RegisterSet& set)
{
    const auto text = readWholeFile(path, kMaxRegistersFile);
    if (!text)
        return tl::unexpected<Error>(text.error());
    const auto json = parseJson(*text, path);
    if (!json)
        return tl::unexpected<Error>(json.error());
    JsonIssues issues { path, std::nullopt };
    JsonNode(*json, issues).members([&](const std::string& name, const JsonNode& value) {
        if (const auto done = set.set(name, value.number()); !done)
            value.wrong(done.error().what, done.error().hint);
    });
    if (issues.first)
        return tl::unexpected<Error>(*issues.first);
    return {};
}

Result<void> readRegisterOptions(const std::vector<std::string>& options, RegisterSet& set)
{
    for (const std::string& option : options) {
        const std::size_t sign = option.find('=');
        if (sign == std::string::npos)
            return fail(fmt::format("\"{}\" is no NAME=VALUE.", printable(option)), "--reg",
                "Write for example --reg tcr_el1=0x5b5503510.");
        const auto value = parsePastedNumber(std::string_view(option).substr(sign + 1));
        if (!value)
            return fail(value.error().what, fmt::format("--reg {}", printable(option.substr(0, sign))));
        if (const auto done = set.set(option.substr(0, sign), *value); !done)
            return fail(done.error().what, "--reg", done.error().hint);
    }
    return {};
}

/// What makes a stage of the registers that are known, or what is missing.
Result<void> complete(RegisterSet& set, const std::string& name, std::vector<Text>& notes)
{
    mmu::TranslationRegisters& regs = set.values();
    const bool hasTable = set.has("ttbr0_el1") || set.has("ttbr1_el1");
    const bool stage1 = set.has("tcr_el1") && hasTable;
    const bool stage2 = set.has("vtcr_el2") && set.has("vttbr_el2");
    const auto missing = [&](const char* what) {
        return fail(fmt::format("{} not known, and memory alone does not tell.", what), name,
            "Give registers with --reg NAME=VALUE or --registers FILE.json: stage 1 needs tcr_el1 and "
            "ttbr0_el1 or ttbr1_el1 (and mair_el1 for memory types), stage 2 needs vtcr_el2 and vttbr_el2.");
    };
    if (hasTable && !stage1)
        return missing("TCR_EL1 is");
    if (set.has("tcr_el1") && !hasTable && !stage2)
        return missing("TTBR0_EL1 and TTBR1_EL1 are");
    if (set.has("vtcr_el2") != set.has("vttbr_el2"))
        return missing(set.has("vtcr_el2") ? "VTTBR_EL2 is" : "VTCR_EL2 is");
    if (!stage1 && !stage2)
        return missing("The registers are");
    if (stage1 && !set.has("sctlr_el1")) {
        regs.sctlr = kUsualSctlr;
        notes.emplace_back("SCTLR_EL1 is not given: M, C and I are taken as set.");
    }
    if (stage1 && !set.has("mair_el1"))
        notes.emplace_back(
            "MAIR_EL1 is not given: memory types of stage 1 are not known, all show as Device-nGnRnE.");
    // A half without its table is not walked.
    if (stage1 && !set.has("ttbr0_el1"))
        regs.tcr |= 1U << 7;
    if (stage1 && !set.has("ttbr1_el1"))
        regs.tcr |= 1U << 23;
    if (!set.has("hcr_el2"))
        regs.hcr = kHcrRw | (stage2 ? kHcrVm : 0);
    return {};
}

Result<Target> openImage(const TargetOptions& options, const std::string& path)
{
    std::optional<Pa> base;
    if (!options.base.empty()) {
        const auto address = parseOption("--base", options.base);
        if (!address)
            return tl::unexpected<Error>(address.error());
        base = Pa(*address);
    }
    auto image = sources::openMemoryImage(path, base);
    if (!image)
        return tl::unexpected<Error>(image.error());
    Target target;
    target.name = image->name;
    target.memory = image->memory;
    RegisterSet set;
    for (const auto& [name, value] : image->registers)
        if (const auto done = set.set(name, value); !done)
            return tl::unexpected<Error>(done.error());
    const bool overridden = !options.registersFile.empty() || !options.registers.empty();
    target.notes = image->notes;
    if (!options.registersFile.empty())
        if (const auto done = readRegistersFile(options.registersFile, set); !done)
            return tl::unexpected<Error>(done.error());
    if (const auto done = readRegisterOptions(options.registers, set); !done)
        return tl::unexpected<Error>(done.error());
    if (overridden && !target.notes.empty())
        target.notes.emplace_back("Registers that are given replace those of the note.");
    if (const auto done = complete(set, path, target.notes); !done)
        return tl::unexpected<Error>(done.error());
    target.registers = set.values();
    return target;
}

bool isElfFile(const std::string& path)
{
    std::array<char, 4> magic {};
    std::ifstream file(path, std::ios::binary);
    return file.read(magic.data(), magic.size())
        && std::string_view(magic.data(), 4)
        == "\x7f"
           "ELF";
}

Result<Target> openMoment(const TargetOptions& options)
{
    auto source = sources::openSource(options.source);
    if (!source)
        return tl::unexpected<Error>(source.error());
    const machine::InterceptSource& opened = **source;
    if (options.intercept == 0 || options.intercept > opened.size())
        return fail(
            fmt::format("There is no intercept {}; the source has {}.", options.intercept, opened.size()),
            options.source);
    const std::string id = options.policy.empty() ? opened.preferredPolicy() : options.policy;
    const hypervisor::HypervisorPolicy* policy = hypervisor::policies().front();
    if (!id.empty()) {
        const auto known = hypervisor::policyById(id);
        if (!known)
            return tl::unexpected<Error>(known.error());
        policy = *known;
    }
    const auto run = opened.run(options.intercept - 1, *policy);
    if (!run)
        return tl::unexpected<Error>(run.error());
    const auto& guest = options.after ? (*run)->after : (*run)->before;
    Target target;
    target.name = fmt::format("{}, intercept {}", opened.name(), options.intercept);
    if (!guest)
        return fail("The guest of this moment is not known.", options.source);
    target.run = *run;
    target.registers = guest->vcpu.translation;
    target.memory = guest->memory.handle();
    RegisterSet set;
    set.values() = target.registers;
    if (!options.registersFile.empty())
        if (const auto done = readRegistersFile(options.registersFile, set); !done)
            return tl::unexpected<Error>(done.error());
    if (const auto done = readRegisterOptions(options.registers, set); !done)
        return tl::unexpected<Error>(done.error());
    target.registers = set.values();
    return target;
}

Result<Target> findTarget(const TargetOptions& options)
{
    if (!options.image.empty() && !options.source.empty())
        return fail("Either a source or an image is looked at, not both.", "--image");
    if (!options.image.empty())
        return openImage(options, options.image);
    if (options.source.empty())
        return fail("Whose tables? Name a source, or an image with --image.");
    if (isElfFile(options.source))
        return openImage(options, options.source);
    if (!options.base.empty())
        return fail("A source says itself where its memory is.", "--base");
    return openMoment(options);
}

} // namespace

void addTarget(CLI::App& app, TargetOptions& options)
{
    app.add_option("SOURCE", options.source,
        "A scenario, recorded aborts, a lesson's name, \"sample\", or an ELF dump of a machine");
    app.add_option("--intercept", options.intercept, "The guest as this intercept found it, counted from 1")
        ->type_name("N")
        ->default_val(options.intercept);
    app.add_flag("--after", options.after, "The guest as the policy left it");
    app.add_option("--policy", options.policy, "The hypervisor that answers the intercepts before")
        ->type_name("ID");
    app.add_option(
           "--image", options.image, "Physical memory in a file: an ELF dump, or raw bytes with --base")
        ->type_name("FILE");
    app.add_option("--base", options.base, "Physical address of the first raw byte")->type_name("PA");
    app.add_option("--registers", options.registersFile, "JSON object of registers: {\"tcr_el1\": \"0x…\"}")
        ->type_name("FILE");
    app.add_option("--reg", options.registers, "One register; may come several times")
        ->type_name("NAME=VALUE");
}

Result<Target> openTarget(const TargetOptions& options)
{
    auto target = findTarget(options);
    if (target)
        if (auto text = mmu::notModelled(target->registers))
            target->notes.push_back(std::move(*text));
    return target;
}

void writeNotes(const Target& target, Console& console)
{
    for (const Text& note : target.notes)
        console.err(fmt::format("fscope: {}\n", note.str()));
}

Result<std::uint64_t> parseOption(const char* option, const std::string& text, unsigned width)
{
    auto number = parsePastedNumber(text, width);
    if (!number)
        return fail(number.error().what, option, number.error().hint);
    return *number;
}

} // namespace fscope::cli
