// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

// "fscope mem write": an intercept is run once more with other bytes in memory, and nothing is written but
// the file of --output. The format is docs/mem-format.md.

#include "app/cli/jsonline.h"
#include "app/cli/memtarget.h"
#include "core/base/hex.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace fscope::cli {
namespace {

constexpr std::uint64_t kChunk = 1U << 20;
constexpr std::size_t kMostRows = 64; ///< of memory that differs

std::vector<std::optional<std::uint8_t>> asRow(std::span<const std::uint8_t> bytes)
{
    return { bytes.begin(), bytes.end() };
}

/// What became different: "X5", "PC", "uart0 output".
struct Change {
    std::string what;
    std::string without;
    std::string with;
};

std::vector<Change> changedState(const machine::Guest& without, const machine::Guest& with)
{
    std::vector<Change> changes;
    const auto compare = [&changes](const std::string& what, std::uint64_t a, std::uint64_t b) {
        if (a != b)
            changes.push_back({ what, hex(a), hex(b) });
    };
    for (std::size_t i = 0; i < without.vcpu.x.size(); ++i)
        compare(fmt::format("X{}", i), without.vcpu.x[i], with.vcpu.x[i]);
    for (std::size_t i = 0; i < without.vcpu.v.size(); ++i)
        if (!(without.vcpu.v[i] == with.vcpu.v[i]))
            changes.push_back({ fmt::format("V{}", i), hex(without.vcpu.v[i]), hex(with.vcpu.v[i]) });
    compare("SP_EL0", without.vcpu.spEl0, with.vcpu.spEl0);
    compare("SP_EL1", without.vcpu.spEl1, with.vcpu.spEl1);
    compare("PC", without.vcpu.pc, with.vcpu.pc);
    compare("PSTATE", without.vcpu.pstate, with.vcpu.pstate);
    compare("ESR_EL1", without.vcpu.esrEl1, with.vcpu.esrEl1);
    compare("FAR_EL1", without.vcpu.farEl1, with.vcpu.farEl1);
    compare("ELR_EL1", without.vcpu.elrEl1, with.vcpu.elrEl1);
    compare("SPSR_EL1", without.vcpu.spsrEl1, with.vcpu.spsrEl1);
    const auto& windows = without.bus.windows();
    for (std::size_t i = 0; i < std::min(windows.size(), with.bus.windows().size()); ++i) {
        const std::string sent = windows[i].device->save().output;
        const std::string sentWith = with.bus.windows()[i].device->save().output;
        if (sent != sentWith)
            changes.push_back({ windows[i].name + " output", sent, sentWith });
    }
    return changes;
}

/// Rows of 16 bytes of memory that differ, by PA.
std::vector<std::uint64_t> changedRows(const machine::Guest& without, const machine::Guest& with)
{
    std::vector<std::uint64_t> rows;
    for (const std::uint64_t page : with.memory.pagesChangedSince(without.memory)) {
        for (std::uint64_t row = page << kPageShift; row < (page + 1) << kPageShift; row += 16) {
            std::array<std::uint8_t, 16> a {};
            std::array<std::uint8_t, 16> b {};
            const bool read = !without.memory.read(Pa(row), a.data(), a.size())
                && !with.memory.read(Pa(row), b.data(), b.size());
            if (read && a != b)
                rows.push_back(row);
        }
    }
    return rows;
}

std::string outcomeText(const machine::InterceptRun& run)
{
    const std::string reason = cleaned(run.outcome.reason.str());
    return fmt::format("{}{}{}{}", outcomeWord(run.outcome.kind),
        run.intercept ? "" : ", without an intercept", reason.empty() ? "" : ": ", reason);
}

Json outcomeJson(const char* which, const machine::InterceptRun& run)
{
    return { { "type", "outcome" }, { "run", which }, { "trapped", run.intercept.has_value() },
        { "outcome", outcomeWord(run.outcome.kind) }, { "reason", run.outcome.reason.str() } };
}

/// Writes [start, start + size) of a memory to a new file.
Result<void> writeFile(
    const std::string& path, const memory::GuestMemory& memory, std::uint64_t start, std::uint64_t size)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(std::min(size, kChunk)));
    for (std::uint64_t done = 0; done < size && file;) {
        const std::span<std::uint8_t> chunk
            = std::span(bytes).first(static_cast<std::size_t>(std::min(size - done, kChunk)));
        if (const auto read = memory.read(start + done, chunk); !read)
            return fail(read.error().text(), path);
        file.write(reinterpret_cast<const char*>(chunk.data()), static_cast<std::streamsize>(chunk.size()));
        done += chunk.size();
    }
    file.close();
    if (!file)
        return fail("The file cannot be written.", path);
    return {};
}

