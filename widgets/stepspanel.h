// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/panel.h"

namespace fscope::models {
class StepListModel;
}

namespace fscope::widgets {

class ItemView;

/// The micro-steps of the current intercept as sentences, with what each changed. A click goes there, either
/// way.
class StepsPanel : public Panel
{
    Q_OBJECT
public:
    explicit StepsPanel(models::Session* session, QWidget* parent = nullptr);

protected:
    void retranslate() override;
    void setLive(bool live) override;

private:
    void goTo(const QModelIndex& index);
    void updateEmpty();
    models::StepListModel* m_model;
    ItemView* m_view;
};

} // namespace fscope::widgets
