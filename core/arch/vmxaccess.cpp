// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Exit qualifications that describe one access to memory: EPT violation and APIC access.

#include "core/arch/vmxqualification.h"
#include "core/arch/vmxrows.h"
#include "core/base/bits.h"

#include <array>

namespace fscope::arch::vmx::table {
namespace {

constexpr const char* kEpt = "Intel SDM volume 3C, \"VM Exits\", Exit Qualification for EPT Violations";
constexpr const char* kApic
    = "Intel SDM volume 3C, \"VM Exits\", Exit Qualification for APIC-Access VM Exits";

constexpr std::array kLinearValid {
    NamedValue { 0, FSCOPE_TR("Core", "there is no guest-linear address") },
    NamedValue { 1, FSCOPE_TR("Core", "the guest-linear address is valid") },
};
constexpr std::array kTranslation {
    NamedValue { 0, FSCOPE_TR("Core", "paging-structure entry (walk or accessed/dirty update)") },
    NamedValue { 1, FSCOPE_TR("Core", "translation of the linear address") },
};
constexpr std::array kUserLinear {
    NamedValue { 0, FSCOPE_TR("Core", "supervisor-mode linear address") },
    NamedValue { 1, FSCOPE_TR("Core", "user-mode linear address") },
};
constexpr std::array kReadWrite {
    NamedValue { 0, FSCOPE_TR("Core", "read-only page") },
    NamedValue { 1, FSCOPE_TR("Core", "read/write page") },
};
constexpr std::array kExecuteDisable {
    NamedValue { 0, FSCOPE_TR("Core", "executable page") },
    NamedValue { 1, FSCOPE_TR("Core", "execute-disable page") },
};
constexpr std::array kApicTypes {
    NamedValue { 0, FSCOPE_TR("Core", "linear access, data read during instruction execution") },
    NamedValue { 1, FSCOPE_TR("Core", "linear access, data write during instruction execution") },
    NamedValue { 2, FSCOPE_TR("Core", "linear access, instruction fetch") },
    NamedValue { 3, FSCOPE_TR("Core", "linear access, during event delivery") },
    NamedValue { 4, FSCOPE_TR("Core", "linear access, asynchronous to instruction execution") },
    NamedValue { 10, FSCOPE_TR("Core", "guest-physical access, during event delivery") },
    NamedValue { 11, FSCOPE_TR("Core", "guest-physical access, asynchronous to instruction execution") },
    NamedValue { 15, FSCOPE_TR("Core", "guest-physical access, instruction fetch or execution") },
};

bool hasLinear(std::uint64_t value)
{
    return bit(value, 7);
}
bool isOfTranslation(std::uint64_t value)
{
    return bit(value, 7) && bit(value, 8);
}
bool isLinearApicAccess(std::uint64_t value)
{
    return bits(value, 15, 12) <= 4;
}

void addPageFields(Rows& rows, bool advanced)
{
    const auto add = [&](Field field) {
        if (advanced) {
            rows.gated<isOfTranslation>(field,
                FSCOPE_TR("Core", "Defined only for an access to the translation of a linear address."));
        } else {
            rows.off(field,
                FSCOPE_TR("Core",
                    "Undefined without advanced information for EPT violations (IA32_VMX_EPT_VPID_CAP bit "
                    "22)."));
        }
    };
    add(flag("execute_disable_page", 11, FSCOPE_TR("Core", "Execute-disable page"),
        FSCOPE_TR("Core", "What the guest's own paging says about fetches from the page."), kExecuteDisable,
        kEpt));
    add(flag("read_write_page", 10, FSCOPE_TR("Core", "Read/write page"),
        FSCOPE_TR("Core", "What the guest's own paging says about writes to the page."), kReadWrite, kEpt));
    add(flag("user_linear", 9, FSCOPE_TR("Core", "User-mode linear address"),
        FSCOPE_TR(
            "Core", "The U/S flags of the guest's own paging; user-mode where the guest's paging is off."),
        kUserLinear, kEpt));
}

void addRights(Rows& rows, bool modeBased)
{
    const Field user = flag("user_executable", 6, FSCOPE_TR("Core", "User-executable"),
        FSCOPE_TR(
            "Core", "The AND of bit 10 of the EPT entries used: fetches from user-mode linear addresses."),
        kNoYes, kEpt);
    if (modeBased)
        rows.add(user);
    else
        rows.off(user, FSCOPE_TR("Core", "Undefined without mode-based execute control for EPT."));
    rows
        .add(flag("executable", 5, FSCOPE_TR("Core", "Executable"),
            modeBased ? FSCOPE_TR("Core",
                "The AND of bit 2 of the EPT entries used: fetches from supervisor-mode linear addresses.")
                      : FSCOPE_TR(
                          "Core", "The AND of bit 2 of the EPT entries used; 0 if one is not present."),
            kNoYes, kEpt))
        .add(flag("writable", 4, FSCOPE_TR("Core", "Writable"),
            FSCOPE_TR("Core", "The AND of bit 1 of the EPT entries used; 0 if one is not present."), kNoYes,
            kEpt))
        .add(flag("readable", 3, FSCOPE_TR("Core", "Readable"),
            FSCOPE_TR("Core", "The AND of bit 0 of the EPT entries used; 0 if one is not present."), kNoYes,
            kEpt));
}

} // namespace

std::vector<Field> eptQualificationRows(const Context& context)
{
    Rows rows(64, Rows::Gap::Undefined, kEpt);
    rows.add(asynchronous(kEpt))
        .add(flag("paging_verification", 15, FSCOPE_TR("Core", "Guest-paging verification"),
            FSCOPE_TR("Core", "The verification of the guest's paging structures refused the access."),
            kNoYes, kEpt));
    const Field shadow
        = flag("supervisor_shadow_stack_page", 14, FSCOPE_TR("Core", "Supervisor shadow-stack page"),
            FSCOPE_TR("Core", "Bit 60 of the EPT entry that maps the page, if the walk came that far."),
            kNoYes, kEpt);
    if (context.supervisorShadowStack)
        rows.add(shadow);
    else
        rows.off(
            shadow, FSCOPE_TR("Core", "Undefined without supervisor shadow-stack control (EPTP bit 7)."));
    rows.add(flag("shadow_stack", 13, FSCOPE_TR("Core", "Shadow-stack access"),
                 FSCOPE_TR("Core", "The access was a shadow-stack access."), kNoYes, kEpt))
        .add(nmiUnblocking(kEpt));
    addPageFields(rows, context.advancedEptInformation);
    rows.gated<hasLinear>(
        flag("translation", 8, FSCOPE_TR("Core", "What was accessed"),
            FSCOPE_TR("Core",
                "Whether the access was to the page itself or to a guest paging-structure entry on "
                "the way to it."),
            kTranslation, kEpt),
        FSCOPE_TR("Core", "It has no meaning without a guest-linear address."));
    rows.add(flag("linear_valid", 7, FSCOPE_TR("Core", "Guest-linear address valid"),
        FSCOPE_TR("Core",
            "The guest-linear-address field holds the address; not so for PDPTE loads by MOV to CR, trace "
            "output and "
            "PEBS."),
        kLinearValid, kEpt));
    addRights(rows, context.modeBasedExecute);
    rows.add(flag("fetch", 2, FSCOPE_TR("Core", "Instruction fetch"),
                 FSCOPE_TR("Core", "The access was an instruction fetch."), kNoYes, kEpt))
        .add(flag("write", 1, FSCOPE_TR("Core", "Data write"),
            FSCOPE_TR("Core",
                "The access was a data write; with EPT accessed and dirty flags also a guest page walk, and "
                "then "
                "together with the read bit."),
            kNoYes, kEpt))
        .add(flag("read", 0, FSCOPE_TR("Core", "Data read"),
            FSCOPE_TR("Core",
                "The access was a data read. For a read-modify-write it depends on the processor whether "
                "this is set."),
            kNoYes, kEpt));
    return rows.take();
}

std::vector<Field> apicAccessRows()
{
    Rows rows(64, Rows::Gap::Undefined, kApic);
    rows.add(asynchronous(kApic))
        .add(code("access_type", 15, 12, FSCOPE_TR("Core", "Access type"),
            FSCOPE_TR("Core", "How the APIC-access page was touched."), kApicTypes, kApic))
        .gated<isLinearApicAccess>(
            number("offset", 11, 0, FSCOPE_TR("Core", "Offset"),
                FSCOPE_TR("Core", "The offset of the access in the APIC page."), kApic),
            FSCOPE_TR("Core", "Only linear accesses (types 0 to 4) report the offset."));
    return rows.take();
}

} // namespace fscope::arch::vmx::table
