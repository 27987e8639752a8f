// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/panel.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;
class QToolButton;

namespace fscope::models {
class MemoryMapModel;
}

namespace fscope::widgets {

class ItemView;
class MemoryMapCanvas;

/// The guest's physical address space: a strip to zoom into, and the same regions as a table. What is
/// selected in one is selected in the other.
class MemoryMapPanel : public Panel
{
    Q_OBJECT
public:
    explicit MemoryMapPanel(models::Session* session, QWidget* parent = nullptr);

    MemoryMapCanvas* canvas() const { return m_canvas; }
    /// What the address field does with a text. Returns what is wrong with it; empty: nothing.
    QString goTo(const QString& expression);
    QSize minimumSizeHint() const override;

protected:
    void retranslate() override;
    void setLive(bool live) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeBar();
    void showContent();
    void onSelected(quint64 ipa);
    void onRowChanged();
    void showSelection();
    models::MemoryMapModel* m_model;
    QWidget* m_bar = nullptr;
    MemoryMapCanvas* m_canvas;
    ItemView* m_table;
    QSplitter* m_split;
    QLabel* m_addressLabel;
    QComboBox* m_space;
    QLineEdit* m_address;
    QToolButton* m_zoomOut;
    QToolButton* m_zoomIn;
    QToolButton* m_zoomAll;
    QLabel* m_selection;
    QLabel* m_problem;
    bool m_isSelecting = false;
};

} // namespace fscope::widgets
