// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/mmu/reverselookup.h"
#include "core/mmu/tablelint.h"
#include "models/rowtreemodel.h"

#include <vector>

namespace fscope::models {

/// Who maps an address: a row for each way that leads there.
class MappedByModel : public RowTreeModel
{
    Q_OBJECT
public:
    enum Column { Va, VaRights, Ipa, IpaRights, Pa, Size, ColumnCount };

    using RowTreeModel::RowTreeModel;
    void setWays(std::vector<mmu::MappedBy> ways);
    const std::vector<mmu::MappedBy>& ways() const { return m_ways; }
    void retranslate();

protected:
    QStringList columnTitles() const override;

private:
    void rebuild();
    std::vector<mmu::MappedBy> m_ways;
};

/// What is worth a look in the tables: a row for each finding, what to do about it below.
class FindingModel : public RowTreeModel
{
    Q_OBJECT
public:
    enum Column { Severity, Sentence, Tree, Input, Descriptor, ColumnCount };

    using RowTreeModel::RowTreeModel;
    void setReport(mmu::LintReport report, mmu::Regime regime);
    const mmu::LintReport& report() const { return m_report; }
    void retranslate();

protected:
    QStringList columnTitles() const override;

private:
    void rebuild();
    mmu::LintReport m_report;
    mmu::Regime m_regime = mmu::Regime::El10;
};

} // namespace fscope::models
