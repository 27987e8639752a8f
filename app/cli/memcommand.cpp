// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

// What is printed here is documented in docs/mem-format.md.

#include "app/cli/memcommand.h"

#include "app/cli/jsonline.h"
#include "app/cli/memtarget.h"
#include "core/base/hex.h"
#include "core/memory/memorysearch.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace fscope::cli {
namespace {

constexpr std::uint64_t kRowBytes = 16;
constexpr std::uint64_t kMostBytes = 16U << 20; ///< that one read prints
constexpr std::uint64_t kContext = 8;           ///< bytes shown on either side of what was found

int badUsage(std::string_view message, Console& console)
{
    console.err(fmt::format("fscope: {}\nTry \"fscope mem --help\".\n", cleaned(message)));
    return kBadUsage;
}

std::string rightsOf(const memory::MapRegion& region)
{
    return { region.readable ? 'r' : '-', region.writable ? 'w' : '-' };
}

std::string addressText(std::uint64_t address)
{
    return hexPadded(address, 16);
}

std::string bytesText(const std::vector<std::optional<std::uint8_t>>& bytes)
{
    std::string text;
    for (const std::optional<std::uint8_t>& byte : bytes)
        text += fmt::format("{:02x}", byte.value_or(0));
    return text;
}

void header(const MemTarget& target, const char* command, MemSpace space, bool json, Console& console)
{
    if (json)
        writeJsonLine(console,
            { { "type", "memory" }, { "of", target.title() }, { "command", command },
                { "space", memSpaceName(space) } });
    else
        console.line(fmt::format("memory of {}, by {}", cleaned(target.title()), memSpaceName(space)));
}

/// The space that was asked for; an image has physical addresses alone.
Result<MemSpace> spaceOf(const MemOptions& options, const MemTarget& target, MemSpace fallback)
{
    const std::string& text = options.space;
    if (text.empty())
        return target.isImage() ? MemSpace::Pa : fallback;
    for (const MemSpace space : { MemSpace::Va, MemSpace::Ipa, MemSpace::Pa })
        if (text == memSpaceName(space)) {
            if (target.isImage() && space != MemSpace::Pa)
                return fail("An image has physical addresses only.", "--space");
            return space;
        }
    return fail(
        fmt::format("\"{}\" is no address space.", cleaned(text)), "--space", "Known ones are va, ipa, pa.");
}

Result<std::uint64_t> numberOf(const std::string& text, const char* what)
{
    Result<std::uint64_t> number = parseNumber(text);
    if (!number)
        number.error().where = what;
    return number;
}

int showMap(const MemOptions& options, const MemTarget& target, Console& console)
{
    const Result<MemSpace> space = spaceOf(options, target, MemSpace::Ipa);
    if (!space)
        return console.error(space.error());
    if (*space == MemSpace::Va)
        return console.error({ "The map is by IPA or PA.", "--space", {} });
    const memory::MemoryMap map
        = target.map(*space == MemSpace::Ipa ? memory::MapSpace::Ipa : memory::MapSpace::Pa);
    header(target, "map", *space, options.json, console);
    for (const memory::MapRegion& region : map.regions) {
        if (options.json) {
            writeJsonLine(console,
                { { "type", "region" }, { "start", hex(region.start) }, { "size", region.size },
                    { "kind", memory::mapKindName(region.kind) }, { "rights", rightsOf(region) },
                    { "name", region.name }, { "device", region.device },
                    { "ipa", region.ipa ? Json(hex(*region.ipa)) : Json() },
                    { "pa", region.pa ? Json(hex(*region.pa)) : Json() } });
            continue;
        }
        std::string line = fmt::format("  {}-{}  {:<9} {}", addressText(region.start),
            addressText(region.end() - 1), memory::mapKindName(region.kind), rightsOf(region));
        if (!region.name.empty())
            line += "  " + cleaned(region.name);
        if (region.kind == memory::MapKind::Device && region.device != region.name)
            line += region.device.empty() ? " (nothing answers)"
                                          : fmt::format(" ({} answers)", cleaned(region.device));
        if (*space == MemSpace::Ipa && region.pa)
            line += ", pa " + hex(*region.pa);
        if (*space == MemSpace::Pa && region.ipa)
            line += ", ipa " + hex(*region.ipa);
        console.line(line);
    }
    for (const memory::PageRun& run : map.pages) {
        if (options.json)
            writeJsonLine(console,
                { { "type", "pages" }, { "start", hex(run.start) }, { "size", run.size },
                    { "state", memory::pageStateName(run.state) } });
        else
            console.line(fmt::format("  {}-{}  {}", addressText(run.start),
                addressText(run.start + run.size - 1), memory::pageStateName(run.state)));
    }
    using memory::PageState;
    if (options.json)
        writeJsonLine(console,
            { { "type", "summary" }, { "regions", map.regions.size() },
                { "touched", map.bytesOf(PageState::Touched) }, { "dirty", map.bytesOf(PageState::Dirty) },
                { "locked", map.bytesOf(PageState::Locked) },
                { "protected", map.bytesOf(PageState::Protected) } });
    else
        console.line(fmt::format("summary {} regions; {} bytes touched, {} dirty, {} locked, {} protected",
            map.regions.size(), map.bytesOf(PageState::Touched), map.bytesOf(PageState::Dirty),
            map.bytesOf(PageState::Locked), map.bytesOf(PageState::Protected)));
    return kSuccess;
}

int readBytes(const MemOptions& options, const MemTarget& target, std::uint64_t address, std::uint64_t length,
    Console& console)
{
    const Result<MemSpace> space = spaceOf(options, target, MemSpace::Ipa);
    if (!space)
        return console.error(space.error());
    const auto bytes = target.read(*space, address, length);
    if (std::ranges::none_of(bytes, [](const auto& byte) { return byte.has_value(); }))
        return console.error(
            { fmt::format("There is no memory at {} {}.", memSpaceName(*space), hex(address)),
                cleaned(target.title()), {} });
    header(target, "read", *space, options.json, console);
    for (std::uint64_t i = 0; i < bytes.size() && !console.isBroken();) {
        // Rows begin at multiples of 16; in JSON, bytes and what is missing are rows of their own.
        std::uint64_t end = std::min<std::uint64_t>(bytes.size(), i + kRowBytes - (address + i) % kRowBytes);
        if (options.json)
            for (std::uint64_t at = i; at < end; ++at)
                if (bytes[at].has_value() != bytes[i].has_value())
                    end = at;
        const std::vector row(
            bytes.begin() + static_cast<std::ptrdiff_t>(i), bytes.begin() + static_cast<std::ptrdiff_t>(end));
        if (!options.json)
            console.line(fmt::format("  {}  {}", addressText(address + i), hexRow(row)));
        else if (row.front())
            writeJsonLine(console,
                { { "type", "bytes" }, { "address", hex(address + i) }, { "bytes", bytesText(row) } });
        else
            writeJsonLine(
                console, { { "type", "missing" }, { "address", hex(address + i) }, { "size", row.size() } });
        i = end;
    }
    return kSuccess;
}

Result<memory::SearchPattern> patternOf(const MemOptions& options, const std::string& words)
{
    using memory::SearchPattern;
    Result<SearchPattern> pattern;
    if (options.value) {
        const Result<std::uint64_t> value = parseNumber(words);
        if (!value)
            return tl::unexpected<Error>(value.error());
        pattern = SearchPattern::fromValue(*value);
    } else if (options.text) {
        pattern = SearchPattern::fromText(words, options.anyCase,
            options.utf16 ? SearchPattern::Encoding::Utf16Le : SearchPattern::Encoding::Utf8);
    } else {
        pattern = SearchPattern::fromHex(words);
    }
    if (pattern && options.align != 0)
        pattern->alignment = options.align;
    return pattern;
}

void showMatch(
    const MemTarget& target, std::uint64_t address, std::uint64_t length, bool json, Console& console)
{
    const std::uint64_t before = std::min(address, kContext);
    const std::uint64_t shown = std::min<std::uint64_t>(length, 2 * kRowBytes);
    const auto bytes = target.read(MemSpace::Pa, address - before, before + shown + kContext);
    const auto part = [&bytes](std::uint64_t from, std::uint64_t count) {
        const auto start = bytes.begin() + static_cast<std::ptrdiff_t>(from);
        return std::vector(start, start + static_cast<std::ptrdiff_t>(count));
    };
    const std::optional<Ipa> ipa = target.ipaOf(Pa(address));
    if (!json) {
        console.line(fmt::format("  pa {}{}  {}", addressText(address),
            ipa ? " ipa " + addressText(ipa->value) : std::string(), hexRow(bytes)));
        return;
    }
    const auto known = [](std::vector<std::optional<std::uint8_t>> row, bool fromEnd) {
        // Up to the first byte that is not there, seen from the match.
        if (fromEnd)
            row.erase(row.begin(), std::find(row.rbegin(), row.rend(), std::nullopt).base());
        else
            row.erase(std::find(row.begin(), row.end(), std::nullopt), row.end());
        return bytesText(row);
    };
    writeJsonLine(console,
        { { "type", "match" }, { "pa", hex(address) }, { "ipa", ipa ? Json(hex(*ipa)) : Json() },
            { "before", known(part(0, before), true) }, { "bytes", bytesText(part(before, shown)) },
            { "after", known(part(before + shown, kContext), false) } });
}

int search(const MemOptions& options, const MemTarget& target, const std::string& words, Console& console)
{
    if (options.space == "va" || options.space == "ipa")
        return console.error({ "A search is by PA.", "--space", {} });
    Result<memory::SearchPattern> pattern = patternOf(options, words);
    if (pattern)
        if (Result<void> usable = pattern->check(); !usable)
            pattern = tl::unexpected<Error>(usable.error());
    if (!pattern) {
        pattern.error().where = "PATTERN";
        return console.error(pattern.error());
    }
    memory::SearchOptions what;
    what.limit = std::max<std::size_t>(options.limit, 1);
    for (const auto& [text, bound, name] :
        { std::tuple(&options.from, &what.first, "--from"), std::tuple(&options.to, &what.last, "--to") }) {
        if (text->empty())
            continue;
        const Result<std::uint64_t> number = numberOf(*text, name);
        if (!number)
            return console.error(number.error());
        *bound = *number;
    }
    const std::unique_ptr<memory::CommittedMemory> memory = target.committed();
    memory::SearchResult result;
    if (options.backwards) {
        while (result.addresses.size() < what.limit) {
            const std::optional<std::uint64_t> match = findPrevious(*memory, *pattern, what).value();
            if (!match)
                break;
            result.addresses.push_back(*match);
            if (*match == 0)
                break;
            what.last = *match - 1;
        }
        result.limited = result.addresses.size() >= what.limit;
    } else {
        result = searchMemory(*memory, *pattern, what).value(); // the pattern was checked
    }
    header(target, "search", MemSpace::Pa, options.json, console);
    for (const std::uint64_t address : result.addresses)
        showMatch(target, address, pattern->bytes.size(), options.json, console);
    if (options.json)
        writeJsonLine(console,
            { { "type", "summary" }, { "found", result.addresses.size() }, { "limited", result.limited },
                { "searched", memory->committedBytes() } });
    else
        console.line(fmt::format("summary {} found{} in {} bytes", result.addresses.size(),
            result.limited ? ", stopped there" : "", memory->committedBytes()));
    return result.addresses.empty() ? kNotFound : kSuccess;
}

void addTarget(CLI::App& command, MemOptions& options, const char* words)
{
    command
        .add_option("WORDS", options.words,
            fmt::format("{}; without SOURCE if --image is given. SOURCE is what \"fscope run\" takes", words))
        ->type_name("");
    command.add_option("--intercept", options.intercept, "Which intercept of SOURCE, counted from 1")
        ->type_name("N")
        ->check(CLI::Range(std::size_t { 1 }, SIZE_MAX));
    command.add_option("--policy", options.policy, "The hypervisor that answers, as for \"fscope run\"")
        ->type_name("ID");
    command.add_flag("--after", options.after, "As the hypervisor leaves the memory; else as it finds it");
    command.add_option("--image", options.image, "A file with the bytes of physical memory")
        ->type_name("FILE");
    command
        .add_option(
            "--base", options.baseText, "The physical address of the image's first byte; 0 unless given")
        ->type_name("ADDR");
    command.add_option("--space", options.space, "Which addresses: va, ipa or pa")->type_name("SPACE");
    command.add_flag("--json", options.json, "JSON lines instead of text");
}

} // namespace

