// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/cli/decodecommand.h"

#include "app/cli/jsonline.h"
#include "core/a64/instructionreport.h"
#include "core/arch/report.h"
#include "core/arch/vmxerror.h"
#include "core/arch/vmxexit.h"
#include "core/base/hex.h"
#include "core/trace/fromtext.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace fscope::cli {
namespace {

struct RegisterKind {
    const char* name;
    const char* description;
};
constexpr RegisterKind kRegisters[] = {
    { "esr", "ESR_ELx: exception syndrome" },
    { "hpfar", "HPFAR_EL2: faulting IPA" },
    { "far", "FAR_ELx: faulting address" },
    { "par", "PAR_EL1: result of an address translation instruction" },
    { "spsr", "SPSR_ELx, CPSR or PSTATE" },
    { "hcr", "HCR_EL2: hypervisor configuration" },
    { "tcr", "TCR_EL1: stage 1 translation control" },
    { "vtcr", "VTCR_EL2: stage 2 translation control" },
    { "vttbr", "VTTBR_EL2: stage 2 table base" },
    { "sctlr", "SCTLR_EL1: system control" },
    { "mair", "MAIR_EL1: memory attributes" },
};

arch::ReportFormat formatOf(const DecodeOptions& options)
{
    return options.json    ? arch::ReportFormat::Json
        : options.markdown ? arch::ReportFormat::Markdown
        : options.c        ? arch::ReportFormat::C
                           : arch::ReportFormat::Table;
}

/// A number that may be left out; the error names the option.
template <typename Number>
Result<void> read(const std::string& text, const char* option, unsigned width, std::optional<Number>& out)
{
    if (text.empty())
        return {};
    const auto value = parsePastedNumber(text, width);
    if (!value)
        return fail(value.error().what, option, value.error().hint);
    out = static_cast<Number>(*value);
    return {};
}

void write(const arch::Report& report, const DecodeOptions& options, bool isFirst, Console& console)
{
    if (!isFirst && !options.json)
        console.line();
    console.out(arch::textOf(report, formatOf(options), options.all));
}

Result<arch::DescriptorForm> formOf(const DecodeOptions& options)
{
    arch::DescriptorForm form;
    form.stage = options.stage;
    form.granule = options.granule == "64k" ? arch::Granule::K64
        : options.granule == "16k"          ? arch::Granule::K16
                                            : arch::Granule::K4;
    form.level = options.level;
    form.lpa2 = options.lpa2;
    if (!arch::isLevelOf(form))
        return fail(fmt::format("Walks with a granule of {}{} have no level {}.", options.granule,
                        options.lpa2 ? " and 52-bit addresses" : "", options.level),
            "--level", form.level == -1 ? "Level -1 exists with --granule 4k --lpa2." : "");
    return form;
}

/// The values that go with the one to decode.
struct Companions {
    arch::ReportContext context;
    std::optional<std::uint64_t> pc;
};
Result<Companions> companionsOf(const DecodeOptions& options)
{
    Companions out;
    out.context.memory.fwb = options.fwb;
    std::optional<std::uint8_t> stage1;
    for (const Result<void>& done :
        { read(options.esr, "--esr", 64, out.context.esr), read(options.far, "--far", 64, out.context.far),
            read(options.hpfar, "--hpfar", 64, out.context.hpfar),
            read(options.mair, "--mair", 64, out.context.memory.mair),
            read(options.stage1, "--stage1-attr", 8, stage1), read(options.pc, "--pc", 64, out.pc) }) {
        if (!done)
            return tl::unexpected(done.error());
    }
    if (stage1)
        out.context.memory.stage1 = arch::mairMemoryType(*stage1);
    return out;
}

arch::RegisterName nameOf(const DecodeOptions& options)
{
    if (options.kind == "esr")
        return options.el == 1 ? arch::RegisterName::EsrEl1
            : options.el == 3  ? arch::RegisterName::EsrEl3
                               : arch::RegisterName::EsrEl2;
    return arch::registerByName(options.kind).value_or(arch::RegisterName::EsrEl2);
}

int decodeValues(const DecodeOptions& options, Console& console)
{
    const auto companions = companionsOf(options);
    if (!companions)
        return console.error(companions.error());
    const bool isInstruction = options.kind == "insn";
    const bool isDescriptor = options.kind == "desc";
    arch::DescriptorForm form;
    if (isDescriptor) {
        const auto asked = formOf(options);
        if (!asked)
            return console.error(asked.error());
        form = *asked;
    }
    bool isFirst = true;
    for (const std::string& text : options.values) {
        const auto value = parsePastedNumber(text, isInstruction ? 32 : 64);
        if (!value)
            return console.error(value.error());
        const arch::Report report = isInstruction
            ? a64::reportOf(static_cast<std::uint32_t>(*value), Va(companions->pc.value_or(0)))
            : isDescriptor ? arch::reportOf(form, *value, companions->context.memory)
                           : arch::reportOf(nameOf(options), *value, companions->context);
        write(report, options, isFirst, console);
        isFirst = false;
    }
    return kSuccess;
}

arch::Report reportOf(const arch::vmx::DecodedField& field)
{
    arch::Report report = arch::reportOf(*field.layout, field.value);
    report.longName = field.title;
    return report;
}

int decodeVmxExit(const DecodeOptions& options, Console& console)
{
    arch::vmx::VmxExit exit;
    std::optional<std::uint32_t> reason;
    // A reason may also be a word: "ept_violation".
    if (const arch::vmx::ExitReason* row = arch::vmx::exitReasonByIdent(options.reason))
        reason = row->number;
    else if (const auto done = read(options.reason, "--reason", 32, reason); !done)
        return console.error(done.error());
    exit.reason = reason.value_or(0);
    for (const Result<void>& done : { read(options.qualification, "--qualification", 64, exit.qualification),
             read(options.interruption, "--interruption", 32, exit.interruptionInfo),
             read(options.interruptionError, "--interruption-error", 32, exit.interruptionErrorCode),
             read(options.idtVectoring, "--idt-vectoring", 32, exit.idtVectoring),
             read(options.idtVectoringError, "--idt-vectoring-error", 32, exit.idtVectoringErrorCode),
             read(options.instructionInfo, "--instruction-info", 32, exit.instructionInfo),
             read(options.instructionLength, "--instruction-length", 32, exit.instructionLength),
             read(options.guestLinear, "--guest-linear", 64, exit.guestLinear),
             read(options.guestPhysical, "--guest-physical", 64, exit.guestPhysical) }) {
        if (!done)
            return console.error(done.error());
    }
    exit.context.modeBasedExecute = options.modeBasedExecute;
    exit.context.advancedEptInformation = options.advancedEpt;
    const arch::vmx::ExitDescription description = arch::vmx::describe(exit);
    if (options.json) {
        Json notes = Json::array();
        for (const Text& note : description.notes)
            notes.push_back(note.str());
        writeJsonLine(console,
            { { "type", "vmx_exit" }, { "sentence", description.sentence.str() },
                { "notes", std::move(notes) } });
    } else if (options.c) {
        console.line(fmt::format("/* {} */", description.sentence.str()));
    } else {
        console.line(description.sentence.str());
        for (const Text& note : description.notes)
            console.line((options.markdown ? "- **Note:** " : "note: ") + note.str());
    }
    for (const arch::vmx::DecodedField& field : description.fields)
        write(reportOf(field), options, false, console);
    return kSuccess;
}

int decodeVmxError(const DecodeOptions& options, Console& console)
{
    bool isFirst = true;
    for (const std::string& text : options.values) {
        const auto value = parsePastedNumber(text, 32);
        if (!value)
            return console.error(value.error());
        const auto number = static_cast<std::uint32_t>(*value);
        write(arch::reportOf(
                  arch::vmx::instructionErrorLayout(), number, arch::vmx::describeInstructionError(number)),
            options, isFirst, console);
        isFirst = false;
    }
    return kSuccess;
}

/// Writes what is found in one text.
class FoundWriter
{
public:
    FoundWriter(const DecodeOptions& options, std::string file, std::size_t& count, Console& console)
        : m_options(options)
        , m_file(std::move(file))
        , m_count(count)
        , m_console(console)
    { }

