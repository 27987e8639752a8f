// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

// The format of all writers is documented in docs/tables-format.md.

#include "app/cli/tablescommand.h"

#include "app/cli/jsonline.h"
#include "core/base/hex.h"
#include "core/mmu/reverselookup.h"
#include "core/mmu/tableenumerator.h"
#include "core/mmu/tablelint.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace fscope::cli {
namespace {

using mmu::AddressSpan;
using mmu::MappedRange;
using mmu::RangeKind;
using mmu::TreeName;

constexpr std::array<std::pair<const char*, TreeName>, 3> kTreeWords { {
    { "ttbr0", TreeName::Ttbr0 },
    { "ttbr1", TreeName::Ttbr1 },
    { "vttbr", TreeName::Vttbr },
} };

const char* wordOf(TreeName tree)
{
    return kTreeWords[static_cast<std::size_t>(tree)].first;
}

std::vector<TreeName> treesOf(const TablesOptions& options)
{
    std::vector<TreeName> trees;
    for (const auto& [word, tree] : kTreeWords)
        if (options.trees.empty()
            || std::find(options.trees.begin(), options.trees.end(), word) != options.trees.end())
            trees.push_back(tree);
    return trees;
}

const char* kindWord(RangeKind kind)
{
    switch (kind) {
    case RangeKind::Mapping:
        return "mapping";
    case RangeKind::Recursive:
        return "recursive";
    case RangeKind::Repeated:
        return "repeated";
    case RangeKind::Unreadable:
        return "unreadable";
    case RangeKind::OutOfRange:
        return "out-of-range";
    }
    return "";
}

std::string rightsText(const mmu::Rights& rights)
{
    return fmt::format(
        "{}{}{}", rights.read ? 'r' : '-', rights.write ? 'w' : '-', rights.execute ? 'x' : '-');
}

std::string spanText(const AddressSpan& span)
{
    return fmt::format("{}-{}", hex(span.first), hex(span.last));
}

template <typename T>
bool take(const char* option, const std::string& text, Result<T> (*parse)(std::string_view), T& value,
    std::optional<Error>& error)
{
    if (text.empty())
        return true;
    auto parsed = parse(text);
    if (parsed) {
        value = *parsed;
        return true;
    }
    error = Error { parsed.error().what, option, parsed.error().hint };
    return false;
}

Result<mmu::EnumerateOptions> limitsOf(const TablesOptions& options)
{
    mmu::EnumerateOptions limits;
    std::optional<Error> error;
    if (!take("--range", options.range, mmu::parseAddressSpan, limits.filter.input, error)
        || !take("--output", options.output, mmu::parseAddressSpan, limits.filter.output, error)
        || !take("--rights", options.rights, mmu::parseRights, limits.filter.rights, error)
        || !take("--type", options.type, mmu::parseRangeType, limits.filter.type, error))
        return tl::unexpected<Error>(*error);
    if (!options.el.empty())
        limits.filter.el = options.el.front();
    limits.coalesce = !options.each;
    limits.expandRecursive = options.expand;
    limits.maxDescriptors = options.maxDescriptors;
    return limits;
}

// ---- list

constexpr const char* kListHead
    = "tree,kind,first,last,output,size,el1,el0,memory,first_level,last_level,"
      "descriptors,contiguous,access_flag,not_global,dirty_modifier,guarded,descriptor";

void writeRange(const TablesOptions& options, TreeName tree, const MappedRange& range, Console& console)
{
    const mmu::LeafAttributes& attributes = range.attributes;
    const bool mapping = range.kind == RangeKind::Mapping;
    const std::string el1 = mapping ? rightsText(attributes.rights.privileged()) : "";
    const std::string el0 = mapping ? rightsText(attributes.rights.unprivileged()) : "";
    const std::string memory = mapping ? mmu::describeMemory(attributes.memory).str() : "";
    const bool leads = range.kind != RangeKind::Unreadable;
    if (options.json) {
        Json json = { { "type", "range" }, { "tree", wordOf(tree) }, { "kind", kindWord(range.kind) },
            { "first", hex(range.input) }, { "last", hex(range.lastInput()) }, { "size", hex(range.size) },
            { "output", leads ? Json(hex(range.output)) : Json() }, { "first_level", range.firstLevel },
            { "last_level", range.lastLevel }, { "descriptor", hex(range.descriptor) } };
        if (mapping)
            json.update({ { "el1", el1 }, { "el0", el0 },
                { "attributes", hex(std::uint64_t { attributes.memory.attr }) },
                { "shareability", attributes.memory.sh }, { "memory", memory },
                { "attr_index", attributes.attrIndex }, { "descriptors", range.leaves },
                { "contiguous", range.contiguous }, { "access_flag", attributes.accessFlag },
                { "not_global", attributes.notGlobal }, { "dirty_modifier", attributes.dirtyModifier },
                { "guarded", attributes.guarded } });
        writeJsonLine(console, json);
        return;
    }
    if (options.csv) {
        console.line(fmt::format("{},{},{},{},{},{},{},{},\"{}\",{},{},{},{},{},{},{},{},{}", wordOf(tree),
            kindWord(range.kind), hex(range.input), hex(range.lastInput()), leads ? hex(range.output) : "",
            hex(range.size), el1, el0, memory, range.firstLevel, range.lastLevel, range.leaves,
            range.contiguous, mapping && attributes.accessFlag ? 1 : 0, attributes.notGlobal ? 1 : 0,
            attributes.dirtyModifier ? 1 : 0, attributes.guarded ? 1 : 0, hex(range.descriptor)));
        return;
    }
    const std::string where = fmt::format("{}-{}", hex(range.input), hex(range.lastInput()));
    if (!mapping) {
        console.line(fmt::format("  {:<37} {}{}", where, kindWord(range.kind),
            leads ? fmt::format(" {}", hex(range.output)) : std::string()));
        return;
    }
    std::string line = fmt::format("  {:<37} -> {:<14} {:>12}  EL1 {}  EL0 {}  {}", where, hex(range.output),
        hex(range.size), el1, el0, memory);
    line += range.firstLevel == range.lastLevel
        ? fmt::format("  level {}", range.firstLevel)
        : fmt::format("  levels {}-{}", range.firstLevel, range.lastLevel);
    if (!attributes.accessFlag)
        line += "  AF 0";
    if (attributes.notGlobal)
        line += "  nG";
    if (attributes.dirtyModifier)
        line += "  DBM";
    if (attributes.guarded)
        line += "  GP";
    if (range.contiguous != 0)
        line += "  contiguous";
    console.line(line);
}

int list(
    const TablesOptions& options, const Target& target, const mmu::EnumerateOptions& limits, Console& console)
{
    if (options.csv)
        console.line(kListHead);
    int status = kSuccess;
    for (const TreeName name : treesOf(options)) {
        const mmu::TableTree tree(target.registers, target.memory, name);
        const char* reg = registerOf(name, target.registers.regime);
        if (!tree.isUsed()) {
            if (options.json)
                writeJsonLine(console,
                    { { "type", "tree" }, { "tree", wordOf(name) }, { "used", false },
                        { "why", tree.whyUnused().str() } });
            else if (!options.csv)
                console.line(fmt::format("{}: {}", reg, tree.whyUnused().str()));
            continue;
        }
        if (options.json)
            writeJsonLine(console,
                { { "type", "tree" }, { "tree", wordOf(name) }, { "used", true },
                    { "granule", std::uint64_t { 1 } << tree.config().grainBits },
                    { "input_bits", tree.config().inputBits }, { "output_bits", tree.config().outputBits },
                    { "start_level", tree.config().startLevel }, { "base", hex(tree.config().base) } });
        else if (!options.csv)
            console.line(fmt::format("{}: {} KiB granule, {}-bit addresses, level {} at {}", reg,
                (1U << tree.config().grainBits) / 1024, tree.config().inputBits, tree.config().startLevel,
                hex(tree.config().base)));
        std::size_t shown = 0;
        const mmu::EnumerationEnd end = mmu::enumerate(tree, limits, [&](const MappedRange& range) {
            if (shown == options.most || console.isBroken())
                return false;
            ++shown;
            writeRange(options, name, range, console);
            return true;
        });
        const std::string why = mmu::textOf(end).str();
        if (!end.complete())
            status = kFailure;
        if (options.json)
            writeJsonLine(console,
                { { "type", "end" }, { "tree", wordOf(name) }, { "complete", end.complete() },
                    { "ranges", shown }, { "tables", end.tables }, { "descriptors", end.descriptors },
                    { "next", end.complete() ? Json() : Json(hex(end.next)) } });
        else if (options.csv && !end.complete())
            console.err(fmt::format("fscope: {}: {}\n", reg, why));
        else if (!options.csv)
            console.line(
                end.complete() ? fmt::format("  {} ranges, {} tables", shown, end.tables) : "  " + why);
    }
    return status;
}

// ---- lint

int lint(
    const TablesOptions& options, const Target& target, const mmu::EnumerateOptions& limits, Console& console)
{
    mmu::LintOptions lintOptions;
    lintOptions.limits = limits;
    lintOptions.maxFindings = options.most;
    lintOptions.trees = treesOf(options);
    mmu::LintReport report;
    if (options.since != 0) {
        TargetOptions before = options.target;
        before.intercept = options.since;
        const auto earlier = openTarget(before);
        if (!earlier)
            return console.error(earlier.error());
        report = mmu::lintChange(
            { earlier->registers, earlier->memory }, { target.registers, target.memory }, lintOptions);
    } else {
        report = mmu::lintTables(target.registers, target.memory, lintOptions);
    }
    if (options.csv)
        console.line("severity,rule,tree,level,first,last,descriptor,value,count,sentence");
    for (const mmu::LintFinding& finding : report.findings) {
        const mmu::LintRuleInfo& info = mmu::infoOf(finding.rule);
        const std::string_view severity = mmu::wordOf(info.severity);
        if (options.json)
            writeJsonLine(console,
                { { "type", "finding" }, { "severity", severity }, { "rule", info.id },
                    { "tree", wordOf(finding.tree) }, { "level", finding.level },
                    { "first", hex(finding.input.first) }, { "last", hex(finding.input.last) },
                    { "output", hex(finding.output) }, { "descriptor", hex(finding.descriptor) },
                    { "value", hex(finding.value) }, { "count", finding.count },
                    { "sentence", finding.sentence.str() }, { "hint", finding.hint.str() },
                    { "source", info.source } });
        else if (options.csv)
            console.line(fmt::format("{},{},{},{},{},{},{},{},{},\"{}\"", severity, info.id,
                wordOf(finding.tree), finding.level, hex(finding.input.first), hex(finding.input.last),
                hex(finding.descriptor), hex(finding.value), finding.count, finding.sentence.str()));
        else
            console.line(fmt::format("{}: {}: {} level {} {}{}: {}{}{}", severity, info.id,
                registerOf(finding.tree, target.registers.regime), finding.level, spanText(finding.input),
                finding.count > 1 ? fmt::format(" ({} entries)", finding.count) : std::string(),
                finding.sentence.str(), finding.hint.empty() ? "" : " ", finding.hint.str()));
    }
    const auto total = [&](mmu::LintSeverity severity) { return report.total(severity); };
    if (options.json)
        writeJsonLine(console,
            { { "type", "summary" }, { "errors", total(mmu::LintSeverity::Error) },
                { "warnings", total(mmu::LintSeverity::Warning) },
                { "notes", total(mmu::LintSeverity::Note) }, { "complete", report.stopped.empty() } });
    else if (!options.csv)
        console.line(fmt::format("errors {}, warnings {}, notes {}", total(mmu::LintSeverity::Error),
            total(mmu::LintSeverity::Warning), total(mmu::LintSeverity::Note)));
    for (const Text& why : report.stopped)
        console.err(fmt::format("fscope: {}\n", why.str()));
    return total(mmu::LintSeverity::Error) == 0 && report.stopped.empty() ? kSuccess : kFailure;
}

// ---- who-maps

int whoMaps(
    const TablesOptions& options, const Target& target, const mmu::EnumerateOptions& limits, Console& console)
{
    if (options.pa.empty() == options.ipa.empty())
        return console.error({ "One address or range is looked up: give --pa or --ipa.", {}, {} });
    AddressSpan span;
    std::optional<Error> error;
    if (!take("--pa", options.pa, mmu::parseAddressSpan, span, error)
        || !take("--ipa", options.ipa, mmu::parseAddressSpan, span, error))
        return console.error(*error);
    const std::vector<TreeName> trees = treesOf(options);
    const auto isAsked
        = [&](const TreeName tree) { return std::find(trees.begin(), trees.end(), tree) != trees.end(); };
    mmu::EnumerateOptions vas = limits;
    constexpr std::uint64_t upperHalf = std::uint64_t { 1 } << 63;
    if (isAsked(TreeName::Ttbr0) && !isAsked(TreeName::Ttbr1))
        vas.filter.input.last = std::min(vas.filter.input.last, upperHalf - 1);
    if (isAsked(TreeName::Ttbr1) && !isAsked(TreeName::Ttbr0))
        vas.filter.input.first = std::max(vas.filter.input.first, upperHalf);
    const mmu::ReverseLookup lookup(target.registers, target.memory, vas);
    std::vector<mmu::MappedBy> ways
        = options.pa.empty() ? lookup.whoMapsIpa(span, options.most) : lookup.whoMaps(span, options.most);
    const bool cut = ways.size() >= options.most;
    std::erase_if(ways, [&](const mmu::MappedBy& way) { return way.stage1 && !isAsked(way.tree); });
    if (options.csv)
        console.line(
            "tree,va_first,va_last,ipa_first,ipa_last,pa_first,pa_last,stage1_el1,stage1_el0,stage2_el1,"
            "stage2_el0");
    for (const mmu::MappedBy& way : ways) {
        const bool hasPa = way.stage2.has_value() || !lookup.hasStage2();
        const auto rights = [](const std::optional<MappedRange>& range, bool privileged) {
            if (!range)
                return std::string();
            const mmu::LeafRights given = range->attributes.rights;
            return rightsText(privileged ? given.privileged() : given.unprivileged());
        };
        if (options.json) {
            const auto span2 = [](const AddressSpan& from) {
                return Json { { "first", hex(from.first) }, { "last", hex(from.last) } };
            };
            const auto stage = [&](const std::optional<MappedRange>& range) {
                if (!range)
                    return Json();
                return Json { { "el1", rights(range, true) }, { "el0", rights(range, false) },
                    { "memory", mmu::describeMemory(range->attributes.memory).str() },
                    { "first", hex(range->input) }, { "last", hex(range->lastInput()) } };
            };
            writeJsonLine(console,
                { { "type", "mapped_by" }, { "tree", way.stage1 ? Json(wordOf(way.tree)) : Json() },
                    { "va", way.va ? span2(*way.va) : Json() }, { "ipa", span2(way.ipa) },
                    { "pa", hasPa ? span2(way.pa) : Json() }, { "stage1", stage(way.stage1) },
                    { "stage2", stage(way.stage2) } });
        } else if (options.csv) {
            console.line(fmt::format("{},{},{},{},{},{},{},{},{},{},{}", way.stage1 ? wordOf(way.tree) : "",
                way.va ? hex(way.va->first) : "", way.va ? hex(way.va->last) : "", hex(way.ipa.first),
                hex(way.ipa.last), hasPa ? hex(way.pa.first) : "", hasPa ? hex(way.pa.last) : "",
                rights(way.stage1, true), rights(way.stage1, false), rights(way.stage2, true),
                rights(way.stage2, false)));
        } else {
            std::string line = way.va ? fmt::format("VA {}", spanText(*way.va)) : std::string("no VA");
            if (way.stage1)
                line += fmt::format(" ({}, EL1 {}, EL0 {})", registerOf(way.tree, target.registers.regime),
                    rights(way.stage1, true), rights(way.stage1, false));
            line += fmt::format("  IPA {}", spanText(way.ipa));
            if (way.stage2)
                line += fmt::format(
                    " (stage 2: EL1 {}, EL0 {})", rights(way.stage2, true), rights(way.stage2, false));
            line += hasPa ? fmt::format("  PA {}", spanText(way.pa)) : std::string("  not mapped by stage 2");
            console.line(line);
        }
    }
    if (options.json)
        writeJsonLine(console,
            { { "type", "summary" }, { "ways", ways.size() },
                { "complete", lookup.stopped().empty() && !cut } });
    else if (!options.csv)
        console.line(ways.empty() ? "Nobody maps it." : fmt::format("{} ways", ways.size()));
    for (const Text& why : lookup.stopped())
        console.err(fmt::format("fscope: {}\n", why.str()));
    return lookup.stopped().empty() ? kSuccess : kFailure;
}

CLI::App* addKind(CLI::App& tables, const char* name, const char* description, TablesOptions& options)
{
    CLI::App* kind = tables.add_subcommand(name, description);
    addTarget(*kind, options.target);
    kind->add_option(
            "--tree", options.trees, "ttbr0, ttbr1 or vttbr; may come several times. All unless given")
        ->check(CLI::IsMember({ "ttbr0", "ttbr1", "vttbr" }));
    kind->add_option("--range", options.range, "Only input addresses of this range: A, A-B or A+SIZE")
        ->type_name("RANGE");
    kind->add_option("--max", options.most, "Most lines of each tree or rule")
        ->type_name("N")
        ->default_val(options.most);
    kind->add_option("--max-descriptors", options.maxDescriptors, "Descriptors to read before giving up")
        ->type_name("N")
        ->default_val(options.maxDescriptors);
    CLI::Option* json = kind->add_flag("--json", options.json, "JSON lines instead of text");
    kind->add_flag("--csv", options.csv, "Comma-separated values instead of text")->excludes(json);
    kind->callback([&options, name] { options.what = name; });
    return kind;
}

} // namespace

