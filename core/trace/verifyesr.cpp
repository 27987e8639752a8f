// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/trace/verifyesr.h"

#include "core/arch/esr.h"
#include "core/arch/esrclass.h"
#include "core/arch/esrnotes.h"
#include "core/arch/field.h"
#include "core/arch/traptext.h"
#include "core/base/hex.h"
#include "core/base/json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string_view>

namespace fscope::trace {
namespace {

using arch::FieldState;
using arch::FieldValue;
using arch::RegisterName;
using Differences = std::vector<machine::Difference>;

constexpr std::size_t kMostFields = 64;
constexpr std::size_t kMostNotes = 64;
constexpr std::size_t kMostWords = 32;
constexpr std::size_t kLongestText = 1024;

std::string lower(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(
        out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

/// For texts that are compared case and blanks apart.
std::string squeezed(std::string_view text)
{
    std::string out = lower(text);
    std::erase_if(out, [](char c) { return c == ' ' || c == '\t'; });
    return out;
}

bool isFiller(const FieldValue& field)
{
    return field.field->kind == arch::FieldKind::Res0 || field.field->kind == arch::FieldKind::Res1;
}

void compareWords(
    const JsonNode& words, const std::string& what, const std::string& meaning, Differences& out)
{
    const std::string ours = lower(meaning);
    words.elements(kMostWords, [&](std::size_t, const JsonNode& node) {
        const std::string word = node.string();
        if (ours.find(lower(word)) == std::string::npos)
            out.push_back({ what, "…" + word + "…", meaning });
    });
}

void compareClass(const JsonNode& arm, std::uint64_t esr, Differences& out)
{
    const arch::ExceptionClass& row = arch::exceptionClassRow(arch::exceptionClass(esr));
    compareWords(arm.at("ec_key"), "exception class", row.name, out);
    unsigned levels = 0;
    arm.at("els").elements(
        3, [&levels](std::size_t, const JsonNode& node) { levels |= 1U << node.numberIn(1, 3); });
    if (levels != row.levels)
        out.push_back({ "Exception levels", hex(levels), hex(row.levels) });
}

/// A field that means nothing here may be listed (NotValid), but not as if it did.
void compareFields(
    const JsonNode& arm, const std::vector<FieldValue>& fields, bool isAllocated, Differences& out)
{
    std::vector<bool> wanted(fields.size());
    arm.at("fields").elements(kMostFields, [&](std::size_t, const JsonNode& node) {
        const std::string name = node.at("name").string();
        const auto start = static_cast<unsigned>(node.at("start").numberIn(0, 63));
        const auto width = static_cast<unsigned>(node.at("width").numberIn(1, 64));
        const std::uint64_t value = node.at("value").number();
        const auto optional = node.find("optional");
        const bool isOptional = optional && optional->boolean();
        const auto found = std::ranges::find_if(fields, [&](const FieldValue& field) {
            return lower(field.field->name) == lower(name) && field.field->lo == start
                && field.field->hi + 1 == start + width;
        });
        const std::string what = fmt::format("{} at {}+{}", printable(name), start, width);
        if (found == fields.end()) {
            if (!isOptional)
                out.push_back({ what, hex(value), "no such field" });
            return;
        }
        wanted[static_cast<std::size_t>(found - fields.begin())] = true;
        if (found->value != value)
            out.push_back({ what, hex(value), hex(found->value) });
        if (isOptional)
            return;
        compareWords(node.at("key"), what, found->meaning.str(), out);
    });
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::string_view name = fields[i].field->name;
        // The list has neither EC and IL nor the ISS of a class that has no layout.
        const bool isListed = name != "EC" && name != "IL" && (isAllocated || name != "ISS");
        if (!wanted[i] && isListed && !isFiller(fields[i]) && fields[i].state == FieldState::Normal)
            out.push_back({ std::string(name), "no such field", hex(fields[i].value) });
    }
}

void compareNotes(const JsonNode& arm, RegisterName name, std::uint64_t esr, Differences& out)
{
    std::set<std::string> expected;
    arm.at("notes").elements(
        kMostNotes, [&expected](std::size_t, const JsonNode& node) { expected.insert(node.string()); });
    for (const arch::Note& note : arch::notesOf(name, esr)) {
        // The list gives Xs a meaning for every Data Abort; in the manual it is RES0 unless LST tells ST64BV
        // or ST64BV0.
        const bool isXs = note.field != nullptr && std::string_view(note.field->name) == "Xs";
        if (expected.erase(note.key) == 0 && !isXs)
            out.push_back({ "note", "none", note.key });
    }
    for (const std::string& missing : expected)
        out.push_back({ "note", missing, "none" });
}

void compareText(const JsonNode& arm, std::uint64_t esr, Differences& out)
{
    const unsigned ec = arch::exceptionClass(esr);
    const JsonNode summary = arm.at("summary");
    if ((ec != 0x18 && ec != 0x14) || !summary.isString())
        return;
    const std::string expected = summary.string(kLongestText);
    const std::string ours = arch::instructionOf(esr);
    if (squeezed(expected) != squeezed(ours))
        out.push_back({ "instruction", expected, ours });
}

} // namespace

Result<void> verifyEsrLines(
    LineReader& reader, std::size_t maxFailures, VerifyReport& report, const ReadProgress& progress)
{
    constexpr std::size_t kProgressEvery = 256;
    bool any = false;
    for (;;) {
        const auto line = reader.next();
        if (!line)
            return tl::unexpected(line.error());
        if (!*line)
            break;
        if (progress && reader.lineNumber() % kProgressEvery == 0 && !progress(reader.lineNumber()))
            return fail("Cancelled.", reader.place());
        const auto json = parseJson(**line, reader.name(), reader.lineNumber());
        if (!json)
            return tl::unexpected(json.error());
        any = true;
        JsonIssues issues { reader.place(), {} };
        const JsonNode root(*json, issues);
        const std::uint64_t esr = root.at("esr").number();
        const unsigned ec = arch::exceptionClass(esr);
        // Two classes exist at EL3 only; the layout of all others is that of ESR_EL2.
        const RegisterName name = ec == 0x1e || ec == 0x1f ? RegisterName::EsrEl3 : RegisterName::EsrEl2;
        const JsonNode arm = root.at("arm");
        Differences differences;
        compareClass(arm, esr, differences);
        const bool isAllocated = arch::exceptionClassRow(ec).status != arch::ClassStatus::Unallocated;
        compareFields(arm, arch::decodeFields(arch::layoutOf(name, esr), esr), isAllocated, differences);
        compareText(arm, esr, differences);
        compareNotes(arm, name, esr, differences);
        if (issues.first)
            return tl::unexpected(*issues.first);
        if (differences.empty()) {
            ++report.passed;
            continue;
        }
        ++report.failed;
        if (report.failures.size() < maxFailures)
            report.failures.push_back({ reader.name(), hexPadded(esr, 16), fmt::format("EC {:#04x}", ec),
                arch::describeEsr(esr, name).str(),
                { Verdict::Failed, {}, {}, {}, std::move(differences) } });
    }
    if (!any)
        return fail("The file holds no ESR values.", reader.name());
    return {};
}

Result<void> verifyEsrFile(
    const std::string& path, std::size_t maxFailures, VerifyReport& report, const ReadProgress& progress)
{
    auto reader = LineReader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    return verifyEsrLines(*reader, maxFailures, report, progress);
}

} // namespace fscope::trace
