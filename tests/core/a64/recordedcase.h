// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/a64/cpustate.h"
#include "core/base/bytes.h"
#include "core/base/splitmix.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdint>
#include <string>

namespace fscope::test {

/// Registers and the data window: what an instruction of the recorded vectors may change.
struct CaseState {
    static constexpr std::size_t kWindowBytes = 3 * kPageSize;

    a64::CpuState cpu;
    std::array<std::uint8_t, kWindowBytes> window {};
    bool operator==(const CaseState&) const = default;
};

inline std::uint64_t hexNumber(const std::string& text)
{
    return std::stoull(text, nullptr, 16);
}

inline U128 hexNumber128(const std::string& text)
{
    const std::string digits = text.substr(2);
    return { hexNumber(digits.substr(16)), hexNumber(digits.substr(0, 16)) };
}

/// The state before a line of a64-exec.jsonl or a64-abort.jsonl: listed values, and the rest drawn from its
/// seed.
inline CaseState stateBefore(const nlohmann::json& line)
{
    CaseState state;
    a64::CpuState& cpu = state.cpu;
    const std::uint64_t seed = hexNumber(line.at("seed"));
    for (unsigned i = 0; i < cpu.x.size(); ++i)
        cpu.x[i] = splitmix(seed, 1 + i);
    for (const auto& [key, value] : line.at("x").items())
        cpu.x.at(std::stoul(key)) = hexNumber(value);
    for (unsigned i = 0; i < cpu.v.size(); ++i)
        cpu.v[i] = { splitmix(seed, 0x40 + 2 * i), splitmix(seed, 0x41 + 2 * i) };
    cpu.spEl0 = hexNumber(line.at("sp_el0"));
    cpu.spEl1 = hexNumber(line.at("sp_el1"));
    cpu.pc = hexNumber(line.at("pc"));
    cpu.pstate = arch::pstate::mode(line.at("el").get<unsigned>(), line.at("spsel").get<unsigned>() != 0);
    if (line.value("be", false))
        cpu.translation.sctlr |= 1U << 24;
    for (std::size_t w = 0; w < state.window.size() / 8; ++w)
        storeLe(&state.window[w * 8], splitmix(seed, 0x1000 + w), 8);
    return state;
}

/// @p state with the changes that an `exec` outcome lists.
inline CaseState applied(CaseState state, const nlohmann::json& outcome)
{
    a64::CpuState& cpu = state.cpu;
    cpu.pc = hexNumber(outcome.at("pc"));
    // Named, because items() of a temporary would not keep it alive.
    const nlohmann::json none = nlohmann::json::object();
    const nlohmann::json& general = outcome.contains("x") ? outcome["x"] : none;
    const nlohmann::json& vectors = outcome.contains("v") ? outcome["v"] : none;
    const nlohmann::json& memory = outcome.contains("mem") ? outcome["mem"] : none;
    for (const auto& [key, value] : general.items())
        cpu.x.at(std::stoul(key)) = hexNumber(value);
    for (const auto& [key, value] : vectors.items())
        cpu.v.at(std::stoul(key)) = hexNumber128(value);
    if (outcome.contains("sp_el0"))
        cpu.spEl0 = hexNumber(outcome["sp_el0"]);
    if (outcome.contains("sp_el1"))
        cpu.spEl1 = hexNumber(outcome["sp_el1"]);
    for (const nlohmann::json& run : memory) {
        const std::string digits = run.at(1);
        for (std::size_t i = 0; i < digits.size() / 2; ++i)
            state.window.at(run.at(0).get<std::size_t>() + i)
                = static_cast<std::uint8_t>(hexNumber(digits.substr(i * 2, 2)));
    }
    return state;
}

} // namespace fscope::test
