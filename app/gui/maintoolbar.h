// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QToolBar>

class QComboBox;
class QLabel;

namespace fscope::models {
class Session;
}

namespace fscope::gui {

class ActionRegistry;
class ElidedLabel;

/// The toolbar: opening, the steps, the policy, where we are, and the palette.
class MainToolBar : public QToolBar
{
    Q_OBJECT
public:
    MainToolBar(models::Session* session, const ActionRegistry* actions, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void update();
    models::Session* m_session;
    QLabel* m_policyLabel;
    QComboBox* m_policy;
    ElidedLabel* m_position;
};

} // namespace fscope::gui
