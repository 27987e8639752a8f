// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/memorypanel.h"

#include "models/memorymodel.h"
#include "models/session.h"
#include "models/texts.h"
#include "widgets/itemview.h"
#include "widgets/memorydelegate.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <array>

namespace fscope::widgets {
namespace {

using models::AddressSpace;
using models::MemoryModel;

struct SpaceRow {
    AddressSpace space;
    const char* name; ///< as the Arm ARM spells it
};
constexpr std::array kSpaces { SpaceRow { AddressSpace::Va, "VA" }, SpaceRow { AddressSpace::Ipa, "IPA" },
    SpaceRow { AddressSpace::Pa, "PA" } };
constexpr std::array kGroups { 1, 2, 4, 8 };

} // namespace

MemoryPanel::MemoryPanel(models::Session* session, QWidget* parent)
    : Panel(session, "memory", parent)
    , m_model(new MemoryModel(session, this))
    , m_view(new ItemView(this))
    , m_delegate(new MemoryDelegate)
    , m_addressLabel(new QLabel)
    , m_address(new QLineEdit)
    , m_space(new QComboBox)
    , m_groupLabel(new QLabel)
    , m_group(new QComboBox)
    , m_follow(new QCheckBox)
    , m_error(new QLabel)
{
    m_model->setLive(false);
    auto* body = new QWidget(this);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* bar = new QHBoxLayout;
    const int quarter = Theme::quarterLine(this);
    bar->setContentsMargins(quarter, quarter / 2, quarter, quarter / 2);
    bar->setSpacing(quarter);
    m_address->setObjectName(QStringLiteral("memoryAddress"));
    m_address->setFont(Theme::fixedFont());
    m_space->setObjectName(QStringLiteral("memorySpace"));
    m_group->setObjectName(QStringLiteral("memoryGroup"));
    m_follow->setObjectName(QStringLiteral("memoryFollow"));
    m_error->setObjectName(QStringLiteral("memoryError"));
    m_error->setWordWrap(true);
    m_error->setContentsMargins(quarter, 0, quarter, quarter / 2);
    m_error->hide();
    m_addressLabel->setBuddy(m_address);
    m_groupLabel->setBuddy(m_group);
    for (const SpaceRow& row : kSpaces)
        m_space->addItem(QLatin1String(row.name), static_cast<int>(row.space));
    for (const int size : kGroups)
        m_group->addItem(QString::number(size), size);
    bar->addWidget(m_addressLabel);
    bar->addWidget(m_space);
    bar->addWidget(m_address, 1);
    bar->addWidget(m_groupLabel);
    bar->addWidget(m_group);
    bar->addWidget(m_follow);
    layout->addLayout(bar);
    layout->addWidget(m_error);
    layout->addWidget(m_view, 1);

    m_view->setObjectName(QStringLiteral("memoryView"));
    m_view->setRootIsDecorated(false);
    m_view->setStateDelegate(m_delegate);
    const QString address = QStringLiteral("0xffff 8000 0800 12c4");
    m_view->setColumnSamples({ address, QString(16 * 3, QLatin1Char('0')) });
    m_view->setModel(m_model);
    connect(m_view, &ItemView::addressActivated, this, &Panel::addressActivated);
    connect(m_address, &QLineEdit::returnPressed, this, &MemoryPanel::submit);
    connect(m_space, &QComboBox::activated, this, &MemoryPanel::submit);
    connect(m_group, &QComboBox::activated, this, [this] {
        const int size = m_group->currentData().toInt();
        m_delegate->setGroupSize(size);
        m_model->setGroupSize(size);
    });
    connect(m_follow, &QCheckBox::toggled, m_model, &MemoryModel::setFollow);
    connect(m_model, &MemoryModel::addressChanged, this, &MemoryPanel::scrollToAddress);
    connect(
        session, &models::Session::sourceChanged, this, [this] { setEmpty(!this->session()->hasSource()); });
    m_follow->setChecked(m_model->isFollowing());
    setBody(body);
    setFocusProxy(m_view);
    retranslate();
}

void MemoryPanel::submit()
{
    goTo(m_address->text());
}

QString MemoryPanel::goTo(const QString& expression)
{
    if (!session()->hasSource() || expression.trimmed().isEmpty())
        return {};
    QString text = expression.trimmed();
    // The box says the space, unless the text does.
    if (!text.contains(QLatin1Char(':')))
        text = m_space->currentText().toLower() + QLatin1Char(':') + text;
    const QString error = m_model->goTo(text);
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
    if (error.isEmpty()) {
        m_follow->setChecked(false);
        scrollToAddress();
    }
    return error;
}

void MemoryPanel::showAddress(AddressSpace space, quint64 address)
{
    m_model->setLive(true);
    m_follow->setChecked(false);
    m_error->hide();
    m_model->setAddress(space, address);
    scrollToAddress();
    m_view->setFocus();
}

void MemoryPanel::focusAddress()
{
    m_address->setFocus();
    m_address->selectAll();
}

void MemoryPanel::scrollToAddress()
{
    showAddressText();
    const int row = m_model->rowOf(m_model->address());
    if (row < 0)
        return;
    const QModelIndex index = m_model->index(row, MemoryModel::Address);
    // In sight already: rows keep their place.
    if (!m_view->viewport()->rect().contains(m_view->visualRect(index).center()))
        m_view->scrollTo(index, QAbstractItemView::PositionAtTop);
    m_view->setCurrentIndex(index);
}

void MemoryPanel::showAddressText()
{
    const QSignalBlocker blocker(m_space);
    m_space->setCurrentIndex(m_space->findData(static_cast<int>(m_model->space())));
    if (!m_address->hasFocus() || !m_address->isModified())
        m_address->setText(models::copyHex(m_model->address()));
}

void MemoryPanel::setLive(bool live)
{
    m_model->setLive(live);
    if (live)
        scrollToAddress();
}

void MemoryPanel::retranslate()
{
    m_addressLabel->setText(tr("&Address:"));
    m_address->setPlaceholderText(tr("0x9000000, x1 + 8, ipa:0x40000000"));
    m_address->setToolTip(
        tr("A number, a register or a sum of them; va:, ipa: or pa: before it says of which kind."));
    m_space->setToolTip(tr("The kind of address: virtual, intermediate physical or physical."));
    m_space->setAccessibleName(tr("Kind of address"));
    m_groupLabel->setText(tr("&Bytes:"));
    m_group->setToolTip(tr("Bytes of a little-endian group."));
    m_follow->setText(tr("&Follow"));
    m_follow->setToolTip(tr("Shows what each step reads or writes in memory."));
    m_view->setAccessibleName(tr("Memory"));
    m_view->setAccessibleDescription(tr("Memory of the guest at this step, sixteen bytes a row."));
    setEmptyText(tr("The guest's memory appears here once a lesson or a recording is open."),
        QStringLiteral("file.open"), tr("Open…"));
    setEmpty(!session()->hasSource());
}

} // namespace fscope::widgets
