// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/panel.h"

namespace fscope::models {
class InterceptListModel;
}

namespace fscope::widgets {

class ItemView;

/// All intercepts of what is open. A click goes to the start of one.
class InterceptsPanel : public Panel
{
    Q_OBJECT
public:
    explicit InterceptsPanel(models::Session* session, QWidget* parent = nullptr);

protected:
    void retranslate() override;

private:
    void goTo(const QModelIndex& index);
    void updateEmpty();
    models::InterceptListModel* m_model;
    ItemView* m_view;
};

} // namespace fscope::widgets