/// Why @p output may not be written.
Result<void> checkOutput(const MemOptions& options)
{
    std::error_code none;
    for (const std::string& input : { options.image, options.source })
        if (!input.empty() && std::filesystem::equivalent(input, options.output, none))
            return fail("The output would overwrite the input.", options.output, "Name another file.");
    return {};
}

int editImage(const MemOptions& options, const MemTarget& target, std::uint64_t address,
    const std::string& bytes, Console& console)
{
    if (options.output.empty())
        return console.error(
            { "An image is never changed.", options.image, "Name a new file with --output." });
    memory::SnapshotMemory edited = target.memory();
    if (bytes.size() > target.imageSize() || address - target.imageBase() > target.imageSize() - bytes.size())
        return console.error(
            { fmt::format("{} bytes at PA {} do not lie in the image.", bytes.size(), hex(address)),
                options.image, {} });
    const auto before = target.read(MemSpace::Pa, address, bytes.size());
    if (const auto fault = edited.write(Pa(address), bytes.data(), bytes.size()))
        return console.error(
            { fmt::format("The image cannot be read at PA {}.", hex(fault->address)), options.image, {} });
    if (const Result<void> done
        = writeFile(options.output, edited.handle(), target.imageBase(), target.imageSize());
        !done)
        return console.error(done.error());
    const auto after = asRow({ reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size() });
    std::string was;
    for (const auto& byte : before)
        was += byte ? fmt::format("{:02x}", *byte) : "--";
    if (options.json)
        writeJsonLine(console,
            { { "type", "edit" }, { "pa", hex(address) }, { "ipa", Json() }, { "before", was },
                { "after", hexBytes(bytes.data(), bytes.size()) } });
    else
        console.line(fmt::format(
            "  pa {}  {}\n                    -> {}", hexPadded(address, 16), hexRow(before), hexRow(after)));
    if (options.json)
        writeJsonLine(console,
            { { "type", "written" }, { "file", options.output }, { "pa", hex(target.imageBase()) },
                { "size", target.imageSize() } });
    else
        console.line(fmt::format("written {}: {} bytes from pa {}", cleaned(options.output),
            target.imageSize(), hex(target.imageBase())));
    return kSuccess;
}

/// The edits that put bytes at addresses of a space: one for each page they cross.
Result<std::vector<machine::MemoryEdit>> editsFor(
    const MemTarget& target, MemSpace space, std::uint64_t address, const std::string& bytes)
{
    std::vector<machine::MemoryEdit> edits;
    for (std::size_t i = 0; i < bytes.size();) {
        const std::uint64_t at = address + i;
        const std::size_t step = std::min<std::size_t>(bytes.size() - i, kPageSize - at % kPageSize);
        const std::optional<Pa> pa = target.pa(space, at);
        if (!pa)
            return fail(fmt::format("There is no memory at {} {}.", memSpaceName(space), hex(at)),
                cleaned(target.title()));
        machine::MemoryEdit edit { *pa, {} };
        for (std::size_t k = 0; k < step; ++k)
            edit.bytes.push_back(static_cast<std::uint8_t>(bytes[i + k]));
        edits.push_back(std::move(edit));
        i += step;
    }
    return edits;
}

void showEdit(const MemTarget& target, const machine::MemoryEdit& edit, bool json, Console& console)
{
    const auto before = target.read(MemSpace::Pa, edit.address.value, edit.bytes.size());
    const std::optional<Ipa> ipa = target.ipaOf(edit.address);
    if (!json) {
        console.line(fmt::format("  pa {}{}  {}", hexPadded(edit.address.value, 16),
            ipa ? " ipa " + hexPadded(ipa->value, 16) : std::string(), hexRow(before)));
        console.line(fmt::format("    -> {}", hexRow(asRow(edit.bytes))));
        return;
    }
    std::string was;
    for (const auto& byte : before)
        was += fmt::format("{:02x}", byte.value_or(0));
    writeJsonLine(console,
        { { "type", "edit" }, { "pa", hex(edit.address) }, { "ipa", ipa ? Json(hex(*ipa)) : Json() },
            { "before", was }, { "after", hexBytes(edit.bytes.data(), edit.bytes.size()) } });
}

