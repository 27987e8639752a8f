// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fscope::sources {

/// One lesson that is part of the programs.
struct LessonInfo {
    std::string name; ///< what openSource() takes: "post-index-store"
    std::string title;
    std::string summary; ///< one paragraph
    std::size_t intercepts = 0;
};

/// The names of the lessons in teaching order; the first is the one Faultscope opens with.
std::span<const std::string_view> lessonNames();

/// The lessons in teaching order, with their texts in @p language ("en", "zh_CN"; English where there is
/// none).
std::vector<LessonInfo> listLessons(const std::string& language = "en");

/// The path of a lesson among the embedded files: "lessons/post-index-store.json".
std::string lessonPath(std::string_view name);

/// The name of the recorded sample that is part of the programs.
inline constexpr std::string_view kSampleName = "sample";
inline constexpr std::string_view kSamplePath = "samples/aborts.jsonl.gz";

} // namespace fscope::sources
