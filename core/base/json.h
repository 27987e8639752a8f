// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/bits.h"
#include "core/base/result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace fscope {

/// Parses one JSON value and nothing after it. Text from outside: UTF-8 is checked, a key may not come twice
/// in an object, and values nest at most 32 deep. Never throws.
///
/// @param name       the file, for messages
/// @param firstLine  the line of the file the text begins at
/// The Error's place is "name:line:column".
Result<nlohmann::json> parseJson(std::string_view text, const std::string& name, std::size_t firstLine = 1);

/// The first thing found wrong while a JSON value is read through JsonNode, and what to call the file.
struct JsonIssues {
    std::string place; ///< "lesson.json", "aborts.jsonl:12"
    std::optional<Error> first;
};

/// A place in a JSON value, read with types and ranges checked.
///
/// A wrong type, a missing key or a number out of range is noted in the JsonIssues (the first one wins) with
/// its JSON path, and a zero or empty value is returned, so that a schema reads as a list of its keys and is
/// checked once at the end. Nothing a value holds can make a read fail otherwise. The JSON value and the
/// issues outlive the node.
class JsonNode
{
public:
    JsonNode(const nlohmann::json& value, JsonIssues& issues, std::string path = {});

    bool has(std::string_view key) const;
    /// The member; a missing one is noted.
    JsonNode at(std::string_view key) const;
    /// The member, if it is there.
    std::optional<JsonNode> find(std::string_view key) const;
    /// Notes that this is no object, or holds a key that is not listed; the message suggests the nearest one.
    void onlyKeys(std::initializer_list<std::string_view> keys) const;
    /// Each member of an object in the order of its keys; notes that it is none.
    void members(const std::function<void(const std::string& key, const JsonNode& value)>& visit) const;
    /// Each element of an array of at most @p most elements.
    void elements(
        std::size_t most, const std::function<void(std::size_t index, const JsonNode& value)>& visit) const;

    bool isString() const;
    bool isArray() const;
    bool isObject() const;
    /// A number, or a string as people type numbers ("0x1f"), of at most @p width bits.
    std::uint64_t number(unsigned width = 64) const;
    std::uint64_t numberIn(std::uint64_t least, std::uint64_t most) const;
    /// A whole number that may be negative.
    std::int64_t integerIn(std::int64_t least, std::int64_t most) const;
    /// A string of hexadecimal digits with "0x" for 128 bits, or a number.
    U128 number128() const;
    bool boolean() const;
    /// A string of at most @p most bytes.
    std::string string(std::size_t most = 256) const;
    /// One of @p names; gives its position, 0 after an issue.
    std::size_t oneOf(std::initializer_list<std::string_view> names) const;

    /// Notes something wrong here, in words.
    void wrong(std::string what, std::string hint = {}) const;
    const std::string& path() const { return m_path; }
    bool failed() const { return m_issues->first.has_value(); }

private:
    const nlohmann::json* m_value;
    JsonIssues* m_issues;
    std::string m_path;
};

/// The word of @p known that is nearest to @p word, or empty if none is near.
std::string nearestWord(std::string_view word, std::initializer_list<std::string_view> known);

/// Text from outside as it may be shown on a terminal: control characters and bytes that are no ASCII as
/// \xNN, at most
/// @p most characters.
std::string printable(std::string_view text, std::size_t most = 80);

} // namespace fscope
