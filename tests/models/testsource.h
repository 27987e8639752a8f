// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/machine/source.h"
#include "models/session.h"

#include <atomic>
#include <memory>
#include <vector>

namespace fscope::test {

/// What one intercept of a TestSource is about.
enum class Sample {
    PostIndexStore, ///< str w2, [x1], #4 to a PL011: ISV = 0
    SyndromeStore,  ///< str w2, [x1] to the PL011: ISV = 1
    PairStoreToRam, ///< stp x2, x3, [x1] to RAM that stage 2 does not map: ISV = 0
    NotDecodable,   ///< an instruction the policies do not know, ISV = 0
    Native,         ///< ldr w3, [x1] from RAM: the CPU carries it out
};

/// A guest with both stages on, a PL011 at IPA 0x9000000, and the instruction of @p sample at PC 0x400000.
///
/// VA 0x400000 is code and data, 0x600000 the PL011, 0x700000 RAM that stage 2 does not map. X1 is the base,
/// X2 and X3 hold 0x48 ('H') and 0x1122334455667788.
machine::Guest sampleGuest(Sample sample);

inline constexpr std::uint64_t kCodeVa = 0x400000;
inline constexpr std::uint64_t kUartVa = 0x600000;
inline constexpr std::uint64_t kUartIpa = 0x9000000;
inline constexpr std::uint64_t kDataVa = 0x700000;
inline constexpr std::uint64_t kDataIpa = 0x40080000;
inline constexpr std::uint64_t kDataPa = 0x50080000;

/// What tests may do to a source while it is open.
struct SourceControl {
    std::atomic<bool> runsWait { false };     ///< run() waits while true
    std::atomic<int> runs { 0 };              ///< how often run() was called
    std::atomic<int> failingIntercept { -1 }; ///< run() of this one gives an Error
};

/// Intercepts built in code; each starts from a guest of its own, as recorded ones do.
///
/// Its lesson is there if @c withLesson; intercept 1 differs from its "recording" in two places, intercept 0
/// in none.
class TestSource final : public machine::InterceptSource
{
public:
    TestSource(std::string name, std::vector<Sample> samples, std::shared_ptr<SourceControl> control);
    bool withLesson = false;
    std::string policy;

    std::string name() const override { return m_name; }
    std::string kind() const override { return "test"; }
    std::size_t size() const override { return m_samples.size(); }
    Result<machine::InterceptSummary> summary(std::size_t index) const override;
    Result<std::shared_ptr<const machine::InterceptRun>> run(std::size_t index,
        const hypervisor::HypervisorPolicy& policy,
        std::span<const machine::MemoryEdit> edits = {}) const override;
    std::optional<std::vector<machine::Difference>> compare(
        std::size_t index, const machine::InterceptRun& run) const override;
    std::optional<machine::Lesson> lesson(const std::string& language) const override;
    std::string preferredPolicy() const override { return policy; }

private:
    std::string m_name;
    std::vector<Sample> m_samples;
    std::shared_ptr<SourceControl> m_control;
};

/// Opens the names tests use:
/// "all" one of each sample, with a lesson; "uart" three stores to the PL011; "many" 4000 intercepts; "empty"
/// none; "hvf" (and what ends so) prefers QEMU/HVF; "broken" an Error with a place; "slow" as "uart", waits
/// until told or cancelled.
struct TestOpener {
    std::shared_ptr<SourceControl> control = std::make_shared<SourceControl>();
    std::shared_ptr<std::atomic<bool>> slowMayFinish = std::make_shared<std::atomic<bool>>(false);
    std::shared_ptr<std::atomic<int>> cancelled = std::make_shared<std::atomic<int>>(0);

    models::Opener opener() const;
};

} // namespace fscope::test
