// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/position.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace fscope::gui {

/// What the command line asks of `faultscope`.
struct CommandLine {
    QString source;                     ///< file or lesson; empty: the start page
    QString screenshot;                 ///< where to write the picture; empty: show the window
    std::optional<models::Position> at; ///< intercept -1: of the one @c intercept names
    std::optional<int> intercept;       ///< from 1
    QSize size { 1440, 900 };           ///< of the picture, in pixels
    double scale = 1;
    QString theme;
    QString layout;
    QString language;
    QString policy;
    QString decode; ///< value or text for the Decode panel; empty: none

    /// Where --at and --intercept lead: the start where neither says anything.
    models::Position position() const;

    QString text;  ///< to print and end with exit code 0: --help, --version
    QString error; ///< to print and end with exit code 2
};

/// Reads the arguments, without the program's name. Needs no application object.
CommandLine parseCommandLine(const QStringList& arguments);

} // namespace fscope::gui
