// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Found values decoded.

#include "core/a64/instructionreport.h"
#include "core/arch/esrclass.h"
#include "core/arch/faultaddress.h"
#include "core/base/hex.h"
#include "core/trace/fromtext.h"

#include <array>

namespace fscope::trace {
namespace {

using arch::Field;
using arch::FieldKind;
using arch::RegisterLayout;
using arch::RegisterName;

constexpr Field address(const char* name, const char* longName, const char* meaning)
{
    return { .name = name,
        .hi = 63,
        .lo = 0,
        .kind = FieldKind::Address,
        .longName = longName,
        .meaning = meaning,
        .source = "Arm ARM D24.2, HPFAR_EL2 and ELR_ELx" };
}
constexpr std::array kIpaRows { address("IPA", FSCOPE_TR("Core", "Intermediate physical address"),
    FSCOPE_TR("Core", "The address in the guest's physical address space.")) };
constexpr std::array kPcRows { address("PC", FSCOPE_TR("Core", "Program counter"),
    FSCOPE_TR("Core", "The address of the instruction, or of the one to return to.")) };
constexpr std::array kBaseRows { address("BADDR", FSCOPE_TR("Core", "Table base address"),
    FSCOPE_TR("Core", "The physical address of the first translation table.")) };
constexpr std::array kClassRows { Field { .name = "EC",
    .hi = 5,
    .lo = 0,
    .longName = FSCOPE_TR("Core", "Exception class"),
    .meaning = FSCOPE_TR("Core", "Why the exception was taken."),
    .source = "Arm ARM D24.2, ESR_ELx",
    .explain = [](std::uint64_t, std::uint64_t value) {
        return Text(arch::exceptionClassRow(static_cast<unsigned>(value)).name);
    } } };
constexpr std::array kEncodingRows {
    Field { .name = "op0",
        .hi = 15,
        .lo = 14,
        .longName = "op0",
        .meaning = FSCOPE_TR("Core", "A piece of the encoding of the System register."),
        .source = "Arm ARM C5.1" },
    Field { .name = "op1",
        .hi = 13,
        .lo = 11,
        .longName = "op1",
        .meaning = FSCOPE_TR("Core", "A piece of the encoding of the System register."),
        .source = "Arm ARM C5.1" },
    Field { .name = "CRn",
        .hi = 10,
        .lo = 7,
        .longName = "CRn",
        .meaning = FSCOPE_TR("Core", "A piece of the encoding of the System register."),
        .source = "Arm ARM C5.1" },
    Field { .name = "CRm",
        .hi = 6,
        .lo = 3,
        .longName = "CRm",
        .meaning = FSCOPE_TR("Core", "A piece of the encoding of the System register."),
        .source = "Arm ARM C5.1" },
    Field { .name = "op2",
        .hi = 2,
        .lo = 0,
        .longName = "op2",
        .meaning = FSCOPE_TR("Core", "A piece of the encoding of the System register."),
        .source = "Arm ARM C5.1" },
};
constexpr RegisterLayout kIpa { "IPA", FSCOPE_TR("Core", "Intermediate physical address"), 64, kIpaRows };
constexpr RegisterLayout kPc { "PC", FSCOPE_TR("Core", "Program counter"), 64, kPcRows };
constexpr RegisterLayout kBase { "pgdp", FSCOPE_TR("Core", "Table base address"), 64, kBaseRows };
constexpr RegisterLayout kClass { "EC", FSCOPE_TR("Core", "Exception class"), 6, kClassRows };
constexpr RegisterLayout kEncoding { "System register", FSCOPE_TR("Core", "Encoding of a System register"),
    16, kEncodingRows };

arch::Report systemRegisterReport(const FoundValue& found)
{
    const auto encoding = arch::sysreg::Encoding::ofKey(static_cast<std::uint16_t>(found.value));
    return arch::reportOf(kEncoding, found.value,
        { found.isRead ? FSCOPE_TR("Core", "read of %1") : FSCOPE_TR("Core", "write of %1"),
            { arch::sysreg::name(encoding, found.isRead) } });
}

} // namespace

const char* name(FoundKind kind)
{
    switch (kind) {
    case FoundKind::Esr:
        return "esr";
    case FoundKind::ExceptionClass:
        return "ec";
    case FoundKind::Far:
        return "far";
    case FoundKind::Hpfar:
        return "hpfar";
    case FoundKind::Ipa:
        return "ipa";
    case FoundKind::Par:
        return "par";
    case FoundKind::Spsr:
        return "spsr";
    case FoundKind::Pc:
        return "pc";
    case FoundKind::Hcr:
        return "hcr";
    case FoundKind::Vtcr:
        return "vtcr";
    case FoundKind::Vttbr:
        return "vttbr";
    case FoundKind::Tcr:
        return "tcr";
    case FoundKind::Sctlr:
        return "sctlr";
    case FoundKind::TableBase:
        return "table";
    case FoundKind::Descriptor:
        return "desc";
    case FoundKind::Instruction:
        return "insn";
    case FoundKind::SystemRegister:
        return "sysreg";
    }
    return "";
}

arch::Report reportOf(const FoundValue& found, std::optional<std::uint64_t> syndrome)
{
    const std::uint64_t value = found.value;
    arch::ReportContext context;
    context.esr = syndrome;
    switch (found.kind) {
    case FoundKind::Esr:
        return arch::reportOf(found.level == 1 ? RegisterName::EsrEl1 : RegisterName::EsrEl2, value);
    case FoundKind::ExceptionClass:
        return arch::reportOf(
            kClass, value, Text(arch::exceptionClassRow(static_cast<unsigned>(value)).name));
    case FoundKind::Far: {
        arch::Report report = arch::reportOf(RegisterName::FarEl2, value, context);
        if (found.level == 1)
            report.name = "FAR_EL1";
        return report;
    }
    case FoundKind::Hpfar:
        return arch::reportOf(RegisterName::HpfarEl2, value, context);
    case FoundKind::Ipa:
        return arch::reportOf(kIpa, value);
    case FoundKind::Par:
        return arch::reportOf(RegisterName::ParEl1, value);
    case FoundKind::Spsr: {
        arch::Report report = arch::reportOf(RegisterName::SpsrEl2, value);
        report.name = "SPSR";
        return report;
    }
    case FoundKind::Pc:
        return arch::reportOf(kPc, value);
    case FoundKind::Hcr:
        return arch::reportOf(RegisterName::HcrEl2, value);
    case FoundKind::Vtcr:
        return arch::reportOf(RegisterName::VtcrEl2, value);
    case FoundKind::Vttbr:
        return arch::reportOf(RegisterName::VttbrEl2, value);
    case FoundKind::Tcr:
        return arch::reportOf(RegisterName::TcrEl1, value);
    case FoundKind::Sctlr:
        return arch::reportOf(RegisterName::SctlrEl1, value);
    case FoundKind::TableBase:
        return arch::reportOf(kBase, value);
    case FoundKind::Descriptor:
        return arch::reportOf(found.form, value);
    case FoundKind::Instruction:
        return a64::reportOf(static_cast<std::uint32_t>(value));
    case FoundKind::SystemRegister:
        return systemRegisterReport(found);
    }
    return {};
}

} // namespace fscope::trace