    void operator()(const trace::FoundValue& found)
    {
        if (found.kind == trace::FoundKind::Esr)
            m_syndrome = found.value;
        const arch::Report report = trace::reportOf(found, m_syndrome);
        const std::string text = arch::textOf(report, formatOf(m_options), m_options.all);
        const std::string place = fmt::format("{}:{}:{}", cleaned(m_file), found.line, found.column);
        if (m_options.json) {
            Json json { { "type", "found" }, { "file", m_file }, { "line", found.line },
                { "column", found.column }, { "length", found.length }, { "source", found.source },
                { "kind", trace::name(found.kind) } };
            json["register"] = Json::parse(text, nullptr, false);
            writeJsonLine(m_console, json);
        } else {
            if (m_count > 0)
                m_console.line();
            const std::string heading = fmt::format("{}: {}", place, found.source);
            m_console.line(m_options.markdown ? "### " + heading + "\n"
                    : m_options.c             ? "/* " + heading + " */"
                                              : heading);
            m_console.out(text);
        }
        ++m_count;
    }

private:
    const DecodeOptions& m_options;
    std::string m_file;
    std::size_t& m_count;
    Console& m_console;
    std::optional<std::uint64_t> m_syndrome;
};

Result<void> decodeText(
    const DecodeOptions& options, const std::string& file, std::size_t& count, Console& console)
{
    const bool isStandardInput = file == "-";
    std::FILE* stream = isStandardInput ? stdin : std::fopen(file.c_str(), "rb");
    if (stream == nullptr)
        return fail(fmt::format("The file cannot be opened: {}.", std::strerror(errno)), file);
    trace::TextFinder finder(FoundWriter(options, isStandardInput ? "<stdin>" : file, count, console));
    std::vector<char> buffer(1U << 16U);
    while (!console.isBroken()) {
        errno = 0;
        const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), stream);
        finder.feed(std::string_view(buffer.data(), n));
        if (n < buffer.size())
            break;
    }
    const int problem = std::ferror(stream) != 0 ? errno : 0;
    if (!isStandardInput)
        std::fclose(stream);
    if (problem != 0)
        return fail(fmt::format("The file cannot be read: {}.", std::strerror(problem)), file);
    finder.finish();
    return {};
}

