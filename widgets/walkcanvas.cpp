// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/walkcanvas.h"

#include "widgets/walkdrawing.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>
#include <optional>

namespace fscope::widgets {

namespace {

const WalkDrawing::ItemRef* refOf(const CanvasDrawing& drawing, int item)
{
    const auto& refs = static_cast<const WalkDrawing&>(drawing).refs();
    return item >= 0 && item < static_cast<int>(refs.size()) ? &refs[static_cast<std::size_t>(item)]
                                                             : nullptr;
}

} // namespace

WalkCanvas::WalkCanvas(QWidget* parent)
    : Canvas(parent)
{
    setObjectName(QStringLiteral("walkCanvas"));
    setSizePolicy(QSizePolicy::MinimumExpanding, QSizePolicy::MinimumExpanding);
    connect(this, &Canvas::itemClicked, this, &WalkCanvas::onClicked);
    connect(this, &Canvas::itemActivated, this, &WalkCanvas::onActivated);
    connect(this, &Canvas::currentItemChanged, this, [this](int item) {
        const int row = rowOfItem(item);
        if (row >= 0)
            emit rowChosen(row);
    });
}

void WalkCanvas::setPath(const WalkPath& path)
{
    change([&] { m_path = path; });
}

void WalkCanvas::setUnfolded(const WalkFold& fold, bool unfolded)
{
    change([&] {
        if (unfolded)
            m_unfolded.insert(fold);
        else
            m_unfolded.erase(fold);
    });
}

void WalkCanvas::unfoldAll()
{
    change([this] {
        for (const WalkPart& part : m_path.parts) {
            for (const WalkChain& chain : part.chains) {
                for (const WalkCard& card : chain.cards) {
                    if (!card.side.empty())
                        m_unfolded.insert({ card.mark.row, false });
                    if (!card.update.empty())
                        m_unfolded.insert({ card.mark.row, true });
                }
            }
        }
    });
}

void WalkCanvas::foldAll()
{
    if (!m_unfolded.empty())
        change([this] { m_unfolded.clear(); });
}

void WalkCanvas::change(const std::function<void()>& how)
{
    const auto* ref = refOf(drawing(), currentItem());
    const std::optional<WalkDrawing::ItemRef> chosen = ref != nullptr ? std::optional(*ref) : std::nullopt;
    how();
    invalidate();
    if (!chosen)
        return;
    const auto& refs = static_cast<const WalkDrawing&>(drawing()).refs();
    const auto found = std::find_if(refs.begin(), refs.end(), [&](const WalkDrawing::ItemRef& other) {
        return other.row == chosen->row && other.fold == chosen->fold;
    });
    const bool isBits = chosen->row < 0 && !chosen->fold;
    setCurrentItem(found != refs.end() && !isBits ? static_cast<int>(found - refs.begin()) : -1);
}

int WalkCanvas::rowOfItem(int item) const
{
    const auto* ref = refOf(drawing(), item);
    return ref != nullptr ? ref->row : -1;
}

int WalkCanvas::stepOfItem(int item) const
{
    const auto* ref = refOf(drawing(), item);
    return ref != nullptr ? ref->step : -1;
}

void WalkCanvas::setCurrentRow(int row)
{
    if (row < 0 || rowOfItem(currentItem()) == row)
        return;
    const int count = static_cast<int>(items().size());
    for (int item = 0; item < count; ++item) {
        if (rowOfItem(item) == row) {
            setCurrentItem(item);
            reveal(item);
            return;
        }
    }
}

int WalkCanvas::homeItem() const
{
    const auto& refs = static_cast<const WalkDrawing&>(drawing()).refs();
    int place = 0;
    for (std::size_t i = 0; i < refs.size(); ++i) {
        if (refs[i].current)
            return static_cast<int>(i);
        if (refs[i].reached)
            place = static_cast<int>(i);
    }
    return place;
}

void WalkCanvas::revealCurrentStep()
{
    reveal(homeItem());
}

void WalkCanvas::onClicked(int item)
{
    const auto* ref = refOf(drawing(), item);
    if (ref != nullptr && ref->fold)
        setUnfolded(*ref->fold, !m_unfolded.contains(*ref->fold));
}

void WalkCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    // The first of both clicks has already unfolded it.
    const auto* ref = refOf(drawing(), itemAt(event->position()));
    if (ref == nullptr || !ref->fold)
        Canvas::mouseDoubleClickEvent(event);
}

void WalkCanvas::onActivated(int item)
{
    const auto* ref = refOf(drawing(), item);
    if (ref == nullptr)
        return;
    if (ref->fold)
        setUnfolded(*ref->fold, !m_unfolded.contains(*ref->fold));
    else if (ref->step >= 0)
        emit stepActivated(ref->step);
}

void WalkCanvas::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int item = byKey ? currentItem() : itemAt(event->pos());
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    emit menuAboutToShow(menu, rowOfItem(item));
    addCopyActions(menu);
    const QPoint place = byKey && item >= 0
        ? mapToGlobal(items()[static_cast<std::size_t>(item)].rect.bottomLeft().toPoint())
        : event->globalPos();
    menu->popup(place);
}

std::unique_ptr<CanvasDrawing> WalkCanvas::makeDrawing(const QSizeF&) const
{
    return std::make_unique<WalkDrawing>(m_path, m_unfolded);
}

QSizeF WalkCanvas::preferredSize() const
{
    return drawing().size();
}

} // namespace fscope::widgets
