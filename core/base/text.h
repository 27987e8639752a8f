// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <string>
#include <vector>

/// Marks a text of the core for the translation tools; the value is the English text itself.
#define FSCOPE_TR(context, text) text

namespace fscope {

/// A sentence for people, made in the core and translated, if at all, above it.
///
/// @c pattern is an English sentence with numbered places %1 … %9 (a literal marked by FSCOPE_TR("Core", …),
/// so that it is also the key of the translation); @c args fill them. Arguments are names, numbers and
/// addresses, spelled the same in each language, or further Texts.
struct Text {
    std::string pattern;
    std::vector<Text> args;

    Text() = default;
    Text(const char* literal)
        : pattern(literal)
    { }
    Text(std::string literal)
        : pattern(std::move(literal))
    { }
    Text(const char* literal, std::vector<Text> arguments)
        : pattern(literal)
        , args(std::move(arguments))
    { }
    bool empty() const { return pattern.empty(); }
    /// The English sentence.
    std::string str() const;
    bool operator==(const Text&) const = default;
};

} // namespace fscope