int decodeTexts(const DecodeOptions& options, Console& console)
{
    std::vector<std::string> files = options.files;
    if (files.empty())
        files.emplace_back("-");
    std::size_t count = 0;
    for (const std::string& file : files) {
        if (const auto done = decodeText(options, file, count, console); !done)
            return console.error(done.error());
    }
    if (count == 0) {
        console.err("fscope: no value of a known form was found in the text\n");
        return kFailure;
    }
    return kSuccess;
}

void addFormats(CLI::App& app, DecodeOptions& options)
{
    CLI::Option* json = app.add_flag("--json", options.json, "JSON lines instead of a table");
    CLI::Option* markdown = app.add_flag("--markdown", options.markdown, "A Markdown table");
    CLI::Option* c = app.add_flag("--c", options.c, "A C expression with a comment for each field");
    json->excludes(markdown)->excludes(c);
    markdown->excludes(c);
    app.add_flag("--all", options.all, "Reserved bits as well");
}

CLI::App* addKind(CLI::App& decode, const char* name, const char* description, DecodeOptions& options)
{
    CLI::App* kind = decode.add_subcommand(name, description);
    kind->callback([name, &options] { options.kind = name; });
    addFormats(*kind, options);
    return kind;
}

void addValues(CLI::App& kind, DecodeOptions& options)
{
    kind.add_option("VALUE", options.values, "0x…, 0b…, decimal, or hexadecimal digits as logs print them")
        ->required();
}

void addDescriptor(CLI::App& decode, DecodeOptions& options)
{
    CLI::App* desc = addKind(decode, "desc", "A translation table descriptor", options);
    addValues(*desc, options);
    desc->add_option("--stage", options.stage, "Stage of translation")
        ->check(CLI::IsMember({ 1, 2 }))
        ->required();
    desc->add_option("--granule", options.granule, "Size of a page")
        ->check(CLI::IsMember({ "4k", "16k", "64k" }, CLI::ignore_case))
        ->transform([](std::string text) {
            std::ranges::transform(text, text.begin(), [](char c) { return c == 'K' ? 'k' : c; });
            return text;
        })
        ->required();
    desc->add_option("--level", options.level, "Level of the lookup")->check(CLI::Range(-1, 3))->required();
    desc->add_flag("--lpa2", options.lpa2, "52-bit addresses: TCR or VTCR.DS = 1, or FEAT_LPA with 64k");
    desc->add_option("--mair", options.mair, "MAIR_EL1, to name the memory type of stage 1")
        ->type_name("VALUE");
    desc->add_flag("--fwb", options.fwb, "HCR_EL2.FWB is 1");
    desc->add_option("--stage1-attr", options.stage1,
            "The memory type of stage 1, as in MAIR, to combine with stage 2")
        ->type_name("BYTE");
}

