// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "app/gui/commandline.h"

namespace fscope::gui {

/// From here on Qt's remarks about a platform without a screen are not printed. To be called before
/// QApplication is made.
void dropPlatformMessages();

/// Opens what the command line names in a window that nobody sees, goes where it says, and writes the
/// picture.
///
/// @return what went wrong, for standard error; empty: the file is written
QString takeScreenshot(const CommandLine& line);

} // namespace fscope::gui
