// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

// The one place that includes QCustomPlot. Its header is written with Qt's foreach, which our sources are
// built without.
// NOLINTNEXTLINE(bugprone-macro-parentheses): names of a loop, not an expression
#define foreach(variable, container) for (variable : container)
#include <qcustomplot.h>
#undef foreach
