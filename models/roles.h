// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <Qt>

namespace fscope::models {

/// Roles every model of ours answers beside Qt's own. Delegates turn states into looks; models know no
/// colour.
enum Role {
    StateRole = Qt::UserRole + 1, ///< a @ref ItemState
    SortRole,                     ///< a number or a plain string
    CopyRole,                     ///< plain text for the clipboard: digits without grouping
    AddressRole,                  ///< quint64, where the row or cell is an address
    AddressSpaceRole,             ///< an @ref AddressSpace, with AddressRole
    OldValueRole,                 ///< QString, what was there before, with ItemState::Changed
    FixedFontRole,                ///< bool: digits, code, bits: draw in the fixed font
    StageRole,                    ///< 1 or 2, for rows of a translation table walk
    StepRole,                     ///< int: the micro-step a row belongs to
    OutcomeRole,                  ///< an @ref OutcomeState, for rows of intercepts
    BitRangeRole,                 ///< QPoint(hi, lo), for rows of fields
    FieldKindRole,                ///< int(arch::FieldKind)
    CurrentRole,                  ///< bool: where we are, whatever the state of the row is
    ChangedBytesRole, ///< quint16, for rows of memory: bit n set if byte n was written by the last step
    EditedBytesRole,  ///< quint16, for rows of memory: bytes changed by hand
    MatchBytesRole, ///< quint32, for rows of memory: bytes of matches, in the upper half those of the current
};

enum class ItemState : int {
    Normal,
    Current,
    Done,
    Pending,
    Changed,
    Fault,
    Unknown,
    Reserved,    ///< RES0/RES1 holding what it should
    ReservedSet, ///< RES0 that is not 0, or a reserved value
    NotValid,    ///< without meaning for this value
    Different,   ///< differs from the recording
    Injected,
    Device,
};

enum class OutcomeState : int { Unknown, Native, Completed, EventInjected, ExitToUser, Halted };

enum class AddressSpace : int { Va, Ipa, Pa };

} // namespace fscope::models
