// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/themes.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace fscope::gui {
namespace {

using widgets::Theme;

constexpr std::array kThemes {
    ThemeRow { Theme::Mode::System, "system", QT_TRANSLATE_NOOP("Themes", "As the &system") },
    ThemeRow { Theme::Mode::Light, "light", QT_TRANSLATE_NOOP("Themes", "&Light") },
    ThemeRow { Theme::Mode::Dark, "dark", QT_TRANSLATE_NOOP("Themes", "&Dark") },
    ThemeRow { Theme::Mode::HighContrast, "contrast", QT_TRANSLATE_NOOP("Themes", "&High contrast") },
};

} // namespace

std::span<const ThemeRow> themeRows()
{
    return kThemes;
}

const ThemeRow* themeById(const QString& id)
{
    const auto found = std::find_if(
        kThemes.begin(), kThemes.end(), [&](const ThemeRow& row) { return id == QLatin1String(row.id); });
    return found == kThemes.end() ? nullptr : &*found;
}

} // namespace fscope::gui
