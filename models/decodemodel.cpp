// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/decodemodel.h"

#include "models/decodepaste.h"
#include "models/rowcells.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fscope::models {
namespace {

constexpr unsigned kMaxChoiceBits = 8;
constexpr unsigned kMaxSpinBits = 31;

unsigned widthOf(const arch::Field& field)
{
    return field.hi - field.lo + 1;
}

TreeCell dash()
{
    return plainCell(u"–"_s);
}

} // namespace

DecodeModel::DecodeModel(DecodeEditor* editor, DecodeEditor::Side side, QObject* parent)
    : RowTreeModel(parent)
    , m_editor(editor)
    , m_side(side)
{
    connect(editor, &DecodeEditor::changed, this, &DecodeModel::rebuild);
    rebuild();
}

void DecodeModel::retranslate()
{
    announceTitles();
    rebuild();
}

QStringList DecodeModel::columnTitles() const
{
    return { FieldModel::tr("Bits"), FieldModel::tr("Field"), FieldModel::tr("Value"),
        FieldModel::tr("Meaning") };
}

void DecodeModel::rebuild()
{
    setRows(fieldRows(m_editor->report(m_side).fields));
}

const arch::FieldValue* DecodeModel::fieldAt(int row) const
{
    const auto& fields = m_editor->report(m_side).fields;
    return row >= 0 && std::size_t(row) < fields.size() ? &fields[std::size_t(row)] : nullptr;
}

quint64 DecodeModel::fieldValue(int row) const
{
    const arch::FieldValue* field = fieldAt(row);
    return field != nullptr ? field->value : 0;
}

quint64 DecodeModel::maximum(int row) const
{
    const arch::FieldValue* field = fieldAt(row);
    return field != nullptr ? mask(widthOf(*field->field) - 1, 0) : 0;
}

FieldInput DecodeModel::input(int row) const
{
    const arch::FieldValue* decoded = fieldAt(row);
    if (decoded == nullptr || decoded->state == arch::FieldState::NotValid)
        return FieldInput::None;
    const arch::Field& field = *decoded->field;
    const bool hasWords = !field.values.empty() || field.explain != nullptr
        || field.kind == arch::FieldKind::Flag || field.kind == arch::FieldKind::Register;
    if (widthOf(field) <= kMaxChoiceBits && (hasWords || widthOf(field) == 1))
        return FieldInput::Choice;
    if (widthOf(field) <= kMaxSpinBits && field.kind != arch::FieldKind::Address)
        return FieldInput::Number;
    return FieldInput::Text;
}

std::vector<FieldChoice> DecodeModel::choices(int row) const
{
    std::vector<FieldChoice> out;
    if (input(row) != FieldInput::Choice)
        return out;
    const arch::Field& field = *fieldAt(row)->field;
    const int digits = int(widthOf(field));
    const bool isBinary = field.kind == arch::FieldKind::Code || field.kind == arch::FieldKind::Flag;
    for (quint64 value = 0; value <= maximum(row); ++value) {
        FieldChoice choice;
        choice.value = value;
        choice.reserved = arch::stateOf(field, value) == arch::FieldState::ReservedSet;
        const QString number = digits == 1 ? QString::number(value)
            : isBinary                     ? u"0b"_s + QString::number(value, 2).rightJustified(digits, u'0')
                                           : copyHex(value);
        const quint64 whole = arch::withField(field, m_editor->value(m_side), value);
        const QString meaning = toQString(arch::meaningOf(field, whole));
        choice.text = number;
        if (!meaning.isEmpty() && meaning != number)
            choice.text += u"  "_s + meaning;
        if (choice.reserved)
            //: %1 is a value of a field; it is one that the manual keeps back
            choice.text = tr("%1 (reserved)").arg(choice.text);
        out.push_back(std::move(choice));
    }
    return out;
}

QVariant DecodeModel::data(const QModelIndex& index, int role) const
{
    if (role == Qt::EditRole && index.isValid())
        return copyHex(fieldValue(index.row()));
    return RowTreeModel::data(index, role);
}

bool DecodeModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || input(index.row()) == FieldInput::None)
        return false;
    quint64 number = value.toULongLong();
    if (value.typeId() == QMetaType::QString) {
        const auto typed = typedNumber(value.toString(), widthOf(*fieldAt(index.row())->field));
        if (!typed) {
            emit refused(toQString(typed.error()));
            return false;
        }
        number = *typed;
    }
    m_editor->setField(std::size_t(index.row()), number, m_side);
    return true;
}

