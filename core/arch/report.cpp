// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/report.h"

#include "core/arch/esr.h"
#include "core/arch/esrclass.h"
#include "core/arch/faultaddress.h"
#include "core/arch/registers.h"
#include "core/arch/traptext.h"
#include "core/base/bits.h"
#include "core/base/hex.h"

#include <algorithm>
#include <array>

namespace fscope::arch {
namespace {

struct NameRow {
    std::string_view word; ///< lower case
    RegisterName name;
};
constexpr std::array kNames {
    NameRow { "esr", RegisterName::EsrEl2 },
    NameRow { "esr_el1", RegisterName::EsrEl1 },
    NameRow { "esr_el2", RegisterName::EsrEl2 },
    NameRow { "esr_el3", RegisterName::EsrEl3 },
    NameRow { "far", RegisterName::FarEl2 },
    NameRow { "far_el2", RegisterName::FarEl2 },
    NameRow { "hpfar", RegisterName::HpfarEl2 },
    NameRow { "hpfar_el2", RegisterName::HpfarEl2 },
    NameRow { "par", RegisterName::ParEl1 },
    NameRow { "par_el1", RegisterName::ParEl1 },
    NameRow { "spsr", RegisterName::SpsrEl2 },
    NameRow { "spsr_el2", RegisterName::SpsrEl2 },
    NameRow { "cpsr", RegisterName::SpsrEl2 },
    NameRow { "pstate", RegisterName::SpsrEl2 },
    NameRow { "hcr", RegisterName::HcrEl2 },
    NameRow { "hcr_el2", RegisterName::HcrEl2 },
    NameRow { "tcr", RegisterName::TcrEl1 },
    NameRow { "tcr_el1", RegisterName::TcrEl1 },
    NameRow { "vtcr", RegisterName::VtcrEl2 },
    NameRow { "vtcr_el2", RegisterName::VtcrEl2 },
    NameRow { "vttbr", RegisterName::VttbrEl2 },
    NameRow { "vttbr_el2", RegisterName::VttbrEl2 },
    NameRow { "sctlr", RegisterName::SctlrEl1 },
    NameRow { "sctlr_el1", RegisterName::SctlrEl1 },
    NameRow { "mair", RegisterName::MairEl1 },
    NameRow { "mair_el1", RegisterName::MairEl1 },
};

bool isEsr(RegisterName name)
{
    return name == RegisterName::EsrEl1 || name == RegisterName::EsrEl2 || name == RegisterName::EsrEl3;
}

void addEsrRemarks(RegisterName name, std::uint64_t esr, const ReportContext& context, Report& report)
{
    const ExceptionClass& row = exceptionClassRow(exceptionClass(esr));
    if (row.needs[0] != '\0')
        report.remarks.push_back({ FSCOPE_TR("Core", "The exception class comes with %1."), { row.needs } });
    if (!isDataAbort(esr) && !isInstructionAbort(esr))
        return;
    report.remarks.push_back(farValidityText(esr, name));
    if (name != RegisterName::EsrEl2)
        return;
    report.remarks.push_back(hpfarValidityText(esr));
    if (context.hpfar && context.far) {
        if (const auto ipa = faultingIpa(esr, *context.hpfar, *context.far))
            report.remarks.push_back({ FSCOPE_TR("Core", "The faulting IPA is %1."), { hex(*ipa) } });
    }
}

/// T0SZ that a starting level allows, with up to 16 tables put together. Arm ARM D8.2, "Stage 2 translation".
struct StartRow {
    unsigned tg0;
    unsigned sl0;
    unsigned least;
    unsigned most;
};
constexpr std::array kStarts {
    StartRow { 0, 0, 30, 42 }, // 4 KiB
    StartRow { 0, 1, 21, 33 },
    StartRow { 0, 2, 12, 24 },
    StartRow { 0, 3, 39, 48 },
    StartRow { 2, 0, 35, 48 }, // 16 KiB
    StartRow { 2, 1, 24, 38 },
    StartRow { 2, 2, 13, 27 },
    StartRow { 2, 3, 12, 16 },
    StartRow { 1, 0, 31, 47 }, // 64 KiB
    StartRow { 1, 1, 18, 34 },
    StartRow { 1, 2, 12, 21 },
};

void addStartLevelRemarks(std::uint64_t vtcr, Report& report)
{
    const bool hasSl2 = bit(vtcr, 32) && bits(vtcr, 15, 14) == 0;
    if (bit(vtcr, 33) && !hasSl2)
        report.remarks.emplace_back(
            FSCOPE_TR("Core", "SL2 is 1 where it has no meaning: it needs DS = 1 and the 4 KiB granule."));
    const auto t0sz = static_cast<unsigned>(bits(vtcr, 5, 0));
    bool fits = false;
    if (bit(vtcr, 33) && hasSl2) // level -1
        fits = bits(vtcr, 7, 6) == 0 && t0sz >= 12 && t0sz <= 15;
    else
        fits = std::ranges::any_of(kStarts, [&](const StartRow& row) {
            return row.tg0 == bits(vtcr, 15, 14) && row.sl0 == bits(vtcr, 7, 6) && t0sz >= row.least
                && t0sz <= row.most;
        });
    if (!fits)
        report.remarks.push_back(
            { FSCOPE_TR("Core",
                  "T0SZ %1 does not fit the granule and the starting level: each access of the "
                  "guest is a Translation fault at level 0."),
                { std::to_string(t0sz) } });
}

Text sentenceOf(RegisterName name, std::uint64_t value)
{
    if (isEsr(name))
        return describeEsr(value, name);
    if (name == RegisterName::HpfarEl2)
        return { FSCOPE_TR("Core", "the IPA page %1"), { hex(ipaPageOf(value)) } };
    if (name == RegisterName::SpsrEl2 && !bit(value, 4))
        return Text(pstate::text(value));
    if (name == RegisterName::ParEl1)
        return bit(value, 0) ? FSCOPE_TR("Core", "the translation failed")
                             : Text { FSCOPE_TR("Core", "the translation gave the page at %1"),
                                   { hex(value & mask(51, 12)) } };
    return {};
}

} // namespace

Report reportOf(const RegisterLayout& layout, std::uint64_t value, Text sentence)
{
    Report report;
    report.name = layout.name;
    report.longName = layout.longName;
    report.value = value;
    report.width = layout.width;
    report.sentence = std::move(sentence);
    report.fields = decodeFields(layout, value);
    report.notes = notesOf(report.fields);
    return report;
}

Report reportOf(RegisterName name, std::uint64_t value, const ReportContext& context)
{
    Report report = reportOf(layoutOf(name, value), value, sentenceOf(name, value));
    report.notes = notesOf(name, value);
    if (isEsr(name)) {
        report.instruction = instructionOf(value);
        addEsrRemarks(name, value, context, report);
    }
    if (name == RegisterName::FarEl2 && context.esr)
        report.remarks.push_back(farValidityText(*context.esr));
    if (name == RegisterName::HpfarEl2 && context.esr) {
        report.remarks.push_back(hpfarValidityText(*context.esr));
        if (context.far) {
            if (const auto ipa = faultingIpa(*context.esr, value, *context.far))
                report.remarks.push_back({ FSCOPE_TR("Core", "The faulting IPA is %1."), { hex(*ipa) } });
        }
    }
    if (name == RegisterName::VtcrEl2)
        addStartLevelRemarks(value, report);
    return report;
}

Report reportOf(const DescriptorForm& form, std::uint64_t value, const MemoryContext& context)
{
    Report report = reportOf(layoutOf(form, value), value, describeDescriptor(form, value));
    if (Text memory = memoryText(form, value, context); !memory.empty())
        report.remarks.push_back(std::move(memory));
    return report;
}

std::optional<RegisterName> registerByName(std::string_view name)
{
    std::string word(name);
    std::ranges::transform(word, word.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    for (const NameRow& row : kNames) {
        if (row.word == word)
            return row.name;
    }
    return std::nullopt;
}

} // namespace fscope::arch