void addMem(CLI::App& app, MemOptions& options)
{
    CLI::App* all = app.add_subcommand("mem", "Show, search and change the memory of a guest or of an image");
    all->require_subcommand(1);
    addTarget(*all->add_subcommand("map", "What lies where, and which pages are touched or changed"), options,
        "[SOURCE]");
    addTarget(*all->add_subcommand("read", "Bytes as a hex dump"), options, "[SOURCE] ADDRESS [LENGTH]");
    CLI::App* write = all->add_subcommand("write", "What would have happened with other bytes in memory");
    addTarget(*write, options, "[SOURCE] ADDRESS BYTES (pairs of hexadecimal digits)");
    write->add_option("--output", options.output, "A new file for the changed bytes; needed with --image")
        ->type_name("FILE");
    CLI::App* find
        = all->add_subcommand("search", "Find bytes, a text or a 64-bit value in what was written");
    addTarget(*find, options, "[SOURCE] PATTERN (pairs of hexadecimal digits, ? is any digit)");
    CLI::Option* text = find->add_flag("--text", options.text, "PATTERN is a text");
    find->add_flag("--any-case", options.anyCase, "Upper and lower case of A to Z are the same")->needs(text);
    find->add_flag("--utf16", options.utf16, "The text is UTF-16 in memory; else UTF-8")->needs(text);
    find->add_flag("--value", options.value, "PATTERN is a 64-bit number, stored little-endian")
        ->excludes(text);
    find->add_option(
            "--align", options.align, "Only at multiples of N (a power of two); 8 for --value, else 1")
        ->type_name("N")
        ->check(CLI::Range(1U, 1U << 30));
    find->add_option("--limit", options.limit, "The most matches to print")
        ->type_name("N")
        ->check(CLI::Range(std::size_t { 1 }, std::size_t { 10'000'000 }))
        ->default_val(options.limit);
    find->add_option("--from", options.from, "Only matches that begin at this PA or above")
        ->type_name("ADDR");
    find->add_option("--to", options.to, "Only matches that begin at this PA or below")->type_name("ADDR");
    find->add_flag("--backwards", options.backwards, "The highest match first");
}

