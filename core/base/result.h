// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace fscope {

/// Why some outside input (a file, a command line, a register text) could not be used.
///
/// The guest's own faults are never an Error: they are data (mmu::Fault, hypervisor::Outcome).
struct Error {
    std::string what;  ///< what is wrong, a whole sentence without the place
    std::string where; ///< the place: "file.json: /memory/0/size", "trace.jsonl:12"; empty if there is none
    std::string hint;  ///< what to do now; may be empty

    /// "where: what hint", the one line both programs print.
    std::string text() const
    {
        std::string out = where.empty() ? what : where + ": " + what;
        if (!hint.empty())
            out += " " + hint;
        return out;
    }
    bool operator==(const Error&) const = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(std::string what, std::string where = {}, std::string hint = {})
{
    return tl::unexpected<Error>(Error { std::move(what), std::move(where), std::move(hint) });
}

} // namespace fscope
