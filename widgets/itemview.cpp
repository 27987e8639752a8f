// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/itemview.h"

#include "models/texts.h"
#include "widgets/itemcopy.h"
#include "widgets/panel.h"
#include "widgets/statedelegate.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <array>

namespace fscope::widgets {
namespace {

/// Letters that move as an arrow or a Home key does.
struct LetterRow {
    char16_t letter;
    Qt::Key key;
};
constexpr std::array kLetters {
    LetterRow { u'j', Qt::Key_Down },
    LetterRow { u'k', Qt::Key_Up },
    LetterRow { u'g', Qt::Key_Home },
    LetterRow { u'G', Qt::Key_End },
};

bool isCopyMenuKey(const QKeyEvent& event)
{
    return event.key() == Qt::Key_C && event.modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
}

} // namespace

ItemView::ItemView(QWidget* parent)
    : QTreeView(parent)
{
    setStateDelegate(new StateDelegate(this));
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setFrameShape(NoFrame);
    setExpandsOnDoubleClick(true);
    setTabKeyNavigation(false);
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(false);
    header()->setHighlightSections(false);
    // The style's least width is that of the font's widest letter, which pushes last columns out of sight.
    header()->setMinimumSectionSize(fontMetrics().height());
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QTreeView::activated, this, [this](const QModelIndex& index) {
        if (m_enterFollowsAddresses)
            activateAddress(index);
    });
}

void ItemView::setStateDelegate(StateDelegate* delegate)
{
    delete m_delegate;
    m_delegate = delegate;
    m_delegate->setParent(this);
    setItemDelegate(m_delegate);
}

void ItemView::setModel(QAbstractItemModel* model)
{
    QTreeView::setModel(model);
    if (model != nullptr) {
        applySamples();
        connect(model, &QAbstractItemModel::modelReset, this, &ItemView::scheduleFollow);
        scheduleFollow();
    }
}

void ItemView::setColumnSamples(const QStringList& samples)
{
    m_samples = samples;
    applySamples();
}

void ItemView::applySamples()
{
    if (model() == nullptr)
        return;
    const QFontMetrics fixed(Theme::fixedFont());
    const int space = Theme::quarterLine(this) * 5 / 2;
    const int count = static_cast<int>(std::min<qsizetype>(m_samples.size(), model()->columnCount()));
    for (int column = 0; column < count; ++column) {
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        const int text = fixed.horizontalAdvance(m_samples[column]);
        const int heading = header()->fontMetrics().horizontalAdvance(title);
        header()->resizeSection(column, std::max(text, heading) + space);
    }
}

bool ItemView::event(QEvent* event)
{
    // Copying is the view's own key wherever a shortcut of the window might want it.
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy) || isCopyMenuKey(*key)) {
            event->accept();
            return true;
        }
    }
    return QTreeView::event(event);
}

void ItemView::changeEvent(QEvent* event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_delegate->updateFonts();
        applySamples();
        scheduleDelayedItemsLayout();
    }
}

void ItemView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyRows(*this, CopyFormat::Text);
        return;
    }
    if (isCopyMenuKey(*event)) {
        showCopyMenu();
        return;
    }
    const QString text = event->text();
    const Qt::KeyboardModifiers others = event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (text.size() == 1 && others == Qt::NoModifier) {
        const auto found = std::find_if(kLetters.begin(), kLetters.end(),
            [&](const LetterRow& row) { return text[0] == QChar(row.letter); });
        if (found != kLetters.end()) {
            QKeyEvent moved(event->type(), found->key, Qt::NoModifier);
            QTreeView::keyPressEvent(&moved);
            return;
        }
    }
    QTreeView::keyPressEvent(event);
}

void ItemView::mousePressEvent(QMouseEvent* event)
{
    const bool link = event->button() == Qt::LeftButton && (event->modifiers() & Qt::ControlModifier) != 0;
    if (link && activateAddress(indexAt(event->pos())))
        return;
    QTreeView::mousePressEvent(event);
}

