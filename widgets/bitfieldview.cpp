// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/bitfieldview.h"

#include "widgets/bitfielddrawing.h"
#include "widgets/theme.h"

#include <QAbstractItemModel>
#include <QMouseEvent>
#include <QTimer>
#include <QtMath>

#include <algorithm>

namespace fscope::widgets {
namespace {

enum Column { Bits, Name, Value, Meaning };

BitField fieldOf(const QAbstractItemModel& model, int row, const QPoint& range)
{
    const auto text = [&](int column, int role) { return model.index(row, column).data(role).toString(); };
    BitField field;
    field.hi = range.x();
    field.lo = range.y();
    field.bits = QLatin1Char('[') + text(Bits, Qt::DisplayRole) + QLatin1Char(']');
    field.name = text(Name, Qt::DisplayRole);
    field.value = text(Value, models::CopyRole);
    if (range.x() == range.y())
        field.value = field.value.right(1); // one bit needs no 0x
    field.meaning = text(Meaning, Qt::DisplayRole);
    field.toolTip = text(Name, Qt::ToolTipRole);
    if (field.toolTip == field.meaning)
        field.toolTip.clear();
    field.accessible = text(Name, Qt::AccessibleTextRole);
    field.state = static_cast<models::ItemState>(model.index(row, Name).data(models::StateRole).toInt());
    return field;
}

} // namespace

BitFieldView::BitFieldView(QWidget* parent)
    : Canvas(parent)
{
    setObjectName(QStringLiteral("bits"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    const auto rowOf = [this](int item) {
        return item >= 0 && item < static_cast<int>(m_rows.size()) ? m_rows[static_cast<std::size_t>(item)]
                                                                   : -1;
    };
    connect(this, &Canvas::currentItemChanged, this, [this, rowOf](int item) {
        const int row = rowOf(item);
        if (row >= 0 && row != m_currentRow) {
            m_currentRow = row;
            emit currentRowChanged(row);
        }
    });
    connect(this, &Canvas::itemActivated, this, [this, rowOf](int item) {
        if (m_editable)
            flip(item);
        else
            emit rowActivated(rowOf(item));
    });
    connect(this, &Canvas::itemClicked, this, [this](int item) {
        if (m_editable)
            flip(item);
    });
}

void BitFieldView::setEditable(bool editable)
{
    m_editable = editable;
    reload();
}

int BitFieldView::currentBit() const
{
    return m_editable && currentItem() >= 0 ? m_width - 1 - currentItem() : -1;
}

void BitFieldView::flip(int item)
{
    if (!m_known || item < 0)
        return;
    const int bit = m_width - 1 - item;
    m_flipping = true;
    emit bitFlipped(bit);
    m_flipping = false;
    keepBit(bit);
}

/// Back to a bit after the rows have changed; its row may be another one.
void BitFieldView::keepBit(int bit)
{
    const int item = m_width - 1 - bit;
    if (item < 0 || item >= static_cast<int>(m_rows.size()))
        return;
    setCurrentItem(item);
    m_currentRow = m_rows[static_cast<std::size_t>(item)];
    invalidate();
    emit currentRowChanged(m_currentRow);
}

void BitFieldView::mousePressEvent(QMouseEvent* event)
{
    Canvas::mousePressEvent(event);
    if (!m_editable || itemAt(event->position()) >= 0)
        return;
    // Names and values choose their field without changing it.
    const int field = static_cast<const BitFieldDrawing&>(drawing()).fieldAt(event->position());
    if (field < 0)
        return;
    const BitField& chosen = m_fields[static_cast<std::size_t>(field)];
    const int item = m_width - 1 - chosen.hi;
    if (item >= 0 && item < static_cast<int>(m_rows.size()))
        setCurrentItem(item);
}

void BitFieldView::setModel(const QAbstractItemModel* model)
{
    if (m_model != nullptr)
        m_model->disconnect(this);
    m_model = model;
    if (model != nullptr) {
        connect(model, &QAbstractItemModel::dataChanged, this, &BitFieldView::scheduleReload);
        connect(model, &QAbstractItemModel::rowsInserted, this, &BitFieldView::scheduleReload);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &BitFieldView::scheduleReload);
        connect(model, &QAbstractItemModel::modelReset, this, &BitFieldView::scheduleReload);
        connect(model, &QObject::destroyed, this, [this] {
            m_model = nullptr;
            reload();
        });
    }
    reload();
}

void BitFieldView::setWord(quint64 value, int width, bool known)
{
    m_value = value;
    m_width = std::clamp(width, 1, 64);
    m_known = known;
    reload();
}

/// A change of a model comes in many small signals; they are read once.
void BitFieldView::scheduleReload()
{
    if (m_reloadScheduled)
        return;
    m_reloadScheduled = true;
    QTimer::singleShot(0, this, [this] {
        if (m_reloadScheduled)
            reload();
    });
}

void BitFieldView::reload()
{
    m_reloadScheduled = false;
    const int wasRow = m_currentRow;
    const int wasBit = hasFocus() ? currentBit() : -1;
    m_fields.clear();
    std::vector<int> rowOfField;
    const int rows = m_model != nullptr ? m_model->rowCount() : 0;
    for (int row = 0; row < rows; ++row) {
        const QVariant range = m_model->index(row, 0).data(models::BitRangeRole);
        const QPoint bits = range.toPoint();
        if (!range.isValid() || bits.x() >= m_width || bits.y() < 0 || bits.x() < bits.y())
            continue;
        m_fields.push_back(fieldOf(*m_model, row, bits));
        rowOfField.push_back(row);
    }
    const std::vector<BitRun> runs = bitRuns(m_fields, m_width);
    m_rows.clear();
    for (const BitRun& run : runs) {
        const int row = run.field >= 0 ? rowOfField[static_cast<std::size_t>(run.field)] : -1;
        m_rows.insert(m_rows.end(), static_cast<std::size_t>(m_editable ? run.hi - run.lo + 1 : 1), row);
    }
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        m_fields[i].owner = std::any_of(
            runs.begin(), runs.end(), [i](const BitRun& run) { return run.field == static_cast<int>(i); });
    }
    invalidate();
    if (m_flipping)
        return;
    if (wasBit >= 0) {
        keepBit(wasBit);
        return;
    }
    m_currentRow = -2;
    setCurrentRow(wasRow < rows ? wasRow : -1);
}

int BitFieldView::currentRow() const
{
    return m_currentRow;
}

void BitFieldView::setCurrentRow(int row)
{
    if (row == m_currentRow || m_flipping)
        return;
    m_currentRow = row;
    const auto found = std::find(m_rows.begin(), m_rows.end(), row);
    setCurrentItem(row >= 0 && found != m_rows.end() ? static_cast<int>(found - m_rows.begin()) : -1);
    m_currentRow = row;
    invalidate();
}

QString BitFieldView::plainText() const
{
    QString out;
    for (const BitField& field : m_fields) {
        out += field.bits + QLatin1Char('\t') + field.name + QLatin1Char('\t') + field.value
            + QLatin1Char('\t') + field.meaning + QLatin1Char('\n');
    }
    return out;
}

std::unique_ptr<CanvasDrawing> BitFieldView::makeDrawing(const QSizeF& available) const
{
    BitFieldDrawing::Content content;
    content.fields = m_fields;
    content.value = m_value;
    content.width = m_width;
    content.known = m_known;
    content.bitwise = m_editable;
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        if (m_model != nullptr && m_currentRow >= 0
            && m_model->index(m_currentRow, 0).data(models::BitRangeRole).toPoint()
                == QPoint(m_fields[i].hi, m_fields[i].lo)
            && m_model->index(m_currentRow, Name).data().toString() == m_fields[i].name)
            content.explained = static_cast<int>(i);
    }
    return std::make_unique<BitFieldDrawing>(std::move(content), available.width());
}

int BitFieldView::heightForWidth(int width) const
{
    return qCeil(makeDrawing(QSizeF(width, 0))->size().height());
}

QSizeF BitFieldView::preferredSize() const
{
    const qreal width = digitsWidthForBits(m_width);
    return { width, static_cast<qreal>(heightForWidth(static_cast<int>(width))) };
}

QSizeF BitFieldView::smallestSize() const
{
    const qreal width = digitsWidthForBits(std::min(m_width, 32)) * 0.75;
    return { width, static_cast<qreal>(Theme::quarterLine(this) * 12) };
}

} // namespace fscope::widgets
