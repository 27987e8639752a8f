// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/settings.h"

#include <QFileInfo>

namespace fscope::gui {
namespace {

constexpr auto kGeometry = "window/geometry";
constexpr auto kPanels = "window/panels";
constexpr auto kPanelsVersion = "window/panelsVersion";
constexpr auto kLayout = "window/layout";
constexpr auto kTheme = "window/theme";
constexpr auto kLanguage = "window/language";
constexpr auto kRecentFiles = "files/recent";

} // namespace

Settings::Settings(std::unique_ptr<QSettings> store)
    : m_store(std::move(store))
{ }

Settings Settings::ofUser()
{
    return Settings(std::make_unique<QSettings>());
}

Settings Settings::inFile(const QString& path)
{
    return Settings(std::make_unique<QSettings>(path, QSettings::IniFormat));
}

Settings Settings::none()
{
    return Settings(nullptr);
}

QVariant Settings::value(const char* key) const
{
    return m_store == nullptr ? QVariant() : m_store->value(QLatin1String(key));
}

void Settings::setValue(const char* key, const QVariant& value)
{
    if (m_store != nullptr)
        m_store->setValue(QLatin1String(key), value);
}

QByteArray Settings::geometry() const
{
    return value(kGeometry).toByteArray();
}

void Settings::setGeometry(const QByteArray& geometry)
{
    setValue(kGeometry, geometry);
}

QByteArray Settings::panels() const
{
    return value(kPanelsVersion).toInt() == kStateVersion ? value(kPanels).toByteArray() : QByteArray();
}

void Settings::setPanels(const QByteArray& state)
{
    setValue(kPanels, state);
    setValue(kPanelsVersion, kStateVersion);
}

QString Settings::layout() const
{
    return value(kLayout).toString();
}

void Settings::setLayout(const QString& id)
{
    setValue(kLayout, id);
}

QString Settings::theme() const
{
    return value(kTheme).toString();
}

void Settings::setTheme(const QString& id)
{
    setValue(kTheme, id);
}

QString Settings::language() const
{
    return value(kLanguage).toString();
}

void Settings::setLanguage(const QString& language)
{
    setValue(kLanguage, language);
}

QStringList Settings::recentFiles() const
{
    return value(kRecentFiles).toStringList();
}

void Settings::addRecentFile(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList files = recentFiles();
    files.removeAll(absolute);
    files.prepend(absolute);
    setValue(kRecentFiles, files.mid(0, kMaxRecentFiles));
}

void Settings::clearRecentFiles()
{
    setValue(kRecentFiles, QStringList());
}

} // namespace fscope::gui
