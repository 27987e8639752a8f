// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/vmxerror.h"

#include "core/arch/vmxrows.h"

#include <algorithm>
#include <array>

namespace fscope::arch::vmx {
namespace {

constexpr const char* kSource
    = "Intel SDM volume 3C, \"VMX Instruction Reference\", VM-Instruction Error Numbers";

constexpr std::array kErrors {
    InstructionError { 1, FSCOPE_TR("Core", "VMCALL executed in VMX root operation"),
        FSCOPE_TR("Core", "VMCALL outside a guest is meant for the SMM monitor only, and there is none.") },
    InstructionError { 2, FSCOPE_TR("Core", "VMCLEAR with invalid physical address"),
        FSCOPE_TR("Core", "The operand is not aligned to 4 KBytes or is wider than the physical address.") },
    InstructionError { 3, FSCOPE_TR("Core", "VMCLEAR with VMXON pointer"),
        FSCOPE_TR("Core", "The operand is the VMXON region, which is not a VMCS.") },
    InstructionError { 4, FSCOPE_TR("Core", "VMLAUNCH with non-clear VMCS"),
        FSCOPE_TR(
            "Core", "The current VMCS was launched already: enter it with VMRESUME, or VMCLEAR it first.") },
    InstructionError { 5, FSCOPE_TR("Core", "VMRESUME with non-launched VMCS"),
        FSCOPE_TR("Core", "The current VMCS was never launched on this processor: enter it with VMLAUNCH.") },
    InstructionError { 6,
        FSCOPE_TR("Core", "VMRESUME after VMXOFF (VMXOFF and VMXON between VMLAUNCH and VMRESUME)"),
        FSCOPE_TR("Core", "VMX operation was left and entered again since the VMCS was launched.") },
    InstructionError { 7, FSCOPE_TR("Core", "VM entry with invalid control field(s)"),
        FSCOPE_TR("Core",
            "A control is not supported, contradicts another one, or the event to inject or the EPTP is not "
            "valid. "
            "The number names one fault, not the only one.") },
    InstructionError { 8, FSCOPE_TR("Core", "VM entry with invalid host-state field(s)"),
        FSCOPE_TR("Core",
            "A host register, selector, base or MSR field could not be loaded on an exit. The number names "
            "one "
            "fault, not the only one.") },
    InstructionError { 9, FSCOPE_TR("Core", "VMPTRLD with invalid physical address"),
        FSCOPE_TR("Core", "The operand is not aligned to 4 KBytes or is wider than the physical address.") },
    InstructionError { 10, FSCOPE_TR("Core", "VMPTRLD with VMXON pointer"),
        FSCOPE_TR("Core", "The operand is the VMXON region, which is not a VMCS.") },
    InstructionError { 11, FSCOPE_TR("Core", "VMPTRLD with incorrect VMCS revision identifier"),
        FSCOPE_TR("Core",
            "The first 4 bytes of the region are not the revision identifier of IA32_VMX_BASIC, or mark a "
            "shadow "
            "VMCS where there can be none.") },
    InstructionError { 12, FSCOPE_TR("Core", "VMREAD/VMWRITE from/to unsupported VMCS component"),
        FSCOPE_TR("Core", "The register operand encodes a field that this processor does not have.") },
    InstructionError { 13, FSCOPE_TR("Core", "VMWRITE to read-only VMCS component"),
        FSCOPE_TR("Core",
            "The field holds exit information, and this processor does not let software write those.") },
    InstructionError { 15, FSCOPE_TR("Core", "VMXON executed in VMX root operation"),
        FSCOPE_TR("Core", "The processor is in VMX operation already.") },
    InstructionError { 16, FSCOPE_TR("Core", "VM entry with invalid executive-VMCS pointer"),
        FSCOPE_TR("Core", "On a return from SMM the executive-VMCS pointer is misaligned or too wide.") },
    InstructionError { 17, FSCOPE_TR("Core", "VM entry with non-launched executive VMCS"),
        FSCOPE_TR("Core", "On a return from SMM the executive VMCS was not launched.") },
    InstructionError { 18,
        FSCOPE_TR("Core",
            "VM entry with executive-VMCS pointer not VMXON pointer (when attempting to deactivate the "
            "dual-monitor "
            "treatment of SMIs and SMM)"),
        FSCOPE_TR("Core", "Ending the dual-monitor treatment needs the VMXON pointer as executive VMCS.") },
    InstructionError { 19,
        FSCOPE_TR("Core",
            "VMCALL with non-clear VMCS (when attempting to activate the dual-monitor treatment of SMIs and "
            "SMM)"),
        FSCOPE_TR("Core", "Starting the dual-monitor treatment needs a VMCS that is clear.") },
    InstructionError { 20, FSCOPE_TR("Core", "VMCALL with invalid VM-exit control fields"),
        FSCOPE_TR("Core", "Starting the dual-monitor treatment checks the VM-exit controls.") },
    InstructionError { 22,
        FSCOPE_TR("Core",
            "VMCALL with incorrect MSEG revision identifier (when attempting to activate the dual-monitor "
            "treatment "
            "of SMIs and SMM)"),
        FSCOPE_TR("Core", "The MSEG header holds another revision identifier than the processor's.") },
    InstructionError { 23, FSCOPE_TR("Core", "VMXOFF under dual-monitor treatment of SMIs and SMM"),
        FSCOPE_TR("Core", "VMX operation cannot be left while the SMM monitor is active.") },
    InstructionError { 24,
        FSCOPE_TR("Core",
            "VMCALL with invalid SMM-monitor features (when attempting to activate the dual-monitor "
            "treatment of "
            "SMIs and SMM)"),
        FSCOPE_TR("Core", "The MSEG header asks for features that do not exist.") },
    InstructionError { 25,
        FSCOPE_TR("Core",
            "VM entry with invalid VM-execution control fields in executive VMCS (when attempting to return "
            "from "
            "SMM)"),
        FSCOPE_TR("Core", "On a return from SMM the executive VMCS has controls that are not valid.") },
    InstructionError { 26, FSCOPE_TR("Core", "VM entry with events blocked by MOV SS"),
        FSCOPE_TR("Core", "VMLAUNCH or VMRESUME directly follows a MOV to SS or a POP of SS.") },
    InstructionError { 28, FSCOPE_TR("Core", "Invalid operand to INVEPT/INVVPID"),
        FSCOPE_TR("Core",
            "The type is not supported, or the descriptor has reserved bits or a bad value for it.") },
};

constexpr auto kValues = [] {
    std::array<NamedValue, kErrors.size()> out {};
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = { kErrors[i].number, kErrors[i].text };
    return out;
}();

constexpr std::array kFields { table::code("error", 31, 0, FSCOPE_TR("Core", "VM-instruction error"),
    FSCOPE_TR("Core",
        "Why the last VMX instruction that failed with ZF = 1 did so. After CF = 1 there is no current VMCS "
        "and no "
        "number."),
    kValues, kSource) };

constexpr RegisterLayout kLayout { "VM-instruction error", FSCOPE_TR("Core", "VM-instruction error (0x4400)"),
    32, kFields };

} // namespace

std::span<const InstructionError> instructionErrors()
{
    return kErrors;
}

const InstructionError* instructionError(std::uint32_t number)
{
    const auto found = std::find_if(kErrors.begin(), kErrors.end(),
        [number](const InstructionError& row) { return row.number == number; });
    return found == kErrors.end() ? nullptr : &*found;
}

const RegisterLayout& instructionErrorLayout()
{
    return kLayout;
}

Text describeInstructionError(std::uint32_t number)
{
    if (const InstructionError* row = instructionError(number))
        return { FSCOPE_TR("Core", "VM-instruction error %1: %2"), { std::to_string(number), row->text } };
    return { FSCOPE_TR("Core", "VM-instruction error %1: not defined"), { std::to_string(number) } };
}

} // namespace fscope::arch::vmx
