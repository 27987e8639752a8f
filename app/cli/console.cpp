// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/cli/console.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

namespace fscope::cli {

Console::Console(std::FILE* out, std::FILE* err)
    : m_out(out)
    , m_err(err)
{ }

void Console::out(std::string_view text)
{
    if (text.empty())
        return; // an empty view may have no address, which fwrite() may not be given
    if (m_out == nullptr) {
        m_outText += text;
        return;
    }
    if (!m_broken && std::fwrite(text.data(), 1, text.size(), m_out) != text.size()) {
        m_broken = true;
        m_problem = errno;
    }
}

void Console::line(std::string_view text)
{
    out(text);
    out("\n");
}

void Console::err(std::string_view text)
{
    if (m_err == nullptr)
        m_errText += text;
    else
        std::fwrite(text.data(), 1, text.size(), m_err);
}

int Console::error(const Error& error)
{
    err(fmt::format("fscope: error: {}\n", cleaned(error.text())));
    return kFailure;
}

int Console::finish(int status)
{
    if (m_out == nullptr)
        return status;
    if (!m_broken && std::fflush(m_out) != 0) {
        m_broken = true;
        m_problem = errno;
    }
    if (!m_broken)
        return status;
    if (m_problem != EPIPE)
        err(fmt::format("fscope: error: The output cannot be written: {}.\n", std::strerror(m_problem)));
    return kFailure;
}

std::string cleaned(std::string_view text)
{
    std::string out(text);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto byte = static_cast<unsigned char>(out[i]);
        if (byte < 0x20 || byte == 0x7f)
            out[i] = '?';
        // C1 control characters in UTF-8: 0xc2 0x80 to 0xc2 0x9f.
        else if (byte == 0xc2 && i + 1 < out.size() && static_cast<unsigned char>(out[i + 1]) < 0xa0)
            out[i] = out[i + 1] = '?';
    }
    return out;
}

} // namespace fscope::cli