void addTables(CLI::App& app, TablesOptions& options)
{
    CLI::App* tables = app.add_subcommand("tables", "List, check and search whole trees of page tables");
    tables->require_subcommand(1);
    CLI::App* list = addKind(*tables, "list", "Every mapping, as ranges with attributes and rights", options);
    list->add_option("--output", options.output, "Only what leads into this range")->type_name("RANGE");
    list->add_option("--rights", options.rights, "Only what gives these rights together: letters of rwx")
        ->type_name("RWX");
    list->add_option("--el", options.el, "Whose rights: 0 or 1; either unless given")
        ->check(CLI::IsMember({ 0, 1 }))
        ->expected(1);
    list->add_option(
            "--type", options.type, "block, page, contiguous, normal, device, other (what is no mapping)")
        ->type_name("TYPE");
    list->add_flag("--each", options.each, "One line a descriptor, neighbours not put together");
    list->add_flag("--expand", options.expand, "Go through tables that refer to themselves");
    CLI::App* lint
        = addKind(*tables, "lint", "Mistakes and hazards; exit status 1 if there are errors", options);
    lint->add_option("--since", options.since,
            "What changed since this intercept although break-before-make was needed")
        ->type_name("N");
    CLI::App* who = addKind(*tables, "who-maps", "All addresses that lead to a PA or an IPA", options);
    who->add_option("--pa", options.pa, "Physical address or range")->type_name("RANGE");
    who->add_option("--ipa", options.ipa, "Intermediate physical address or range")->type_name("RANGE");
}

int tables(const TablesOptions& options, Console& console)
{
    const auto limits = limitsOf(options);
    if (!limits)
        return console.error(limits.error());
    const auto target = openTarget(options.target);
    if (!target)
        return console.error(target.error());
    writeNotes(*target, console);
    if (options.what == "lint")
        return lint(options, *target, *limits, console);
    if (options.what == "who-maps")
        return whoMaps(options, *target, *limits, console);
    return list(options, *target, *limits, console);
}

} // namespace fscope::cli
