// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/panel.h"

class QSplitter;

namespace fscope::models {
class ListingModel;
}

namespace fscope::widgets {

class EncodingView;
class ItemView;

/// The instruction of the intercept: its text and its bits by field, and the code around it.
class InstructionPanel : public Panel
{
    Q_OBJECT
public:
    explicit InstructionPanel(models::Session* session, QWidget* parent = nullptr);

protected:
    void retranslate() override;
    void setLive(bool live) override;

private:
    models::ListingModel* m_listing;
    EncodingView* m_encoding;
    ItemView* m_view;
    QSplitter* m_splitter;
};

} // namespace fscope::widgets
