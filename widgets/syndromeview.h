// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/panel.h"

class QLabel;

namespace fscope::models {
class FieldModel;
class SyndromeModel;
} // namespace fscope::models

namespace fscope::widgets {

class BitFieldView;
class ItemView;

/// ESR_EL2 of the current intercept as bits in named fields, a sentence for the whole, FAR_EL2 and HPFAR_EL2,
/// and the fields as a list that follows the selection in the bits and is followed by it.
class SyndromeView : public Panel
{
    Q_OBJECT
public:
    explicit SyndromeView(models::Session* session, QWidget* parent = nullptr);

    BitFieldView* bits() const { return m_bits; }
    ItemView* table() const { return m_table; }

public slots:
    /// ESR_EL2 with FAR_EL2 and HPFAR_EL2 in the Decode panel.
    void openInDecode();

protected:
    void retranslate() override;
    void setLive(bool live) override;
    void restyle() override;

private:
    void refresh();
    QString addressesText() const;
    models::SyndromeModel* m_model;
    BitFieldView* m_bits;
    ItemView* m_table;
    QLabel* m_sentence;
    QLabel* m_addresses;
    bool m_live = false;
};

} // namespace fscope::widgets