bool ItemView::activateAddress(const QModelIndex& index)
{
    const QVariant address = index.data(models::AddressRole);
    if (!address.isValid())
        return false;
    const auto space = static_cast<models::AddressSpace>(index.data(models::AddressSpaceRole).toInt());
    emit addressActivated(space, address.toULongLong());
    return true;
}

void ItemView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    // The address of the cell, or else the first of the row.
    QModelIndex addressed = index;
    for (int column = 0; index.isValid() && column < model()->columnCount(index.parent()); ++column) {
        if (addressed.data(models::AddressRole).isValid())
            break;
        addressed = index.siblingAtColumn(column);
    }
    const QVariant address = addressed.data(models::AddressRole);
    if (address.isValid()) {
        const QString text = tr("&Show %1 in Memory").arg(models::copyHex(address.toULongLong()));
        const QPersistentModelIndex kept = addressed;
        connect(menu.addAction(text), &QAction::triggered, this, [this, kept] { activateAddress(kept); });
        addMappingActions(&menu, addressed);
        menu.addSeparator();
    }
    emit menuAboutToShow(&menu, index);
    addCopyActions(&menu, this);
    const QPoint place = byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos();
    menu.exec(place);
}

/// The next questions about an address: which table maps it, and what an access to it would do.
void ItemView::addMappingActions(QMenu* menu, const QModelIndex& addressed)
{
    widgets::Panel* panel = nullptr; // QFrame has a Panel of its own
    for (QWidget* widget = parentWidget(); widget != nullptr && panel == nullptr;
         widget = widget->parentWidget())
        panel = qobject_cast<widgets::Panel*>(widget);
    if (panel == nullptr || !panel->offersMappingActions())
        return;
    const auto space = static_cast<models::AddressSpace>(addressed.data(models::AddressSpaceRole).toInt());
    const quint64 address = addressed.data(models::AddressRole).toULongLong();
    const QString text = models::copyHex(address);
    const bool physical = space == models::AddressSpace::Pa;
    connect(menu->addAction(physical ? tr("Who &maps %1").arg(text) : tr("Which table &maps %1").arg(text)),
        &QAction::triggered, panel,
        [panel, space, address] { emit panel->mappingRequested(space, address); });
    if (!physical)
        connect(menu->addAction(tr("&Walk for %1").arg(text)), &QAction::triggered, panel,
            [panel, space, address] { emit panel->walkRequested(space, address); });
}

void ItemView::showCopyMenu()
{
    QMenu menu(this);
    addCopyActions(&menu, this);
    const QRect rect = currentIndex().isValid() ? visualRect(currentIndex()) : QRect();
    menu.exec(viewport()->mapToGlobal(rect.bottomLeft()));
}

void ItemView::showEvent(QShowEvent* event)
{
    QTreeView::showEvent(event);
    scheduleFollow();
}

void ItemView::dataChanged(
    const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles)
{
    QTreeView::dataChanged(topLeft, bottomRight, roles);
    scheduleFollow();
}

void ItemView::rowsInserted(const QModelIndex& parent, int start, int end)
{
    QTreeView::rowsInserted(parent, start, end);
    scheduleFollow();
}

void ItemView::scheduleFollow()
{
    // Once per batch of changes, after the model is whole again.
    if (!m_followCurrent || m_followScheduled || !isVisible())
        return;
    m_followScheduled = true;
    QMetaObject::invokeMethod(this, &ItemView::followNow, Qt::QueuedConnection);
}

void ItemView::followNow()
{
    m_followScheduled = false;
    if (model() == nullptr)
        return;
    const QModelIndexList found
        = model()->match(model()->index(0, 0), models::CurrentRole, true, 1, Qt::MatchExactly);
    if (!found.isEmpty())
        scrollTo(found.first(), EnsureVisible);
}

} // namespace fscope::widgets
