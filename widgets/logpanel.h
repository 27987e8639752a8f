// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/panel.h"

class QStandardItemModel;

namespace fscope::widgets {

class ItemView;

/// What happened in the window: what was opened, what failed and why. The newest last, at most 1,000 lines.
class LogPanel : public Panel
{
    Q_OBJECT
public:
    explicit LogPanel(models::Session* session, QWidget* parent = nullptr);

public slots:
    void addMessage(const QString& text);
    void addError(const QString& text);

protected:
    void retranslate() override;

private:
    void add(const QString& text, models::ItemState state);
    QStandardItemModel* m_model;
    ItemView* m_view;
};

} // namespace fscope::widgets
