// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/descriptormodel.h"

#include "core/arch/descriptor.h"
#include "core/base/bits.h"
#include "models/rowcells.h"

using namespace Qt::StringLiterals;

namespace fscope::models {
DescriptorModel::DescriptorModel(Session* session, QObject* parent)
    : RowTreeModel(parent)
{
    connect(session, &Session::languageChanged, this, [this] {
        announceTitles();
        rebuild();
    });
}

QStringList DescriptorModel::columnTitles() const
{
    return { tr("Bits"), tr("Field"), tr("Value"), tr("Meaning"), tr("What it did") };
}

void DescriptorModel::show(const DescriptorFacts& facts)
{
    if (m_facts == facts)
        return;
    m_facts = facts;
    rebuild();
}

void DescriptorModel::clear()
{
    m_facts.reset();
    rebuild();
}

void DescriptorModel::rebuild()
{
    std::vector<TreeRow> rows;
    if (m_facts && !m_facts->read.aborted) {
        const DescriptorEffects effects(*m_facts);
        const auto fields = arch::decodeFields(
            arch::layoutOf(descriptorForm(m_facts->regs, m_facts->read), m_facts->read.value),
            m_facts->read.value);
        rows = fieldRows(fields);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const QString effect = effects.of(fields[i].field->name);
            rows[i].cells.append(plainCell(effect));
            if (!effect.isEmpty())
                rows[i].accessible += u". "_s + effect;
            const quint64 changed = bits(m_facts->read.changed, fields[i].field->hi, fields[i].field->lo);
            if (changed != 0) {
                rows[i].state = ItemState::Changed;
                rows[i].cells[Value].text += u" → "_s + displayHex(fields[i].value ^ changed);
                rows[i].cells[Value].oldValue = copyHex(fields[i].value);
            }
        }
    }
    setRows(std::move(rows));
    emit changed();
}

QString DescriptorModel::title() const
{
    if (!m_facts)
        return {};
    if (m_facts->read.aborted)
        return tr("Nothing can be read at %1: a synchronous External abort on the walk, level %2.")
            .arg(displayHex(m_facts->read.address.value))
            .arg(m_facts->read.level);
    const QString text = toQString(
        arch::describeDescriptor(descriptorForm(m_facts->regs, m_facts->read), m_facts->read.value));
    return displayHex(m_facts->read.value, 16) + u" · "_s + text;
}

QString DescriptorModel::summary() const
{
    if (!m_facts || m_facts->read.aborted)
        return {};
    const DescriptorEffects effects(*m_facts);
    QStringList lines;
    if (const QString rights = effects.rightsText(); !rights.isEmpty())
        lines << tr("In effect: %1 · %2").arg(rights, effects.memoryText());
    if (const QString limits = effects.limitsText(); !limits.isEmpty())
        lines << limits;
    if (m_facts->read.updated())
        lines << tr("Hardware updates the descriptor: %1 → %2")
                     .arg(displayHex(m_facts->read.value, 16), displayHex(m_facts->read.after(), 16));
    return lines.join(u'\n');
}

} // namespace fscope::models
