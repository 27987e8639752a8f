// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/decodeeditor.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace fscope::widgets {

/// The upper part of the Decode panel: what the value is taken for, the value, the one to compare it with,
/// and the values that stand beside it. What is wrong with a number is said below it.
class DecodeForm : public QWidget
{
    Q_OBJECT
public:
    explicit DecodeForm(models::DecodeEditor* editor, QWidget* parent = nullptr);

    QLineEdit* valueEdit() const { return m_value; }
    QComboBox* chooser() const { return m_chooser; }
    void addTool(QWidget* tool);          ///< beside the value
    void showError(const QString& error); ///< empty: none
    QString error() const { return m_errorText; }
    void retranslate();

signals:
    /// More than a number was typed or pasted into a field of the form.
    void textEntered(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Beside {
        const char* name; ///< of the register
        std::optional<quint64> models::DecodeCompanions::*member;
        QLabel* label;
        QLineEdit* edit;
    };
    void refresh();
    void fillChooser();
    void chooseRegister(int index);
    void readForm();
    void typed(QLineEdit* edit, models::DecodeEditor::Side side);
    void readBeside(const Beside& beside);
    bool needs(const Beside& beside) const;
    void showValue(QLineEdit* edit, models::DecodeEditor::Side side);

    models::DecodeEditor* m_editor;
    QLabel* m_chooserLabel;
    QComboBox* m_chooser;
    QWidget* m_form; ///< of a descriptor
    QComboBox* m_stage;
    QComboBox* m_granule;
    QComboBox* m_level;
    QCheckBox* m_wide;
    QComboBox* m_reason;
    QLabel* m_valueLabel;
    QLineEdit* m_value;
    QLabel* m_secondLabel;
    QLineEdit* m_second;
    QHBoxLayout* m_tools;
    QWidget* m_besideRow;
    std::vector<Beside> m_beside;
    QCheckBox* m_fwb;
    QLabel* m_error;
    QString m_errorText;
    QWidget* m_typing = nullptr; ///< its text stays as it is typed
    bool m_refreshing = false;
};

} // namespace fscope::widgets
