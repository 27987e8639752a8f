// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/theme.h"

#include <span>

namespace fscope::gui {

/// A theme as menus, settings and the command line name it.
struct ThemeRow {
    widgets::Theme::Mode mode;
    const char* id;
    const char* text; ///< to be translated in context "Themes"
};

std::span<const ThemeRow> themeRows();
/// By id ("system", "light", "dark", "contrast"), or nullptr.
const ThemeRow* themeById(const QString& id);

} // namespace fscope::gui
