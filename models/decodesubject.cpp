// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/decodesubject.h"

#include "core/a64/instructionreport.h"
#include "core/arch/vmxerror.h"
#include "core/arch/vmxevent.h"
#include "core/arch/vmxqualification.h"
#include "core/arch/vmxreason.h"
#include "models/texts.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace fscope::models {
namespace {

using arch::RegisterName;
using Kind = DecodeSubject::Kind;
namespace vmx = arch::vmx;

constexpr DecodeChoice registerChoice(RegisterName name)
{
    return { Kind::Register, name, "" };
}

constexpr std::array kChoices {
    registerChoice(RegisterName::EsrEl2),
    registerChoice(RegisterName::EsrEl1),
    registerChoice(RegisterName::EsrEl3),
    registerChoice(RegisterName::FarEl2),
    registerChoice(RegisterName::HpfarEl2),
    registerChoice(RegisterName::ParEl1),
    registerChoice(RegisterName::SpsrEl2),
    registerChoice(RegisterName::HcrEl2),
    registerChoice(RegisterName::VtcrEl2),
    registerChoice(RegisterName::VttbrEl2),
    registerChoice(RegisterName::TcrEl1),
    registerChoice(RegisterName::SctlrEl1),
    registerChoice(RegisterName::MairEl1),
    DecodeChoice { Kind::Descriptor, RegisterName::EsrEl2,
        QT_TRANSLATE_NOOP("DecodeChoices", "Translation table descriptor") },
    DecodeChoice {
        Kind::Instruction, RegisterName::EsrEl2, QT_TRANSLATE_NOOP("DecodeChoices", "A64 instruction") },
    DecodeChoice {
        Kind::VmxReason, RegisterName::EsrEl2, QT_TRANSLATE_NOOP("DecodeChoices", "VMX: exit reason") },
    DecodeChoice { Kind::VmxQualification, RegisterName::EsrEl2,
        QT_TRANSLATE_NOOP("DecodeChoices", "VMX: exit qualification") },
    DecodeChoice { Kind::VmxExiting, RegisterName::EsrEl2,
        QT_TRANSLATE_NOOP("DecodeChoices", "VMX: VM-exit interruption information") },
    DecodeChoice { Kind::VmxOriginal, RegisterName::EsrEl2,
        QT_TRANSLATE_NOOP("DecodeChoices", "VMX: IDT-vectoring information") },
    DecodeChoice { Kind::VmxError, RegisterName::EsrEl2,
        QT_TRANSLATE_NOOP("DecodeChoices", "VMX: VM-instruction error") },
};

/// The register that a found value is, where it is one of those to choose from.
std::optional<RegisterName> registerOf(const trace::FoundValue& found)
{
    using trace::FoundKind;
    switch (found.kind) {
    case FoundKind::Esr:
        return found.level == 1 ? RegisterName::EsrEl1
            : found.level == 3  ? RegisterName::EsrEl3
                                : RegisterName::EsrEl2;
    case FoundKind::Far:
        return found.level == 1 ? std::nullopt : std::optional(RegisterName::FarEl2);
    case FoundKind::Hpfar:
        return RegisterName::HpfarEl2;
    case FoundKind::Par:
        return RegisterName::ParEl1;
    case FoundKind::Spsr:
        return RegisterName::SpsrEl2;
    case FoundKind::Hcr:
        return RegisterName::HcrEl2;
    case FoundKind::Vtcr:
        return RegisterName::VtcrEl2;
    case FoundKind::Vttbr:
        return RegisterName::VttbrEl2;
    case FoundKind::Tcr:
        return RegisterName::TcrEl1;
    case FoundKind::Sctlr:
        return RegisterName::SctlrEl1;
    case FoundKind::ExceptionClass:
    case FoundKind::Ipa:
    case FoundKind::Pc:
    case FoundKind::TableBase:
    case FoundKind::Descriptor:
    case FoundKind::Instruction:
    case FoundKind::SystemRegister:
        break;
    }
    return std::nullopt;
}

/// The layout of a VMX field; not for other kinds.
const arch::RegisterLayout& vmxLayout(const DecodeSubject& subject)
{
    switch (subject.kind) {
    case Kind::VmxQualification:
        return vmx::exitQualificationLayout(subject.vmxReason);
    case Kind::VmxExiting:
        return vmx::eventLayout(vmx::EventField::Exiting);
    case Kind::VmxOriginal:
        return vmx::eventLayout(vmx::EventField::Original);
    case Kind::VmxError:
        return vmx::instructionErrorLayout();
    case Kind::VmxReason:
    case Kind::Register:
    case Kind::Descriptor:
    case Kind::Instruction:
    case Kind::Other:
        break;
    }
    return vmx::exitReasonLayout();
}

Text vmxSentence(const DecodeSubject& subject, quint64 value)
{
    if (subject.kind == Kind::VmxError)
        return vmx::describeInstructionError(quint32(value));
    const bool isReason = subject.kind == Kind::VmxReason;
    if (!isReason && subject.kind != Kind::VmxQualification)
        return {};
    const vmx::ExitReason* reason
        = vmx::exitReason(isReason ? unsigned(bits(value, 15, 0)) : subject.vmxReason);
    return reason != nullptr ? Text(reason->text) : Text();
}

arch::Report vmxReport(const DecodeSubject& subject, quint64 value)
{
    const arch::RegisterLayout& layout = vmxLayout(subject);
    arch::Report report = arch::reportOf(layout, value, vmxSentence(subject, value));
    if (subject.kind == Kind::VmxExiting || subject.kind == Kind::VmxOriginal) {
        const auto field
            = subject.kind == Kind::VmxExiting ? vmx::EventField::Exiting : vmx::EventField::Original;
        for (vmx::EventProblem& problem : vmx::eventProblems(field, quint32(value)))
            report.remarks.push_back(std::move(problem.text));
    }
    return report;
}

} // namespace

