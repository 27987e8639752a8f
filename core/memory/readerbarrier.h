// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

namespace fscope::memory::detail {

/// Once, before the first reader: whether readerBarrier() makes every running thread of the process execute a
/// memory barrier. If not, readers need a fence each.
bool prepareReaderBarrier();
/// The barrier; at least a fence of the calling thread.
void readerBarrier();

} // namespace fscope::memory::detail
