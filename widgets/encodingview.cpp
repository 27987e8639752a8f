// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/encodingview.h"

#include "core/base/bits.h"
#include "models/encodingmodel.h"
#include "models/session.h"
#include "models/texts.h"
#include "widgets/bitfieldview.h"
#include "widgets/fieldtable.h"
#include "widgets/itemview.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <variant>

namespace fscope::widgets {

EncodingView::EncodingView(models::Session* session, QWidget* parent)
    : Panel(session, "encoding", parent)
    , m_model(new models::EncodingModel(session, this))
    , m_text(new QLabel)
    , m_title(new QLabel)
    , m_bits(new BitFieldView)
    , m_verdict(new QLabel)
    , m_table(new ItemView)
{
    QVBoxLayout* layout = setScrollingBody();
    const int quarter = Theme::quarterLine(this);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(2 * quarter, 0, 2 * quarter, 0);
    head->setSpacing(4 * quarter);
    m_text->setObjectName(QStringLiteral("instructionText"));
    m_title->setObjectName(QStringLiteral("instructionTitle"));
    m_verdict->setObjectName(QStringLiteral("instructionVerdict"));
    m_bits->setObjectName(QStringLiteral("instructionBits"));
    m_table->setObjectName(QStringLiteral("instructionTable"));
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_verdict->setWordWrap(true);
    m_verdict->setContentsMargins(2 * quarter, 0, 2 * quarter, 0);
    for (QLabel* label : { m_text, m_title, m_verdict })
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    head->addWidget(m_text);
    head->addWidget(m_title, 1);
    layout->addLayout(head);
    layout->addWidget(m_bits);
    layout->addWidget(m_verdict);
    layout->addWidget(m_table, 1);

    setFocusProxy(m_bits);

    m_model->setLive(false);
    setUpFieldTable(m_table, m_model, m_bits);
    for (const auto signal : { &models::Session::momentChanged, &models::Session::runChanged,
             &models::Session::sourceChanged, &models::Session::languageChanged })
        connect(session, signal, this, &EncodingView::refresh);
    restyle();
    retranslate();
}

void EncodingView::refresh()
{
    setEmpty(!session()->hasSource());
    if (!m_model->isLive())
        return;
    const bool known = m_model->isKnown();
    m_bits->setWord(m_model->word(), 32, known);
    m_text->setText(m_model->text());
    const QString word = known ? models::displayHex(m_model->word(), 8) : QString();
    m_title->setText(known
            ? word + QStringLiteral("  \u00b7  ") + m_model->title()
            : tr("This source does not tell the instruction, and the guest's memory does not hold it."));
    m_verdict->setText(verdict());
}

/// What the syndrome says of the instruction: the hypervisor's own words for it, where it ran.
QString EncodingView::verdict() const
{
    const auto run = session()->run();
    if (!run)
        return session()->runError();
    if (!run->intercept)
        return tr("The CPU carries this instruction out itself; nothing traps.");
    for (const hypervisor::MicroStep& step : run->steps) {
        if (std::holds_alternative<hypervisor::SyndromeRead>(step))
            return models::toQString(hypervisor::stepSentence(step));
    }
    return {};
}

void EncodingView::retranslate()
{
    m_bits->setAccessibleName(tr("Bits of the instruction"));
    m_bits->setAccessibleDescription(tr("The 32 bits of the instruction, field by field. Arrow keys walk the "
                                        "fields; each is explained below."));
    m_table->setAccessibleName(tr("Fields of the instruction"));
    m_text->setAccessibleName(tr("Instruction"));
    m_text->setToolTip(tr("The instruction that trapped, disassembled."));
    m_title->setToolTip(tr("The instruction word, and the Arm ARM's name of its encoding."));
    m_verdict->setToolTip(tr("Whether the syndrome describes the access (ISV), or the instruction has to be "
                             "fetched and decoded."));
    setEmptyText(tr("The bits of the instruction that trapped appear here once a lesson or a file is open."),
        QStringLiteral("file.open"), tr("Open…"));
    refresh();
}

void EncodingView::setLive(bool live)
{
    m_model->setLive(live);
    refresh();
}

void EncodingView::restyle()
{
    QFont font = Theme::fixedFont(1.2);
    font.setBold(true);
    m_text->setFont(font);
    fitFieldTable(m_table);
}

} // namespace fscope::widgets
