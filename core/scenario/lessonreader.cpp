// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/scenario/lessonreader.h"

#include "core/hypervisor/microstep.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

namespace fscope::scenario {
namespace {

constexpr std::size_t kMaxParts = 256;
constexpr std::size_t kMaxText = 16384;

template <std::size_t... Index>
std::array<std::string, sizeof...(Index)> namesOfSteps(std::index_sequence<Index...>)
{
    using hypervisor::MicroStep;
    return { hypervisor::stepName(MicroStep(std::variant_alternative_t<Index, MicroStep> {}))... };
}

const auto& stepNames()
{
    static const auto names
        = namesOfSteps(std::make_index_sequence<std::variant_size_v<hypervisor::MicroStep>> {});
    return names;
}

/// A string, or an array of strings: one a paragraph.
std::string readText(const JsonNode& node)
{
    if (!node.isArray())
        return node.string(kMaxText);
    std::string text;
    node.elements(64, [&](std::size_t index, const JsonNode& paragraph) {
        if (index != 0)
            text += "\n\n";
        text += paragraph.string(kMaxText);
    });
    return text;
}

machine::LessonPart readPart(const JsonNode& node, std::size_t intercepts)
{
    node.onlyKeys({ "intercept", "when", "occurrence", "text" });
    machine::LessonPart part;
    if (const auto intercept = node.find("intercept"))
        part.intercept = intercept->numberIn(1, intercepts);
    if (const auto when = node.find("when")) {
        part.whenStep = when->string();
        const auto& names = stepNames();
        if (!when->failed() && std::find(names.begin(), names.end(), part.whenStep) == names.end())
            when->wrong(fmt::format("\"{}\" is no micro-step.", printable(part.whenStep)),
                fmt::format("Known micro-steps: {}.", fmt::join(names, ", ")));
    }
    if (const auto occurrence = node.find("occurrence"))
        part.occurrence = static_cast<unsigned>(occurrence->numberIn(1, 1000));
    part.text = readText(node.at("text"));
    return part;
}

machine::Lesson readLesson(const JsonNode& node, std::size_t intercepts)
{
    node.onlyKeys({ "title", "summary", "parts" });
    machine::Lesson lesson;
    lesson.title = node.at("title").string();
    lesson.summary = readText(node.at("summary"));
    node.at("parts").elements(kMaxParts,
        [&](std::size_t, const JsonNode& part) { lesson.parts.push_back(readPart(part, intercepts)); });
    return lesson;
}

} // namespace

std::map<std::string, machine::Lesson> readLessons(const JsonNode& node, std::size_t intercepts)
{
    std::map<std::string, machine::Lesson> lessons;
    node.members([&](const std::string& language, const JsonNode& one) {
        lessons[language] = readLesson(one, intercepts);
    });
    if (!node.failed() && lessons.find("en") == lessons.end())
        node.wrong("The lesson has no English text (key \"en\"), which other languages fall back to.");
    return lessons;
}

} // namespace fscope::scenario
