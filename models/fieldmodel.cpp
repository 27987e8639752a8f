// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/fieldmodel.h"

#include "models/rowcells.h"

using namespace Qt::StringLiterals;

namespace fscope::models {

namespace {

QString fromCore(const char* literal)
{
    return toQString(Text(literal));
}

ItemState stateOf(arch::FieldState state)
{
    switch (state) {
    case arch::FieldState::Normal:
        return ItemState::Normal;
    case arch::FieldState::NotValid:
        return ItemState::NotValid;
    case arch::FieldState::Reserved:
        return ItemState::Reserved;
    case arch::FieldState::ReservedSet:
        return ItemState::ReservedSet;
    }
    return ItemState::Normal;
}

/// Codes and flags in binary, as the manual lists them; numbers and addresses in hex; register numbers as
/// they are spoken.
QString valueText(const arch::FieldValue& field)
{
    const int width = int(field.field->hi - field.field->lo) + 1;
    switch (field.field->kind) {
    case arch::FieldKind::Flag:
        return QString::number(field.value);
    case arch::FieldKind::Register:
        return QString::number(field.value);
    case arch::FieldKind::Code:
        if (width <= 8)
            return u"0b"_s + QString::number(field.value, 2).rightJustified(width, u'0');
        break;
    case arch::FieldKind::Number:
    case arch::FieldKind::Address:
    case arch::FieldKind::Res0:
    case arch::FieldKind::Res1:
        break;
    }
    return displayHex(field.value);
}

QString toolTipOf(const arch::Field& field)
{
    QStringList lines;
    for (const char* part : { field.longName, field.meaning }) {
        if (const QString text = fromCore(part); !text.isEmpty())
            lines << text;
    }
    if (*field.source)
        lines << QString::fromUtf8(field.source);
    return lines.join(u'\n');
}

} // namespace

std::vector<TreeRow> fieldRows(const arch::RegisterLayout& layout, quint64 value)
{
    return fieldRows(arch::decodeFields(layout, value));
}

std::vector<TreeRow> fieldRows(std::span<const arch::FieldValue> fields)
{
    std::vector<TreeRow> rows;
    for (const arch::FieldValue& decoded : fields) {
        const arch::Field& field = *decoded.field;
        const QString bitsText
            = field.hi == field.lo ? QString::number(field.hi) : u"%1:%2"_s.arg(field.hi).arg(field.lo);
        const QString name = QString::fromUtf8(field.name);
        const QString meaning = toQString(decoded.meaning);
        const QString toolTip = toolTipOf(field);
        TreeRow row;
        row.key = bitsText + u' ' + name;
        row.cells = { codeCell(bitsText, {}, toolTip), plainCell(name, toolTip),
            codeCell(valueText(decoded), copyHex(decoded.value), toolTip), plainCell(meaning, toolTip) };
        //: a field of a register, read aloud: name, bits, value, what the value means
        row.accessible
            = FieldModel::tr("%1, bits %2, is %3: %4").arg(name, bitsText, copyHex(decoded.value), meaning);
        row.state = stateOf(decoded.state);
        row.bitRange = QPoint(int(field.hi), int(field.lo));
        row.fieldKind = int(field.kind);
        rows.push_back(std::move(row));
    }
    return rows;
}

FieldModel::FieldModel(Session* session, QObject* parent)
    : RowTreeModel(parent)
    , m_session(session)
{
    connect(session, &Session::languageChanged, this, [this] {
        announceTitles();
        rebuild();
    });
}

void FieldModel::setRegister(arch::RegisterName name, quint64 value)
{
    if (m_register == name && m_value == value)
        return;
    m_register = name;
    m_value = value;
    rebuild();
    emit valueChanged();
}

void FieldModel::clear()
{
    if (!m_register)
        return;
    m_register.reset();
    m_value = 0;
    rebuild();
    emit valueChanged();
}

unsigned FieldModel::width() const
{
    return m_register ? arch::layoutOf(*m_register, m_value).width : 64;
}

QString FieldModel::registerText() const
{
    return m_register ? QString::fromUtf8(arch::layoutOf(*m_register, m_value).name) : QString();
}

QStringList FieldModel::columnTitles() const
{
    return { tr("Bits"), tr("Field"), tr("Value"), tr("Meaning") };
}

void FieldModel::rebuild()
{
    setRows(m_register ? fieldRows(arch::layoutOf(*m_register, m_value), m_value) : std::vector<TreeRow>());
}

} // namespace fscope::models
