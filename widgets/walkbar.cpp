// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/walkbar.h"

#include "models/addressexpression.h"
#include "models/descriptoreffects.h"
#include "models/session.h"
#include "models/texts.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace fscope::widgets {
namespace {

using models::AddressSpace;

constexpr std::array kKinds { mmu::AccessKind::Read, mmu::AccessKind::Write, mmu::AccessKind::Execute };

} // namespace

WalkBar::WalkBar(models::Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_label(new QLabel)
    , m_space(new QComboBox)
    , m_address(new QLineEdit)
    , m_kind(new QComboBox)
    , m_level(new QComboBox)
    , m_pan(new QCheckBox)
    , m_follow(new QCheckBox)
    , m_details(new QToolButton)
    , m_error(new QLabel)
{
    const int quarter = Theme::quarterLine(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(quarter, quarter / 2, quarter, quarter / 2);
    column->setSpacing(quarter / 2);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(quarter);
    m_space->setObjectName(QStringLiteral("walkSpace"));
    m_address->setObjectName(QStringLiteral("walkAddress"));
    m_kind->setObjectName(QStringLiteral("walkKind"));
    m_level->setObjectName(QStringLiteral("walkLevel"));
    m_pan->setObjectName(QStringLiteral("walkPan"));
    m_follow->setObjectName(QStringLiteral("walkFollow"));
    m_details->setObjectName(QStringLiteral("walkDetailsButton"));
    m_error->setObjectName(QStringLiteral("walkError"));
    m_address->setFont(Theme::fixedFont());
    m_address->setMinimumWidth(m_address->fontMetrics().averageCharWidth() * 12);
    m_label->setBuddy(m_address);
    m_space->addItem(QStringLiteral("VA"), static_cast<int>(AddressSpace::Va));
    m_space->addItem(QStringLiteral("IPA"), static_cast<int>(AddressSpace::Ipa));
    for (const mmu::AccessKind kind : kKinds)
        m_kind->addItem(QString(), static_cast<int>(kind));
    m_level->addItem(QStringLiteral("EL1"), 1);
    m_level->addItem(QStringLiteral("EL0"), 0);
    m_pan->setText(QStringLiteral("PAN"));
    m_follow->setChecked(true);
    m_details->setCheckable(true);
    m_details->setAutoRaise(true);
    m_error->setWordWrap(true);
    m_error->hide();
    bar->addWidget(m_label);
    bar->addWidget(m_space);
    bar->addWidget(m_address, 1);
    bar->addWidget(m_kind);
    bar->addWidget(m_level);
    bar->addWidget(m_pan);
    bar->addWidget(m_follow);
    bar->addWidget(m_details);
    column->addLayout(bar);
    column->addWidget(m_error);

    connect(m_address, &QLineEdit::returnPressed, this, &WalkBar::submit);
    for (QComboBox* box : { m_space, m_kind, m_level })
        connect(box, &QComboBox::activated, this, &WalkBar::submitIfAsked);
    connect(m_pan, &QCheckBox::clicked, this, &WalkBar::submitIfAsked);
    connect(m_follow, &QCheckBox::clicked, this, [this](bool on) {
        if (on)
            follow();
        else if (!submit()) // nothing else can be shown
            m_follow->setChecked(true);
    });
    connect(m_details, &QToolButton::toggled, this, &WalkBar::detailsToggled);
    retranslate();
}

void WalkBar::setError(const QString& text)
{
    m_error->setText(text);
    m_error->setVisible(!text.isEmpty());
}

bool WalkBar::submit()
{
    QString text = m_address->text().trimmed();
    // Nothing typed: the address of the intercept is what people mean.
    const auto run = m_session->run();
    if (text.isEmpty() && run && run->intercept) {
        text = models::copyHex(run->intercept->far);
        m_address->setText(text);
        m_space->setCurrentIndex(m_space->findData(static_cast<int>(AddressSpace::Va)));
    }
    QString error;
    const auto space = static_cast<AddressSpace>(m_space->currentData().toInt());
    const auto target = models::parseAddress(text, space, m_session->guest(), &error);
    if (target && target->space == AddressSpace::Pa)
        error = tr("A PA is the end of a walk. Type a VA or an IPA here, or look for the PA in Page tables.");
    setError(error);
    if (!error.isEmpty() || !target)
        return false;
    m_space->setCurrentIndex(m_space->findData(static_cast<int>(target->space)));
    m_follow->setChecked(false);
    models::WalkQuestion question;
    question.space = target->space;
    question.address = target->address;
    question.access.kind = static_cast<mmu::AccessKind>(m_kind->currentData().toInt());
    question.access.el = m_level->currentData().toUInt();
    question.access.pan = m_pan->isChecked();
    emit asked(question);
    return true;
}

void WalkBar::submitIfAsked()
{
    if (!isFollowing())
        submit();
}

void WalkBar::ask(AddressSpace space, quint64 address, std::optional<mmu::AccessKind> kind)
{
    m_space->setCurrentIndex(m_space->findData(static_cast<int>(space)));
    m_address->setText(models::copyHex(address));
    if (kind)
        m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(*kind)));
    submit();
}

void WalkBar::follow()
{
    m_follow->setChecked(true);
    setError({});
    emit followed();
}

bool WalkBar::isFollowing() const
{
    return m_follow->isChecked();
}

void WalkBar::focusAddress()
{
    m_address->setFocus();
    m_address->selectAll();
}

void WalkBar::setDetailsShown(bool shown)
{
    m_details->setChecked(shown);
}

bool WalkBar::areDetailsShown() const
{
    return m_details->isChecked();
}

void WalkBar::retranslate()
{
    m_label->setText(tr("&Walk:"));
    m_space->setToolTip(tr("A VA goes through both stages, an IPA through stage 2 alone."));
    m_space->setAccessibleName(tr("Kind of address"));
    m_address->setPlaceholderText(tr("0xffff800008000000, x1 + 8, ipa:0x40000000"));
    m_address->setToolTip(
        tr("The address to walk for: a number, a register or a sum of them. Enter shows what "
           "the access would do with the registers and tables of this step."));
    m_address->setAccessibleName(tr("Address to walk for"));
    for (int i = 0; i < m_kind->count(); ++i)
        m_kind->setItemText(i, models::accessWord(static_cast<mmu::AccessKind>(m_kind->itemData(i).toInt())));
    m_kind->setToolTip(tr("What is attempted there."));
    m_kind->setAccessibleName(tr("Access"));
    m_level->setToolTip(tr("With the rights of which Exception level."));
    m_level->setAccessibleName(tr("Exception level"));
    m_pan->setToolTip(tr("PSTATE.PAN: EL1 may not read or write what EL0 may."));
    m_pan->setAccessibleName(QStringLiteral("PSTATE.PAN"));
    m_follow->setText(tr("&Follow"));
    m_follow->setToolTip(tr("Shows the walk of the intercept, step by step, instead of one you ask for."));
    m_details->setText(tr("Fiel&ds"));
    m_details->setToolTip(tr("Shows the chosen descriptor bit by bit, with what each field did."));
    m_details->setAccessibleName(tr("Fields of the chosen descriptor"));
}

} // namespace fscope::widgets
