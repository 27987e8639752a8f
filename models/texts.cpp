// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/texts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fscope::models {

namespace {

constexpr QChar kThinSpace = u'\u2009';

/// Fills %1 … %9 in one pass, so that a % in an argument is never taken for a place.
QString fill(const QString& pattern, const std::vector<Text>& args)
{
    QString out;
    out.reserve(pattern.size() + 16 * qsizetype(args.size()));
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern[i];
        const int place = c == u'%' && i + 1 < pattern.size() ? pattern[i + 1].unicode() - u'0' : 0;
        if (place >= 1 && place <= 9 && size_t(place) <= args.size()) {
            out += toQString(args[size_t(place) - 1]);
            ++i;
        } else {
            out += c;
        }
    }
    return out;
}

QString grouped(const QString& digits)
{
    if (digits.size() <= 8)
        return u"0x"_s + digits;
    QString out = u"0x"_s;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        if (i != 0 && (digits.size() - i) % 4 == 0)
            out += kThinSpace;
        out += digits[i];
    }
    return out;
}

} // namespace

QString toQString(const Text& text)
{
    if (text.empty())
        return {};
    return fill(QCoreApplication::translate("Core", text.pattern.c_str()), text.args);
}

QString toQString(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

QString toQString(const Error& error)
{
    return QString::fromStdString(error.text());
}

QString displayHex(quint64 value, int digits)
{
    return grouped(QString::number(value, 16).rightJustified(digits, u'0'));
}

QString displayHex(U128 value)
{
    return grouped(QString::number(value.hi, 16).rightJustified(16, u'0')
        + QString::number(value.lo, 16).rightJustified(16, u'0'));
}

QString copyHex(quint64 value)
{
    return u"0x"_s + QString::number(value, 16);
}

} // namespace fscope::models
