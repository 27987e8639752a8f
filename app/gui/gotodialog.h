// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;

namespace fscope::gui {

/// One line for where to go; what is wrong with it is said below, and the dialog stays.
class GoToDialog : public QDialog
{
    Q_OBJECT
public:
    /// @param go goes there, or returns what is wrong with the text
    GoToDialog(std::function<QString(const QString&)> go, QWidget* parent);

private:
    void submit();
    std::function<QString(const QString&)> m_go;
    QLineEdit* m_line;
    QLabel* m_message;
};

} // namespace fscope::gui
