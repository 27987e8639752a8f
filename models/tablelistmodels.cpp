// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/tablelistmodels.h"

#include "models/descriptoreffects.h"
#include "models/rowcells.h"
#include "models/tabletreemodel.h"

using namespace Qt::StringLiterals;

namespace fscope::models {
namespace {

TreeCell nothing(const QString& why)
{
    return plainCell(u"–"_s, why);
}

TreeCell rightsCell(const std::optional<mmu::MappedRange>& range)
{
    return range ? codeCell(rightsText(range->attributes.rights)) : plainCell({});
}

/// A sign beside the word, so that the colour is not alone.
TreeCell severityCell(mmu::LintSeverity severity)
{
    switch (severity) {
    case mmu::LintSeverity::Note:
        return plainCell(FindingModel::tr("○ note"), FindingModel::tr("Worth knowing."));
    case mmu::LintSeverity::Warning:
        return plainCell(FindingModel::tr("△ warning"), FindingModel::tr("Right only if it is meant so."));
    case mmu::LintSeverity::Error:
        return plainCell(FindingModel::tr("✕ error"),
            FindingModel::tr("Faults, or something the architecture leaves unpredictable."));
    }
    return {};
}

ItemState stateOf(mmu::LintSeverity severity)
{
    switch (severity) {
    case mmu::LintSeverity::Note:
        return ItemState::Normal;
    case mmu::LintSeverity::Warning:
        return ItemState::Different;
    case mmu::LintSeverity::Error:
        return ItemState::Fault;
    }
    return ItemState::Normal;
}

} // namespace

QStringList MappedByModel::columnTitles() const
{
    return { tr("VA"), tr("Stage 1"), tr("IPA"), tr("Stage 2"), tr("PA"), tr("Size") };
}

void MappedByModel::setWays(std::vector<mmu::MappedBy> ways)
{
    m_ways = std::move(ways);
    rebuild();
}

void MappedByModel::retranslate()
{
    announceTitles();
    rebuild();
}

void MappedByModel::rebuild()
{
    std::vector<TreeRow> rows;
    for (std::size_t i = 0; i < m_ways.size(); ++i) {
        const mmu::MappedBy& way = m_ways[i];
        TreeRow row;
        row.key = QString::number(i);
        row.cells = { way.va ? addressCell(way.va->first, AddressSpace::Va,
                          u"%1 – %2"_s.arg(copyHex(way.va->first), copyHex(way.va->last)))
                             : nothing(tr("No VA leads to this IPA.")),
            rightsCell(way.stage1), addressCell(way.ipa.first, AddressSpace::Ipa), rightsCell(way.stage2),
            addressCell(way.pa.first, AddressSpace::Pa),
            plainCell(sizeWords(way.pa.last - way.pa.first + 1)) };
        const QString va = way.va ? copyHex(way.va->first) : tr("no VA");
        //: who maps a physical address, read aloud
        row.accessible
            = tr("VA %1 leads to IPA %2 and PA %3").arg(va, copyHex(way.ipa.first), copyHex(way.pa.first));
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows));
}

QStringList FindingModel::columnTitles() const
{
    return { tr("Severity"), tr("Finding"), tr("Tables"), tr("Input"), tr("Descriptor") };
}

void FindingModel::setReport(mmu::LintReport report, mmu::Regime regime)
{
    m_report = std::move(report);
    m_regime = regime;
    rebuild();
}

void FindingModel::retranslate()
{
    announceTitles();
    rebuild();
}

void FindingModel::rebuild()
{
    std::vector<TreeRow> rows;
    for (std::size_t i = 0; i < m_report.findings.size(); ++i) {
        const mmu::LintFinding& finding = m_report.findings[i];
        const mmu::LintRuleInfo& rule = mmu::infoOf(finding.rule);
        const QString sentence = toQString(finding.sentence);
        const QString hint = toQString(finding.hint);
        const QString about = toQString(Text(rule.title)) + u" · "_s + QString::fromUtf8(rule.source);
        const AddressSpace space
            = finding.tree == mmu::TreeName::Vttbr ? AddressSpace::Ipa : AddressSpace::Va;
        TreeRow row;
        row.key = QString::number(i);
        row.state = stateOf(finding.severity());
        row.stage = finding.tree == mmu::TreeName::Vttbr ? 2 : 1;
        row.cells = { severityCell(finding.severity()),
            plainCell(sentence, hint.isEmpty() ? about : hint + u'\n' + about),
            plainCell(QLatin1String(mmu::registerOf(finding.tree, m_regime))),
            addressCell(finding.input.first, space),
            addressCell(finding.descriptor.value, AddressSpace::Pa) };
        row.accessible = row.cells[Severity].text + u": "_s + sentence + u' ' + hint;
        rows.push_back(std::move(row));
    }
    for (const Text& stopped : m_report.stopped) {
        TreeRow row;
        row.key = u"stopped"_s + QString::number(rows.size());
        row.cells = { plainCell(tr("○ note")), plainCell(toQString(stopped)) };
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows));
}

} // namespace fscope::models
