// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/sources/lessons.h"

#include "core/base/embedded.h"
#include "core/scenario/scenario.h"

#include <fmt/format.h>

#include <array>

namespace fscope::sources {
namespace {

constexpr std::array<std::string_view, 7> kLessons {
    "post-index-store",
    "isv1-load",
    "ldp-device",
    "stage1-fault",
    "read-only-page",
    "unhandled-instruction",
    "stale-translation",
};

} // namespace

std::span<const std::string_view> lessonNames()
{
    return kLessons;
}

std::string lessonPath(std::string_view name)
{
    return fmt::format("lessons/{}.json", name);
}

std::vector<LessonInfo> listLessons(const std::string& language)
{
    std::vector<LessonInfo> lessons;
    for (const std::string_view name : kLessons) {
        const EmbeddedFile* file = embeddedFile(lessonPath(name));
        if (file == nullptr)
            continue;
        const Result<scenario::Scenario> scenario = scenario::readScenario(file->bytes, std::string(name));
        if (!scenario)
            continue; // a test reads them all
        LessonInfo info { std::string(name), scenario->title, {}, scenario->intercepts.size() };
        auto text = scenario->lessons.find(language);
        if (text == scenario->lessons.end())
            text = scenario->lessons.find("en");
        if (text != scenario->lessons.end()) {
            info.title = text->second.title;
            info.summary = text->second.summary;
        }
        lessons.push_back(std::move(info));
    }
    return lessons;
}

} // namespace fscope::sources
