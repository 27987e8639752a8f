// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"
#include "core/hypervisor/policy.h"
#include "core/machine/guest.h"
#include "core/machine/memoryedit.h"
#include "core/machine/run.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fscope::machine {

/// One row of the intercept list: what is known without running anything. What is not known is absent, never
/// zero.
struct InterceptSummary {
    std::string name;    ///< the record's id, or the author's name for it
    std::string group;   ///< encoding class of a recorded vector; empty otherwise
    bool trapped = true; ///< false: the CPU carries the instruction out without an intercept
    std::optional<std::uint64_t> esr;
    std::optional<std::uint64_t> far;
    std::optional<Ipa> ipa;
    Va pc;
    std::optional<std::uint32_t> word;
    bool operator==(const InterceptSummary&) const = default;
};

/// A difference between what a policy left behind and what a recording says.
struct Difference {
    std::string what; ///< "X5", "memory +0x123", "ESR_EL2"
    std::string expected;
    std::string actual;
    bool operator==(const Difference&) const = default;
};

/// Text of a lesson for one language, in parts shown as the steps pass.
struct LessonPart {
    std::string whenStep; ///< name of the micro-step that shows it (stepName), or empty: from the start
    unsigned occurrence = 1;
    std::string text;          ///< a few sentences; blank lines part paragraphs
    std::size_t intercept = 0; ///< of which intercept it tells, from 1; 0: of each
};
struct Lesson {
    std::string title;
    std::string summary;
    std::vector<LessonPart> parts;
};

/// Where intercepts come from: a scenario, a recorded file. Immutable once opened; safe to use from one
/// thread at a time.
class InterceptSource
{
public:
    virtual ~InterceptSource() = default;
    virtual std::string name() const = 0; ///< file or lesson name, for titles
    virtual std::string kind() const = 0; ///< "scenario", "recorded vectors"
    virtual std::size_t size() const = 0;
    virtual Result<InterceptSummary> summary(std::size_t index) const = 0;
    /// Runs intercept @p index with @p policy. A scenario's earlier intercepts are run first with the same
    /// policy.
    ///
    /// What if: @p edits are in the guest's memory before the instruction of this intercept is carried out.
    /// Where the CPU model finds the intercept, edited instructions and tables may bring another one, or none
    /// (InterceptRun::intercept is absent then); a recorded or given syndrome stays. An edit outside RAM is
    /// an Error.
    virtual Result<std::shared_ptr<const InterceptRun>> run(std::size_t index,
        const hypervisor::HypervisorPolicy& policy, std::span<const MemoryEdit> edits = {}) const
        = 0;
    /// Where the outcome differs from a recording; nullopt where there is nothing to compare with.
    virtual std::optional<std::vector<Difference>> compare(std::size_t index, const InterceptRun& run) const;
    /// The lesson's text in @p language ("en", "zh_CN"), falling back to English.
    virtual std::optional<Lesson> lesson(const std::string& language) const;
    virtual std::string preferredPolicy() const; ///< id, or empty
};

} // namespace fscope::machine
