// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/panel.h"

#include <QImage>

class QLabel;
class QMenu;
class QScrollArea;
class QSplitter;
class QTabWidget;

namespace fscope::models {
class WalkModel;
class WalkQuery;
} // namespace fscope::models

namespace fscope::widgets {

class DescriptorDetails;
class ItemView;
class WalkBar;
class WalkCanvas;
struct WalkPath;

/// A translation as a path through tables, with the chosen descriptor decoded, and the same as a list.
///
/// Follows the session: what the policy has not reached yet is outlined. Or answers "what would this access
/// do" for any address. The stage-2 walks for the addresses of stage-1 tables are folded until asked for.
class WalkView : public Panel
{
    Q_OBJECT
public:
    explicit WalkView(models::Session* session, QWidget* parent = nullptr);

    WalkCanvas* canvas() const { return m_canvas; }
    ItemView* tree() const { return m_tree; }
    DescriptorDetails* details() const { return m_details; }
    WalkBar* bar() const { return m_bar; }
    models::WalkQuery* query() const { return m_query; }
    using QWidget::render;
    QImage render(const QSize& size, qreal scale = 1.0) const;

    /// Asks what an access to the address would do, and puts the keyboard there.
    void askAddress(models::AddressSpace space, quint64 address);
    /// Writes the diagram: SVG, or PNG where the name ends in .png. False with @p error set if that failed.
    bool exportDiagram(const QString& path, QString* error) const;
    /// Writes the walk: JSON, or CSV where the name ends in .csv.
    bool exportWalk(const QString& path, QString* error) const;
    bool hasWalk() const;

protected:
    void retranslate() override;
    void setLive(bool live) override;
    void restyle() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void refreshNote(const WalkPath& path);
    void refreshResult();
    void chooseRow(int row);
    void showDetails(bool shown);
    void shareRoom();
    void addToMenu(QMenu* menu, int row);
    models::WalkModel* m_model;
    models::WalkQuery* m_query;
    WalkBar* m_bar;
    WalkCanvas* m_canvas;
    QScrollArea* m_area;
    DescriptorDetails* m_details;
    ItemView* m_tree;
    QTabWidget* m_tabs;
    QSplitter* m_splitter;
    QLabel* m_result;
    QLabel* m_note;
    bool m_detailsChosen = false; ///< a person said whether the fields are to be shown
    bool m_splitterMoved = false;
};

} // namespace fscope::widgets
