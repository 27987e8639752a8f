// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/panel.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;

namespace fscope::models {
class MemoryModel;
class MemorySearchModel;
} // namespace fscope::models

namespace fscope::widgets {

class HexView;
class ItemView;
class MemoryFind;

/// The guest's memory as hexadecimal and ASCII, by virtual, intermediate physical or physical address: to be
/// read, searched, and changed by typing over it.
class MemoryPanel : public Panel
{
    Q_OBJECT
public:
    explicit MemoryPanel(models::Session* session, QWidget* parent = nullptr);

    HexView* hexView() const { return m_view; }

public slots:
    /// Shows an address and puts the keyboard there; stops following.
    void showAddress(fscope::models::AddressSpace space, quint64 address);
    /// What the address field does with a text. Returns what is wrong with it; empty: nothing.
    QString goTo(const QString& expression);
    void focusAddress();
    /// Opens the bar of the search; what is selected is put into it.
    void openFind();
    /// To the next match (1) or the one before (-1); opens the bar where nothing has been looked for.
    void findStep(int direction);
    /// Asks for bytes to fill the selection with.
    void askFill();

protected:
    void retranslate() override;
    void setLive(bool live) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeBar();
    void submit();
    void scrollToAddress();
    void showAddressText();
    void showCaret();
    void showProblem(const QString& problem);
    void showMatches();
    void goToMatch();
    models::MemoryModel* m_model;
    models::MemorySearchModel* m_matches;
    HexView* m_view;
    ItemView* m_matchView;
    QSplitter* m_split;
    MemoryFind* m_find;
    QLabel* m_addressLabel;
    QLineEdit* m_address;
    QComboBox* m_space;
    QLabel* m_groupLabel;
    QComboBox* m_group;
    QCheckBox* m_follow;
    QLabel* m_caret;
    QLabel* m_error;
};

} // namespace fscope::widgets
