// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "tests/bench/benchreport.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <regex>
#include <string_view>
#include <utility>
#include <vector>

namespace fscope::bench {
namespace {

constexpr int kRepetitions = 3;

std::vector<Entry>& entries()
{
    static std::vector<Entry> list;
    return list;
}

struct Unit {
    std::string_view name;
    double perBase; ///< how many of this unit are one second, or one byte per second
};
constexpr std::array kTimes { Unit { "ns", 1e9 }, Unit { "us", 1e6 }, Unit { "ms", 1e3 }, Unit { "s", 1 } };
constexpr std::array kByteRates { Unit { "B/s", 1 }, Unit { "KiB/s", 1.0 / 1024 },
    Unit { "MiB/s", 1.0 / (1024 * 1024) }, Unit { "GiB/s", 1.0 / (1024.0 * 1024 * 1024) } };
constexpr std::array kPrefixes { Unit { "k ", 1e-3 }, Unit { "M ", 1e-6 }, Unit { "G ", 1e-9 } };

const Unit* named(const auto& units, std::string_view name)
{
    const auto found = std::ranges::find(units, name, &Unit::name);
    return found == units.end() ? nullptr : &*found;
}

std::optional<double> counter(const benchmark::BenchmarkReporter::Run& run, const char* name)
{
    const auto found = run.counters.find(name);
    return found == run.counters.end() ? std::nullopt : std::optional(static_cast<double>(found->second));
}

/// The figure of one run in the entry's unit, by the table in the header; empty if the function did not set
/// it.
std::optional<double> figure(const Entry& entry, const benchmark::BenchmarkReporter::Run& run)
{
    if (const auto value = counter(run, "value"))
        return value;
    if (const Unit* unit = named(kTimes, entry.unit)) {
        const auto turns = static_cast<double>(std::max<std::int64_t>(run.iterations, 1));
        return run.real_accumulated_time / turns * unit->perBase;
    }
    if (const Unit* unit = named(kByteRates, entry.unit)) {
        const auto rate = counter(run, "bytes_per_second");
        return rate ? std::optional(*rate * unit->perBase) : rate;
    }
    if (entry.unit.ends_with("/s")) {
        double factor = 1;
        for (const Unit& prefix : kPrefixes) {
            if (entry.unit.starts_with(prefix.name))
                factor = prefix.perBase;
        }
        const auto rate = counter(run, "items_per_second");
        return rate ? std::optional(*rate * factor) : rate;
    }
    return std::nullopt;
}

/// Collects the figures of every repetition and lets nothing be printed but errors.
class Collector : public benchmark::BenchmarkReporter
{
public:
    explicit Collector(const std::map<std::string, const Entry*>& byName)
        : m_byName(byName)
    { }

    bool ReportContext(const Context&) override { return true; }
    void ReportRuns(const std::vector<Run>& runs) override
    {
        for (const Run& run : runs) {
            if (run.run_type != Run::RT_Iteration)
                continue;
            const auto entry = m_byName.find(run.run_name.function_name);
            if (entry == m_byName.end())
                continue;
            if (run.error_occurred)
                errors[entry->first] = run.error_message;
            else if (const auto value = figure(*entry->second, run))
                figures[entry->first].push_back(*value);
            else
                errors[entry->first] = "did not set what its unit, " + entry->second->unit + ", is made from";
        }
    }

    std::map<std::string, std::vector<double>> figures;
    std::map<std::string, std::string> errors;

private:
    const std::map<std::string, const Entry*>& m_byName;
};

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

struct Arguments {
    std::optional<std::regex> filter;
    std::string json;
    bool list = false;
    bool quick = false;
    std::string error;
};

Arguments parse(int argc, char** argv)
{
    Arguments arguments;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const char* value = i + 1 < argc ? argv[i + 1] : nullptr;
        if (word == "--list") {
            arguments.list = true;
        } else if (word == "--quick") {
            arguments.quick = true;
        } else if ((word == "--filter" || word == "--json") && value == nullptr) {
            arguments.error = std::string(word) + " needs a value";
        } else if (word == "--json") {
            arguments.json = value;
            ++i;
        } else if (word == "--filter") {
            try {
                arguments.filter.emplace(value);
            } catch (const std::regex_error& error) {
                arguments.error = "--filter " + std::string(value) + ": " + error.what();
            }
            ++i;
        } else {
            arguments.error = "unknown argument " + std::string(word)
                + "; there are --filter RE, --json OUT, --list and --quick";
        }
    }
    return arguments;
}

/// A figure and its unit, with as many decimals as tell something.
std::string shown(double value, const std::string& unit)
{
    const double size = std::abs(value);
    const int decimals = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    std::array<char, 64> text {};
    std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
    return std::string(text.data()) + " " + unit;
}

/// The places @p text takes on a terminal: bytes that continue a UTF-8 sequence take none.
std::size_t places(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }));
}

