// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/position.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace fscope::models {

namespace {

/// Decimal digits only: no sign, no blanks inside, nothing that QString::toInt() would let pass.
std::optional<int> number(QStringView text)
{
    if (text.isEmpty())
        return std::nullopt;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
    }
    bool ok = false;
    const int value = text.toInt(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

} // namespace

QString Position::text() const
{
    return isValid() ? QString::number(intercept + 1) + u'/' + QString::number(step) : QString();
}

std::optional<Position> Position::fromText(QStringView text)
{
    text = text.trimmed();
    const qsizetype slash = text.indexOf(u'/');
    const auto intercept = number(slash < 0 ? text : text.first(slash).trimmed());
    const auto step = slash < 0 ? std::optional(0) : number(text.sliced(slash + 1).trimmed());
    if (!intercept || !step || *intercept < 1)
        return std::nullopt;
    return Position { *intercept - 1, *step };
}

} // namespace fscope::models
