// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QFont>
#include <QStyledItemDelegate>

namespace fscope::widgets {

/// Gives the states of models/roles.h their looks, the same in every list and tree.
///
/// Current is bold, with a filled ▶ where the view has a gutter; changed is underlined with a dot; a fault is
/// bold with ✕; unknown is "–" on a hatched ground; reserved is dim small capitals; leading zeros of
/// hexadecimal are dim. Cells with FixedFontRole are drawn in the one fixed font. Rows are of one height,
/// from the taller of both fonts.
class StateDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit StateDelegate(QObject* parent = nullptr);

    /// The column with a gutter in which the row's state is marked; -1 (the default) for none.
    void setMarkColumn(int column) { m_markColumn = column; }
    /// The column that shows the outcome by a shape before its text; -1 (the default) for none.
    void setOutcomeColumn(int column) { m_outcomeColumn = column; }

    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Width of the gutter for a font.
    static int gutterWidth(const QFontMetrics& metrics);
    /// Reads fonts again; call when the application's font changes.
    void updateFonts();

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    QFont m_fixed;
    QFont m_text;
    int m_rowHeight = 0;
    int m_markColumn = -1;
    int m_outcomeColumn = -1;
};

/// Where in @p text the leading zeros of its hexadecimal numbers lie: pairs of (first, count).
QVector<std::pair<int, int>> leadingZeros(const QString& text);

} // namespace fscope::widgets