Qt::ItemFlags DecodeModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = RowTreeModel::flags(index);
    const bool isValue = index.column() == FieldModel::Value || index.column() == FieldModel::Meaning;
    if (isValue && input(index.row()) != FieldInput::None)
        flags |= Qt::ItemIsEditable;
    return flags;
}

DecodeDiffModel::DecodeDiffModel(DecodeEditor* editor, QObject* parent)
    : RowTreeModel(parent)
    , m_editor(editor)
{
    connect(editor, &DecodeEditor::changed, this, &DecodeDiffModel::rebuild);
    rebuild();
}

void DecodeDiffModel::retranslate()
{
    announceTitles();
    rebuild();
}

QStringList DecodeDiffModel::columnTitles() const
{
    return { FieldModel::tr("Bits"), FieldModel::tr("Field"), tr("First"), tr("Meaning of the first"),
        tr("Second"), tr("Meaning of the second") };
}

void DecodeDiffModel::rebuild()
{
    m_differences = 0;
    if (!m_editor->isComparing()) {
        setRows({});
        return;
    }
    using Side = DecodeEditor::Side;
    std::vector<TreeRow> first = fieldRows(m_editor->report(Side::First).fields);
    std::vector<TreeRow> second = fieldRows(m_editor->report(Side::Second).fields);
    std::vector<TreeRow> rows;
    for (TreeRow& row : first) {
        const auto other
            = std::find_if(second.begin(), second.end(), [&](const TreeRow& r) { return r.key == row.key; });
        if (other == second.end()) {
            row.cells << dash() << dash();
            row.state = ItemState::Different;
        } else {
            const bool differs = row.cells[FieldModel::Value] != other->cells[FieldModel::Value]
                || row.cells[FieldModel::Meaning] != other->cells[FieldModel::Meaning];
            row.cells << other->cells[FieldModel::Value] << other->cells[FieldModel::Meaning];
            if (differs) {
                row.state = ItemState::Different;
                //: a field of two values side by side, read aloud; %1 is a phrase for the first, %2 a value,
                //: %3 what it means
                row.accessible = tr("%1; in the second %2: %3")
                                     .arg(row.accessible, other->cells[FieldModel::Value].copy,
                                         other->cells[FieldModel::Meaning].text);
            }
            second.erase(other);
        }
        rows.push_back(std::move(row));
    }
    for (TreeRow& row : second) {
        const TreeCell value = row.cells[FieldModel::Value];
        const TreeCell meaning = row.cells[FieldModel::Meaning];
        row.cells[FieldModel::Value] = dash();
        row.cells[FieldModel::Meaning] = dash();
        row.cells << value << meaning;
        row.state = ItemState::Different;
        rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(),
        [](const TreeRow& a, const TreeRow& b) { return a.bitRange->x() > b.bitRange->x(); });
    m_differences = int(
        std::ranges::count_if(rows, [](const TreeRow& row) { return row.state == ItemState::Different; }));
    setRows(std::move(rows));
}

DecodeListModel::DecodeListModel(QObject* parent)
    : RowTreeModel(parent)
{ }

void DecodeListModel::setItems(std::vector<DecodeItem> items)
{
    if (items == m_items)
        return;
    m_items = std::move(items);
    rebuild();
}

void DecodeListModel::retranslate()
{
    announceTitles();
    rebuild();
}

QStringList DecodeListModel::columnTitles() const
{
    //: a line of a text
    return { tr("Line"), tr("Register"), tr("Value"), tr("What it says") };
}

void DecodeListModel::rebuild()
{
    std::vector<TreeRow> rows;
    rows.reserve(m_items.size());
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const DecodeItem& item = m_items[i];
        const arch::Report report = reportOf(item.subject, item.value, item.companions);
        const QString name = toQString(report.name);
        QString sentence = toQString(report.sentence);
        if (sentence.isEmpty() && !report.remarks.empty())
            sentence = toQString(report.remarks.front());
        TreeRow row;
        row.key = QString::number(item.line) + u' ' + name + u' ' + QString::number(item.value, 16);
        row.cells = { plainCell(item.line > 0 ? QString::number(item.line) : QString(), item.source),
            plainCell(name, item.source), hexCell(item.value), plainCell(sentence, sentence) };
        //: a value of a list, read aloud: register, value, what it says
        row.accessible = tr("%1 is %2: %3").arg(name, copyHex(item.value), sentence);
        if (!report.notes.empty())
            row.state = ItemState::ReservedSet;
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows));
}

} // namespace fscope::models
