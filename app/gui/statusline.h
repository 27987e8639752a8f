// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QObject>

class QLabel;
class QProgressBar;
class QStatusBar;
class QToolButton;

namespace fscope::models {
class Session;
}

namespace fscope::gui {

class ElidedLabel;

/// "12/200 · step 4/9 · X1 → 0x9000004": where a session is and what the last step changed.
QString positionText(const models::Session& session);
/// What this source does not know of the current intercept; empty: nothing worth a word.
QString unknownText(const models::Session& session);

/// The status bar: position, source, what is unknown, bytes edited by hand, and the progress of long work
/// with Cancel.
class StatusLine : public QObject
{
    Q_OBJECT
public:
    StatusLine(models::Session* session, QStatusBar* bar);
    void retranslate();

private:
    void update();
    void showProgress(const QString& what, int percent);
    models::Session* m_session;
    ElidedLabel* m_position;
    ElidedLabel* m_source;
    ElidedLabel* m_unknown;
    QToolButton* m_edits;
    QLabel* m_work;
    QProgressBar* m_progress;
    QToolButton* m_cancel;
};

} // namespace fscope::gui
