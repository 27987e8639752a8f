// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/accessreport.h"

#include "core/arch/esr.h"
#include "core/arch/faultcode.h"
#include "core/base/bits.h"
#include "models/descriptoreffects.h"
#include "models/texts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fscope::models {
namespace {

struct Messages {
    Q_DECLARE_TR_FUNCTIONS(fscope::models::AccessReport)
};

quint64 esrOf(const WalkAnswer& answer, const mmu::Fault& fault)
{
    const mmu::Access& access = answer.question.access;
    const bool fetch = access.kind == mmu::AccessKind::Execute;
    // A fault of stage 1 is taken to EL1: from the same level, or from EL0. One of stage 2 goes to EL2.
    const bool same = fault.stage == mmu::Stage::One && access.el != 0;
    arch::AbortSyndrome syndrome;
    syndrome.ec = fetch ? (same ? arch::ec::kInstructionAbortSame : arch::ec::kInstructionAbortLower)
                        : (same ? arch::ec::kDataAbortSame : arch::ec::kDataAbortLower);
    syndrome.s1ptw = fault.s1ptw;
    syndrome.wnr = access.kind == mmu::AccessKind::Write;
    syndrome.fsc = arch::faultCode(fault.kind, fault.level);
    return syndrome.encode();
}

quint64 parOf(const mmu::WalkResult& result)
{
    constexpr quint64 kRes1 = quint64 { 1 } << 11;
    if (const auto& fault = result.fault) {
        quint64 par = kRes1 | 1 | quint64 { arch::faultCode(fault->kind, fault->level) } << 1;
        if (fault->stage == mmu::Stage::Two)
            par |= quint64 { 1 } << 9;
        if (fault->s1ptw)
            par |= quint64 { 1 } << 8;
        return par;
    }
    const mmu::Translation& to = result.translation;
    return quint64 { to.attributes.attr } << 56 | (to.pa.value & mask(51, 12)) | kRes1
        | quint64 { to.attributes.sh } << 7;
}

} // namespace

std::vector<ReportedRegister> reportedRegisters(const WalkAnswer& answer)
{
    std::vector<ReportedRegister> out;
    const bool isVa = answer.question.space == AddressSpace::Va;
    if (const auto& fault = answer.result.fault) {
        const bool toEl1 = fault->stage == mmu::Stage::One;
        const quint64 esr = esrOf(answer, *fault);
        out.push_back({ toEl1 ? u"ESR_EL1"_s : u"ESR_EL2"_s, esr });
        if (isVa)
            out.push_back({ toEl1 ? u"FAR_EL1"_s : u"FAR_EL2"_s, answer.question.address });
        if (!toEl1 && arch::hpfarIsValid(esr))
            out.push_back({ u"HPFAR_EL2"_s, arch::hpfarOf(fault->ipa.value) });
    }
    if (isVa)
        out.push_back({ u"PAR_EL1"_s, parOf(answer.result) });
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
