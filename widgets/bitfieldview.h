// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/roles.h"
#include "widgets/canvas.h"

#include <QPointer>

class QAbstractItemModel;

namespace fscope::widgets {

/// One field as BitFieldView draws it.
struct BitField {
    int hi = 0;
    int lo = 0;
    QString bits; ///< "[31:26]"
    QString name;
    QString value;
    QString meaning;
    QString toolTip;
    QString accessible;
    models::ItemState state = models::ItemState::Normal;
    bool owner = true; ///< some bits are its own; otherwise a later field has taken them all
};

/// The bits of a register or an instruction as boxes, grouped in fields with their names and values, and two
/// lines that explain the field under the mouse or the selected one.
///
/// Reads a model with the columns bits, name, value, meaning and BitRangeRole, as models::FieldModel and
/// models::EncodingModel are. A bit belongs to the last row that covers it. Boxes are as wide as the names
/// above them need; 64 bits take two rows where one is too narrow. Read-only unless setEditable().
class BitFieldView : public Canvas
{
    Q_OBJECT
public:
    explicit BitFieldView(QWidget* parent = nullptr);

    void setModel(const QAbstractItemModel* model);
    /// What the bits hold. @p known false: the boxes are empty and hatched.
    void setWord(quint64 value, int width, bool known);

    /// Each bit becomes an item of its own: a click, Space or Enter asks to flip it.
    void setEditable(bool editable);
    int currentBit() const; ///< of an editable view; -1: none

    int currentRow() const; ///< of the model, or -1
    void setCurrentRow(int row);
    QString plainText() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

signals:
    void currentRowChanged(int row);
    void rowActivated(int row);
    void bitFlipped(int bit);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    std::unique_ptr<CanvasDrawing> makeDrawing(const QSizeF& available) const override;
    QSizeF preferredSize() const override;
    QSizeF smallestSize() const override;

private:
    void reload();
    void scheduleReload();
    void flip(int item);
    void keepBit(int bit);
    std::vector<BitField> m_fields;
    std::vector<int> m_rows; ///< of the model, by item
    const QAbstractItemModel* m_model = nullptr;
    quint64 m_value = 0;
    int m_width = 64;
    int m_currentRow = -1;
    bool m_known = false;
    bool m_editable = false;
    bool m_flipping = false; ///< where the keyboard is stays, whatever happens to the rows
    bool m_reloadScheduled = false;
};

} // namespace fscope::widgets
