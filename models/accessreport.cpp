// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/accessreport.h"

#include "core/arch/faultcode.h"
#include "core/mmu/atinstruction.h"
#include "core/mmu/faultreport.h"
#include "models/descriptoreffects.h"
#include "models/texts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fscope::models {
namespace {

struct Messages {
    Q_DECLARE_TR_FUNCTIONS(fscope::models::AccessReport)
};

/// The AT instruction that asks for what @p access does; null for an instruction fetch, which none asks for.
const mmu::AtInstruction* atOf(const mmu::Access& access)
{
    for (const mmu::AtInstruction& at : mmu::atInstructions()) {
        if (at.bothStages && at.kind == access.kind && at.el == access.el)
            return &at;
    }
    return nullptr;
}

} // namespace

std::vector<ReportedRegister> reportedRegisters(const WalkAnswer& answer)
{
    std::vector<ReportedRegister> out;
    const mmu::Access& access = answer.question.access;
    const Va va(answer.question.address);
    const bool isVa = answer.question.space == AddressSpace::Va;
    if (const auto& fault = answer.result.fault) {
        const mmu::FaultReport report
            = mmu::reportFault(answer.regs, *fault, { va, access.kind, access.el, false, {} });
        const bool toEl1 = report.targetEl == 1;
        out.push_back({ toEl1 ? u"ESR_EL1"_s : u"ESR_EL2"_s, report.esr });
        if (isVa)
            out.push_back({ toEl1 ? u"FAR_EL1"_s : u"FAR_EL2"_s, report.far });
        if (report.hpfarValid)
            out.push_back({ u"HPFAR_EL2"_s, report.hpfar });
    }
    const mmu::AtInstruction* at = isVa ? atOf(access) : nullptr;
    if (at != nullptr) {
        if (const auto par = mmu::atResult(answer.regs, *at, va, 2, answer.result).par)
            out.push_back({ u"PAR_EL1"_s, *par });
    }
    return out;
}

QString faultWords(const mmu::Fault& fault)
{
    const arch::FaultStatus* status = arch::faultStatus(arch::faultCode(fault.kind, fault.level));
    const QString text = status ? toQString(Text(status->text)) : QString();
    if (fault.onUpdate)
        return Messages::tr("%1, as hardware updated a descriptor").arg(text);
    return fault.s1ptw ? Messages::tr("%1, on a stage 1 table walk").arg(text) : text;
}

QString outcomeWords(const WalkAnswer& answer)
{
    if (const auto& fault = answer.result.fault)
        //: stage 2, then the fault: "Stage 2: Translation fault, level 3"
        return Messages::tr("Stage %1: %2").arg(int(fault->stage)).arg(faultWords(*fault));
    const mmu::Translation& to = answer.result.translation;
    return Messages::tr("PA %1 · %2").arg(displayHex(to.pa.value), memoryWords(to.attributes));
}

} // namespace fscope::models
