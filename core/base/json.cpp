// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/json.h"

#include "core/base/hex.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace fscope {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxDepth = 32;
constexpr double kTwoTo64 = 18446744073709551616.0;

/// Builds the value from the parser's events: the library's own builder neither limits the depth nor refuses
/// a key that comes twice, and says where an error is only by throwing.
class Builder final : public nlohmann::json_sax<json>
{
public:
    json root;
    std::string problem;
    std::size_t position = 0; ///< bytes read when the parser stopped, if it says so

    bool null() override { return put(nullptr); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(value); }
    bool number_unsigned(number_unsigned_t value) override { return put(value); }
    bool number_float(number_float_t value, const string_t&) override { return put(value); }
    bool string(string_t& value) override { return put(std::move(value)); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(json::object()); }
    bool start_array(std::size_t) override { return open(json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override
    {
        if (m_open.back()->contains(name)) {
            problem = fmt::format("The key \"{}\" comes twice in one object.", printable(name));
            return false;
        }
        m_key = std::move(name);
        return true;
    }
    bool parse_error(std::size_t at, const std::string&, const nlohmann::detail::exception& error) override
    {
        position = at;
        // The library's sentence without its own prefix and place: the place is ours, in lines and columns.
        std::string_view text = error.what();
        if (const std::size_t colon = text.find(": ");
            text.starts_with("[json.exception.parse_error") && colon != std::string_view::npos)
            text.remove_prefix(colon + 2);
        else if (const std::size_t bracket = text.find("] "); bracket != std::string_view::npos)
            text.remove_prefix(bracket + 2);
        problem = fmt::format("This is not valid JSON: {}.", printable(text, 160));
        return false;
    }

private:
    template <typename Value>
    bool put(Value&& value)
    {
        if (m_open.empty()) {
            root = std::forward<Value>(value);
        } else if (m_open.back()->is_array()) {
            m_open.back()->push_back(std::forward<Value>(value));
        } else {
            (*m_open.back())[m_key] = std::forward<Value>(value);
        }
        return true;
    }
    bool open(json value)
    {
        if (m_open.size() == kMaxDepth) {
            problem = fmt::format("Values are nested more than {} deep.", kMaxDepth);
            return false;
        }
        json* place = &root;
        if (m_open.empty()) {
            root = std::move(value);
        } else if (m_open.back()->is_array()) {
            m_open.back()->push_back(std::move(value));
            place = &m_open.back()->back();
        } else {
            place = &((*m_open.back())[m_key] = std::move(value));
        }
        m_open.push_back(place);
        return true;
    }
    bool close()
    {
        m_open.pop_back();
        return true;
    }

    std::vector<json*> m_open; ///< stable: an open array or object does not move until it is closed
    std::string m_key;
};

/// An input range that counts, so that a problem found by the builder itself has a place too.
struct CountingIterator {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;
    const char* at = nullptr;
    std::size_t* count = nullptr;
    reference operator*() const { return *at; }
    CountingIterator& operator++()
    {
        ++at;
        ++*count;
        return *this;
    }
    CountingIterator operator++(int)
    {
        CountingIterator old = *this;
        ++*this;
        return old;
    }
    bool operator==(const CountingIterator& other) const { return at == other.at; }
    bool operator!=(const CountingIterator& other) const { return at != other.at; }
};

std::string placeOf(
    std::string_view text, std::size_t position, const std::string& name, std::size_t firstLine)
{
    const std::string_view before = text.substr(0, std::min(position, text.size()));
    const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t lastBreak = before.rfind('\n');
    const std::size_t column
        = lastBreak == std::string_view::npos ? before.size() : before.size() - lastBreak - 1;
    return fmt::format("{}:{}:{}", name, firstLine + lines, std::max<std::size_t>(column, 1));
}

const char* typeName(const json& value)
{
    switch (value.type()) {
    case json::value_t::null:
        return "null";
    case json::value_t::object:
        return "an object";
    case json::value_t::array:
        return "an array";
    case json::value_t::string:
        return "a string";
    case json::value_t::boolean:
        return "true or false";
    case json::value_t::number_integer:
        return "a negative number";
    case json::value_t::number_unsigned:
        return "a number";
    case json::value_t::number_float:
        return "a number with a fraction";
    case json::value_t::binary:
    case json::value_t::discarded:
        break;
    }
    return "something else";
}

std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t up = row[j];
            row[j] = std::min({ row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U) });
            diagonal = up;
        }
    }
    return row[b.size()];
}

