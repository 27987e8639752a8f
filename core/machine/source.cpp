// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/machine/source.h"

namespace fscope::machine {

std::optional<std::vector<Difference>> InterceptSource::compare(std::size_t, const InterceptRun&) const
{
    return std::nullopt;
}

std::optional<Lesson> InterceptSource::lesson(const std::string&) const
{
    return std::nullopt;
}

std::string InterceptSource::preferredPolicy() const
{
    return {};
}

} // namespace fscope::machine
