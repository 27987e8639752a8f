// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/vmxlayout.h"
#include "core/arch/vmxreason.h"

namespace fscope::arch::vmx {

/// The kind of instruction information that an exit of this basic reason has; None where it is undefined.
InfoKind instructionInfoKind(unsigned basic);

/// The 32-bit VM-exit instruction information (VMCS encoding 0x440e). Io depends on Context::stringIo, Gdtr
/// on Context::mode64. Reasons without it have a layout without a defined row.
const RegisterLayout& instructionInfoLayout(unsigned basic, const Context& context = {});
const RegisterLayout& instructionInfoLayout(InfoKind kind, const Context& context = {});

/// A field encoding of the VMCS: the register operand of VMREAD and VMWRITE.
const RegisterLayout& vmcsEncodingLayout();

} // namespace fscope::arch::vmx
