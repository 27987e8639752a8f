// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/report.h"
#include "core/arch/vmxlayout.h"
#include "core/base/hex.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace fscope::arch {
namespace {

std::string bitsOf(const Field& field)
{
    return field.hi == field.lo ? std::to_string(field.hi) : fmt::format("{}:{}", field.hi, field.lo);
}

bool isFiller(const FieldValue& field)
{
    return field.state == FieldState::Reserved || (field.value == 0 && vmx::isFiller(*field.field));
}

/// Words for programs, one for each state.
const char* stateWord(FieldState state)
{
    switch (state) {
    case FieldState::Normal:
        return "normal";
    case FieldState::NotValid:
        return "not_valid";
    case FieldState::Reserved:
        return "reserved";
    case FieldState::ReservedSet:
        return "reserved_set";
    }
    return "";
}

std::string valueOf(const Report& report)
{
    return hexPadded(report.value, (report.width + 3) / 4);
}

std::string title(const Report& report)
{
    return fmt::format("{} = {}", report.name, valueOf(report));
}

/// A mark that stands where the value is not an ordinary one.
const char* markOf(FieldState state)
{
    switch (state) {
    case FieldState::Normal:
    case FieldState::Reserved:
        return "";
    case FieldState::NotValid:
        return "-";
    case FieldState::ReservedSet:
        return "!";
    }
    return "";
}

struct Cells {
    std::string bits;
    std::string name;
    std::string value;
    std::string mark;
    std::string meaning;
};

std::vector<Cells> cellsOf(const Report& report, bool everything)
{
    std::vector<Cells> rows;
    for (const FieldValue& field : report.fields) {
        if (isFiller(field) && !everything)
            continue;
        rows.push_back({ bitsOf(*field.field), field.field->name, hex(field.value), markOf(field.state),
            field.meaning.str() });
    }
    return rows;
}

std::string tableText(const Report& report, bool everything)
{
    std::string out = title(report) + "\n";
    if (!report.sentence.empty())
        out += report.sentence.str() + "\n";
    std::size_t name = 0;
    std::size_t value = 0;
    const std::vector<Cells> rows = cellsOf(report, everything);
    for (const Cells& row : rows) {
        name = std::max(name, row.name.size());
        value = std::max(value, row.value.size());
    }
    for (const Cells& row : rows)
        out += fmt::format("{:>6}  {:<{}}  {:>{}} {:<1} {}\n", row.bits, row.name, name, row.value, value,
            row.mark, row.meaning);
    for (const Note& note : report.notes)
        out += fmt::format("note: {}\n", note.text.str());
    for (const Text& remark : report.remarks)
        out += remark.str() + "\n";
    return out;
}

/// A cell of a Markdown table.
std::string cell(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '|' || c == '*' || c == '_' || c == '\\' || c == '`' || c == '<')
            out += '\\';
        out += c;
    }
    return out;
}

std::string markdownText(const Report& report, bool everything)
{
    std::string out = fmt::format("**{}** = `{}`\n\n", cell(report.name), valueOf(report));
    if (!report.sentence.empty())
        out += cell(report.sentence.str()) + "\n\n";
    out += "| Bits | Field | Value | Meaning |\n| ---: | --- | ---: | --- |\n";
    for (const Cells& row : cellsOf(report, everything))
        out += fmt::format("| {} | {} | `{}` {}| {} |\n", row.bits, cell(row.name), row.value,
            row.mark.empty() ? "" : row.mark + " ", cell(row.meaning));
    if (!report.notes.empty() || !report.remarks.empty())
        out += "\n";
    for (const Note& note : report.notes)
        out += fmt::format("- **Note:** {}\n", cell(note.text.str()));
    for (const Text& remark : report.remarks)
        out += fmt::format("- {}\n", cell(remark.str()));
    return out;
}

/// Text inside a C comment.
std::string comment(std::string text)
{
    for (std::size_t at = text.find("*/"); at != std::string::npos; at = text.find("*/", at))
        text.replace(at, 2, "* /");
    return text;
}

std::string cText(const Report& report)
{
    std::string out = fmt::format("/* {} */\n", comment(title(report)));
    if (!report.sentence.empty())
        out += fmt::format("/* {} */\n", comment(report.sentence.str()));
    // Rows that mean nothing here may share their bits with one that does; they hold no part of the value,
    // unless nobody else has their bits.
    std::uint64_t left = report.value;
    std::vector<std::string> terms;
    // NOLINTNEXTLINE(modernize-loop-convert): a reversed view is one of <ranges>
    for (auto field = report.fields.rbegin(); field != report.fields.rend(); ++field) {
        const std::uint64_t part = withField(*field->field, 0, field->value) & left;
        if (part == 0)
            continue;
        left &= ~part;
        terms.push_back(fmt::format("(UINT64_C({:#x}) << {}) /* {}: {} */", part >> field->field->lo,
            field->field->lo, comment(field->field->name), comment(field->meaning.str())));
    }
    std::reverse(terms.begin(), terms.end());
    out += fmt::format("static const uint64_t value = {}", terms.empty() ? "UINT64_C(0)" : "0");
    for (const std::string& term : terms)
        out += "\n    | " + term;
    return out + ";\n";
}

std::string jsonText(const Report& report)
{
    using Json = nlohmann::ordered_json;
    Json json { { "type", "register" }, { "name", report.name }, { "value", valueOf(report) },
        { "width", report.width } };
    if (!report.sentence.empty())
        json["sentence"] = report.sentence.str();
    if (!report.instruction.empty())
        json["instruction"] = report.instruction;
    Json fields = Json::array();
    for (const FieldValue& field : report.fields) {
        fields.push_back({ { "name", field.field->name }, { "long_name", field.field->longName },
            { "start", field.field->lo }, { "width", field.field->hi - field.field->lo + 1 },
            { "value", hex(field.value) }, { "state", stateWord(field.state) },
            { "meaning", field.meaning.str() }, { "about", field.field->meaning },
            { "source", field.field->source } });
    }
    json["fields"] = std::move(fields);
    Json notes = Json::array();
    for (const Note& note : report.notes)
        notes.push_back({ { "key", note.key }, { "text", note.text.str() } });
    json["notes"] = std::move(notes);
    Json remarks = Json::array();
    for (const Text& remark : report.remarks)
        remarks.push_back(remark.str());
    json["remarks"] = std::move(remarks);
    return json.dump(-1, ' ', true, Json::error_handler_t::replace) + "\n";
}

} // namespace

std::string textOf(const Report& report, ReportFormat format, bool everything)
{
    switch (format) {
    case ReportFormat::Table:
        return tableText(report, everything);
    case ReportFormat::Markdown:
        return markdownText(report, everything);
    case ReportFormat::Json:
        return jsonText(report);
    case ReportFormat::C:
        return cText(report);
    }
    return {};
}

} // namespace fscope::arch
