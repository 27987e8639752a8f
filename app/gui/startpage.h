// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace fscope::gui {

/// What the window shows while nothing is open: the lessons, a way to open a file, and the files opened last.
class StartPage : public QScrollArea
{
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);

    void setLanguage(const QString& language); ///< of the lessons' titles
    void setRecentFiles(const QStringList& files);

signals:
    void openRequested(const QString& nameOrPath);
    void chooseFileRequested();
    void decodeRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    QString m_language = QStringLiteral("en");
    QStringList m_recent;
};

} // namespace fscope::gui
