// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/vmxlayout.h"
#include "core/arch/vmxreason.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace fscope::arch::vmx {

/// What one VM exit (or failed VM entry) left in the VMCS, as far as it is known.
struct VmxExit {
    std::uint32_t reason = 0;
    std::optional<std::uint64_t> qualification;
    std::optional<std::uint32_t> interruptionInfo; ///< exiting event
    std::optional<std::uint32_t> interruptionErrorCode;
    std::optional<std::uint32_t> idtVectoring; ///< original event
    std::optional<std::uint32_t> idtVectoringErrorCode;
    std::optional<std::uint32_t> instructionInfo;
    std::optional<std::uint32_t> instructionLength;
    std::optional<std::uint64_t> guestLinear;
    std::optional<std::uint64_t> guestPhysical;
    /// What is known of processor and controls. describe() derives the event, the address size, the string
    /// instruction and the validity of the original event from the fields above where they tell.
    Context context;
};

/// One field of the VMCS, decoded.
struct DecodedField {
    Text title;
    const RegisterLayout* layout = nullptr;
    std::uint64_t value = 0;
    std::vector<FieldValue> fields;
};

struct ExitDescription {
    Text sentence; ///< "EPT violation: data write to guest-physical 0x9000000, which is not mapped"
    std::vector<DecodedField> fields; ///< those that were given, the reason first
    std::vector<Text> notes;          ///< what does not fit together or means nothing here; sentences
};

/// Never fails; values that no processor writes are decoded and noted.
ExitDescription describe(const VmxExit& exit);

/// The context that describe() uses: that of the exit with what its fields tell filled in.
Context contextOf(const VmxExit& exit);

const RegisterLayout& guestLinearLayout();       ///< VMCS encoding 0x640a
const RegisterLayout& guestPhysicalLayout();     ///< VMCS encoding 0x2400
const RegisterLayout& instructionLengthLayout(); ///< VMCS encoding 0x440c

} // namespace fscope::arch::vmx
