// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/panel.h"

class QLabel;

namespace fscope::models {
class EncodingModel;
}

namespace fscope::widgets {

class BitFieldView;
class ItemView;

/// The 32 bits of the current instruction in named fields, its text above, what the syndrome says of it
/// below.
class EncodingView : public Panel
{
    Q_OBJECT
public:
    explicit EncodingView(models::Session* session, QWidget* parent = nullptr);

    BitFieldView* bits() const { return m_bits; }
    ItemView* table() const { return m_table; }

protected:
    void retranslate() override;
    void setLive(bool live) override;
    void restyle() override;

private:
    void refresh();
    QString verdict() const;
    models::EncodingModel* m_model;
    QLabel* m_text;
    QLabel* m_title;
    BitFieldView* m_bits;
    QLabel* m_verdict;
    ItemView* m_table;
};

} // namespace fscope::widgets
