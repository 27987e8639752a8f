// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/decodeeditor.h"
#include "widgets/panel.h"

class QAction;
class QLabel;
class QMenu;
class QPlainTextEdit;
class QSplitter;
class QTabWidget;
class QTimer;
class QToolButton;

namespace fscope::models {
class DecodeDiffModel;
class DecodeListModel;
class DecodeModel;
} // namespace fscope::models

namespace fscope::widgets {

class BitFieldView;
class DecodeForm;
class ItemView;

/// Any register of the tables to be read and edited: boxes for its bits, a row for each field with its value
/// and meaning, a box to paste text into with the values found in it, the values shown before, copies in all
/// forms, and a second value beside the first. Needs nothing open.
class DecodePanel : public Panel
{
    Q_OBJECT
public:
    explicit DecodePanel(models::Session* session, QWidget* parent = nullptr);

    models::DecodeEditor* editor() const { return m_editor; }
    QUndoStack* undoStack() const override;
    DecodeForm* form() const { return m_form; }
    BitFieldView* bits() const { return m_bits; }
    ItemView* table() const { return m_table; }
    ItemView* foundList() const { return m_foundView; }
    ItemView* historyList() const { return m_historyView; }
    QPlainTextEdit* pasteBox() const { return m_paste; }

    /// Decodes what the text holds, as decode --from-text does; a number alone is a value of the register
    /// that is chosen.
    void decodeText(const QString& text);
    /// The same of the clipboard.
    void pasteClipboard();
    /// The value in one of the forms that fscope decode prints, to the clipboard.
    void copyAs(arch::ReportFormat format);

protected:
    void retranslate() override;
    void restyle() override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeSide();
    void makeTools();
    void refresh();
    QString notesText() const;
    void searchPasted();
    void showItem(const QModelIndex& index);
    void showHistory();

    models::DecodeEditor* m_editor;
    models::DecodeModel* m_fields;
    models::DecodeModel* m_secondFields;
    models::DecodeDiffModel* m_diff;
    models::DecodeListModel* m_found;
    models::DecodeListModel* m_history;
    DecodeForm* m_form;
    QLabel* m_sentence;
    BitFieldView* m_bits;
    BitFieldView* m_secondBits;
    QLabel* m_secondSentence;
    QLabel* m_notes;
    ItemView* m_table;
    ItemView* m_diffTable;
    QSplitter* m_splitter;
    QTabWidget* m_tabs;
    QPlainTextEdit* m_paste;
    QLabel* m_pasteMessage;
    ItemView* m_foundView;
    ItemView* m_historyView;
    QToolButton* m_copy;
    QToolButton* m_compare;
    QToolButton* m_undo;
    QToolButton* m_redo;
    QTimer* m_searchTimer;
};

} // namespace fscope::widgets
