// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/vmxreason.h"

#include "core/arch/vmxrows.h"
#include "core/base/bits.h"

#include <algorithm>
#include <array>

namespace fscope::arch::vmx {
namespace {

using Q = QualificationKind;
using I = InfoKind;
using L = LengthRule;

constexpr const char* kSource = "Intel SDM volume 3C, \"VM Exits\", Basic VM-Exit Information";

constexpr std::array kReasons {
    ExitReason { 0, "EXCEPTION_NMI", FSCOPE_TR("Core", "Exception or non-maskable interrupt (NMI)"), Q::Event,
        I::None, L::Some,
        FSCOPE_TR("Core",
            "An exception that the exception bitmap selects, or an NMI with \"NMI exiting\"; the "
            "exiting-event field says which.") },
    ExitReason { 1, "EXTERNAL_INTERRUPT", FSCOPE_TR("Core", "External interrupt"), Q::None, I::None, L::No,
        FSCOPE_TR("Core",
            "An interrupt arrived with \"external-interrupt exiting\"; its vector is known only with "
            "\"acknowledge interrupt on exit\".") },
    ExitReason { 2, "TRIPLE_FAULT", FSCOPE_TR("Core", "Triple fault"), Q::None, I::None, L::No,
        FSCOPE_TR("Core", "An exception occurred while the double fault was being delivered.") },
    ExitReason { 3, "INIT", FSCOPE_TR("Core", "INIT signal"), Q::None, I::None, L::No,
        FSCOPE_TR("Core", "An INIT signal arrived.") },
    ExitReason { 4, "SIPI", FSCOPE_TR("Core", "Start-up IPI (SIPI)"), Q::Sipi, I::None, L::No,
        FSCOPE_TR("Core", "A start-up IPI arrived in the wait-for-SIPI state.") },
    ExitReason { 5, "IO_SMI", FSCOPE_TR("Core", "I/O system-management interrupt (SMI)"), Q::Io, I::None,
        L::No,
        FSCOPE_TR("Core",
            "An SMI arrived right after an I/O instruction, under the dual-monitor treatment of SMM.") },
    ExitReason { 6, "OTHER_SMI", FSCOPE_TR("Core", "Other SMI"), Q::None, I::None, L::No,
        FSCOPE_TR("Core", "Any other SMI under the dual-monitor treatment of SMM.") },
    ExitReason { 7, "INTERRUPT_WINDOW", FSCOPE_TR("Core", "Interrupt window"), Q::None, I::None, L::No,
        FSCOPE_TR("Core",
            "With \"interrupt-window exiting\": the guest can take an interrupt now (RFLAGS.IF is 1 and "
            "nothing blocks).") },
    ExitReason { 8, "NMI_WINDOW", FSCOPE_TR("Core", "NMI window"), Q::None, I::None, L::No,
        FSCOPE_TR("Core", "With \"NMI-window exiting\": nothing blocks an NMI any more.") },
    ExitReason { 9, "TASK_SWITCH", FSCOPE_TR("Core", "Task switch"), Q::TaskSwitch, I::None, L::Some,
        FSCOPE_TR("Core", "The guest switched tasks by hardware, which always exits.") },
    ExitReason { 10, "CPUID", FSCOPE_TR("Core", "CPUID"), Q::None, I::None, L::Yes,
        FSCOPE_TR("Core", "CPUID always exits.") },
    ExitReason { 11, "GETSEC", FSCOPE_TR("Core", "GETSEC"), Q::None, I::None, L::Yes,
        FSCOPE_TR("Core", "GETSEC always exits.") },
    ExitReason { 12, "HLT", FSCOPE_TR("Core", "HLT"), Q::None, I::None, L::Yes,
        FSCOPE_TR("Core", "HLT with \"HLT exiting\".") },
    ExitReason { 13, "INVD", FSCOPE_TR("Core", "INVD"), Q::None, I::None, L::Yes,
        FSCOPE_TR("Core", "INVD always exits.") },
    ExitReason { 14, "INVLPG", FSCOPE_TR("Core", "INVLPG"), Q::Linear, I::None, L::Yes,
        FSCOPE_TR("Core", "INVLPG with \"INVLPG exiting\".") },
    ExitReason { 15, "RDPMC", FSCOPE_TR("Core", "RDPMC"), Q::None, I::None, L::Yes,
        FSCOPE_TR("Core", "RDPMC with \"RDPMC exiting\".") },
    ExitReason { 16, "RDTSC", FSCOPE_TR("Core", "RDTSC"), Q::None, I::None, L::Yes,
        FSCOPE_TR("Core", "RDTSC with \"RDTSC exiting\".") },
    ExitReason { 17, "RSM", FSCOPE_TR("Core", "RSM"), Q::None, I::None, L::Yes,
        FSCOPE_TR("Core", "RSM in SMM under the dual-monitor treatment.") },
    ExitReason { 18, "VMCALL", FSCOPE_TR("Core", "VMCALL"), Q::None, I::None, L::Yes,
        FSCOPE_TR("Core", "The guest made a hypercall; VMCALL always exits.") },
    ExitReason { 19, "VMCLEAR", FSCOPE_TR("Core", "VMCLEAR"), Q::Displacement, I::Memory, L::Yes,
        FSCOPE_TR("Core", "VMCLEAR always exits.") },
    ExitReason { 20, "VMLAUNCH", FSCOPE_TR("Core", "VMLAUNCH"), Q::None, I::None, L::Yes,
        FSCOPE_TR("Core", "VMLAUNCH always exits.") },
    ExitReason { 21, "VMPTRLD", FSCOPE_TR("Core", "VMPTRLD"), Q::Displacement, I::Memory, L::Yes,
        FSCOPE_TR("Core", "VMPTRLD always exits.") },
    ExitReason { 22, "VMPTRST", FSCOPE_TR("Core", "VMPTRST"), Q::Displacement, I::Memory, L::Yes,
        FSCOPE_TR("Core", "VMPTRST always exits.") },
    ExitReason { 23, "VMREAD", FSCOPE_TR("Core", "VMREAD"), Q::Displacement, I::Vmread, L::Yes,
        FSCOPE_TR("Core", "VMREAD that VMCS shadowing did not take.") },
    ExitReason { 24, "VMRESUME", FSCOPE_TR("Core", "VMRESUME"), Q::None, I::None, L::Yes,
        FSCOPE_TR("Core", "VMRESUME always exits.") },
    ExitReason { 25, "VMWRITE", FSCOPE_TR("Core", "VMWRITE"), Q::Displacement, I::Vmread, L::Yes,
        FSCOPE_TR("Core", "VMWRITE that VMCS shadowing did not take.") },
    ExitReason { 26, "VMXOFF", FSCOPE_TR("Core", "VMXOFF"), Q::None, I::None, L::Yes,
        FSCOPE_TR("Core", "VMXOFF always exits.") },
    ExitReason { 27, "VMXON", FSCOPE_TR("Core", "VMXON"), Q::Displacement, I::Memory, L::Yes,
        FSCOPE_TR("Core", "VMXON always exits.") },
    ExitReason { 28, "CR_ACCESS", FSCOPE_TR("Core", "Control-register access"), Q::Cr, I::None, L::Yes,
        FSCOPE_TR("Core",
            "MOV to or from a control register, CLTS or LMSW that the controls, masks or targets select.") },
    ExitReason { 29, "MOV_DR", FSCOPE_TR("Core", "MOV DR"), Q::Dr, I::None, L::Yes,
        FSCOPE_TR("Core", "MOV to or from a debug register with \"MOV-DR exiting\".") },
    ExitReason { 30, "IO_INSTRUCTION", FSCOPE_TR("Core", "I/O instruction"), Q::Io, I::Io, L::Yes,
        FSCOPE_TR("Core", "IN, OUT, INS or OUTS to a port that the controls or the I/O bitmaps select.") },
    ExitReason { 31, "RDMSR", FSCOPE_TR("Core", "RDMSR"), Q::None, I::None, L::Yes,
        FSCOPE_TR("Core",
            "RDMSR without MSR bitmaps, of an MSR outside their ranges (0 to 1fffH, c0000000H to c0001fffH), "
            "or of one they select. ECX holds the number.") },
    ExitReason { 32, "WRMSR", FSCOPE_TR("Core", "WRMSR or WRMSRNS"), Q::Wrmsr, I::None, L::Yes,
        FSCOPE_TR("Core",
            "WRMSR or WRMSRNS without MSR bitmaps, to an MSR outside their ranges, or to one they select. "
            "ECX holds the number, EDX:EAX the value.") },
    ExitReason { 33, "ENTRY_FAIL_GUEST_STATE",
        FSCOPE_TR("Core", "VM-entry failure due to invalid guest state"), Q::EntryGuest, I::None, L::No,
        FSCOPE_TR("Core",
            "The entry failed its checks of the guest state after the host state had been committed to; it "
            "ends like an exit.") },
    ExitReason { 34, "ENTRY_FAIL_MSR_LOAD", FSCOPE_TR("Core", "VM-entry failure due to MSR loading"),
        Q::EntryMsr, I::None, L::No,
        FSCOPE_TR("Core", "An entry of the VM-entry MSR-load area could not be loaded.") },
    ExitReason { 36, "MWAIT", FSCOPE_TR("Core", "MWAIT"), Q::Mwait, I::None, L::Yes,
        FSCOPE_TR("Core", "MWAIT with \"MWAIT exiting\".") },
    ExitReason { 37, "MONITOR_TRAP_FLAG", FSCOPE_TR("Core", "Monitor trap flag"), Q::None, I::None, L::No,
        FSCOPE_TR("Core",
            "With \"monitor trap flag\": after one instruction, or because a pending MTF exit was "
            "injected.") },
    ExitReason { 39, "MONITOR", FSCOPE_TR("Core", "MONITOR"), Q::None, I::None, L::Yes,
        FSCOPE_TR("Core", "MONITOR with \"MONITOR exiting\".") },
    ExitReason { 40, "PAUSE", FSCOPE_TR("Core", "PAUSE"), Q::None, I::None, L::Yes,
        FSCOPE_TR("Core",
            "PAUSE with \"PAUSE exiting\", or a loop of them with \"PAUSE-loop exiting\"; the exit does not "
            "tell which.") },
    ExitReason { 41, "ENTRY_FAIL_MACHINE_CHECK",
        FSCOPE_TR("Core", "VM-entry failure due to machine-check event"), Q::None, I::None, L::No,
        FSCOPE_TR("Core", "A machine-check event occurred during the entry.") },
    ExitReason { 43, "TPR_BELOW_THRESHOLD", FSCOPE_TR("Core", "TPR below threshold"), Q::None, I::None, L::No,
        FSCOPE_TR("Core", "The TPR shadow fell below the TPR threshold.") },
    ExitReason { 44, "APIC_ACCESS", FSCOPE_TR("Core", "APIC access"), Q::ApicAccess, I::None, L::Some,
        FSCOPE_TR("Core", "The guest touched the APIC-access page in a way that is not virtualized.") },
    ExitReason { 45, "VIRTUALIZED_EOI", FSCOPE_TR("Core", "Virtualized EOI"), Q::Eoi, I::None, L::No,
        FSCOPE_TR("Core", "EOI virtualization met a vector that the EOI-exit bitmap selects.") },
    ExitReason { 46, "GDTR_IDTR_ACCESS", FSCOPE_TR("Core", "Access to GDTR or IDTR"), Q::Displacement,
        I::Gdtr, L::Yes, FSCOPE_TR("Core", "LGDT, LIDT, SGDT or SIDT with \"descriptor-table exiting\".") },
    ExitReason { 47, "LDTR_TR_ACCESS", FSCOPE_TR("Core", "Access to LDTR or TR"), Q::Displacement, I::Ldtr,
        L::Yes, FSCOPE_TR("Core", "LLDT, LTR, SLDT or STR with \"descriptor-table exiting\".") },
    ExitReason { 48, "EPT_VIOLATION", FSCOPE_TR("Core", "EPT violation"), Q::Ept, I::None, L::Some,
        FSCOPE_TR("Core", "The EPT entries are well formed and do not allow the access.") },
    ExitReason { 49, "EPT_MISCONFIGURATION", FSCOPE_TR("Core", "EPT misconfiguration"), Q::None, I::None,
        L::No,
        FSCOPE_TR("Core",
            "An EPT entry that is present holds a value that is not supported. The instruction length is "
            "undefined, though some processors fill it in.") },
    ExitReason { 50, "INVEPT", FSCOPE_TR("Core", "INVEPT"), Q::Displacement, I::Invept, L::Yes,
        FSCOPE_TR("Core", "INVEPT always exits.") },
    ExitReason { 51, "RDTSCP", FSCOPE_TR("Core", "RDTSCP"), Q::None, I::None, L::Yes,
        FSCOPE_TR("Core", "RDTSCP with \"enable RDTSCP\" and \"RDTSC exiting\".") },
    ExitReason { 52, "PREEMPTION_TIMER", FSCOPE_TR("Core", "VMX-preemption timer expired"), Q::None, I::None,
        L::No, FSCOPE_TR("Core", "The VMX-preemption timer counted down to 0.") },
    ExitReason { 53, "INVVPID", FSCOPE_TR("Core", "INVVPID"), Q::Displacement, I::Invept, L::Yes,
        FSCOPE_TR("Core", "INVVPID always exits.") },
    ExitReason { 54, "WBINVD", FSCOPE_TR("Core", "WBINVD or WBNOINVD"), Q::Wbinvd, I::None, L::Yes,
        FSCOPE_TR("Core", "WBINVD or WBNOINVD with \"WBINVD exiting\".") },
    ExitReason { 55, "XSETBV", FSCOPE_TR("Core", "XSETBV"), Q::None, I::None, L::Yes,
        FSCOPE_TR("Core", "XSETBV always exits.") },
    ExitReason { 56, "APIC_WRITE", FSCOPE_TR("Core", "APIC write"), Q::ApicWrite, I::None, L::No,
        FSCOPE_TR("Core", "A write to the virtual-APIC page was done and needs the VMM's help.") },
    ExitReason { 57, "RDRAND", FSCOPE_TR("Core", "RDRAND"), Q::None, I::Rdrand, L::Yes,
        FSCOPE_TR("Core", "RDRAND with \"RDRAND exiting\".") },
    ExitReason { 58, "INVPCID", FSCOPE_TR("Core", "INVPCID"), Q::Displacement, I::Invept, L::Yes,
        FSCOPE_TR("Core", "INVPCID with \"enable INVPCID\" and \"INVLPG exiting\".") },
    ExitReason { 59, "VMFUNC", FSCOPE_TR("Core", "VMFUNC"), Q::None, I::None, L::Yes,
        FSCOPE_TR("Core", "VMFUNC of a function that is not enabled or that failed.") },
    ExitReason { 60, "ENCLS", FSCOPE_TR("Core", "ENCLS"), Q::None, I::None, L::Yes,
        FSCOPE_TR("Core", "ENCLS of a leaf (EAX) that the ENCLS-exiting bitmap selects.") },
    ExitReason { 61, "RDSEED", FSCOPE_TR("Core", "RDSEED"), Q::None, I::Rdrand, L::Yes,
        FSCOPE_TR("Core", "RDSEED with \"RDSEED exiting\".") },
    ExitReason { 62, "PML_FULL", FSCOPE_TR("Core", "Page-modification log full"), Q::Pml, I::None, L::Some,
        FSCOPE_TR(
            "Core", "A dirty or accessed flag was to be set while the log index was outside 0 to 511.") },
    ExitReason { 63, "XSAVES", FSCOPE_TR("Core", "XSAVES"), Q::Displacement, I::Memory, L::Yes,
        FSCOPE_TR("Core", "XSAVES of a component that the XSS-exiting bitmap selects.") },
    ExitReason { 64, "XRSTORS", FSCOPE_TR("Core", "XRSTORS"), Q::Displacement, I::Memory, L::Yes,
        FSCOPE_TR("Core", "XRSTORS of a component that the XSS-exiting bitmap selects.") },
    ExitReason { 65, "PCONFIG", FSCOPE_TR("Core", "PCONFIG"), Q::None, I::None, L::Yes,
        FSCOPE_TR("Core", "PCONFIG of a leaf (EAX) that the PCONFIG-exiting bitmap selects.") },
    ExitReason { 66, "SPP_EVENT", FSCOPE_TR("Core", "SPP-related event"), Q::Spp, I::None, L::Some,
        FSCOPE_TR("Core",
            "The walk of the sub-page permission table met an entry that is missing or misconfigured.") },
    ExitReason { 67, "UMWAIT", FSCOPE_TR("Core", "UMWAIT"), Q::None, I::Umwait, L::Yes,
        FSCOPE_TR("Core", "UMWAIT with \"RDTSC exiting\".") },
    ExitReason { 68, "TPAUSE", FSCOPE_TR("Core", "TPAUSE"), Q::None, I::Umwait, L::Yes,
        FSCOPE_TR("Core", "TPAUSE with \"RDTSC exiting\".") },
    ExitReason { 69, "LOADIWKEY", FSCOPE_TR("Core", "LOADIWKEY"), Q::None, I::Loadiwkey, L::Yes,
        FSCOPE_TR("Core", "LOADIWKEY with \"LOADIWKEY exiting\".") },
    ExitReason { 70, "ENCLV", FSCOPE_TR("Core", "ENCLV"), Q::None, I::None, L::NotListed,
        FSCOPE_TR("Core", "ENCLV of a leaf (EAX) that the ENCLV-exiting bitmap selects.") },
    ExitReason { 72, "ENQCMD", FSCOPE_TR("Core", "ENQCMD PASID translation failure"), Q::Enqcmd, I::None,
        L::NotListed,
        FSCOPE_TR("Core",
            "The PASID of ENQCMD could not be translated: an entry is not present, not valid or has a "
            "reserved bit set.") },
    ExitReason { 73, "ENQCMDS", FSCOPE_TR("Core", "ENQCMDS PASID translation failure"), Q::Enqcmds, I::None,
        L::NotListed,
        FSCOPE_TR("Core",
            "The PASID of ENQCMDS could not be translated: an entry is not present, not valid or has a "
            "reserved bit set.") },
    ExitReason { 74, "BUS_LOCK", FSCOPE_TR("Core", "Bus lock"), Q::None, I::None, L::No,
        FSCOPE_TR("Core", "A bus lock was asserted with \"VMM bus-lock detection\".") },
    ExitReason { 75, "INSTRUCTION_TIMEOUT", FSCOPE_TR("Core", "Instruction timeout"), Q::Notify, I::None,
        L::No, FSCOPE_TR("Core", "No instruction boundary came within the allowed time.") },
    ExitReason { 76, "SEAMCALL", FSCOPE_TR("Core", "SEAMCALL"), Q::None, I::None, L::Yes,
        FSCOPE_TR("Core", "SEAMCALL called the TDX module.") },
    ExitReason { 77, "TDCALL", FSCOPE_TR("Core", "TDCALL"), Q::None, I::None, L::Yes,
        FSCOPE_TR("Core", "TDCALL called the TDX module.") },
    ExitReason { 78, "RDMSRLIST", FSCOPE_TR("Core", "RDMSRLIST"), Q::MsrList, I::None, L::NotListed,
        FSCOPE_TR("Core", "RDMSRLIST came to an MSR that exits.") },
    ExitReason { 79, "WRMSRLIST", FSCOPE_TR("Core", "WRMSRLIST"), Q::MsrList, I::None, L::NotListed,
        FSCOPE_TR(
            "Core", "WRMSRLIST came to an MSR that exits; the MSR-data field of the VMCS holds the value.") },
    ExitReason { 80, "URDMSR", FSCOPE_TR("Core", "URDMSR"), Q::None, I::None, L::NotListed,
        FSCOPE_TR("Core", "URDMSR of an MSR that the user-MSR controls do not allow.") },
    ExitReason { 81, "UWRMSR", FSCOPE_TR("Core", "UWRMSR"), Q::None, I::None, L::NotListed,
        FSCOPE_TR("Core", "UWRMSR of an MSR that the user-MSR controls do not allow.") },
    ExitReason { 84, "RDMSR_IMM", FSCOPE_TR("Core", "RDMSR with an immediate operand"), Q::MsrImmediate,
        I::MsrImmediate, L::NotListed,
        FSCOPE_TR("Core",
            "RDMSR with an immediate MSR number; known from published hypervisors, not from the SDM.") },
    ExitReason { 85, "WRMSRNS_IMM", FSCOPE_TR("Core", "WRMSRNS with an immediate operand"), Q::MsrImmediate,
        I::MsrImmediate, L::NotListed,
        FSCOPE_TR("Core",
            "WRMSRNS with an immediate MSR number; known from published hypervisors, not from the SDM.") },
};
static_assert(kReasons.size() == 80);

/// Idents of the kinds, in the order of the enums.
constexpr std::array<std::string_view, kQualificationKindCount> kQualificationNames { "", "event", "debug",
    "page_fault", "nmi", "sipi", "io", "task_switch", "linear", "displacement", "cr", "dr", "wrmsr",
    "entry_guest", "entry_msr", "mwait", "apic_access", "eoi", "ept", "wbinvd", "apic_write", "pml", "spp",
    "enqcmd", "enqcmds", "notify", "msrlist", "msr_imm" };
constexpr std::array<std::string_view, kInfoKindCount> kInfoNames { "", "io", "memory", "invept", "gdtr",
    "ldtr", "vmread", "rdrand", "umwait", "loadiwkey", "msr_imm" };

constexpr auto kBasicValues = [] {
    std::array<NamedValue, kReasons.size()> out {};
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = { kReasons[i].number, kReasons[i].text };
    return out;
}();
constexpr std::array kEntryValues {
    NamedValue { 0, FSCOPE_TR("Core", "A true VM exit") },
    NamedValue { 1, FSCOPE_TR("Core", "The VM entry failed") },
};

Field entryFailure()
{
    return table::flag("entry_failure", 31, FSCOPE_TR("Core", "VM-entry failure"),
        FSCOPE_TR("Core",
            "The entry failed late instead of the guest exiting; set with the reasons 33, 34 and 41 only. Of "
            "the exit "
            "information only the reason and the qualification are then written."),
        kEntryValues, kSource);
}

std::vector<Field> reasonRows()
{
    using table::flag;
    table::Rows rows(32, table::Rows::Gap::Reserved, kSource);
    rows.add(entryFailure())
        .add(flag("from_vmx_root", 29, FSCOPE_TR("Core", "Exit from VMX root operation"),
            FSCOPE_TR("Core", "An SMM exit that left VMX root operation, not a guest."), table::kNoYes,
            kSource))
        .add(flag("pending_mtf", 28, FSCOPE_TR("Core", "Pending MTF VM exit"),
            FSCOPE_TR("Core", "A monitor-trap-flag exit was pending when the SMM exit came."), table::kNoYes,
            kSource))
        .add(flag("enclave", 27, FSCOPE_TR("Core", "Enclave mode"),
            FSCOPE_TR("Core",
                "The exit was incident to enclave mode: bits 11:0 of the addresses and the instruction "
                "length and "
                "information are cleared."),
            table::kNoYes, kSource))
        .add(flag("bus_lock", 26, FSCOPE_TR("Core", "Bus lock"),
            FSCOPE_TR("Core",
                "A bus lock was asserted before this exit (\"VMM bus-lock detection\"); it may come with any "
                "reason."),
            table::kNoYes, kSource))
        .add(flag("busy_shadow_stack", 25, FSCOPE_TR("Core", "Prematurely busy shadow stack"),
            FSCOPE_TR("Core", "The exit left a shadow stack busy that should not be yet."), table::kNoYes,
            kSource))
        .add(table::code("basic", 15, 0, FSCOPE_TR("Core", "Basic exit reason"),
            FSCOPE_TR("Core", "What made the guest exit, or the entry fail."), kBasicValues,
            "Intel SDM volume 3D, appendix C \"VMX Basic Exit Reasons\""));
    return rows.take();
}

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

} // namespace

std::string_view name(QualificationKind kind)
{
    return kQualificationNames[static_cast<std::size_t>(kind)];
}

std::string_view name(InfoKind kind)
{
    return kInfoNames[static_cast<std::size_t>(kind)];
}

std::span<const ExitReason> exitReasons()
{
    return kReasons;
}

const ExitReason* exitReason(unsigned basic)
{
    const auto found = std::find_if(
        kReasons.begin(), kReasons.end(), [basic](const ExitReason& r) { return r.number == basic; });
    return found == kReasons.end() ? nullptr : &*found;
}

const ExitReason* exitReasonByIdent(std::string_view ident)
{
    const auto found = std::find_if(kReasons.begin(), kReasons.end(), [ident](const ExitReason& r) {
        const std::string_view own = r.ident;
        return std::equal(
            own.begin(), own.end(), ident.begin(), ident.end(), [](char a, char b) { return a == upper(b); });
    });
    return found == kReasons.end() ? nullptr : &*found;
}

bool isEntryFailure(unsigned basic)
{
    return basic == 33 || basic == 34 || basic == 41;
}

bool hasGuestPhysicalAddress(unsigned basic)
{
    return basic == 48 || basic == 49 || basic == 66;
}

bool isTrapLike(unsigned basic)
{
    return basic == 43 || basic == 45 || basic == 56 || basic == 74;
}

DecodedExitReason decodeExitReason(std::uint32_t value)
{
    DecodedExitReason out;
    out.basic = static_cast<std::uint16_t>(bits(value, 15, 0));
    out.reason = exitReason(out.basic);
    out.busyShadowStack = bit(value, 25);
    out.busLock = bit(value, 26);
    out.enclave = bit(value, 27);
    out.pendingMtf = bit(value, 28);
    out.fromVmxRoot = bit(value, 29);
    out.entryFailure = bit(value, 31);
    out.consistent = out.reason != nullptr && out.entryFailure == isEntryFailure(out.basic);
    for (const Field& field : exitReasonLayout().fields) {
        const std::uint64_t own = bits(value, field.hi, field.lo);
        if (field.kind == FieldKind::Flag && own != 0)
            out.flags.insert(out.flags.begin(), field.name);
        else if (field.kind == FieldKind::Res0)
            out.stray |= static_cast<std::uint32_t>(own << field.lo);
    }
    return out;
}

const RegisterLayout& exitReasonLayout()
{
    static const std::vector<Field> rows = reasonRows();
    static const RegisterLayout layout { "Exit reason", FSCOPE_TR("Core", "Exit reason (0x4402)"), 32, rows };
    return layout;
}

} // namespace fscope::arch::vmx
