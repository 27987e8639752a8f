// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/hexview.h"

#include "models/memorymodel.h"
#include "models/texts.h"
#include "widgets/memorydelegate.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QInputDialog>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

#include <array>
#include <cmath>

namespace fscope::widgets {
namespace {

using models::MemoryModel;

constexpr quint64 kRow = HexLayout::kBytes;

bool isSwitchKey(const QKeyEvent& event)
{
    return event.key() == Qt::Key_T && event.modifiers() == Qt::ControlModifier;
}

} // namespace

HexView::HexView(models::Session* session, models::MemoryModel* model, QWidget* parent)
    : ItemView(parent)
    , m_session(session)
    , m_model(model)
    , m_editor(session)
    , m_hexDelegate(new MemoryDelegate)
{
    setRootIsDecorated(false);
    setStateDelegate(m_hexDelegate);
    setColumnSamples({ QStringLiteral("\u2260 0xffff 8000 0800 12c4"), QString(16 * 3, QLatin1Char('0')) });
    setModel(model);
    connect(this, &ItemView::menuAboutToShow, this, &HexView::addByteActions);
}

void HexView::setGroupSize(int bytes)
{
    m_hexDelegate->setGroupSize(bytes);
    m_model->setGroupSize(bytes);
}

void HexView::showCaret()
{
    m_caret.isShown = hasFocus() || viewport()->hasFocus();
    m_hexDelegate->setCaret(m_caret);
    viewport()->update();
}

void HexView::setCaretAddress(quint64 address)
{
    m_caret.isSelecting = false;
    m_caret.address = address;
    m_caret.high = true;
    const int row = m_model->rowOf(address);
    if (row >= 0 && currentIndex().row() != row)
        setCurrentIndex(m_model->index(row, MemoryModel::Address));
    showCaret();
    emit caretMoved();
}

void HexView::selectBytes(quint64 first, quint64 count)
{
    m_caret.isSelecting = count > 1;
    m_caret.address = first;
    m_caret.anchor = first + count - 1;
    m_caret.high = true;
    showCaret();
    emit caretMoved();
}

void HexView::moveCaret(quint64 address, bool high, bool select)
{
    emit touched();
    HexCaret next = m_caret;
    if (select && !next.isSelecting)
        next.anchor = next.address;
    next.isSelecting = select;
    next.address = address;
    next.high = high;
    // Beyond the rows: others hear of it, and put the caret there on their own terms.
    if (m_model->rowOf(address) < 0)
        m_model->setAddress(m_model->space(), address);
    m_caret = next;
    const int row = m_model->rowOf(address);
    if (currentIndex().row() != row)
        selectionModel()->setCurrentIndex(m_model->index(row, MemoryModel::Address),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(m_model->index(row, MemoryModel::Address), EnsureVisible);
    showCaret();
    emit caretMoved();
}

void HexView::moveDigits(int by)
{
    const HexLayout& layout = m_hexDelegate->layout();
    const quint64 row = m_caret.address & ~(kRow - 1);
    const int digit = layout.digitOfByte(static_cast<int>(m_caret.address - row), m_caret.high) + by;
    const quint64 target = digit < 0 ? row - kRow : digit >= HexLayout::kDigits ? row + kRow : row;
    const int wrapped = (digit + HexLayout::kDigits) % HexLayout::kDigits;
    moveCaret(target + static_cast<quint64>(layout.byteOfDigit(wrapped)), wrapped % 2 == 0, false);
}

bool HexView::moveByKey(int key, bool select)
{
    const quint64 at = m_caret.address;
    const quint64 row = at & ~(kRow - 1);
    const auto page
        = static_cast<quint64>(std::max(1, viewport()->height() / std::max(1, sizeHintForRow(0)) - 1));
    const bool byByte = m_caret.isText || select;
    switch (key) {
    case Qt::Key_Left:
        byByte ? moveCaret(at - 1, true, select) : moveDigits(-1);
        return true;
    case Qt::Key_Right:
        byByte ? moveCaret(at + 1, true, select) : moveDigits(1);
        return true;
    case Qt::Key_Up:
        moveCaret(at - kRow, m_caret.high, select);
        return true;
    case Qt::Key_Down:
        moveCaret(at + kRow, m_caret.high, select);
        return true;
    case Qt::Key_Home:
        moveCaret(row, true, select);
        return true;
    case Qt::Key_End:
        moveCaret(row + kRow - 1, true, select);
        return true;
    case Qt::Key_PageUp:
        moveCaret(at - page * kRow, m_caret.high, select);
        return true;
    case Qt::Key_PageDown:
        moveCaret(at + page * kRow, m_caret.high, select);
        return true;
    case Qt::Key_Backspace:
        m_caret.isText ? moveCaret(at - 1, true, false) : moveDigits(-1);
        return true;
    default:
        return false;
    }
}

bool HexView::typeKey(const QKeyEvent& event)
{
    const QString text = event.text();
    const Qt::KeyboardModifiers others = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (text.size() != 1 || others != Qt::NoModifier || !text[0].isPrint())
        return false;
    const ushort c = text[0].unicode();
    if (m_caret.isText) {
        if (c > 0x7f) {
            tell(tr("“%1” is no ASCII letter; type the bytes of its encoding as digits.").arg(text));
            return true;
        }
        const QString problem = m_editor.typeByte(m_model->space(), m_caret.address, static_cast<quint8>(c));
        tell(problem);
        if (problem.isEmpty())
            moveCaret(m_caret.address + 1, true, false);
        return true;
    }
    bool isDigit = false;
    const unsigned digit = text.toUInt(&isDigit, 16);
    if (!isDigit)
        return false;
    const QString problem = m_editor.typeDigit(m_model->space(), m_caret.address, m_caret.high, digit);
    tell(problem);
    if (problem.isEmpty())
        moveDigits(1);
    return true;
}

void HexView::tell(const QString& problem)
{
    emit touched();
    emit answered(problem);
}

bool HexView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool clears = key->key() == Qt::Key_Escape && m_caret.isSelecting;
        if (key->matches(QKeySequence::Paste) || isSwitchKey(*key) || clears) {
            event->accept();
            return true;
        }
    }
    return ItemView::event(event);
}

