// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/statedelegate.h"

namespace fscope::widgets {

/// Draws rows of memory: bytes the last step wrote are bold and underlined on a ground of their own, zero
/// bytes dim.
class MemoryDelegate : public StateDelegate
{
    Q_OBJECT
public:
    using StateDelegate::StateDelegate;
    /// Bytes of a little-endian group, as the model prints them: 1, 2, 4 or 8.
    void setGroupSize(int bytes) { m_groupSize = bytes; }
    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int m_groupSize = 1;
};

} // namespace fscope::widgets
