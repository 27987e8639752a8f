// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/descriptordetails.h"

#include "models/descriptormodel.h"
#include "widgets/bitfieldview.h"
#include "widgets/fieldtable.h"
#include "widgets/itemview.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace fscope::widgets {

DescriptorDetails::DescriptorDetails(models::Session* session, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_model(new models::DescriptorModel(session, this))
    , m_title(new QLabel)
    , m_summary(new QLabel)
    , m_bits(new BitFieldView)
    , m_table(new ItemView)
{
    setObjectName(name);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    const int quarter = Theme::quarterLine(this);
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, quarter, 0, 0);
    layout->setSpacing(quarter);
    m_title->setObjectName(name + QStringLiteral("Title"));
    m_summary->setObjectName(name + QStringLiteral("Summary"));
    for (QLabel* label : { m_title, m_summary }) {
        label->setWordWrap(true);
        label->setContentsMargins(2 * quarter, 0, 2 * quarter, 0);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setTextFormat(Qt::PlainText);
        layout->addWidget(label);
    }
    m_bits->setObjectName(name + QStringLiteral("Bits"));
    layout->addWidget(m_bits);
    m_table->setObjectName(name + QStringLiteral("Fields"));
    layout->addWidget(m_table, 1);
    setUpFieldTable(m_table, m_model, m_bits);
    m_table->setColumnSamples({ QStringLiteral("63:59"), QStringLiteral("Contiguous0"),
        QStringLiteral("0x0000 0000"), QStringLiteral("EL1 read/write, EL0 no access") });
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);
    connect(m_model, &models::DescriptorModel::changed, this, &DescriptorDetails::refresh);
    setFocusProxy(m_table);
    retranslate();
}

void DescriptorDetails::showDescriptor(const models::DescriptorFacts& facts)
{
    m_model->show(facts);
}

void DescriptorDetails::clear()
{
    m_model->clear();
}

void DescriptorDetails::refresh()
{
    const bool known = m_model->isKnown() && !m_model->facts()->read.aborted;
    m_title->setText(m_model->isKnown()
            ? m_model->title()
            : tr("Choose a descriptor to see its bits and what each of them did."));
    const QString summary = m_model->summary();
    m_summary->setText(summary);
    m_summary->setVisible(!summary.isEmpty());
    m_bits->setVisible(known);
    m_table->setVisible(known);
    m_bits->setWord(m_model->value(), 64, known);
    fitFieldTable(m_table);
}

void DescriptorDetails::retranslate()
{
    m_bits->setAccessibleName(tr("Bits of the descriptor"));
    m_table->setAccessibleName(tr("Fields of the descriptor"));
    m_table->setAccessibleDescription(tr("Each field with its meaning and what it did for this access."));
    refresh();
}

} // namespace fscope::widgets
