// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/walkquery.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace fscope::widgets {

/// "What would this access do": an address, what is attempted and by whom; and the way back to the current
/// intercept's own walk.
class WalkBar : public QWidget
{
    Q_OBJECT
public:
    explicit WalkBar(models::Session* session, QWidget* parent = nullptr);

    /// Puts a question into the fields and asks it.
    void ask(models::AddressSpace space, quint64 address, std::optional<mmu::AccessKind> kind = std::nullopt);
    void follow(); ///< back to the intercept
    bool isFollowing() const;
    void focusAddress();
    void setDetailsShown(bool shown);
    bool areDetailsShown() const;
    void retranslate();

signals:
    void asked(const fscope::models::WalkQuestion& question);
    void followed();
    void detailsToggled(bool shown);

private:
    bool submit(); ///< false if the address cannot be read, which the bar says
    void submitIfAsked();
    void setError(const QString& text);
    models::Session* m_session;
    QLabel* m_label;
    QComboBox* m_space;
    QLineEdit* m_address;
    QComboBox* m_kind;
    QComboBox* m_level;
    QCheckBox* m_pan;
    QCheckBox* m_follow;
    QToolButton* m_details;
    QLabel* m_error;
};

} // namespace fscope::widgets
