// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"
#include "models/decodesubject.h"

#include <QCoreApplication>

#include <vector>

namespace fscope::models {

/// What a pasted text holds.
struct DecodePaste {
    Q_DECLARE_TR_FUNCTIONS(fscope::models::DecodePaste)
public:
    static constexpr qsizetype kMaxBytes = qsizetype(16) << 20; ///< of a text that are searched
    static constexpr std::size_t kMaxItems = 10000;

    std::vector<DecodeItem> items; ///< in the order of the text
    QString error;                 ///< why there are none; names the digit or the width of a single number
    QString notice;                ///< what was left out, if anything
};

/// Takes a text apart: one number (or one in each line) is a value of @p fallback; "ESR_EL2 = 0x…" names its
/// register; anything else is searched as fscope decode --from-text does. Values of one message are each
/// other's companions.
///
/// Cost: as TextFinder; texts beyond kMaxBytes are cut.
DecodePaste decodePaste(const QString& text, const DecodeSubject& fallback);

/// A number as it is typed into a field of this many bits. The error names the digit or the width.
Result<quint64> typedNumber(const QString& text, unsigned width);

} // namespace fscope::models
