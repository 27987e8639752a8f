// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"

#include <cstdio>
#include <string>
#include <string_view>

namespace fscope::cli {

/// Exit statuses of fscope.
enum ExitStatus : int {
    kSuccess = 0,
    kFailure = 1,  ///< bad input, or a verification with failures
    kBadUsage = 2, ///< the command line
};

/// Where a command writes: both streams of the process, or strings in tests.
///
/// A reader that goes away early (`| head`) is no error worth a message: writing stops and isBroken() tells.
class Console
{
public:
    /// Writes to the given streams.
    Console(std::FILE* out, std::FILE* err);
    /// Keeps what is written.
    Console() = default;

    void out(std::string_view text);
    void line(std::string_view text = {});
    void err(std::string_view text);
    /// "fscope: error: …"; gives kFailure.
    int error(const Error& error);

    /// Writes what is buffered. The status to exit with: @p status, or kFailure where output was lost.
    int finish(int status);
    bool isBroken() const { return m_broken; }

    const std::string& outText() const { return m_outText; }
    const std::string& errText() const { return m_errText; }

private:
    std::FILE* m_out = nullptr;
    std::FILE* m_err = nullptr;
    bool m_broken = false;
    int m_problem = 0; ///< errno of the write that failed
    std::string m_outText;
    std::string m_errText;
};

/// Text from a file as a terminal may be given it: control characters, line ends among them, become "?".
std::string cleaned(std::string_view text);

} // namespace fscope::cli