int mem(const CLI::App& app, MemOptions& options, Console& console)
{
    const CLI::App* command = app.get_subcommand("mem")->get_subcommands().front();
    const std::string name = command->get_name();
    std::vector<std::string> words = options.words;
    if (options.image.empty()) {
        if (words.empty())
            return badUsage("There is nothing to look at. Give a SOURCE or --image.", console);
        options.source = words.front();
        words.erase(words.begin());
        if (!options.baseText.empty())
            return badUsage("--base belongs to --image.", console);
    }
    const std::size_t least = name == "map" ? 0 : name == "write" ? 2 : 1;
    const std::size_t most = name == "map" ? 0 : name == "read" ? 2 : SIZE_MAX;
    if (words.size() < least)
        return badUsage(fmt::format("\"fscope mem {}\" needs {} after the source.", name,
                            name == "search"      ? "a PATTERN"
                                : name == "write" ? "an ADDRESS and BYTES"
                                                  : "an ADDRESS"),
            console);
    if (words.size() > most)
        return badUsage(fmt::format("\"{}\" is too much for \"fscope mem {}\".", words[most], name), console);
    if (!options.policy.empty())
        if (const auto policy = hypervisor::policyById(options.policy); !policy)
            return badUsage("--policy: " + policy.error().text(), console);
    if (!options.baseText.empty()) {
        const Result<std::uint64_t> base = numberOf(options.baseText, "--base");
        if (!base)
            return console.error(base.error());
        options.base = *base;
    }
    std::uint64_t address = 0;
    if (name == "read" || name == "write") {
        const Result<std::uint64_t> number = numberOf(words.front(), "ADDRESS");
        if (!number)
            return console.error(number.error());
        address = *number;
        words.erase(words.begin());
    }
    std::uint64_t length = 256;
    if (name == "read" && !words.empty()) {
        const Result<std::uint64_t> number = numberOf(words.front(), "LENGTH");
        if (!number)
            return console.error(number.error());
        length = *number;
        if (length == 0 || length > kMostBytes)
            return console.error({ fmt::format("{} bytes cannot be read at once.", length), "LENGTH",
                fmt::format("1 to {} can.", kMostBytes) });
    }
    std::string rest;
    for (const std::string& word : words)
        rest.append(rest.empty() ? "" : " ").append(word);

    const Result<MemTarget> target = MemTarget::open(options);
    if (!target)
        return console.error(target.error());
    if (name == "map")
        return showMap(options, *target, console);
    if (name == "read")
        return readBytes(options, *target, address, length, console);
    if (name == "search")
        return search(options, *target, rest, console);
    const Result<std::string> bytes = parseHexBytes(rest);
    if (!bytes)
        return console.error({ bytes.error().what, "BYTES", bytes.error().hint });
    const Result<MemSpace> space = spaceOf(options, *target, MemSpace::Ipa);
    if (!space)
        return console.error(space.error());
    return memWrite(options, *target, *space, address, *bytes, console);
}

} // namespace fscope::cli
