// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

#include <memory>

namespace fscope::gui {

/// What the window remembers from one start to the next. Without a place to write (screenshots, tests) it
/// forgets.
class Settings
{
public:
    /// The version of the saved window state: panels that are saved under another are laid out afresh.
    static constexpr int kStateVersion = 3;
    static constexpr int kMaxRecentFiles = 10;

    static Settings ofUser();                    ///< the platform's place
    static Settings inFile(const QString& path); ///< an INI file
    static Settings none();

    QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);
    QByteArray panels() const; ///< empty if saved by another version
    void setPanels(const QByteArray& state);
    QString layout() const; ///< id of the named layout last applied
    void setLayout(const QString& id);
    QString theme() const;
    void setTheme(const QString& id);
    QString language() const; ///< empty: the system's
    void setLanguage(const QString& language);
    QStringList recentFiles() const;
    void addRecentFile(const QString& path);
    void clearRecentFiles();

private:
    explicit Settings(std::unique_ptr<QSettings> store);
    QVariant value(const char* key) const;
    void setValue(const char* key, const QVariant& value);
    std::unique_ptr<QSettings> m_store;
};

} // namespace fscope::gui
