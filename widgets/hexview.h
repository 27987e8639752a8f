// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/memoryeditor.h"
#include "widgets/hexlayout.h"
#include "widgets/itemview.h"

namespace fscope::models {
class MemoryModel;
}

namespace fscope::widgets {

class MemoryDelegate;

/// Rows of memory with a caret among their bytes, where typing overwrites.
///
/// Arrow keys move the caret by a digit, or by a letter in the column of text; with Shift they select bytes.
/// Hexadecimal digits, or any letters among the text, are written over what is there. Ctrl+T changes between
/// digits and text, Ctrl+V pastes, Ctrl+C copies the bytes selected, Esc lets go of the selection.
class HexView : public ItemView
{
    Q_OBJECT
public:
    explicit HexView(models::Session* session, models::MemoryModel* model, QWidget* parent = nullptr);

    const HexCaret& caret() const { return m_caret; }
    /// Goes to a byte, keeping the column; nothing is selected after it.
    void setCaretAddress(quint64 address);
    /// Selects @p count bytes, with the caret at the first.
    void selectBytes(quint64 first, quint64 count);
    void setGroupSize(int bytes);
    /// The bytes selected, else the one at the caret; those that cannot be read are left out.
    QByteArray selectedBytes() const;

    void paste();
    void copyBytes();
    /// Asks for bytes and fills what is selected with them.
    void askFill();
    /// Fills what is selected with bytes as @p text has them. Returns what is wrong; empty: nothing.
    QString fill(const QString& text);
    void retranslate();

signals:
    void caretMoved();
    /// A person is at work on these bytes: they should stay in sight.
    void touched();
    /// Why something could not be done; empty: it could.
    void answered(const QString& problem);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    bool moveByKey(int key, bool select);
    bool typeKey(const QKeyEvent& event);
    void moveCaret(quint64 address, bool high, bool select);
    void moveDigits(int by);
    bool placeAt(const QPoint& position, HexCaret& place) const;
    void tell(const QString& problem);
    void showCaret();
    void addByteActions(QMenu* menu);
    models::Session* m_session;
    models::MemoryModel* m_model;
    models::MemoryEditor m_editor;
    MemoryDelegate* m_hexDelegate;
    HexCaret m_caret;
};

} // namespace fscope::widgets