std::string listOf(std::initializer_list<std::string_view> words)
{
    std::string out;
    for (const std::string_view word : words) {
        if (!out.empty())
            out += ", ";
        out += word;
    }
    return out;
}

} // namespace

std::string printable(std::string_view text, std::size_t most)
{
    std::string out;
    for (const char c : text) {
        if (out.size() >= most)
            return out + "...";
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7f)
            out += c;
        else
            out += fmt::format("\\x{:02x}", byte);
    }
    return out;
}

std::string nearestWord(std::string_view word, std::initializer_list<std::string_view> known)
{
    if (word.size() > 64)
        return {};
    std::string_view best;
    std::size_t bestDistance = 3; // more than two letters off is another word
    for (const std::string_view candidate : known) {
        const std::size_t distance = editDistance(word, candidate);
        if (distance < bestDistance && distance < candidate.size()) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return std::string(best);
}

Result<json> parseJson(std::string_view text, const std::string& name, std::size_t firstLine)
{
    Builder builder;
    std::size_t read = 0;
    const CountingIterator begin { text.data(), &read };
    const CountingIterator end { text.data() + text.size(), &read };
    bool done = false;
    try {
        done = json::sax_parse(begin, end, &builder);
    } catch (
        const std::exception& error) { // out of memory, or what the library throws in spite of its promise
        builder.problem = fmt::format("This is not valid JSON: {}.", printable(error.what(), 160));
    }
    if (!done)
        return fail(
            builder.problem, placeOf(text, builder.position != 0 ? builder.position : read, name, firstLine));
    return std::move(builder.root);
}

JsonNode::JsonNode(const json& value, JsonIssues& issues, std::string path)
    : m_value(&value)
    , m_issues(&issues)
    , m_path(std::move(path))
{ }

bool JsonNode::has(std::string_view key) const
{
    return m_value->is_object() && m_value->contains(key);
}

JsonNode JsonNode::at(std::string_view key) const
{
    static const json missing;
    if (auto member = find(key))
        return *member;
    if (m_value->is_object())
        wrong(fmt::format("The key \"{}\" is missing.", key));
    else
        wrong(
            fmt::format("An object with the key \"{}\" is expected here, not {}.", key, typeName(*m_value)));
    return { missing, *m_issues, m_path + "/" + std::string(key) };
}

std::optional<JsonNode> JsonNode::find(std::string_view key) const
{
    if (!m_value->is_object())
        return std::nullopt;
    const auto found = m_value->find(key);
    if (found == m_value->end())
        return std::nullopt;
    return JsonNode(*found, *m_issues, m_path + "/" + std::string(key));
}

void JsonNode::onlyKeys(std::initializer_list<std::string_view> keys) const
{
    if (!m_value->is_object()) {
        wrong(fmt::format("An object is expected here, not {}.", typeName(*m_value)));
        return;
    }
    for (const auto& [key, value] : m_value->items()) {
        if (std::find(keys.begin(), keys.end(), key) != keys.end())
            continue;
        const std::string near = nearestWord(key, keys);
        JsonNode(value, *m_issues, m_path + "/" + printable(key, 64))
            .wrong(fmt::format("The key \"{}\" is not known.", printable(key, 64)),
                near.empty() ? fmt::format("Known keys: {}.", listOf(keys))
                             : fmt::format("Did you mean \"{}\"? Known keys: {}.", near, listOf(keys)));
        return;
    }
}

void JsonNode::members(const std::function<void(const std::string&, const JsonNode&)>& visit) const
{
    if (!m_value->is_object()) {
        wrong(fmt::format("An object is expected here, not {}.", typeName(*m_value)));
        return;
    }
    for (const auto& [key, value] : m_value->items()) {
        if (failed())
            return;
        visit(key, JsonNode(value, *m_issues, m_path + "/" + printable(key, 64)));
    }
}

void JsonNode::elements(
    std::size_t most, const std::function<void(std::size_t, const JsonNode&)>& visit) const
{
    if (!m_value->is_array()) {
        wrong(fmt::format("An array is expected here, not {}.", typeName(*m_value)));
        return;
    }
    if (m_value->size() > most) {
        wrong(fmt::format("The array has {} elements; at most {} are allowed.", m_value->size(), most));
        return;
    }
    for (std::size_t i = 0; i < m_value->size() && !failed(); ++i)
        visit(i, JsonNode((*m_value)[i], *m_issues, fmt::format("{}/{}", m_path, i)));
}

bool JsonNode::isString() const
{
    return m_value->is_string();
}

bool JsonNode::isArray() const
{
    return m_value->is_array();
}

bool JsonNode::isObject() const
{
    return m_value->is_object();
}

std::uint64_t JsonNode::number(unsigned width) const
{
    if (m_value->is_number_unsigned()) {
        const auto value = m_value->get<std::uint64_t>();
        if (value != zeroExtend(value, width)) {
            wrong(
                fmt::format("The number {} does not fit in {} bit{}.", value, width, width == 1 ? "" : "s"));
            return 0;
        }
        return value;
    }
    if (m_value->is_number_float() && std::abs(m_value->get<double>()) >= kTwoTo64) {
        wrong("The number does not fit in 64 bits."); // the library reads it as a fraction then
        return 0;
    }
    if (!m_value->is_string()) {
        wrong(fmt::format(
            "A number is expected here (120, or a string such as \"0x78\"), not {}.", typeName(*m_value)));
        return 0;
    }
    const Result<std::uint64_t> value = parseNumber(m_value->get_ref<const std::string&>(), width);
    if (!value) {
        wrong(value.error().what, value.error().hint);
        return 0;
    }
    return *value;
}

std::uint64_t JsonNode::numberIn(std::uint64_t least, std::uint64_t most) const
{
    const std::uint64_t value = number();
    if (!failed() && (value < least || value > most)) {
        wrong(least == most
                ? fmt::format("{} is expected here, not {}.", least, value)
                : fmt::format("A number from {} to {} is expected here, not {}.", least, most, value));
        return least;
    }
    return value;
}

std::int64_t JsonNode::integerIn(std::int64_t least, std::int64_t most) const
{
    const bool small = m_value->is_number_integer()
        && (!m_value->is_number_unsigned() || m_value->get<std::uint64_t>() >> 63U == 0);
    const std::int64_t value = small ? m_value->get<std::int64_t>() : 0;
    if (!small || value < least || value > most) {
        wrong(fmt::format("A whole number from {} to {} is expected here.", least, most));
        return least;
    }
    return value;
}

U128 JsonNode::number128() const
{
    if (!m_value->is_string())
        return { number(), 0 };
    const auto& text = m_value->get_ref<const std::string&>();
    if (!text.starts_with("0x") || text.size() <= 18)
        return { number(), 0 };
    const std::string_view digits = std::string_view(text).substr(2);
    if (digits.size() > 32) {
        wrong("The number has more than 32 hexadecimal digits, so it does not fit in 128 bits.");
        return {};
    }
    const Result<std::uint64_t> high = parseNumber("0x" + std::string(digits.substr(0, digits.size() - 16)));
    const Result<std::uint64_t> low = parseNumber("0x" + std::string(digits.substr(digits.size() - 16)));
    if (!high || !low) {
        wrong((high ? low : high).error().what);
        return {};
    }
    return { *low, *high };
}

bool JsonNode::boolean() const
{
    if (!m_value->is_boolean()) {
        wrong(fmt::format("true or false is expected here, not {}.", typeName(*m_value)));
        return false;
    }
    return m_value->get<bool>();
}

std::string JsonNode::string(std::size_t most) const
{
    if (!m_value->is_string()) {
        wrong(fmt::format("A string is expected here, not {}.", typeName(*m_value)));
        return {};
    }
    const auto& text = m_value->get_ref<const std::string&>();
    if (text.size() > most) {
        wrong(fmt::format("The string has {} bytes; at most {} are allowed.", text.size(), most));
        return {};
    }
    return text;
}

std::size_t JsonNode::oneOf(std::initializer_list<std::string_view> names) const
{
    const std::string word = string();
    if (failed())
        return 0;
    const auto found = std::find(names.begin(), names.end(), word);
    if (found != names.end())
        return static_cast<std::size_t>(found - names.begin());
    wrong(fmt::format("\"{}\" is not one of: {}.", printable(word), listOf(names)));
    return 0;
}

void JsonNode::wrong(std::string what, std::string hint) const
{
    if (m_issues->first)
        return;
    const std::string where = m_path.empty() ? m_issues->place : m_issues->place + ": " + m_path;
    m_issues->first = Error { std::move(what), where, std::move(hint) };
}

} // namespace fscope
