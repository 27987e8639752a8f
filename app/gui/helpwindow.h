// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QDialog>

class QTextBrowser;
class QToolButton;

namespace fscope::gui {

/// The help that comes with the program, in a window of its own. Keys are listed from the table of actions.
class HelpWindow : public QDialog
{
    Q_OBJECT
public:
    explicit HelpWindow(QWidget* parent = nullptr);

    /// @param topic the id of a panel, or a page: "contents", "keys"; @p language falls back to English
    void showTopic(const QString& topic, const QString& language);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    QString page(const QString& language) const;
    QTextBrowser* m_text;
    QString m_topic;
    QString m_language;
};

} // namespace fscope::gui