std::string padded(const std::string& text, std::size_t width, bool right = false)
{
    const std::size_t used = places(text);
    const std::string space(used < width ? width - used : 0, ' ');
    return right ? space + text : text + space;
}

struct Row {
    const Entry* entry;
    std::optional<double> value;
    std::string error;
};

std::string verdict(const Row& row)
{
    if (!row.value)
        return "not run: " + row.error;
    if (row.entry->limit <= 0)
        return {};
    const bool within
        = row.entry->higherIsBetter ? *row.value >= row.entry->limit : *row.value <= row.entry->limit;
    if (within)
        return "PASS";
    return row.entry->higherIsBetter ? "under the limit" : "over the limit";
}

void print(const std::vector<Row>& rows)
{
    // Wide enough that the tables of several programs line up as a rule.
    std::array<std::size_t, 3> widths { 52, 16, 24 };
    std::vector<std::array<std::string, 3>> cells;
    for (const Row& row : rows) {
        const Entry& entry = *row.entry;
        const std::string bound = entry.higherIsBetter ? "at least " : "at most ";
        auto& cell = cells.emplace_back();
        cell = { entry.name, row.value ? shown(*row.value, entry.unit) : "-",
            entry.limit > 0 ? bound + shown(entry.limit, entry.unit) : "" };
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], places(cell[i]));
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::cout << padded(cells[i][0], widths[0]) << "  " << padded(cells[i][1], widths[1], true) << "  "
                  << padded(cells[i][2], widths[2], true) << "  " << verdict(rows[i]) << '\n';
    }
}

bool write(const std::vector<Row>& rows, const std::string& path)
{
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << "[\n";
    const char* separator = "";
    for (const Row& row : rows) {
        if (!row.value)
            continue;
        const nlohmann::ordered_json object { { "name", row.entry->name }, { "value", *row.value },
            { "unit", row.entry->unit }, { "limit", row.entry->limit },
            { "higher_is_better", row.entry->higherIsBetter } };
        out << separator << object.dump();
        separator = ",\n";
    }
    out << "\n]\n";
    return static_cast<bool>(out.flush());
}

/// A function that measures for itself, in the shape Google Benchmark runs.
void runOnce(benchmark::State& state, const Entry& entry)
{
    for (auto _ : state)
        state.counters["value"] = entry.once();
}

} // namespace

bool add(Entry entry)
{
    entries().push_back(std::move(entry));
    return true;
}

int run(int argc, char** argv)
{
    const Arguments arguments = parse(argc, argv);
    if (!arguments.error.empty()) {
        std::cerr << argv[0] << ": " << arguments.error << '\n';
        return 1;
    }
    std::vector<const Entry*> chosen;
    std::map<std::string, const Entry*> byName;
    for (const Entry& entry : entries()) {
        if (arguments.filter && !std::regex_search(entry.name, *arguments.filter))
            continue;
        if (!byName.emplace(entry.name, &entry).second) {
            std::cerr << argv[0] << ": two benchmarks are called \"" << entry.name << "\"\n";
            return 1;
        }
        chosen.push_back(&entry);
    }
    if (arguments.list) {
        for (const Entry* entry : chosen)
            std::cout << entry->name << '\n';
        return 0;
    }

    const int repetitions = arguments.quick ? 1 : kRepetitions;
    for (const Entry* entry : chosen) {
        if (entry->once) {
            const auto function = [entry](benchmark::State& state) { runOnce(state, *entry); };
            benchmark::RegisterBenchmark(entry->name.c_str(), function)
                ->Iterations(1)
                ->Repetitions(repetitions);
        } else {
            benchmark::RegisterBenchmark(entry->name.c_str(), entry->loop)
                ->MinTime(arguments.quick ? 0.001 : 0.25)
                ->Repetitions(repetitions)
                ->UseRealTime();
        }
    }
    int none = 1;
    benchmark::Initialize(&none, argv);
    Collector collector(byName);
    if (!chosen.empty())
        benchmark::RunSpecifiedBenchmarks(&collector);

    std::vector<Row> rows;
    bool complete = true;
    for (const Entry* entry : chosen) {
        const auto values = collector.figures.find(entry->name);
        const auto error = collector.errors.find(entry->name);
        if (error == collector.errors.end() && values != collector.figures.end()) {
            rows.push_back({ entry, median(values->second), {} });
        } else {
            rows.push_back({ entry, std::nullopt, error == collector.errors.end() ? "" : error->second });
            complete = false;
        }
    }
    print(rows);
    if (!arguments.json.empty() && !write(rows, arguments.json)) {
        std::cerr << argv[0] << ": cannot write " << arguments.json << '\n';
        return 1;
    }
    return complete ? 0 : 1;
}

} // namespace fscope::bench
