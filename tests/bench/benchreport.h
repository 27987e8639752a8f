// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Benchmarks with a limit, over Google Benchmark. A program is one or more files of
///
///     #include "tests/bench/benchreport.h"
///
///     FSCOPE_BENCH("one intercept, ISV=0 post-index store", "ns", 100, false, [](benchmark::State& state) {
///         auto machine = …;                       // not measured
///         for (auto _ : state)                    // measured, as often as it takes to be sure
///             benchmark::DoNotOptimize(machine.step());
///     });
///
/// listed by fscope_bench(bench_machine LAYERS machine) in tests/bench/CMakeLists.txt; main() comes with it.
/// Arguments: name, unit, limit, whether higher is better, function. A limit of 0 means none. Names are
/// unique and say what a person waits for. The unit says what the figure is:
///
/// | unit                        | figure                                                            |
/// | --------------------------- | ----------------------------------------------------------------- |
/// | ns, us, ms, s               | real time of one turn of the loop                                 |
/// | …/s, with k, M or G before it | state.SetItemsProcessed(n) per second: "M records/s", "k steps/s" |
/// | B/s, KiB/s, MiB/s, GiB/s    | state.SetBytesProcessed(n) per second                             |
/// | anything else               | state.counters["value"], which also wins over the rows above      |
///
/// What cannot be turned in a loop (starting a program, opening a large file, bytes per record) is a function
/// without arguments that returns the figure in its unit; it is called three times:
///
///     FSCOPE_BENCH("opening 10 M records", "ms", 200, false, [] { return millisecondsToOpen(); });
///
/// The figure reported is the median of three runs. state.SkipWithError("why") leaves a benchmark out and
/// says why. Lambdas with commas outside parentheses are fine: the macro takes them as they are.
///
/// The program prints a table, and takes
///     --filter RE    only the names in which RE is found (ECMAScript)
///     --json OUT     also write [{"name", "value", "unit", "limit", "higher_is_better"}, …], one object a
///     line
///     --list         only print the names
///     --quick        one short run each: does it still run?
/// It ends with 0 whatever the figures are (they are for people to judge), and with 1 if a benchmark could
/// not run or an argument is wrong.

#pragma once

#include <benchmark/benchmark.h>

#include <functional>
#include <string>
#include <type_traits>

namespace fscope::bench {

struct Entry {
    std::string name;
    std::string unit;
    double limit = 0; ///< 0 for none
    bool higherIsBetter = false;
    std::function<void(benchmark::State&)> loop; ///< exactly one of loop and once is set
    std::function<double()> once;
};

/// Adds to the list main() runs, in the order of registration. Returns true so that a static can call it.
bool add(Entry entry);

/// Runs what the arguments ask for; the exit code of the program.
int run(int argc, char** argv);

template <typename Function>
bool add(std::string name, std::string unit, double limit, bool higherIsBetter, Function function)
{
    Entry entry { std::move(name), std::move(unit), limit, higherIsBetter, {}, {} };
    if constexpr (std::is_invocable_v<Function, benchmark::State&>)
        entry.loop = std::move(function);
    else
        entry.once = std::move(function);
    return add(std::move(entry));
}

} // namespace fscope::bench

#define FSCOPE_BENCH_JOIN2(a, b) a##b
#define FSCOPE_BENCH_JOIN(a, b) FSCOPE_BENCH_JOIN2(a, b)
#define FSCOPE_BENCH(name, unit, limit, higherIsBetter, ...)                                                 \
    [[maybe_unused]] static const bool FSCOPE_BENCH_JOIN(fscopeBench, __COUNTER__)                           \
        = fscope::bench::add(name, unit, limit, higherIsBetter, __VA_ARGS__)
