// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/vmxevent.h"
#include "core/arch/vmxrows.h"
#include "core/base/bits.h"
#include "core/base/hex.h"

#include <array>

namespace fscope::arch::vmx {
namespace {

using table::code;
using table::flag;
using table::kNoYes;
using table::number;
using table::Rows;

constexpr const char* kPageFault
    = "Intel SDM volume 3A, \"Interrupt and Exception Handling\", Page-Fault Exception";
constexpr const char* kSelector = "Intel SDM volume 3A, \"Interrupt and Exception Handling\", Error Code";
constexpr const char* kControl
    = "Intel SDM volume 3A, \"Interrupt and Exception Handling\", Control Protection Exception";

constexpr std::array kPresent {
    NamedValue { 0, FSCOPE_TR("Core", "page not present") },
    NamedValue { 1, FSCOPE_TR("Core", "protection violation") },
};
constexpr std::array kWrite {
    NamedValue { 0, FSCOPE_TR("Core", "read") },
    NamedValue { 1, FSCOPE_TR("Core", "write") },
};
constexpr std::array kUser {
    NamedValue { 0, FSCOPE_TR("Core", "supervisor-mode access") },
    NamedValue { 1, FSCOPE_TR("Core", "user-mode access") },
};
constexpr std::array kTable {
    NamedValue { 0, FSCOPE_TR("Core", "GDT") },
    NamedValue { 1, FSCOPE_TR("Core", "LDT") },
};
constexpr std::array kCause {
    NamedValue { 1, "NEAR-RET" },
    NamedValue { 2, "FAR-RET/IRET" },
    NamedValue { 3, "ENDBRANCH" },
    NamedValue { 4, "RSTORSSP" },
    NamedValue { 5, "SETSSBSY" },
};

std::vector<Field> pageFaultRows()
{
    Rows rows(32, Rows::Gap::Reserved, kPageFault);
    rows.add(flag("sgx", 15, FSCOPE_TR("Core", "SGX"),
                 FSCOPE_TR("Core", "SGX access control refused the access, not paging."), kNoYes, kPageFault))
        .add(flag("hlat", 7, FSCOPE_TR("Core", "HLAT paging"),
            FSCOPE_TR(
                "Core", "No translation was found during hypervisor-managed linear-address translation."),
            kNoYes, kPageFault))
        .add(flag("shadow_stack", 6, FSCOPE_TR("Core", "Shadow stack"),
            FSCOPE_TR("Core", "The access was a shadow-stack access."), kNoYes, kPageFault))
        .add(flag("protection_key", 5, FSCOPE_TR("Core", "Protection key"),
            FSCOPE_TR("Core", "The protection key of the page does not allow the access."), kNoYes,
            kPageFault))
        .add(flag("fetch", 4, FSCOPE_TR("Core", "Instruction fetch"),
            FSCOPE_TR("Core", "The access was an instruction fetch."), kNoYes, kPageFault))
        .add(flag("reserved_bit", 3, FSCOPE_TR("Core", "Reserved bit"),
            FSCOPE_TR("Core", "A paging-structure entry has a reserved bit set."), kNoYes, kPageFault))
        .add(flag("user", 2, FSCOPE_TR("Core", "User or supervisor"),
            FSCOPE_TR("Core", "From which mode the access was made."), kUser, kPageFault))
        .add(flag("write", 1, FSCOPE_TR("Core", "Write or read"), FSCOPE_TR("Core", "What the access did."),
            kWrite, kPageFault))
        .add(flag("present", 0, FSCOPE_TR("Core", "Present"),
            FSCOPE_TR("Core", "Whether there was a translation that refused the access."), kPresent,
            kPageFault));
    return rows.take();
}

bool isNotIdt(std::uint64_t value)
{
    return !bit(value, 1);
}
Text explainIndex(std::uint64_t value, std::uint64_t index)
{
    if (bit(value, 1))
        return { FSCOPE_TR("Core", "vector %1"), { std::to_string(index) } };
    return { FSCOPE_TR("Core", "selector index %1"), { std::to_string(index) } };
}

std::vector<Field> selectorRows()
{
    Rows rows(32, Rows::Gap::Reserved, kSelector);
    Field index = number("index", 15, 3, FSCOPE_TR("Core", "Index"),
        FSCOPE_TR("Core", "The index of the selector, or the vector of a gate of the IDT."), kSelector);
    index.explain = explainIndex;
    rows.add(index)
        .gated<isNotIdt>(flag("ti", 2, FSCOPE_TR("Core", "Table indicator"),
                             FSCOPE_TR("Core", "Which descriptor table the index is of."), kTable, kSelector),
            FSCOPE_TR("Core", "The index is of the IDT."))
        .add(flag("idt", 1, FSCOPE_TR("Core", "IDT"), FSCOPE_TR("Core", "The index names a gate of the IDT."),
            kNoYes, kSelector))
        .add(flag("ext", 0, FSCOPE_TR("Core", "External event"),
            FSCOPE_TR(
                "Core", "The exception came while an event from outside the program was being delivered."),
            kNoYes, kSelector));
    return rows.take();
}

std::vector<Field> controlRows()
{
    Rows rows(32, Rows::Gap::Reserved, kControl);
    rows.add(flag("enclave", 15, FSCOPE_TR("Core", "Enclave"),
                 FSCOPE_TR("Core", "The exception occurred in an enclave."), kNoYes, kControl))
        .add(code("cause", 14, 0, FSCOPE_TR("Core", "Cause"),
            FSCOPE_TR("Core", "The instruction, or the check, that failed."), kCause, kControl));
    return rows.take();
}

std::vector<Field> noRows()
{
    return Rows(32, Rows::Gap::Reserved, kSelector).take();
}

} // namespace

const RegisterLayout& errorCodeLayout(unsigned vector)
{
    constexpr const char* kName = "Exception error code";
    const auto layout
        = [](std::uint32_t key, const char* longName, std::vector<Field> (*make)()) -> const auto& {
        return table::cachedLayout(table::Family::ErrorCode, key, kName, longName, 32, make);
    };
    if (vector == 14)
        return layout(1, FSCOPE_TR("Core", "Page-fault error code"), pageFaultRows);
    if (vector >= 10 && vector <= 13)
        return layout(2, FSCOPE_TR("Core", "Selector error code"), selectorRows);
    if (vector == 21)
        return layout(3, FSCOPE_TR("Core", "Control-protection error code"), controlRows);
    return layout(0, FSCOPE_TR("Core", "Error code without content"), noRows);
}

} // namespace fscope::arch::vmx
