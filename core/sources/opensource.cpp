// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/sources/opensource.h"

#include "core/base/embedded.h"
#include "core/base/gzipreader.h"
#include "core/base/json.h"
#include "core/scenario/scenariosource.h"
#include "core/sources/lessons.h"
#include "core/trace/a64vectors.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace fscope::sources {
namespace {

using Source = std::unique_ptr<machine::InterceptSource>;

enum class Kind : std::uint8_t { Scenario, Vectors, Unknown };

bool endsWith(const std::string& path, std::initializer_list<std::string_view> endings)
{
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        return path.size() >= ending.size()
            && path.compare(path.size() - ending.size(), ending.size(), ending) == 0;
    });
}

/// Recorded files that are no intercepts to run, told by keys of their records.
struct OtherFormat {
    const char* key;
    const char* andKey;
    const char* what;
    const char* hint;
};
constexpr OtherFormat kOtherFormats[] {
    { "esr", "fields", "This is a file of recorded syndromes.", "fscope verify esr compares with it." },
    { "ops", "tcr", "This is a file of recorded translations.", "fscope verify mmu compares with it." },
    { "mode", "seed", "This is a file of what another hypervisor did.",
        "Its intercepts are run from a file of recorded aborts." },
    { "pstate", "seed", "This is a file of data-processing instructions.", "They access no memory." },
};

const OtherFormat* otherFormat(const nlohmann::json& record)
{
    const auto* const found = std::find_if(std::begin(kOtherFormats), std::end(kOtherFormats),
        [&](const OtherFormat& row) { return record.contains(row.key) && record.contains(row.andKey); });
    return found == std::end(kOtherFormats) ? nullptr : found;
}

/// What the first line that is not blank says. A record is an object on one line; a scenario is an object
/// too, mostly over many.
Kind kindOf(std::string_view line, const std::string& path, const OtherFormat*& other)
{
    const std::size_t start = line.find_first_not_of(" \t\r");
    if (start == std::string_view::npos || line[start] != '{')
        return Kind::Unknown;
    const Result<nlohmann::json> json = parseJson(line, path);
    if (!json) // the line ends inside the object, or it is broken: then the name decides which reader says so
        return endsWith(path, { ".jsonl", ".jsonl.gz" }) ? Kind::Vectors : Kind::Scenario;
    if (json->contains("fscope_scenario"))
        return Kind::Scenario;
    other = otherFormat(*json);
    if (other != nullptr)
        return Kind::Unknown;
    if (json->contains("insn") || json->contains("seed") || endsWith(path, { ".jsonl", ".jsonl.gz" }))
        return Kind::Vectors;
    return json->contains("memory") || json->contains("intercepts") ? Kind::Scenario : Kind::Unknown;
}

template <typename Derived>
Result<Source> asSource(Result<std::unique_ptr<Derived>> source)
{
    return std::move(source).map([](std::unique_ptr<Derived>&& opened) { return Source(std::move(opened)); });
}

Result<Source> openFile(const std::string& path, const OpenOptions& options)
{
    Kind kind = Kind::Unknown;
    const OtherFormat* other = nullptr;
    std::string place;
    {
        Result<LineReader> reader = LineReader::open(path);
        if (!reader)
            return tl::unexpected<Error>(reader.error());
        while (true) {
            const Result<std::optional<std::string_view>> line = reader->next();
            if (!line)
                return tl::unexpected<Error>(line.error());
            if (!*line)
                break;
            place = reader->place();
            if ((*line)->find_first_not_of(" \t\r") == std::string_view::npos)
                continue;
            kind = kindOf(**line, path, other);
            break;
        }
    }
    switch (kind) {
    case Kind::Scenario:
        return readWholeFile(path, scenario::kMaxScenarioBytes).and_then([&](const std::string& text) {
            return asSource(scenario::ScenarioSource::read(text, path));
        });
    case Kind::Vectors:
        return asSource(trace::A64VectorFile::open(path, options.progress));
    case Kind::Unknown:
        break;
    }
    if (other != nullptr)
        return fail(other->what, place, other->hint);
    return fail("This is neither a scenario nor a file of recorded vectors.",
        place.empty() ? path + ":1" : place,
        "Open a scenario (JSON), recorded aborts (JSONL, possibly gzip-compressed), or a lesson by its "
        "name.");
}

/// Whether somebody who typed this may have meant a lesson.
bool maybeLesson(const std::string& nameOrPath)
{
    std::error_code unreadable;
    return !nameOrPath.empty() && nameOrPath.find_first_of("/.") == std::string::npos
        && !std::filesystem::exists(nameOrPath, unreadable);
}

std::string knownNames()
{
    std::string names(kSampleName);
    for (const std::string_view lesson : lessonNames())
        names.append(", ").append(lesson);
    return names;
}

} // namespace

Result<Source> openSource(const std::string& nameOrPath, const OpenOptions& options)
{
    if (nameOrPath == kSampleName) {
        if (const EmbeddedFile* file = embeddedFile(kSamplePath))
            return LineReader::fromBytes(file->bytes, std::string(kSampleName))
                .and_then([&](LineReader&& reader) {
                    return asSource(trace::A64VectorFile::read(
                        std::move(reader), std::string(kSampleName), options.progress));
                });
    }
    const auto names = lessonNames();
    if (std::find(names.begin(), names.end(), nameOrPath) != names.end())
        if (const EmbeddedFile* file = embeddedFile(lessonPath(nameOrPath)))
            return asSource(scenario::ScenarioSource::read(file->bytes, nameOrPath));
    if (maybeLesson(nameOrPath))
        return fail("There is no lesson and no file of this name.", nameOrPath,
            fmt::format("Known names are {}.", knownNames()));
    return openFile(nameOrPath, options);
}

} // namespace fscope::sources
