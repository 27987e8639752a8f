// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"
#include "core/machine/source.h"
#include "core/trace/a64vectors.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace fscope::trace {

enum class Verdict : std::uint8_t { Passed, Failed, Skipped };

/// What re-executing one record gave.
struct RecordVerdict {
    Verdict verdict = Verdict::Skipped;
    std::string reason;    ///< Skipped: why
    std::string notJudged; ///< of a record that was judged: the half that was not, and why; mostly empty
    std::string half;      ///< Failed: "abort", "done" or "exec"; empty for records without halves
    std::vector<machine::Difference> differences; ///< Failed
};

/// Executes a record's instruction with our CPU model and compares with the recording.
///
/// An abort is judged twice: the guest as recorded must raise the recorded intercept and be left unchanged;
/// with every page mapped, the instruction must do what `done` says. Skipped are classes our instruction
/// table does not model and operands that are CONSTRAINED UNPREDICTABLE; where a recording is known to
/// deviate from the architecture, its other half is judged. A class the table has to model (loads and stores
/// of one register and of pairs, PRFM) is never skipped for a missing row.
RecordVerdict verifyA64Record(const A64Record& record);

/// One failed record, for people.
struct VerifyFailure {
    std::string file;
    std::string id;
    std::string group;
    std::string instruction;
    RecordVerdict verdict;
};

struct VerifyReport {
    std::size_t passed = 0;
    std::size_t failed = 0;
    std::size_t skipped = 0;
    std::map<std::string, std::size_t> skippedBecause;
    std::map<std::string, std::size_t> notJudged;
    std::vector<VerifyFailure> failures; ///< the first ones
};

/// Adds all records of one file to @p report, keeping at most @p maxFailures failures in it. Cost: about 30
/// µs a record.
Result<void> verifyA64File(const std::string& path, std::size_t maxFailures, VerifyReport& report,
    const ReadProgress& progress = {});
/// The same for records that are already open.
void verifyA64Records(const A64VectorFile& file, std::size_t maxFailures, VerifyReport& report);

} // namespace fscope::trace
