// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/vmxlayout.h"
#include "core/arch/vmxreason.h"

namespace fscope::arch::vmx {

/// The kind of qualification that an exit of this basic reason has: for reason 0 that of Context::event.
QualificationKind qualificationKind(unsigned basic, const Context& context = {});

/// The 64-bit exit qualification (VMCS encoding 0x6400) of an exit of this basic reason. Reasons without a
/// qualification, and reasons that are not defined, have a layout without a defined row.
///
/// The rows depend on the context as follows: Displacement on addressSize; Nmi on nmiSource; MsrList on
/// msrBitmaps; Ept on modeBasedExecute, advancedEptInformation and supervisorShadowStack. Cost: a look-up
/// after the first call.
const RegisterLayout& exitQualificationLayout(unsigned basic, const Context& context = {});
const RegisterLayout& exitQualificationLayout(QualificationKind kind, const Context& context = {});

namespace table {
std::vector<Field> eptQualificationRows(const Context& context); // vmxaccess.cpp
std::vector<Field> apicAccessRows();
} // namespace table

} // namespace fscope::arch::vmx
