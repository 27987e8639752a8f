// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/panel.h"

#include <QImage>

class QLabel;
class QSplitter;

namespace fscope::models {
class WalkModel;
}

namespace fscope::widgets {

class ItemView;
class WalkCanvas;

/// The translation as a path through tables, and the same as a tree with the fields of each descriptor.
///
/// Follows the session: what the policy has not reached yet is outlined. The stage-2 walks for the addresses
/// of stage-1 tables are folded until asked for.
class WalkView : public Panel
{
    Q_OBJECT
public:
    explicit WalkView(models::Session* session, QWidget* parent = nullptr);

    WalkCanvas* canvas() const { return m_canvas; }
    ItemView* tree() const { return m_tree; }
    using QWidget::render;
    QImage render(const QSize& size, qreal scale = 1.0) const;
    bool saveSvg(const QString& path) const;

protected:
    void retranslate() override;
    void setLive(bool live) override;
    void restyle() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    models::WalkModel* m_model;
    WalkCanvas* m_canvas;
    ItemView* m_tree;
    QSplitter* m_splitter;
    QLabel* m_note;
    bool m_splitterMoved = false;
};

} // namespace fscope::widgets
