// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// The messages that carry values, by who prints them. The format strings are those of the programs named;
/// versions as far as they differ.

#include "core/trace/fromtext.h"

#include <array>

namespace fscope::trace {
namespace {

// clang-format off
constexpr std::array kForms {
    // KVM's tracepoints as the kernel, trace-cmd (formatted and -R) and perf print them
    TextForm { "KVM tracepoint", "kvm_guest_fault: ipa {ipa:x}, hsr {esr:x}, hxfar {far:x}, pc {pc:x}" },
    TextForm { "KVM tracepoint", "kvm_guest_fault: vcpu_pc={pc:x} hsr={esr:x} hxfar={far:x} ipa={ipa:x}" },
    TextForm { "KVM tracepoint", "kvm_guest_fault(vcpu_pc: {pc:d}, hsr: {esr:d}, hxfar: {far:d}, ipa: {ipa:d})" },
    TextForm { "KVM tracepoint", "HSR_EC: {ec:0x} (*), PC: {pc:x}" },
    TextForm { "KVM tracepoint", "kvm_exit: ret=*esr_ec={ec:x} vcpu_pc={pc:x}" },
    TextForm { "KVM tracepoint", "kvm_exit(ret: *, esr_ec: {ec:d}, vcpu_pc: {pc:d})" },
    TextForm { "KVM tracepoint", "kvm_entry: PC: {pc:x}" },
    TextForm { "KVM tracepoint", "kvm_exit(vcpu_pc: {pc:d})" },
    TextForm { "KVM tracepoint", "kvm_entry: CAN'T FIND FIELD *PC: {pc:x}" },
    TextForm { "KVM tracepoint", "kvm_entry: vcpu_pc={pc:x}" },
    TextForm { "KVM tracepoint", "kvm_entry(vcpu_pc: {pc:d})" },
    TextForm { "KVM tracepoint", "kvm_mmio_nisv: ipa {ipa:x}, esr {esr:x}, far {far:x}, pc {pc:x}" },
    TextForm { "KVM tracepoint", "kvm_mmio_nisv: vcpu_pc={pc:x} esr={esr:x} far={far:x} ipa={ipa:x}" },
    TextForm { "KVM tracepoint", "kvm_mmio_nisv(vcpu_pc: {pc:d}, esr: {esr:d}, far: {far:d}, ipa: {ipa:d})" },
    TextForm { "KVM tracepoint", "kvm_mmio: mmio * len * gpa {ipa:x}" },
    TextForm { "KVM tracepoint", "kvm_mmio: type=* len=* gpa={ipa:x}" },
    TextForm { "KVM tracepoint", "kvm_mmio(type: *, len: *, gpa: {ipa:d}" },
    TextForm { "KVM tracepoint", "kvm_access_fault: IPA: {ipa:x}" },
    TextForm { "KVM tracepoint", "kvm_access_fault: ipa={ipa:x}" },
    TextForm { "KVM tracepoint", "kvm_access_fault(ipa: {ipa:d}" },
    TextForm { "KVM tracepoint", "kvm_sys_access: PC: {pc:x} * ({op0:d},{op1:d},{crn:d},{crm:d},{op2:d}) {dir:w}" },
    TextForm { "KVM tracepoint",
        "kvm_sys_access: *vcpu_pc={pc:x} is_write={iswrite:d} * Op0={op0:d} Op1={op1:d} CRn={crn:d} CRm={crm:d} "
        "Op2={op2:d}" },
    TextForm { "KVM tracepoint", "kvm_handle_sys_reg: HSR {esr:x}" },
    TextForm { "KVM tracepoint", "kvm_handle_sys_reg: hsr={esr:x}" },
    TextForm { "KVM tracepoint", "kvm_handle_sys_reg(hsr: {esr:d}" },
    TextForm { "KVM tracepoint", "HVC at {pc:0x} (r0:" },
    TextForm { "KVM tracepoint", "kvm_hvc_arm64: vcpu_pc={pc:x}" },
    TextForm { "KVM tracepoint", "guest executed wf* at: {pc:x}" },
    TextForm { "KVM tracepoint", "kvm_wfx_arm64: vcpu_pc={pc:x}" },
    // QEMU, -d int
    TextForm { "QEMU -d int", "...with ESR {ec:0x}/{esr:0x}" },
    TextForm { "QEMU -d int", "...with FAR {far:0x}" },
    TextForm { "QEMU -d int", "...with SPSR {spsr:0x}" },
    TextForm { "QEMU -d int", "...with ELR {pc:0x}" },
    TextForm { "QEMU -d int", "...to EL* PC {pc:0x} PSTATE {spsr:0x}" },
    TextForm { "QEMU -d int", "Exception return from AArch* to AArch* PC {pc:0x}" },
    // QEMU with KVM and HVF
    TextForm { "QEMU", "Data abort exception triggered by guest memory access at physical address: {ipa:0x}" },
    TextForm { "QEMU", "PC={pc:16} X00=" },
    TextForm { "QEMU", "PSTATE={spsr:8}" },
    TextForm { "QEMU HVF", "data abort: [va={far:0x} pa={ipa:0x}" },
    TextForm { "QEMU HVF", "data abort: [pc={pc:0x} va={far:0x} pa={ipa:0x}" },
    TextForm { "QEMU HVF", "hvf_exit exit: {esr:0x} [ec={ec:0x} pc={pc:0x}]" },
    TextForm { "QEMU HVF", "{pc:0x}: unhandled exception ec={ec:0x}" },
    // Linux: oops and user fault
    TextForm { "Linux oops", "Unable to handle kernel * at virtual address {far1:16}" },
    TextForm { "Linux oops", "ESR = {esr1:0x}" },
    TextForm { "Linux oops", "Internal error: *: {esr1:8+} [#" },
    TextForm { "Linux oops", "pgdp={base:16}" },
    TextForm { "Linux oops", "[{far1:16}] pgd={pgd:16}" },
    TextForm { "Linux oops", "] pgd=*, p4d={p4d:16}" },
    TextForm { "Linux oops", "] pgd=*, pud={pud:16}" },
    TextForm { "Linux oops", "] pgd=*, pmd={pmd:16}" },
    TextForm { "Linux oops", "] pgd=*, pte={pte:16}" },
    TextForm { "Linux oops", "pc : {pc:16}" },
    TextForm { "Linux oops", "pstate: {spsr:8+} (" },
    TextForm { "Linux oops", "Code: * ({insn:8})" },
    TextForm { "Linux user fault", "unhandled exception: *, ESR {esr1:0x}," },
    // Linux: KVM's own messages and a panic of its EL2 part
    TextForm { "KVM", "Unsupported FSC: EC={ec:x} xFSC=* ESR_EL2={esr:x}" },
    TextForm { "KVM", "Unknown exception class: esr: {esr:x}" },
    TextForm { "KVM", "Unknown exception class: hsr: {esr:x}" },
    TextForm { "KVM", "Unsupported guest sys_reg access at: {pc:x} [{spsr:x}]" },
    TextForm { "KVM", "{ Op0({op0:d}), Op1({op1:d}), CRn({crn:d}), CRm({crm:d}), Op2({op2:d}), func_{dir:w}" },
    TextForm { "KVM nVHE panic", "hyp panic at: [<{pc:16}>]" },
    TextForm { "KVM nVHE panic", "PS:{spsr:8+} PC:{pc:16} ESR:{esr:8+}" },
    TextForm { "KVM nVHE panic", "FAR:{far:16} HPFAR:{hpfar:16} PAR:{par:16}" },
    // Xen
    TextForm { "Xen", "HSR={esr:0x} pc={pc:0x} gva={far:0x} gpa={ipa:0x}" },
    TextForm { "Xen", "Unsupported FSC: HSR={esr:0x}" },
    TextForm { "Xen", "Guest Trap. HSR={esr:0x}" },
    TextForm { "Xen", "Hypervisor Trap. HSR={esr:0x}" },
    TextForm { "Xen", "ESR_EL2: {esr:8+}" },
    TextForm { "Xen", "HPFAR_EL2: {hpfar:16}" },
    TextForm { "Xen", "FAR_EL2: {far:16}" },
    TextForm { "Xen", "ESR_EL1: {esr1:8+}" },
    TextForm { "Xen", "FAR_EL1: {far1:16}" },
    TextForm { "Xen", "PC: {pc:16}" },
    TextForm { "Xen", "CPSR: {spsr:8+}" },
    TextForm { "Xen", "HCR_EL2: {hcr:8+}" },
    TextForm { "Xen", "VTCR_EL2: {vtcr:8+}" },
    TextForm { "Xen", "VTTBR_EL2: {vttbr:16}" },
    TextForm { "Xen", "TCR_EL1: {tcr:8+}" },
    TextForm { "Xen", "SCTLR_EL1: {sctlr:8+}" },
    // Jailhouse, Bao, Hafnium, m1n1
    TextForm { "Jailhouse", "Unhandled data read at {ipa:0x}(" },
    TextForm { "Jailhouse", "Unhandled data write at {ipa:0x}(" },
    TextForm { "Jailhouse", "FATAL: instruction abort at {ipa:0x}" },
    TextForm { "Jailhouse", "FATAL: Invalid MMIO *, address: {ipa:x}, size:" },
    TextForm { "Jailhouse", "pc: {pc:16} lr: * spsr: {spsr:8+} EL" },
    TextForm { "Jailhouse", "elr: {pc:16} esr: {ecilss:s}" },
    TextForm { "Bao", "no emulation handler for abort({far:0x} at {pc:0x})" },
    TextForm { "Bao", "no information to handle data abort ({far:0x})" },
    TextForm { "Bao", "ELR: {pc:0x}" },
    TextForm { "Hafnium", "Data abort: pc={pc:x}, esr={esr:x}, ec={ec:x}, far={far:x}" },
    TextForm { "Hafnium", "Data abort: pc={pc:x}, esr={esr:x}, ec={ec:x}, far=invalid" },
    TextForm { "Hafnium", "Instruction abort: pc={pc:x}, esr={esr:x}, ec={ec:x}, far={far:x}" },
    TextForm { "Hafnium", "lower sync exception pc={pc:x}, esr={esr:x}, ec={ec:x}" },
    TextForm { "m1n1, Bao", "ESR: {esr:0x}" },
    TextForm { "m1n1, Bao", "FAR: {far:0x}" },
    TextForm { "m1n1", "PC: {pc:0x} (rel:" },
    TextForm { "m1n1", "HV: Unmapped IPA {ipa:0x}" },
    TextForm { "m1n1", "store not emulated: {insn:0x} at {ipa:0x}" },
    TextForm { "m1n1", "load not emulated: {insn:0x} at {ipa:0x}" },
    // VMMs
    TextForm { "OpenVMM", "exception esr={esr:d} va={far:d} pa={ipa:d}" },
    TextForm { "OpenVMM", "invalid instruction syndrome in ESR_EL2 {esr:x}" },
    TextForm { "Cloud Hypervisor", "Guest MMIO read from unregistered address {ipa:0x}" },
    TextForm { "Cloud Hypervisor", "Guest MMIO write to unregistered address {ipa:0x}" },
    TextForm { "kvmtool", "Ignoring MMIO * at {ipa:16} (length" },
};
// clang-format on

} // namespace

std::span<const TextForm> textForms()
{
    return kForms;
}

} // namespace fscope::trace
