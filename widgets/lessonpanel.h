// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/panel.h"

class QLabel;
class QTextBrowser;
class QUrl;

namespace fscope::models {
class LessonModel;
}

namespace fscope::widgets {

/// The text of the lesson, which grows as the steps pass; what belongs to the current step stands out.
///
/// A passed part's heading leads back to its step.
class LessonPanel : public Panel
{
    Q_OBJECT
public:
    explicit LessonPanel(models::Session* session, QWidget* parent = nullptr);

protected:
    void retranslate() override;
    void setLive(bool live) override;
    void restyle() override;

private:
    void scheduleUpdate();
    void updateText();
    void follow(const QUrl& link);
    models::LessonModel* m_model;
    QTextBrowser* m_text;
    QLabel* m_foot;
    QString m_shown;
    bool m_scheduled = false;
};

} // namespace fscope::widgets