void addVmx(CLI::App& decode, DecodeOptions& options)
{
    CLI::App* exit = addKind(decode, "vmx-exit", "An x86 VM exit", options);
    exit->add_option(
            "--reason", options.reason, "Exit reason: the field of the VMCS, or a name (EPT_VIOLATION)")
        ->type_name("VALUE|NAME")
        ->required();
    const struct {
        const char* option;
        std::string& text;
        const char* description;
    } kFields[] = {
        { "--qualification", options.qualification, "Exit qualification" },
        { "--interruption-info,--interruption", options.interruption, "VM-exit interruption information" },
        { "--interruption-error", options.interruptionError, "VM-exit interruption error code" },
        { "--idt-vectoring", options.idtVectoring, "IDT-vectoring information" },
        { "--idt-vectoring-error", options.idtVectoringError, "IDT-vectoring error code" },
        { "--instruction-info", options.instructionInfo, "VM-exit instruction information" },
        { "--instruction-length", options.instructionLength, "VM-exit instruction length" },
        { "--linear,--guest-linear", options.guestLinear, "Guest-linear address" },
        { "--physical,--guest-physical", options.guestPhysical, "Guest-physical address" },
    };
    for (const auto& field : kFields)
        exit->add_option(field.option, field.text, field.description)->type_name("VALUE");
    exit->add_flag(
        "--mode-based-execute", options.modeBasedExecute, "Mode-based execute control for EPT is on");
    exit->add_flag("--advanced-ept", options.advancedEpt,
        "EPT violations have advanced information (IA32_VMX_EPT_VPID_CAP[22])");
    addValues(*addKind(decode, "vmx-error", "A VM-instruction error", options), options);
}

} // namespace

void addDecode(CLI::App& app, DecodeOptions& options)
{
    CLI::App* decode = app.add_subcommand("decode", "Say what every bit of a value means");
    decode->require_subcommand(0, 1);
    addFormats(*decode, options);
    decode->add_flag("--from-text", options.fromText,
        "Find and decode every known value in text: oopses, KVM, QEMU, Xen, …");
    decode->add_option("FILE", options.files, "Texts for --from-text; none or \"-\": standard input");
    for (const RegisterKind& row : kRegisters) {
        CLI::App* kind = addKind(*decode, row.name, row.description, options);
        addValues(*kind, options);
        const std::string_view name = row.name;
        if (name == "esr")
            kind->add_option("--el", options.el, "Of which ESR_ELx the value is")
                ->check(CLI::IsMember({ 1, 2, 3 }))
                ->default_val(options.el);
        if (name == "far" || name == "hpfar")
            kind->add_option("--esr", options.esr, "The syndrome, to tell whether the address is valid")
                ->type_name("VALUE");
        if (name == "esr" || name == "hpfar")
            kind->add_option("--far", options.far, "FAR_EL2, for the faulting IPA")->type_name("VALUE");
        if (name == "esr")
            kind->add_option("--hpfar", options.hpfar, "HPFAR_EL2, for the faulting IPA")->type_name("VALUE");
    }
    addDescriptor(*decode, options);
    CLI::App* insn
        = addKind(*decode, "insn", "An A64 instruction, and whether its aborts have ISV = 1", options);
    addValues(*insn, options);
    insn->add_option("--pc", options.pc, "Its address, for literal forms")->type_name("VALUE");
    addVmx(*decode, options);
}

int decode(const DecodeOptions& options, Console& console)
{
    if (options.kind.empty() != options.fromText || (!options.kind.empty() && !options.files.empty())) {
        console.err("fscope: decode needs what to decode (esr, desc, …), or --from-text\n"
                    "Try \"fscope decode --help\".\n");
        return kBadUsage;
    }
    if (options.fromText)
        return decodeTexts(options, console);
    if (options.kind == "vmx-exit")
        return decodeVmxExit(options, console);
    if (options.kind == "vmx-error")
        return decodeVmxError(options, console);
    return decodeValues(options, console);
}

} // namespace fscope::cli
