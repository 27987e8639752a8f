// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/memorypanel.h"

#include "models/memorymodel.h"
#include "models/memorysearchmodel.h"
#include "models/session.h"
#include "models/texts.h"
#include "widgets/hexview.h"
#include "widgets/itemview.h"
#include "widgets/memoryfind.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QSplitter>
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
    , m_matches(new models::MemorySearchModel(session, this))
    , m_view(new HexView(session, m_model, this))
    , m_matchView(new ItemView(this))
    , m_split(new QSplitter)
    , m_find(new MemoryFind(m_matches))
    , m_addressLabel(new QLabel)
    , m_address(new QLineEdit)
    , m_space(new QComboBox)
    , m_groupLabel(new QLabel)
    , m_group(new QComboBox)
    , m_follow(new QCheckBox)
    , m_caret(new QLabel)
    , m_error(new QLabel)
{
    m_model->setLive(false);
    auto* body = new QWidget(this);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const int quarter = Theme::quarterLine(this);
    m_error->setObjectName(QStringLiteral("memoryError"));
    m_error->setWordWrap(true);
    m_error->setContentsMargins(quarter, 0, quarter, quarter / 2);
    m_error->hide();
    layout->addWidget(makeBar());
    layout->addWidget(m_error);
    layout->addWidget(m_find);
    layout->addWidget(m_split, 1);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(m_view);
    m_split->addWidget(m_matchView);
    m_split->setStretchFactor(0, 1);

    m_view->setObjectName(QStringLiteral("memoryView"));
    m_matchView->setObjectName(QStringLiteral("memoryMatches"));
    m_matchView->setRootIsDecorated(false);
    m_matchView->setFollowCurrent(true);
    m_matchView->setSelectionMode(QAbstractItemView::ExtendedSelection);
    const QString address = QStringLiteral("0x1 4000 0000");
    m_matchView->setColumnSamples(
        { address, address, QStringLiteral("0xffff 8000 0800 12c4"), QString(3 * 14, QLatin1Char('0')) });
    m_matchView->setModel(m_matches);
    m_matchView->hide();

    connect(m_view, &ItemView::addressActivated, this, &Panel::addressActivated);
    connect(m_view, &HexView::touched, this, [this] { m_follow->setChecked(false); });
    connect(m_view, &HexView::answered, this, &MemoryPanel::showProblem);
    connect(m_view, &HexView::caretMoved, this, &MemoryPanel::showCaret);
    connect(m_address, &QLineEdit::returnPressed, this, &MemoryPanel::submit);
    connect(m_space, &QComboBox::activated, this, &MemoryPanel::submit);
    connect(m_group, &QComboBox::activated, this,
        [this] { m_view->setGroupSize(m_group->currentData().toInt()); });
    connect(m_follow, &QCheckBox::toggled, m_model, &MemoryModel::setFollow);
    connect(m_model, &MemoryModel::addressChanged, this, &MemoryPanel::scrollToAddress);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &MemoryPanel::showCaret);
    connect(m_matches, &models::MemorySearchModel::finished, this, &MemoryPanel::showMatches);
    connect(m_matches, &models::MemorySearchModel::currentChanged, this, &MemoryPanel::goToMatch);
    connect(m_matchView, &QAbstractItemView::clicked, this,
        [this](const QModelIndex& index) { m_matches->setCurrent(index.row()); });
    connect(m_matchView, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        m_matches->setCurrent(index.row());
        m_view->setFocus();
    });
    connect(m_find, &MemoryFind::closed, this, [this] { m_view->setFocus(); });
    connect(
        session, &models::Session::sourceChanged, this, [this] { setEmpty(!this->session()->hasSource()); });
    m_follow->setChecked(m_model->isFollowing());
    setBody(body);
    setFocusProxy(m_view);
    retranslate();
}

