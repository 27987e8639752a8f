// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/cli/program.h"

#include "app/cli/commands.h"
#include "app/cli/decodecommand.h"
#include "app/cli/memcommand.h"
#include "app/cli/tablescommand.h"
#include "app/cli/walkcommand.h"
#include "core/hypervisor/policy.h"
#include "fscope/version.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace fscope::cli {
namespace {

/// The options of all subcommands, filled in by the parser.
struct Arguments {
    RunOptions run;
    std::string intercepts;
    VerifyOptions verify;
    DecodeOptions decode;
    MemOptions mem;
    WalkOptions walk;
    TablesOptions tables;
    bool lessonsJson = false;
    bool policiesJson = false;
};

std::string policyIds()
{
    std::string ids;
    for (const hypervisor::HypervisorPolicy* policy : hypervisor::policies())
        ids.append(ids.empty() ? "" : ", ").append(policy->id());
    return ids;
}

void addRun(CLI::App& app, Arguments& arguments)
{
    CLI::App* run
        = app.add_subcommand("run", "Carry out the intercepts of a scenario, a recorded file or a lesson");
    run->add_option("SOURCE", arguments.run.source,
           "A scenario (JSON), recorded aborts (JSONL, may be gzip-compressed), a lesson's name, or "
           "\"sample\"")
        ->required();
    run->add_option(
           "--policy", arguments.run.policy, fmt::format("The hypervisor that answers: {}", policyIds()))
        ->type_name("ID");
    run->add_option("--intercept", arguments.intercepts, "Only this intercept, or these, counted from 1")
        ->type_name("N|A-B");
    run->add_flag("--steps", arguments.run.steps, "Every micro-step with what it changes");
    run->add_flag("--cache", arguments.run.cache, "What each intercept leaves in the TLB");
    run->add_flag("--json", arguments.run.json, "JSON lines instead of text");
}

void addVerifyKind(
    CLI::App& verify, const char* name, const char* description, const char* fileHelp, VerifyOptions& options)
{
    CLI::App* kind = verify.add_subcommand(name, description);
    kind->add_option("FILE", options.files, fileHelp)->required();
    kind->add_option("--max-differences", options.maxDifferences, "Failed records to print field by field")
        ->type_name("N")
        ->check([](const std::string& text) { // else -1 would count as the largest number
            return text.starts_with('-') ? fmt::format("\"{}\" is no count.", cleaned(text)) : std::string();
        })
        ->default_val(options.maxDifferences);
    kind->add_flag("--json", options.json, "JSON lines instead of text");
}

void addVerify(CLI::App& app, Arguments& arguments)
{
    CLI::App* verify = app.add_subcommand("verify", "Compare with recorded vectors");
    verify->require_subcommand(1);
    addVerifyKind(*verify, "a64",
        "Re-execute recorded loads and stores and compare registers, memory, syndrome",
        "Recorded vectors: a64-*.jsonl, may be gzip-compressed", arguments.verify);
    addVerifyKind(*verify, "vmx", "Decode recorded x86 VMX values and compare every field",
        "Recorded values: vmx.json, may be gzip-compressed", arguments.verify);
    addVerifyKind(*verify, "esr", "Decode sample syndromes and compare every field and note",
        "Sample values: esr.jsonl, may be gzip-compressed", arguments.verify);
    addVerifyKind(*verify, "mmu", "Walk the tables of recorded translations and compare every access",
        "Recorded translations: mmu.jsonl, may be gzip-compressed", arguments.verify);
}

int badUsage(const std::string& message, Console& console)
{
    console.err(fmt::format("fscope: {}\nTry \"fscope --help\".\n", cleaned(message)));
    return kBadUsage;
}

/// What is wrong with the words of the command line. CLI11 says only that a command is missing where a word
/// is none.
std::string usageMessage(const CLI::App& app, const CLI::ParseError& error)
{
    const CLI::App* deepest = &app;
    while (!deepest->get_subcommands().empty())
        deepest = deepest->get_subcommands().front();
    const std::vector<std::string> words = app.remaining(true);
    if (deepest->get_require_subcommand_min() == 0 || words.empty() || words.front().starts_with('-'))
        return error.what();
    std::string known;
    for (const CLI::App* command : deepest->get_subcommands({}))
        known.append(known.empty() ? "" : ", ").append(command->get_name());
    return fmt::format("There is no command \"{}\". Known commands are {}.", words.front(), known);
}

int dispatch(const CLI::App& app, Arguments& arguments, Console& console)
{
    if (app.got_subcommand("run")) {
        if (!arguments.run.policy.empty())
            if (const auto policy = hypervisor::policyById(arguments.run.policy); !policy)
                return badUsage("--policy: " + policy.error().text(), console);
        if (!arguments.intercepts.empty()) {
            const auto range = parseInterceptRange(arguments.intercepts);
            if (!range)
                return badUsage("--intercept: " + range.error().text(), console);
            std::tie(arguments.run.first, arguments.run.last) = *range;
        }
        return runSource(arguments.run, console);
    }
    if (app.got_subcommand("verify")) {
        if (app.get_subcommand("verify")->got_subcommand("vmx"))
            return verifyVmx(arguments.verify, console);
        if (app.get_subcommand("verify")->got_subcommand("esr"))
            return verifyEsr(arguments.verify, console);
        if (app.get_subcommand("verify")->got_subcommand("mmu"))
            return verifyMmu(arguments.verify, console);
        return verifyA64(arguments.verify, console);
    }
    if (app.got_subcommand("decode"))
        return decode(arguments.decode, console);
    if (app.got_subcommand("mem"))
        return mem(app, arguments.mem, console);
    if (app.got_subcommand("walk"))
        return walk(arguments.walk, console);
    if (app.got_subcommand("tables"))
        return tables(arguments.tables, console);
    if (app.got_subcommand("lessons"))
        return listLessons(arguments.lessonsJson, console);
    return listPolicies(arguments.policiesJson, console);
}

} // namespace

