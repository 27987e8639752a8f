// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/cli/commands.h"
#include "app/cli/jsonline.h"
#include "core/hypervisor/policy.h"
#include "core/sources/lessons.h"

#include <fmt/format.h>

#include <algorithm>

namespace fscope::cli {

int listLessons(bool json, Console& console)
{
    const std::vector<sources::LessonInfo> lessons = sources::listLessons();
    std::size_t width = 0;
    for (const sources::LessonInfo& lesson : lessons)
        width = std::max(width, lesson.name.size());
    for (const sources::LessonInfo& lesson : lessons) {
        if (json)
            writeJsonLine(console,
                { { "type", "lesson" }, { "name", lesson.name }, { "title", lesson.title },
                    { "summary", lesson.summary }, { "intercepts", lesson.intercepts } });
        else
            console.line(fmt::format("{:<{}}  {}", lesson.name, width, lesson.title));
    }
    return kSuccess;
}

int listPolicies(bool json, Console& console)
{
    std::size_t width = 0;
    for (const hypervisor::HypervisorPolicy* policy : hypervisor::policies())
        width = std::max(width, std::string_view(policy->id()).size());
    for (const hypervisor::HypervisorPolicy* policy : hypervisor::policies()) {
        if (json)
            writeJsonLine(
                console, { { "type", "policy" }, { "id", policy->id() }, { "name", policy->displayName() } });
        else
            console.line(fmt::format("{:<{}}  {}", policy->id(), width, policy->displayName()));
    }
    return kSuccess;
}

} // namespace fscope::cli
