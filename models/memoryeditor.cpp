// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/memoryeditor.h"

#include "models/guestview.h"
#include "models/session.h"
#include "models/sessionedits.h"
#include "models/texts.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fscope::models {

namespace {

QString spaced(AddressSpace space, quint64 address)
{
    static constexpr std::array kNames { "VA", "IPA", "PA" };
    return QLatin1String(kNames[std::size_t(space)]) + u' ' + displayHex(address);
}

int digitOf(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= u'0' && u <= u'9')
        return u - u'0';
    const char16_t lower = u | 0x20;
    return lower >= u'a' && lower <= u'f' ? lower - u'a' + 10 : -1;
}

bool isSeparator(QChar c)
{
    return c.isSpace() || u",;:-"_s.contains(c);
}

} // namespace

bool readShown(const Session& session, quint64 pa, std::span<quint8> bytes)
{
    if (session.guest().memory.read(Pa(pa), bytes.data(), bytes.size()))
        return false;
    if (!session.isEditPending())
        return true;
    const auto& edits = session.edits()->current().bytes();
    for (auto it = edits.lower_bound(pa); it != edits.end() && it->first - pa < bytes.size(); ++it)
        bytes[std::size_t(it->first - pa)] = it->second.now;
    return true;
}

QString MemoryEditor::change(
    AddressSpace space, quint64 address, const QByteArray& bytes, const QString& text, bool isTyping) const
{
    if (!m_session->run())
        return tr("There is no run of this intercept whose memory could be changed.");
    std::vector<SessionEdits::Piece> pieces;
    for (qsizetype done = 0; done < bytes.size();) {
        const quint64 at = address + quint64(done);
        const auto room
            = qsizetype(std::min<quint64>(kPageSize - at % kPageSize, quint64(bytes.size() - done)));
        const auto pa = physicalAddress(m_session->guest(), space, at);
        if (!pa)
            return space == AddressSpace::Pa
                ? tr("%1 cannot be changed: the guest has no RAM there.").arg(spaced(space, at))
                : tr("%1 cannot be changed: no RAM of the guest is mapped there.").arg(spaced(space, at));
        pieces.push_back({ pa->value, bytes.mid(done, room) });
        done += room;
    }
    m_session->edits()->write(pieces, text, isTyping);
    return {};
}

QString MemoryEditor::typeDigit(AddressSpace space, quint64 address, bool high, unsigned digit) const
{
    quint8 byte = 0;
    const auto pa = m_session->run() ? physicalAddress(m_session->guest(), space, address) : std::nullopt;
    if (pa)
        readShown(*m_session, pa->value, { &byte, 1 });
    return typeByte(space, address, quint8(high ? (byte & 0x0fU) | digit << 4U : (byte & 0xf0U) | digit));
}

QString MemoryEditor::typeByte(AddressSpace space, quint64 address, quint8 value) const
{
    return change(space, address, QByteArray(1, char(value)),
        //: a step of undo; %1 is an address
        tr("typing at %1").arg(spaced(space, address)), true);
}

QString MemoryEditor::paste(AddressSpace space, quint64 address, const QByteArray& bytes) const
{
    if (bytes.size() > kMaxBytes)
        return tr("%1 bytes are too many to paste; %2 at a time is the limit.")
            .arg(bytes.size())
            .arg(kMaxBytes);
    //: a step of undo; %1 is an address
    return change(space, address, bytes,
        tr("pasting at %1, bytes: %n", nullptr, int(bytes.size())).arg(spaced(space, address)));
}

QString MemoryEditor::fill(
    AddressSpace space, quint64 address, quint64 count, const QByteArray& pattern) const
{
    if (pattern.isEmpty())
        return tr("There is nothing to fill with: type at least one byte.");
    if (count > quint64(kMaxBytes))
        return tr("%1 bytes are too many to fill; %2 at a time is the limit.").arg(count).arg(kMaxBytes);
    QByteArray bytes = pattern.repeated(qsizetype(count) / pattern.size() + 1);
    bytes.truncate(qsizetype(count));
    //: a step of undo; %1 is an address
    return change(space, address, bytes,
        tr("filling at %1, bytes: %n", nullptr, int(count)).arg(spaced(space, address)));
}

std::optional<QByteArray> MemoryEditor::bytesFromHex(const QString& text, QString* error)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size();) {
        if (isSeparator(text[i])) {
            ++i;
            continue;
        }
        if (text[i] == u'0' && i + 1 < text.size() && text[i + 1].toLower() == u'x')
            i += 2;
        const int high = i < text.size() ? digitOf(text[i]) : -1;
        const int low = i + 1 < text.size() ? digitOf(text[i + 1]) : -1;
        if (high < 0 || low < 0) {
            const qsizetype bad = high < 0 ? i : i + 1;
            *error = bad < text.size()
                ? tr("“%1” at place %2 is no hexadecimal digit; bytes are pairs of them, as in 48 65 6c.")
                      .arg(text.mid(bad, 1))
                      .arg(bad + 1)
                : tr("The last byte has only one digit; bytes are pairs of them, as in 48 65 6c.");
            return std::nullopt;
        }
        bytes.append(char(high << 4 | low));
        i += 2;
    }
    if (bytes.isEmpty()) {
        *error = tr("There are no bytes; they are pairs of hexadecimal digits, as in 48 65 6c.");
        return std::nullopt;
    }
    return bytes;
}

} // namespace fscope::models
