// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "app/gui/commandline.h"

namespace fscope::gui {

/// Opens what the command line names in a window that nobody sees, goes where it says, and writes the
/// picture.
///
/// @return what went wrong, for standard error; empty: the file is written
QString takeScreenshot(const CommandLine& line);

} // namespace fscope::gui
