// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/decodeeditor.h"
#include "models/fieldmodel.h"

namespace fscope::models {

/// One value that a field may be given.
struct FieldChoice {
    quint64 value = 0;
    QString text; ///< "0b000110  Translation fault, level 2"
    bool reserved = false;
    bool operator==(const FieldChoice&) const = default;
};

/// How a field is best edited.
enum class FieldInput : quint8 { None, Choice, Number, Text };

/// The fields of the value in a DecodeEditor, to be read as those of FieldModel and to be changed: setData()
/// takes a number or a text as people type it. Rows that mean nothing for the value cannot be edited.
class DecodeModel : public RowTreeModel
{
    Q_OBJECT
public:
    using Column = FieldModel::Column;

    DecodeModel(DecodeEditor* editor, DecodeEditor::Side side, QObject* parent = nullptr);

    FieldInput input(int row) const;
    /// Every value that the field can hold with its meaning there, for fields of few bits.
    std::vector<FieldChoice> choices(int row) const;
    quint64 fieldValue(int row) const;
    quint64 maximum(int row) const; ///< all bits of the field 1
    DecodeEditor* editor() const { return m_editor; }
    DecodeEditor::Side side() const { return m_side; }
    void retranslate();

    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    /// setData() could not take what was typed; says what is wrong with it.
    void refused(const QString& error);

protected:
    QStringList columnTitles() const override;

private:
    const arch::FieldValue* fieldAt(int row) const;
    void rebuild();
    DecodeEditor* m_editor;
    DecodeEditor::Side m_side;
};

/// Both values of a DecodeEditor side by side, field by field; fields that differ are marked. Fields that
/// only one of them has stand in their place with a dash for the other.
class DecodeDiffModel : public RowTreeModel
{
    Q_OBJECT
public:
    enum Column { Bits, Name, FirstValue, FirstMeaning, SecondValue, SecondMeaning, ColumnCount };

    explicit DecodeDiffModel(DecodeEditor* editor, QObject* parent = nullptr);
    int differences() const { return m_differences; }
    void retranslate();

protected:
    QStringList columnTitles() const override;

private:
    void rebuild();
    DecodeEditor* m_editor;
    int m_differences = 0;
};

/// Found or earlier values, one a row, with what each says.
class DecodeListModel : public RowTreeModel
{
    Q_OBJECT
public:
    enum Column { Line, Name, Value, Says, ColumnCount };

    explicit DecodeListModel(QObject* parent = nullptr);
    void setItems(std::vector<DecodeItem> items);
    const std::vector<DecodeItem>& items() const { return m_items; }
    void retranslate();

protected:
    QStringList columnTitles() const override;

private:
    void rebuild();
    std::vector<DecodeItem> m_items;
};

} // namespace fscope::models
