// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/gzipreader.h"
#include "core/machine/source.h"
#include "core/trace/a64record.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace fscope::trace {

/// Asked now and then while a file is read, with the number of the line; false stops the reading.
using ReadProgress = std::function<bool(std::size_t line)>;

inline constexpr std::size_t kMaxA64Records = 1'000'000;

/// Reads all records of a file and hands each to @p visit in order; the first Error, of the file or of @p
/// visit, ends it. A file without a record is an Error, as is one with more than kMaxA64Records. Memory: one
/// line.
Result<void> readA64Records(LineReader& reader, const std::function<Result<void>(A64Record&&)>& visit,
    const ReadProgress& progress = {});

/// Recorded instructions (a64-*.jsonl, possibly compressed) as intercepts: each record becomes a whole guest
/// when it is run.
class A64VectorFile final : public machine::InterceptSource
{
public:
    /// Reads the whole file; about 700 bytes of memory a record.
    static Result<std::unique_ptr<A64VectorFile>> open(
        const std::string& path, const ReadProgress& progress = {});
    /// Reads what the reader has; @p name is for titles.
    static Result<std::unique_ptr<A64VectorFile>> read(
        LineReader reader, std::string name, const ReadProgress& progress = {});

    std::string name() const override { return m_name; }
    std::string kind() const override;
    std::size_t size() const override { return m_records.size(); }
    Result<machine::InterceptSummary> summary(std::size_t index) const override;
    /// A recorded abort is given to the policy with the registers the recording has; what executed is run by
    /// our CPU model.
    Result<std::shared_ptr<const machine::InterceptRun>> run(std::size_t index,
        const hypervisor::HypervisorPolicy& policy,
        std::span<const machine::MemoryEdit> edits = {}) const override;
    /// Against `done` for an abort, against `out` for the rest; nullopt for operands whose outcome is
    /// CONSTRAINED UNPREDICTABLE and for recordings that deviate from the architecture without an abort.
    std::optional<std::vector<machine::Difference>> compare(
        std::size_t index, const machine::InterceptRun& run) const override;

    const A64Record& record(std::size_t index) const { return m_records[index]; }

private:
    std::string m_name;
    std::vector<A64Record> m_records;
};

/// The intercept a recorded abort describes.
hypervisor::Intercept interceptOf(const A64Record& record);

} // namespace fscope::trace
