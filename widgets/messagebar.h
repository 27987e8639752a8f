// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace fscope::widgets {

/// An error shown in place, across the top of what it is about, until it is closed or outdated. Never modal.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    void showError(const QString& title, const QString& detail);
    QString text() const; ///< title and detail

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_detail;
    QToolButton* m_close;
};

} // namespace fscope::widgets