DecodeSubject DecodeSubject::ofRegister(arch::RegisterName name)
{
    DecodeSubject subject;
    subject.name = name;
    return subject;
}

DecodeSubject DecodeSubject::ofFound(const trace::FoundValue& found)
{
    DecodeSubject subject;
    if (const auto name = registerOf(found)) {
        subject.name = *name;
    } else if (found.kind == trace::FoundKind::Descriptor) {
        subject.kind = Kind::Descriptor;
        subject.form = found.form;
    } else if (found.kind == trace::FoundKind::Instruction) {
        subject.kind = Kind::Instruction;
    } else {
        subject.kind = Kind::Other;
        subject.other = found.kind;
        subject.level = found.level;
        subject.isRead = found.isRead;
    }
    return subject;
}

std::span<const DecodeChoice> decodeChoices()
{
    return kChoices;
}

QString choiceText(const DecodeChoice& choice)
{
    if (choice.kind != Kind::Register)
        return QCoreApplication::translate("DecodeChoices", choice.title);
    const arch::RegisterLayout& layout = arch::layoutOf(choice.name, 0);
    return QString::fromUtf8(layout.name) + u" – "_s + toQString(Text(layout.longName));
}

int choiceOf(const DecodeSubject& subject)
{
    for (std::size_t i = 0; i < kChoices.size(); ++i) {
        if (kChoices[i].kind == subject.kind
            && (subject.kind != Kind::Register || kChoices[i].name == subject.name))
            return int(i);
    }
    return -1;
}

arch::Report reportOf(const DecodeSubject& subject, quint64 value, const DecodeCompanions& companions)
{
    arch::ReportContext context;
    context.esr = companions.esr;
    context.far = companions.far;
    context.hpfar = companions.hpfar;
    context.memory.mair = companions.mair;
    context.memory.fwb = companions.fwb;
    switch (subject.kind) {
    case Kind::Register:
        return arch::reportOf(subject.name, value, context);
    case Kind::Descriptor:
        return arch::reportOf(subject.form, value, context.memory);
    case Kind::Instruction:
        return a64::reportOf(quint32(value));
    case Kind::VmxReason:
    case Kind::VmxExiting:
    case Kind::VmxOriginal:
    case Kind::VmxError:
        return vmxReport(subject, quint32(value));
    case Kind::VmxQualification:
        return vmxReport(subject, value);
    case Kind::Other: {
        trace::FoundValue found;
        found.kind = subject.other;
        found.level = subject.level;
        found.isRead = subject.isRead;
        found.value = value;
        return trace::reportOf(found, companions.esr);
    }
    }
    return {};
}

unsigned widthOf(const DecodeSubject& subject)
{
    return reportOf(subject, 0).width;
}

} // namespace fscope::models
