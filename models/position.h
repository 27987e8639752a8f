// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QMetaType>
#include <QString>

#include <optional>

namespace fscope::models {

/// Where a person is: an intercept of the open source, and how many of its micro-steps are done.
///
/// Ordered by time. Its text form is "intercept/step", both from 1 for people ("12/4"); step 0 is before the
/// first step.
struct Position {
    int intercept = -1; ///< index from 0; -1: nothing open
    int step = 0;       ///< micro-steps done, 0 to the number of steps
    bool isValid() const { return intercept >= 0; }
    QString text() const;
    static std::optional<Position> fromText(QStringView text);
    auto operator<=>(const Position&) const = default;
};

} // namespace fscope::models

Q_DECLARE_METATYPE(fscope::models::Position)
