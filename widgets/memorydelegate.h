// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/hexlayout.h"
#include "widgets/statedelegate.h"

namespace fscope::widgets {

/// Draws rows of memory: bytes the last step wrote are bold and underlined on a ground of their own, bytes
/// edited by hand have a dashed line below and the row a ≠, matches of a search are framed, zero bytes dim.
class MemoryDelegate : public StateDelegate
{
    Q_OBJECT
public:
    explicit MemoryDelegate(QObject* parent = nullptr);
    /// Bytes of a little-endian group, as the model prints them: 1, 2, 4 or 8.
    void setGroupSize(int bytes) { m_layout.groupSize = bytes; }
    const HexLayout& layout() const { return m_layout; }
    void setCaret(const HexCaret& caret) { m_caret = caret; }
    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// From the left edge of a cell to its text.
    static int textMargin(const QWidget* view);
    /// The width of one digit or letter.
    static qreal digitWidth();

private:
    /// What is drawn of one character of a row.
    struct Look {
        enum Ink : quint8 { Plain, Dim, Changed, Edited };
        Ink ink = Plain;
        bool selected = false;
        bool match = false;
        bool currentMatch = false;
        bool operator==(const Look&) const = default;
    };
    QVector<int> bytesOf(const QString& text, int column) const;
    QVector<Look> looksOf(const QString& text, const QVector<int>& bytes, const QModelIndex& index) const;
    void drawGround(QPainter* painter, const QRectF& rect, const Look& look) const;
    void drawCaret(QPainter* painter, const QRectF& row, qreal advance, const QModelIndex& index) const;
    HexLayout m_layout;
    HexCaret m_caret;
};

} // namespace fscope::widgets
