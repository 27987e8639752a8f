// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/trace/mmurecord.h"
#include "core/trace/verify.h"

#include <string>

namespace fscope::trace {

/// Makes one access of a record with our walkers, on memory as the record lists it.
/// @param trace  if set, receives the descriptor reads
MmuAnswer answerOf(const MmuRecord& record, const MmuOp& op, mmu::WalkTrace* trace = nullptr);

/// Adds each access of a file of recorded translations (mmu.jsonl, possibly compressed) to @p report, keeping
/// at most @p maxFailures failures in it.
///
/// An access is judged by its whole answer, that of the architecture where the recorded CPU deviates from it:
/// PAR_EL1; or that it completed, and the value loaded; or the Exception level that took the exception with
/// ESR, FAR and HPFAR; each word of memory that changed; and the descriptor reads, one by one, where they
/// are listed. Bits that the architecture leaves open are not compared. Skipped are accesses whose answer
/// depends on an IMPLEMENTATION DEFINED choice, counted by its name. A file that is not such a list is an
/// Error that names the line. Memory: one line.
Result<void> verifyMmuFile(const std::string& path, std::size_t maxFailures, VerifyReport& report,
    const ReadProgress& progress = {});
/// The same for lines that are already open.
Result<void> verifyMmuLines(
    LineReader& reader, std::size_t maxFailures, VerifyReport& report, const ReadProgress& progress = {});

} // namespace fscope::trace