int runProgram(const std::vector<std::string>& arguments, Console& console)
{
    Arguments values;
    CLI::App app(
        "Step through AArch64 stage-2 aborts as hypervisors answer them, without a screen.", "fscope");
    app.set_version_flag("--version", fmt::format("fscope {}", kVersion), "Print the version and exit");
    app.set_help_flag("-h,--help", "Print this help and exit");
    app.set_help_all_flag("--help-all", "Print the help of all subcommands and exit");
    app.require_subcommand(1);
    app.footer("\"fscope SUBCOMMAND --help\" tells more. Exit status: 0 done, 1 bad input or failed "
               "verification, 2 bad usage, 3 nothing found.");
    addRun(app, values);
    app.add_subcommand("lessons", "List the lessons")
        ->add_flag("--json", values.lessonsJson, "JSON lines instead of text");
    app.add_subcommand("policies", "List the hypervisors whose answers are known")
        ->add_flag("--json", values.policiesJson, "JSON lines instead of text");
    addVerify(app, values);
    addDecode(app, values.decode);
    addMem(app, values.mem);
    addWalk(app, values.walk);
    addTables(app, values.tables);

    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend()); // as CLI11 takes them
    try {
        app.parse(std::move(reversed));
    } catch (const CLI::CallForVersion& version) {
        console.line(version.what());
        return console.finish(kSuccess);
    } catch (const CLI::CallForAllHelp&) {
        console.out(app.help("", CLI::AppFormatMode::All));
        return console.finish(kSuccess);
    } catch (const CLI::CallForHelp&) {
        console.out(app.help());
        return console.finish(kSuccess);
    } catch (const CLI::ParseError& error) {
        return badUsage(usageMessage(app, error), console);
    }
    return console.finish(dispatch(app, values, console));
}

} // namespace fscope::cli