QWidget* MemoryPanel::makeBar()
{
    auto* widget = new QWidget;
    auto* bar = new QHBoxLayout(widget);
    const int quarter = Theme::quarterLine(this);
    bar->setContentsMargins(quarter, quarter / 2, quarter, quarter / 2);
    bar->setSpacing(quarter);
    m_address->setObjectName(QStringLiteral("memoryAddress"));
    m_address->setFont(Theme::fixedFont());
    m_space->setObjectName(QStringLiteral("memorySpace"));
    m_group->setObjectName(QStringLiteral("memoryGroup"));
    m_follow->setObjectName(QStringLiteral("memoryFollow"));
    m_caret->setObjectName(QStringLiteral("memoryCaret"));
    m_caret->setMinimumWidth(0);
    m_caret->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_caret->setFont(Theme::fixedFont());
    m_addressLabel->setBuddy(m_address);
    m_groupLabel->setBuddy(m_group);
    for (const SpaceRow& row : kSpaces)
        m_space->addItem(QLatin1String(row.name), static_cast<int>(row.space));
    for (const int size : kGroups)
        m_group->addItem(QString::number(size), size);
    bar->addWidget(m_addressLabel);
    bar->addWidget(m_space);
    bar->addWidget(m_address, 3);
    bar->addWidget(m_groupLabel);
    bar->addWidget(m_group);
    bar->addWidget(m_follow);
    bar->addWidget(m_caret, 4);
    return widget;
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
    showProblem(error);
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
    showProblem({});
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
    m_view->setCaretAddress(m_model->address());
}

void MemoryPanel::showProblem(const QString& problem)
{
    m_error->setText(problem);
    m_error->setVisible(!problem.isEmpty());
}

/// What is at the caret, beside the bytes themselves.
void MemoryPanel::showCaret()
{
    const quint64 at = m_view->caret().address;
    const auto byte = m_model->rowOf(at) >= 0 ? m_model->byteAt(at) : std::nullopt;
    QStringList parts;
    if (m_view->caret().isSelecting)
        parts << tr("bytes selected: %n", nullptr, static_cast<int>(m_view->caret().count()));
    if (byte) {
        const QString value = QStringLiteral("0x%1").arg(*byte, 2, 16, QLatin1Char('0'));
        const auto was = m_model->originalOf(at);
        parts << (was ? tr("%1 \u2260 was 0x%2").arg(value).arg(*was, 2, 16, QLatin1Char('0')) : value);
        if (m_model->space() != AddressSpace::Pa)
            parts << QStringLiteral("PA ") + models::displayHex(*m_model->physicalOf(at));
    }
    const QString text = parts.join(QStringLiteral(" \u00b7 "));
    if (text == m_caret->text())
        return;
    m_caret->setText(text);
    m_caret->setToolTip(text);
    // Read aloud as the caret moves.
    m_view->setAccessibleDescription((parts
        << tr("Memory of the guest at this step, sixteen bytes a row. Digits typed over bytes change them, "
              "Ctrl+T goes to the text beside them."))
                                         .join(QStringLiteral(". ")));
}

void MemoryPanel::showMatches()
{
    m_model->setMatches(m_matches->matches(), m_matches->matchLength(), m_matches->current());
    m_matchView->setVisible(m_matches->rowCount() > 0);
}

void MemoryPanel::goToMatch()
{
    showMatches();
    const int row = m_matches->current();
    if (row < 0)
        return;
    m_matchView->setCurrentIndex(m_matches->index(row, 0));
    m_follow->setChecked(false);
    // Where the rows show it already they stay, even if no step tells its address.
    const auto shown = m_model->shownAddressOf((*m_matches->matches())[static_cast<std::size_t>(row)]);
    const auto [space, address]
        = shown ? std::pair(m_model->space(), *shown) : m_matches->place(row, m_model->space());
    m_model->setAddress(space, address);
    scrollToAddress();
    m_view->selectBytes(address, static_cast<quint64>(m_matches->matchLength()));
}

void MemoryPanel::openFind()
{
    const bool many = m_view->caret().isSelecting && m_view->caret().count() <= 64;
    m_find->open(many && !m_matches->hasSearched() ? QString::fromLatin1(m_view->selectedBytes().toHex(' '))
                                                   : QString());
}

void MemoryPanel::findStep(int direction)
{
    if (m_find->isHidden() || !m_find->step(direction))
        openFind();
}

void MemoryPanel::askFill()
{
    m_view->setFocus();
    m_view->askFill();
}

void MemoryPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    // The matches stand where there is room for them.
    m_split->setOrientation(width() > 3 * height() ? Qt::Horizontal : Qt::Vertical);
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
    m_view->retranslate();
    m_find->retranslate();
    m_caret->clear();
    showCaret();
    m_caret->setAccessibleName(tr("Byte at the caret"));
    m_matchView->setAccessibleName(tr("Matches"));
    m_matchView->setAccessibleDescription(
        tr("Every place of what was looked for in memory. Enter goes to one."));
    setEmptyText(tr("The guest's memory appears here once a lesson or a recording is open."),
        QStringLiteral("file.open"), tr("Open…"));
    setEmpty(!session()->hasSource());
}

} // namespace fscope::widgets
