// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/theme.h"

#include <QIcon>

namespace fscope::widgets {

/// The icon resources/icons/<name>.svg in the colour of a role, sharp at every size and after a change of
/// theme.
///
/// An unknown name gives a null icon.
QIcon themedIcon(const QString& name, ThemeRole role = ThemeRole::Text);

} // namespace fscope::widgets
