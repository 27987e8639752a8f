// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/statedelegate.h"

namespace fscope::widgets {

/// Draws a micro-step: its whole sentence, wrapped, and below it what it changed, in the fixed font.
///
/// The height depends on the texts and the width alone, not on the state, so that nothing moves while
/// stepping.
class StepDelegate : public StateDelegate
{
    Q_OBJECT
public:
    /// @param sentenceColumn the column drawn so; @param changeColumn where its change is read, hidden in the
    /// view
    StepDelegate(int sentenceColumn, int changeColumn, QObject* parent = nullptr);

    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int m_sentenceColumn;
    int m_changeColumn;
};

} // namespace fscope::widgets
