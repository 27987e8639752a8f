// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/sessiontreemodel.h"

namespace fscope::models {

/// The encoding of the current intercept's instruction, field by field from bit 31 down, with BitRangeRole.
class EncodingModel : public SessionTreeModel
{
    Q_OBJECT
public:
    enum Column { Bits, Name, Value, Meaning, ColumnCount };

    explicit EncodingModel(Session* session, QObject* parent = nullptr);

    /// Disassembly, or "–" where the instruction is not known.
    QString text() const;
    /// The Arm ARM's name of the encoding, or why the word could not be decoded.
    QString title() const;
    quint32 word() const; ///< meaningful if isKnown()
    bool isKnown() const;

protected:
    QStringList columnTitles() const override;
    std::vector<TreeRow> makeRows() const override;
};

} // namespace fscope::models
