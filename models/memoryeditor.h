// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/roles.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QString>

#include <optional>
#include <span>

namespace fscope::models {

class Session;

/// Changes bytes of the guest's memory as a person sees them: by virtual, intermediate physical or physical
/// address, at the current position.
///
/// Each function returns why it could not be done, in a sentence; empty: it is done, as one step of undo (the
/// two digits typed over one byte are one). All or nothing. What a change means, see SessionEdits.
class MemoryEditor
{
    Q_DECLARE_TR_FUNCTIONS(fscope::models::MemoryEditor)
public:
    /// As much as one paste or fill may change.
    static constexpr qsizetype kMaxBytes = 1 << 20;

    explicit MemoryEditor(Session* session)
        : m_session(session)
    { }

    /// One hexadecimal digit over half of a byte. @p high: the half of the bits 7 to 4.
    QString typeDigit(AddressSpace space, quint64 address, bool high, unsigned digit) const;
    QString typeByte(AddressSpace space, quint64 address, quint8 value) const;
    QString paste(AddressSpace space, quint64 address, const QByteArray& bytes) const;
    /// @p pattern again and again over @p count bytes.
    QString fill(AddressSpace space, quint64 address, quint64 count, const QByteArray& pattern) const;

    /// Bytes as people write them: pairs of digits, "0x" before numbers, parted by anything of blanks , ; : -
    /// and line feeds. Nothing, and why not, if it is something else.
    static std::optional<QByteArray> bytesFromHex(const QString& text, QString* error);

private:
    QString change(AddressSpace space, quint64 address, const QByteArray& bytes, const QString& text,
        bool isTyping = false) const;
    Session* m_session;
};

/// The bytes at a PA as they are shown: of the guest at the current position, and what has just been typed
/// although the run with it is still on its way. False, and nothing is read, where they are not all RAM.
bool readShown(const Session& session, quint64 pa, std::span<quint8> bytes);

} // namespace fscope::models