void HexView::keyPressEvent(QKeyEvent* event)
{
    if (m_model->rowCount() == 0) {
        ItemView::keyPressEvent(event);
        return;
    }
    const Qt::KeyboardModifiers others = event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (event->matches(QKeySequence::Paste)) {
        paste();
    } else if (event->matches(QKeySequence::Copy) && m_caret.isSelecting) {
        copyBytes();
    } else if (isSwitchKey(*event)) {
        m_caret.isText = !m_caret.isText;
        showCaret();
        emit caretMoved();
    } else if (event->key() == Qt::Key_Escape && m_caret.isSelecting) {
        setCaretAddress(m_caret.address);
    } else if (others == Qt::NoModifier
        && moveByKey(event->key(), (event->modifiers() & Qt::ShiftModifier) != 0)) {
        return;
    } else if (!typeKey(*event)) {
        // The letters that move in every list, where they are no digits.
        const QString text = others == Qt::NoModifier ? event->text() : QString();
        const auto ofRow = [this](int row) {
            return m_model->index(row, MemoryModel::Address).data(models::AddressRole).toULongLong();
        };
        if (text == u"j" || text == u"k")
            moveByKey(text == u"j" ? Qt::Key_Down : Qt::Key_Up, false);
        else if (text == u"g" || text == u"G")
            moveCaret(ofRow(text == u"g" ? 0 : m_model->rowCount() - 1), true, false);
        else
            ItemView::keyPressEvent(event);
    }
}

bool HexView::placeAt(const QPoint& position, HexCaret& place) const
{
    const QModelIndex index = indexAt(position);
    if (!index.isValid() || index.column() == MemoryModel::Address)
        return false;
    const qreal x = position.x() - visualRect(index).left() - MemoryDelegate::textMargin(this);
    const int at = std::max(0, static_cast<int>(std::floor(x / MemoryDelegate::digitWidth())));
    place.isText = index.column() == MemoryModel::Text;
    const quint64 row = index.data(models::AddressRole).toULongLong();
    if (place.isText) {
        place.address = row + std::min<quint64>(static_cast<quint64>(at), kRow - 1);
        place.high = true;
    } else {
        const HexLayout& layout = m_hexDelegate->layout();
        const int digit = layout.digitOfPlace(at);
        place.address = row + static_cast<quint64>(layout.byteOfDigit(digit));
        place.high = digit % 2 == 0;
    }
    return true;
}

