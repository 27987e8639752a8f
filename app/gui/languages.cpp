// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <array>

namespace fscope::gui {
namespace {

constexpr std::array kLanguages {
    LanguageRow { "en", u"English" },
    LanguageRow { "zh_CN", u"简体中文" },
};

} // namespace

std::span<const LanguageRow> languages()
{
    return kLanguages;
}

const LanguageRow* languageById(const QString& id)
{
    QString wanted = id;
    wanted.replace(QLatin1Char('-'), QLatin1Char('_'));
    for (const LanguageRow& row : kLanguages) {
        if (wanted.compare(QLatin1String(row.id), Qt::CaseInsensitive) == 0)
            return &row;
    }
    // "zh", "en_GB": the language alone.
    const QString language = wanted.section(QLatin1Char('_'), 0, 0);
    for (const LanguageRow& row : kLanguages) {
        const QString ours = QString::fromLatin1(row.id).section(QLatin1Char('_'), 0, 0);
        if (language.compare(ours, Qt::CaseInsensitive) == 0)
            return &row;
    }
    return nullptr;
}

QString systemLanguage()
{
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString& id : wanted) {
        if (const LanguageRow* row = languageById(id))
            return QString::fromLatin1(row->id);
    }
    return QString::fromLatin1(kLanguages[0].id);
}

LanguageSwitch::LanguageSwitch(QObject* parent)
    : QObject(parent)
    , m_language(QString::fromLatin1(kLanguages[0].id))
{ }

LanguageSwitch::~LanguageSwitch()
{
    removeTranslators();
}

bool LanguageSwitch::setLanguage(const QString& id)
{
    const LanguageRow* row = languageById(id);
    if (row == nullptr)
        return false;
    const QString name = QString::fromLatin1(row->id);
    if (name == m_language)
        return true;
    const bool english = row == &kLanguages[0];
    removeTranslators();
    bool loaded = english;
    if (!english) {
        loaded = m_ours.load(QStringLiteral(":/i18n/faultscope_") + name + QStringLiteral(".qm"));
        if (loaded)
            QCoreApplication::installTranslator(&m_ours);
        // Texts of Qt's own dialogs, where they are installed.
        const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
        if (m_qt.load(QStringLiteral("qtbase_") + name, folder)
            || m_qt.load(QStringLiteral("qt_") + name, folder))
            QCoreApplication::installTranslator(&m_qt);
    }
    m_language = name;
    return loaded;
}

void LanguageSwitch::removeTranslators()
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
}

} // namespace fscope::gui
