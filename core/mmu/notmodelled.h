// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/base/text.h"
#include "core/mmu/walk.h"

#include <optional>

namespace fscope::mmu {

/// The first setting of @p regs that the program cannot show as the architecture says, as a sentence that
/// names register and field; nullopt if there is none. For those who load registers from outside and refuse
/// such a guest. Settings of a stage that is off, or of a half of the VA space without walks, do not count.
///
/// The walker ignores big-endian tables, FEAT_S2FWB, the EL2&0 regime and nested virtualization: it walks as
/// if they were off. Granules other than 4 KiB and 52-bit descriptors it walks; the tables of fields that
/// explain a descriptor bit by bit know the 48-bit descriptors of the 4 KiB granule only.
std::optional<Text> notModelled(const TranslationRegisters& regs);

} // namespace fscope::mmu
