// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace fscope::models {
class MemorySearchModel;
}

namespace fscope::widgets {

/// The bar that looks for bytes, text or a value in memory. Enter begins, and then goes to the next match;
/// Shift+Enter goes to the one before; Esc closes.
class MemoryFind : public QWidget
{
    Q_OBJECT
public:
    explicit MemoryFind(models::MemorySearchModel* model, QWidget* parent = nullptr);

    /// Shows the bar with the keyboard in it, and @p text in it unless that is empty.
    void open(const QString& text = {});
    void close();
    /// To the next match (1) or the one before (-1); begins the search if what is typed has not been looked
    /// for. False while there is nothing to look for.
    bool step(int direction);
    void retranslate();

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isNew() const;
    void begin();
    void updateState();
    void say(const QString& problem);
    models::MemorySearchModel* m_model;
    QLabel* m_label;
    QComboBox* m_kind;
    QLineEdit* m_text;
    QCheckBox* m_anyCase;
    QToolButton* m_previous;
    QToolButton* m_next;
    QLabel* m_summary;
    QLabel* m_problem;
    QToolButton* m_close;
    QString m_searched; ///< what was looked for last, with its kind
};

} // namespace fscope::widgets