void HexView::mousePressEvent(QMouseEvent* event)
{
    HexCaret place;
    const bool isLink = (event->modifiers() & Qt::ControlModifier) != 0;
    if (event->button() == Qt::LeftButton && !isLink && placeAt(event->pos(), place)) {
        m_caret.isText = place.isText;
        moveCaret(place.address, place.high, (event->modifiers() & Qt::ShiftModifier) != 0);
        return;
    }
    ItemView::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && currentIndex().isValid())
        setCaretAddress(currentIndex().data(models::AddressRole).toULongLong());
}

void HexView::mouseMoveEvent(QMouseEvent* event)
{
    HexCaret place;
    if ((event->buttons() & Qt::LeftButton) == 0 || !placeAt(event->pos(), place))
        return;
    if (place.address != m_caret.address || m_caret.isSelecting)
        moveCaret(place.address, true, true);
}

void HexView::focusInEvent(QFocusEvent* event)
{
    ItemView::focusInEvent(event);
    showCaret();
}

void HexView::focusOutEvent(QFocusEvent* event)
{
    ItemView::focusOutEvent(event);
    showCaret();
}

QByteArray HexView::selectedBytes() const
{
    QByteArray bytes;
    const quint64 count = std::min<quint64>(m_caret.count(), models::MemoryEditor::kMaxBytes);
    for (quint64 i = 0; i < count; ++i) {
        if (const auto byte = m_model->byteAt(m_caret.first() + i))
            bytes.append(static_cast<char>(*byte));
    }
    return bytes;
}

void HexView::copyBytes()
{
    const QByteArray bytes = selectedBytes();
    QGuiApplication::clipboard()->setText(
        m_caret.isText ? QString::fromLatin1(bytes) : QString::fromLatin1(bytes.toHex(' ')));
}

void HexView::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    QString problem;
    const auto bytes
        = m_caret.isText ? std::optional(text.toUtf8()) : models::MemoryEditor::bytesFromHex(text, &problem);
    if (bytes && !bytes->isEmpty())
        problem = m_editor.paste(m_model->space(), m_caret.first(), *bytes);
    tell(problem);
    if (bytes && problem.isEmpty())
        selectBytes(m_caret.first(), static_cast<quint64>(bytes->size()));
}

QString HexView::fill(const QString& text)
{
    QString problem;
    const auto bytes = models::MemoryEditor::bytesFromHex(text, &problem);
    if (bytes)
        problem = m_editor.fill(m_model->space(), m_caret.first(), m_caret.count(), *bytes);
    tell(problem);
    return problem;
}

void HexView::askFill()
{
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("fillDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Fill bytes"));
    dialog->setLabelText(tr("Bytes in hexadecimal, written again and again from %1 on; bytes to fill: %n",
        nullptr, static_cast<int>(m_caret.count()))
                             .arg(models::displayHex(m_caret.first())));
    dialog->setTextValue(QStringLiteral("00"));
    connect(dialog, &QInputDialog::textValueSelected, this, &HexView::fill);
    dialog->open();
}

void HexView::addByteActions(QMenu* menu)
{
    const bool isMany = m_caret.isSelecting;
    QAction* copy = menu->addAction(tr("Copy the &bytes selected"), this, &HexView::copyBytes);
    copy->setEnabled(isMany);
    menu->addAction(tr("&Paste bytes"), QKeySequence::Paste, this, &HexView::paste);
    menu->addAction(tr("Fi&ll the bytes selected…"), this, &HexView::askFill);
    menu->addSeparator();
}

void HexView::retranslate()
{
    setAccessibleName(tr("Memory"));
}

} // namespace fscope::widgets