void showDifferences(
    const machine::InterceptRun& plain, const machine::InterceptRun& edited, bool json, Console& console)
{
    const std::vector<Change> changes = changedState(*plain.after, *edited.after);
    const std::vector<std::uint64_t> rows = changedRows(*plain.after, *edited.after);
    for (const Change& change : changes) {
        if (json)
            writeJsonLine(console,
                { { "type", "difference" }, { "what", change.what }, { "without", change.without },
                    { "with", change.with } });
        else
            console.line(fmt::format(
                "  {}: {} -> {}", cleaned(change.what), cleaned(change.without), cleaned(change.with)));
    }
    for (std::size_t i = 0; i < std::min(rows.size(), kMostRows); ++i) {
        std::array<std::uint8_t, 16> bytes {};
        static_cast<void>(edited.after->memory.read(Pa(rows[i]), bytes.data(), bytes.size()));
        if (json)
            writeJsonLine(console,
                { { "type", "memory-difference" }, { "pa", hex(rows[i]) },
                    { "with", hexBytes(bytes.data(), bytes.size()) } });
        else
            console.line(fmt::format("  pa {}: {}", hexPadded(rows[i], 16), hexRow(asRow(bytes))));
    }
    if (json)
        writeJsonLine(console,
            { { "type", "summary" }, { "differences", changes.size() }, { "memory_rows", rows.size() } });
    else
        console.line(fmt::format("summary {} differences, {} rows of memory", changes.size(), rows.size()));
}

} // namespace

int memWrite(const MemOptions& options, const MemTarget& target, MemSpace space, std::uint64_t address,
    const std::string& bytes, Console& console)
{
    if (bytes.empty())
        return console.error({ "There are no bytes to write.", "BYTES", {} });
    if (!options.output.empty())
        if (const Result<void> may = checkOutput(options); !may)
            return console.error(may.error());
    if (target.isImage())
        return editImage(options, target, address, bytes, console);

    const auto edits = editsFor(target, space, address, bytes);
    if (!edits)
        return console.error(edits.error());
    const auto edited = target.source().run(target.index(), target.policy(), *edits);
    if (!edited)
        return console.error(edited.error());
    if (options.json)
        writeJsonLine(console,
            { { "type", "memory" }, { "of", target.title() }, { "command", "write" },
                { "space", memSpaceName(space) } });
    else
        console.line(fmt::format("what if: {}, policy {}", cleaned(target.title()), target.policy().id()));
    for (const machine::MemoryEdit& edit : *edits)
        showEdit(target, edit, options.json, console);
    if (options.json) {
        writeJsonLine(console, outcomeJson("without", target.run()));
        writeJsonLine(console, outcomeJson("with", **edited));
    } else {
        console.line("  without " + outcomeText(target.run()));
        console.line("  with    " + outcomeText(**edited));
    }
    showDifferences(target.run(), **edited, options.json, console);
    if (options.output.empty())
        return kSuccess;
    // The range of RAM that holds the first edit, as the hypervisor leaves it.
    const machine::Guest& after = *(*edited)->after;
    const Pa first = edits->front().address;
    for (const memory::SnapshotMemory::Range& range : after.memory.ranges()) {
        if (first < range.start || first - range.start >= range.size)
            continue;
        if (const Result<void> done
            = writeFile(options.output, after.memory.handle(), range.start.value, range.size);
            !done)
            return console.error(done.error());
        if (options.json)
            writeJsonLine(console,
                { { "type", "written" }, { "file", options.output }, { "pa", hex(range.start) },
                    { "size", range.size } });
        else
            console.line(fmt::format(
                "written {}: {} bytes from pa {}", cleaned(options.output), range.size, hex(range.start)));
    }
    return kSuccess;
}

} // namespace fscope::cli
