// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/a64/instructionreport.h"

#include "core/a64/instruction.h"
#include "core/a64/isvrule.h"

namespace fscope::a64 {

arch::Report reportOf(std::uint32_t word, Va pc)
{
    arch::Report report;
    report.name = "A64";
    report.longName = FSCOPE_TR("Core", "A64 instruction");
    report.value = word;
    report.width = 32;
    report.instruction = disassemble(word, pc);
    report.sentence = Text(report.instruction);
    const Decoded decoded = decode(word);
    if (decoded.status == DecodeStatus::Ok) {
        const std::vector<EncodingField> pieces = encodingFields(decoded.instruction);
        auto rows = std::make_shared<std::vector<arch::Field>>();
        rows->reserve(pieces.size());
        for (const EncodingField& piece : pieces)
            rows->push_back({ .name = piece.name,
                .hi = piece.hi,
                .lo = piece.lo,
                .longName = piece.name,
                .meaning = FSCOPE_TR("Core", "A piece of the encoding of the instruction."),
                .source = decoded.instruction.row->source });
        for (std::size_t i = 0; i < pieces.size(); ++i)
            report.fields.push_back(
                { &(*rows)[i], pieces[i].value, arch::FieldState::Normal, pieces[i].meaning });
        report.ownRows = std::move(rows);
        report.remarks.emplace_back(decoded.instruction.row->title);
    } else if (!decoded.reason.empty()) {
        report.remarks.push_back(decoded.reason);
    }
    if (Text reason = isvReason(word); !reason.empty())
        report.remarks.push_back(std::move(reason));
    return report;
}

} // namespace fscope::a64
