// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/trace/verifyvmx.h"

#include "core/base/gzipreader.h"
#include "core/base/hex.h"
#include "core/base/json.h"
#include "core/trace/vmxanswer.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace fscope::trace {
namespace {

using machine::Difference;
using nlohmann::json;
using Differences = std::vector<Difference>;

constexpr std::size_t kMaxRows = 1'000'000;
constexpr std::size_t kMaxFields = 64; ///< a row of one value cannot have more

/// A value as it is compared: hexadecimal text is a number.
json plain(const json& value)
{
    if (value.is_string()) {
        const auto& text = value.get_ref<const std::string&>();
        if (text.starts_with("0x")) {
            if (const Result<std::uint64_t> number = parseNumber(text))
                return *number;
        }
    }
    return value;
}

std::string shown(const json& value)
{
    if (value.is_number_unsigned())
        return hex(value.get<std::uint64_t>());
    return printable(value.dump(-1, ' ', true, json::error_handler_t::replace), 120);
}

/// Values that may be written in two ways.
bool isSame(std::string_view key, const json& expected, const json& actual)
{
    if (expected == actual)
        return true;
    if (!actual.is_null())
        return false;
    // Nothing is known of the error code of a reserved vector; a reason without a layout may say so in a
    // word.
    return (key == "error_code" && expected == false) || (key == "kind" && expected == "none");
}

std::vector<std::string> asSet(const json& list)
{
    std::vector<std::string> out;
    for (const json& item : list)
        out.push_back(item.is_string() ? item.get<std::string>() : item.dump());
    std::sort(out.begin(), out.end());
    return out;
}

const json* fieldNamed(const json& fields, const json& name)
{
    for (const json& field : fields) {
        if (field.at("name") == name)
            return &field;
    }
    return nullptr;
}

std::string placed(const json& field)
{
    return fmt::format(
        "{} at {}+{}", shown(plain(field.at("value"))), field.at("start").dump(), field.at("width").dump());
}

/// Both lists are arrays of objects with the four keys; checked before.
void compareFields(const std::string& key, const json& expected, const json& actual, Differences& out)
{
    for (const json& wanted : expected) {
        const auto name = wanted.at("name").get<std::string>();
        const std::string what = fmt::format("{}/{}", key, name);
        const json* own = fieldNamed(actual, wanted.at("name"));
        if (own == nullptr) {
            out.push_back({ what, placed(wanted), "no such field" });
            continue;
        }
        const auto agrees = [&](const char* part) { return plain(wanted.at(part)) == own->at(part); };
        if (!agrees("start") || !agrees("width") || !agrees("value"))
            out.push_back({ what, placed(wanted), placed(*own) });
    }
    for (const json& own : actual) {
        if (fieldNamed(expected, own.at("name")) == nullptr)
            out.push_back({ fmt::format("{}/{}", key, own.at("name").get<std::string>()), "no such field",
                placed(own) });
    }
}

bool isFieldList(std::string_view key)
{
    return key == "fields" || key == "error_code_fields";
}

bool isNameList(std::string_view key)
{
    return key == "problems" || key == "why" || key == "flags";
}

/// Keys that a row may leave out where they hold nothing.
bool mayBeAbsent(std::string_view key, const json& actual)
{
    return (key == "reserved_set" && actual == 0) || (key == "error_code_fields" && actual.empty())
        || key == "qualification_mask";
}

bool isJudged(VmxRowKind kind, std::string_view key, const json& actual)
{
    if (key == "qualification_mask") // says which bits of the qualification are compared
        return false;
    return kind != VmxRowKind::Vector || key != "text" || actual.contains("text");
}

Differences compare(VmxRowKind kind, const json& expected, const json& actual)
{
    Differences out;
    for (const auto& [key, value] : expected.items()) {
        if (!isJudged(kind, key, actual))
            continue;
        const auto own = actual.find(key);
        if (own == actual.end()) {
            out.push_back({ key, shown(plain(value)), "nothing" });
        } else if (isFieldList(key)) {
            compareFields(key, value, *own, out);
        } else if (isNameList(key)) {
            if (!value.is_array() || asSet(value) != asSet(*own))
                out.push_back({ key, shown(value), shown(*own) });
        } else if (kind == VmxRowKind::EptWalk && key == "qualification"
            && expected.contains("qualification_mask")) {
            const json mask = plain(expected.at("qualification_mask"));
            const json wanted = plain(value);
            const std::uint64_t bits
                = mask.is_number_unsigned() ? mask.get<std::uint64_t>() : ~std::uint64_t { 0 };
            if (!wanted.is_number_unsigned()
                || (wanted.get<std::uint64_t>() & bits) != (own->get<std::uint64_t>() & bits))
                out.push_back({ key, shown(wanted), shown(*own) });
        } else if (!isSame(key, plain(value), *own)) {
            out.push_back({ key, shown(plain(value)), shown(*own) });
        }
    }
    for (const auto& [key, value] : actual.items()) {
        if (!expected.contains(key) && !mayBeAbsent(key, value))
            out.push_back({ key, "nothing", shown(value) });
    }
    return out;
}

/// Notes what a field list of the file lacks to be compared.
void checkFields(const JsonNode& out, std::string_view key)
{
    const auto list = out.find(key);
    if (!list)
        return;
    list->elements(kMaxFields, [](std::size_t, const JsonNode& field) {
        field.onlyKeys({ "name", "start", "width", "value", "text" });
        field.at("name").string();
        field.at("start").numberIn(0, 63);
        field.at("width").numberIn(1, 64);
        field.at("value").number();
    });
}

void judgeRow(const JsonNode& row, const json& raw, const std::string& file, std::size_t maxFailures,
    VerifyReport& report)
{
    row.onlyKeys({ "id", "kind", "in", "out" });
    const std::string id = row.at("id").string();
    const VmxRowKind kind = readVmxRowKind(row.at("kind"));
    const JsonNode out = row.at("out");
    if (!out.isObject())
        out.wrong("The decode of a row is an object.");
    checkFields(out, "fields");
    checkFields(out, "error_code_fields");
    if (row.failed())
        return;
    const json answer = vmxAnswer(kind, row.at("in"));
    if (row.failed())
        return;
    Differences differences = compare(kind, raw.at("out"), answer);
    if (differences.empty()) {
        ++report.passed;
        return;
    }
    ++report.failed;
    if (report.failures.size() < maxFailures) {
        RecordVerdict verdict;
        verdict.verdict = Verdict::Failed;
        verdict.differences = std::move(differences);
        report.failures.push_back(
            { file, id, raw.at("kind").get<std::string>(), shown(raw.at("in")), std::move(verdict) });
    }
}

} // namespace

Result<void> verifyVmxText(
    std::string_view text, const std::string& name, std::size_t maxFailures, VerifyReport& report)
{
    const Result<json> root = parseJson(text, name);
    if (!root)
        return tl::unexpected<Error>(root.error());
    JsonIssues issues { name, std::nullopt };
    const JsonNode node(*root, issues);
    node.onlyKeys({ "rows" });
    const JsonNode rows = node.at("rows");
    std::size_t count = 0;
    if (!node.failed()) {
        rows.elements(kMaxRows, [&](std::size_t index, const JsonNode& row) {
            ++count;
            judgeRow(row, root->at("rows")[index], name, maxFailures, report);
        });
    }
    if (issues.first)
        return tl::unexpected<Error>(*issues.first);
    if (count == 0)
        return fail("The list of rows is empty.", name + ": /rows");
    return {};
}

Result<void> verifyVmxFile(const std::string& path, std::size_t maxFailures, VerifyReport& report)
{
    const Result<std::string> text = readWholeFile(path, kMaxVmxFileBytes);
    if (!text)
        return tl::unexpected<Error>(text.error());
    return verifyVmxText(*text, path, maxFailures, report);
}

} // namespace fscope::trace
