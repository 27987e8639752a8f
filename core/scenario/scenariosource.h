// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/machine/source.h"
#include "core/scenario/scenario.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fscope::scenario {

/// A scenario as a source of intercepts: intercept i + 1 happens to the guest as the policy left it after
/// intercept i.
class ScenarioSource final : public machine::InterceptSource
{
public:
    /// Builds the guest and runs every intercept once with the preferred policy, so that a scenario whose
    /// instruction does not trap is refused here, with its JSON path, and the list of intercepts is known.
    static Result<std::unique_ptr<ScenarioSource>> open(Scenario scenario);
    /// Reads the text of a scenario and opens it.
    static Result<std::unique_ptr<ScenarioSource>> read(std::string_view text, const std::string& file);

    std::string name() const override { return m_scenario.name; }
    std::string kind() const override;
    std::size_t size() const override { return m_scenario.intercepts.size(); }
    /// As the preferred policy comes to it.
    Result<machine::InterceptSummary> summary(std::size_t index) const override;
    Result<std::shared_ptr<const machine::InterceptRun>> run(std::size_t index,
        const hypervisor::HypervisorPolicy& policy,
        std::span<const machine::MemoryEdit> edits = {}) const override;
    /// Against the author's `expect`.
    std::optional<std::vector<machine::Difference>> compare(
        std::size_t index, const machine::InterceptRun& run) const override;
    std::optional<machine::Lesson> lesson(const std::string& language) const override;
    std::string preferredPolicy() const override { return m_scenario.policy; }

    const Scenario& scenario() const { return m_scenario; }

private:
    /// The guest and the intercept as the policy finds them; no intercept if the CPU carries the instruction
    /// out by itself, which it has not done yet then.
    struct Moment {
        machine::Guest guest;
        std::optional<hypervisor::Intercept> intercept;
    };
    static machine::Guest carriedOut(Moment moment, const hypervisor::HypervisorPolicy& policy);
    explicit ScenarioSource(Scenario scenario, machine::Guest guest);
    Result<Moment> trap(
        machine::Guest guest, std::size_t index, std::span<const machine::MemoryEdit> edits = {}) const;
    Result<void> prepare(machine::Guest& guest, std::size_t index) const;
    std::string place(std::size_t index) const;

    Scenario m_scenario;
    machine::Guest m_start;
    std::vector<machine::InterceptSummary> m_summaries;
};

} // namespace fscope::scenario
