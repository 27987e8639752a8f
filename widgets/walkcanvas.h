// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/canvas.h"
#include "widgets/walkdrawing.h"
#include "widgets/walkpath.h"

#include <functional>
#include <set>

namespace fscope::widgets {

/// Draws a WalkPath, see WalkDrawing.
///
/// The stage-2 walks for the addresses of stage-1 tables are folded; activating or clicking their line
/// unfolds them.
class WalkCanvas : public Canvas
{
    Q_OBJECT
public:
    explicit WalkCanvas(QWidget* parent = nullptr);

    void setPath(const WalkPath& path);
    const WalkPath& path() const { return m_path; }
    /// Which side walks are open.
    const std::set<WalkFold>& unfolded() const { return m_unfolded; }
    void setUnfolded(const WalkFold& fold, bool unfolded);
    void foldAll();
    void unfoldAll();
    /// The row of WalkModel behind an item, or -1.
    int rowOfItem(int item) const;
    int stepOfItem(int item) const;
    /// Selects the item of a row of WalkModel, if it is shown.
    void setCurrentRow(int row);
    /// Brings the current step into sight, or what was reached last.
    void revealCurrentStep();

signals:
    void rowChosen(int row);
    void stepActivated(int step);
    /// The context menu is about to be shown for a row of WalkModel (-1: none): others may add to it.
    void menuAboutToShow(QMenu* menu, int row);

protected:
    std::unique_ptr<CanvasDrawing> makeDrawing(const QSizeF& available) const override;
    QSizeF preferredSize() const override;
    int homeItem() const override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    /// Lays out anew; the item that was chosen stays so.
    void change(const std::function<void()>& how);
    void onClicked(int item);
    void onActivated(int item);
    WalkPath m_path;
    std::set<WalkFold> m_unfolded;
};

} // namespace fscope::widgets
