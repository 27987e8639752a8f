// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

#include <span>

namespace fscope::gui {

/// A language the window speaks.
struct LanguageRow {
    const char* id;       ///< "en", "zh_CN"
    const char16_t* name; ///< in that language
};

std::span<const LanguageRow> languages();
/// The row of an id ("zh_CN", "zh-cn", "zh"), or nullptr.
const LanguageRow* languageById(const QString& id);
/// The best of languages() for the system's settings.
QString systemLanguage();

/// Installs the translations of a language in the application; widgets are told by LanguageChange events.
class LanguageSwitch : public QObject
{
    Q_OBJECT
public:
    explicit LanguageSwitch(QObject* parent = nullptr);
    ~LanguageSwitch() override;
    QString language() const { return m_language; }
    /// @p id of languages(); English needs no files. False if the translation is not part of the program.
    bool setLanguage(const QString& id);

private:
    void removeTranslators();
    QString m_language;
    QTranslator m_ours;
    QTranslator m_qt;
};

} // namespace fscope::gui
