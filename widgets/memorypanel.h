// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/panel.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace fscope::models {
class MemoryModel;
}

namespace fscope::widgets {

class ItemView;
class MemoryDelegate;

/// The guest's memory as hexadecimal and ASCII, by virtual, intermediate physical or physical address.
class MemoryPanel : public Panel
{
    Q_OBJECT
public:
    explicit MemoryPanel(models::Session* session, QWidget* parent = nullptr);

public slots:
    /// Shows an address and puts the keyboard there; stops following.
    void showAddress(fscope::models::AddressSpace space, quint64 address);
    /// What the address field does with a text. Returns what is wrong with it; empty: nothing.
    QString goTo(const QString& expression);
    void focusAddress();

protected:
    void retranslate() override;
    void setLive(bool live) override;

private:
    void submit();
    void scrollToAddress();
    void showAddressText();
    models::MemoryModel* m_model;
    ItemView* m_view;
    MemoryDelegate* m_delegate;
    QLabel* m_addressLabel;
    QLineEdit* m_address;
    QComboBox* m_space;
    QLabel* m_groupLabel;
    QComboBox* m_group;
    QCheckBox* m_follow;
    QLabel* m_error;
};

} // namespace fscope::widgets
