// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/tablebrowser.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace fscope::widgets {

/// Which mappings are listed: by tables, input range, output range, rights and type.
class TableFilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit TableFilterBar(QWidget* parent = nullptr);

    /// The trees that can be chosen, by title.
    void setTrees(const QStringList& titles);
    /// What the fields say; nothing (and a sentence in the bar) if they cannot be read.
    std::optional<models::MappingQuestion> question();
    void clear();
    void retranslate();

signals:
    void changed();

private:
    QComboBox* m_tree;
    QLineEdit* m_input;
    QLineEdit* m_output;
    QLineEdit* m_rights;
    QComboBox* m_level;
    QComboBox* m_type;
    QLabel* m_error;
};

} // namespace fscope::widgets
