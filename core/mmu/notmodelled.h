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
/// Permission indirection and overlays, granule protection checks, 128-bit descriptors and the other later
/// extensions: the walkers walk as if their bits were 0. HCR_EL2.NV, NV1 and TGE they do heed; what the
/// simulated CPU would have to do then besides is not modelled. In a regime of EL2, the sentences name the
/// registers of EL1.
std::optional<Text> notModelled(const TranslationRegisters& regs);

} // namespace fscope::mmu
