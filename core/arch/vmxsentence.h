// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/arch/vmxexit.h"

/// Not for other layers: describe() gives the sentence.
namespace fscope::arch::vmx {

/// One sentence for the whole exit; @p context is that of contextOf().
Text exitSentence(const VmxExit& exit, const Context& context);

} // namespace fscope::arch::vmx
