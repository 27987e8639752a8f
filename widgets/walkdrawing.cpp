// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/walkdrawing.h"

#include "core/base/bits.h"
#include "models/texts.h"
#include "widgets/canvaspaint.h"
#include "widgets/theme.h"
#include "widgets/walkview.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace fscope::widgets {
namespace {

using models::ItemState;

QString stageMark(mmu::Stage stage)
{
    return stage == mmu::Stage::One ? QStringLiteral("\u2460") : QStringLiteral("\u2461");
}

ThemeRole stageRole(mmu::Stage stage)
{
    return stage == mmu::Stage::One ? ThemeRole::Stage1 : ThemeRole::Stage2;
}

QString kindText(mmu::AccessKind kind)
{
    switch (kind) {
    case mmu::AccessKind::Read:
        return WalkView::tr("read");
    case mmu::AccessKind::Write:
        return WalkView::tr("write");
    case mmu::AccessKind::Execute:
        return WalkView::tr("instruction fetch");
    }
    return {};
}

QString binary(quint64 value, unsigned digits)
{
    return QString::number(value, 2).rightJustified(static_cast<int>(digits), QLatin1Char('0'));
}

/// The bits that choose an entry: where they are, and what they are.
QStringList segmentLines(const mmu::DescriptorRead& read)
{
    return { QStringLiteral("%1:%2").arg(read.indexHi).arg(read.indexLo),
        QStringLiteral("%1 = %2").arg(binary(read.index, read.indexHi - read.indexLo + 1)).arg(read.index) };
}

} // namespace

WalkDrawing::WalkDrawing(const WalkPath& path, std::set<int> unfolded)
    : m_unfolded(std::move(unfolded))
    , m_text(Theme::textFont())
    , m_code(Theme::fixedFont(0.85))
    , m_textLine(QFontMetricsF(m_text).lineSpacing())
    , m_codeLine(QFontMetricsF(m_code).lineSpacing())
    , m_quarter(Theme::quarterLine())
{
    m_y = m_quarter;
    for (const WalkPart& part : path)
        placePart(part);
    qreal right = 0;
    for (const Shape& shape : m_shapes)
        right = std::max(right, shape.rect.right());
    m_size = QSizeF(right + 2 * m_quarter, m_y + m_quarter);
}

int WalkDrawing::addItem(const QRectF& rect, const QString& name, const WalkMark& mark, bool fold)
{
    m_items.push_back({ rect, name, fold || mark.accessible.isEmpty() ? name : mark.accessible,
        mark.toolTip.isEmpty() ? name : mark.toolTip });
    m_refs.push_back(
        { mark.row, mark.step, fold, mark.current, mark.state != ItemState::Pending && mark.step >= 0 });
    return static_cast<int>(m_items.size()) - 1;
}

void WalkDrawing::placePart(const WalkPart& part)
{
    const qreal left = 2 * m_quarter;
    QString heading = part.hardware ? WalkView::tr("The CPU's own walk of VA %1") : WalkView::tr("VA %1");
    heading = heading.arg(models::displayHex(part.va));
    if (part.kind)
        heading += QStringLiteral(" \u00b7 ") + kindText(*part.kind);
    Shape title;
    title.kind = Kind::Heading;
    title.lines = { heading };
    QFont bold = m_text;
    bold.setBold(true);
    title.rect = QRectF(left, m_y, textWidth(bold, heading) + m_quarter, m_textLine + m_quarter);
    m_shapes.push_back(title);

    if (part.cache) {
        Shape cache;
        cache.kind = Kind::Cache;
        cache.state = part.cache->state;
        cache.current = part.cache->current;
        cache.hit = part.cacheHit;
        QString text = part.cache->type;
        if (part.cacheHit)
            text += QStringLiteral(" \u2192 ") + part.cache->output;
        cache.lines = { text };
        cache.rect = QRectF(title.rect.right() + 3 * m_quarter, m_y,
            textWidth(m_text, text) + 4 * m_quarter + m_textLine, m_textLine + m_quarter);
        cache.item = addItem(cache.rect, text, *part.cache, false);
        m_shapes.push_back(cache);
    }
    m_y += title.rect.height() + m_quarter;
    for (const WalkChain& chain : part.chains) {
        placeChain(chain, left, chain.forTable ? WalkView::tr("for a table of stage 1") : QString());
        placeSides(chain);
    }
    m_y += 2 * m_quarter;
}

/// Side walks that are unfolded, below the chain whose tables they find.
void WalkDrawing::placeSides(const WalkChain& chain)
{
    for (const WalkCard& card : chain.cards) {
        if (card.side.empty() || !m_unfolded.contains(card.mark.row))
            continue;
        WalkChain side;
        side.stage = mmu::Stage::Two;
        side.input = card.side.front().read.input;
        side.cards = card.side;
        placeChain(
            side, 6 * m_quarter, WalkView::tr("for the table of stage 1, level %1").arg(card.read.level));
    }
}

QStringList WalkDrawing::cardLines(const WalkCard& card) const
{
    const mmu::DescriptorRead& read = card.read;
    const QString title = WalkView::tr("level %1").arg(read.level);
    const QString address = QStringLiteral("@ ") + models::displayHex(read.address.value);
    if (read.aborted)
        return { title, address, WalkView::tr("nothing there") };
    QStringList lines { title + QStringLiteral(" \u00b7 ") + card.mark.type, address,
        models::displayHex(read.value) };
    if (read.type != mmu::DescriptorType::Invalid && read.type != mmu::DescriptorType::Reserved)
        lines << QStringLiteral("\u2192 ") + models::displayHex(read.output);
    if (!card.mark.attributes.isEmpty())
        lines << card.mark.attributes.split(QLatin1Char('\n'));
    return lines;
}

/// What stands at the end of a chain: its own mark, or where its last descriptor leads.
QStringList WalkDrawing::endLines(const WalkChain& chain, ItemState& state) const
{
    QStringList lines;
    state = chain.cards.empty() ? ItemState::Pending : chain.cards.back().mark.state;
    if (state == ItemState::Current)
        state = ItemState::Done;
    if (chain.end)
        state = chain.end->state;
    const auto result = chain.result();
    const bool fault = chain.end && (chain.end->state == ItemState::Fault || !result);
    if (fault && !chain.cards.empty()) {
        lines << WalkView::tr("fault") << chain.end->output;
    } else if (result) {
        lines << (chain.stage == mmu::Stage::One ? QStringLiteral("IPA") : QStringLiteral("PA"))
              << models::displayHex(*result);
    } else if (chain.end) {
        lines << chain.end->type << chain.end->output;
    }
    return lines;
}

qreal WalkDrawing::columnWidth(const QStringList& lines, const QStringList& segment) const
{
    qreal width = digitsWidth(m_code, 12);
    for (const QString& line : lines)
        width = std::max(width, textWidth(m_code, line));
    // The title may get a mark before it; the column keeps its width.
    width = std::max(width, textWidth(m_code, lines.value(0)) + digitsWidth(m_code, 2));
    for (const QString& line : segment)
        width = std::max(width, textWidth(m_code, line));
    return width + 3 * m_quarter;
}

void WalkDrawing::placeChain(const WalkChain& chain, qreal indent, const QString& purpose)
{
    const QString input = chain.stage == mmu::Stage::One ? QStringLiteral("VA ") : QStringLiteral("IPA ");
    Shape title;
    title.kind = Kind::Heading;
    title.stage = chain.stage;
    title.open = true; // drawn as the title of a chain
    title.lines = { stageMark(chain.stage) + QLatin1Char(' ') + input + models::displayHex(chain.input)
        + (purpose.isEmpty() ? QString() : QStringLiteral(" \u00b7 ") + purpose) };
    title.rect = QRectF(indent, m_y, textWidth(m_code, title.lines.first()) + m_quarter, m_codeLine);
    m_shapes.push_back(title);
    m_y += m_codeLine + m_quarter / 2;

    std::vector<QStringList> texts;
    qsizetype most = 2;
    bool folds = false;
    for (const WalkCard& card : chain.cards) {
        texts.push_back(cardLines(card));
        most = std::max(most, texts.back().size());
        folds = folds || !card.side.empty();
    }
    const qreal gap = 4 * m_quarter;
    const qreal segmentHeight = m_codeLine * 2 + m_quarter / 2;
    const qreal drop = chain.cards.empty() ? 0 : 3 * m_quarter;
    const qreal cardTop = chain.cards.empty() ? m_y : m_y + segmentHeight + drop;
    const qreal cardHeight = static_cast<qreal>(most) * m_codeLine + 1.5 * m_quarter;
    qreal x = indent;
    for (std::size_t i = 0; i < chain.cards.size(); ++i) {
        const WalkCard& card = chain.cards[i];
        const QStringList bitsHere = segmentLines(card.read);
        const qreal width = columnWidth(texts[i], bitsHere);
        Shape segment;
        segment.kind = Kind::Segment;
        segment.stage = chain.stage;
        segment.state = card.mark.state;
        segment.lines = bitsHere;
        segment.rect = QRectF(x, m_y, width + gap, segmentHeight);
        m_shapes.push_back(segment);

        Shape shape;
        shape.kind = Kind::Card;
        shape.stage = chain.stage;
        shape.state = card.mark.state;
        shape.current = card.mark.current;
        shape.lines = texts[i];
        shape.rect = QRectF(x, cardTop, width, cardHeight);
        shape.item = addItem(
            shape.rect, stageMark(chain.stage) + QLatin1Char(' ') + shape.lines.first(), card.mark, false);
        m_shapes.push_back(shape);
        m_arrows.push_back(
            { QPointF(x + width / 2, m_y + segmentHeight), QPointF(x + width / 2, cardTop), shape.state });
        if (i > 0)
            m_arrows.push_back({ QPointF(x - gap, cardTop + cardHeight / 2),
                QPointF(x, cardTop + cardHeight / 2), shape.state });
        if (!card.side.empty()) {
            Shape fold;
            fold.kind = Kind::Fold;
            fold.stage = mmu::Stage::Two;
            fold.open = m_unfolded.contains(card.mark.row);
            fold.state = card.side.back().mark.state;
            fold.lines = { (fold.open ? QStringLiteral("\u25be \u2461 ") : QStringLiteral("\u25b8 \u2461 "))
                + WalkView::tr("look-ups: %1", "descriptors read by stage 2 to find a table")
                      .arg(card.side.size()) };
            fold.rect = QRectF(x, cardTop + cardHeight + m_quarter / 2, width, m_codeLine + m_quarter / 2);
            // Where a side walk is folded, its line stands for the step that is in it.
            WalkMark mark = card.mark;
            mark.current = !fold.open
                && std::any_of(card.side.begin(), card.side.end(),
                    [](const WalkCard& side) { return side.mark.current; });
            fold.current = mark.current;
            mark.toolTip
                = WalkView::tr("The address of this table is an IPA: stage 2 translates it first. Click to "
                               "see that walk.");
            fold.item = addItem(fold.rect, fold.lines.first(), mark, true);
            m_shapes.push_back(fold);
        }
        x += width + gap;
    }

    ItemState state = ItemState::Pending;
    const QStringList endTexts = endLines(chain, state);
    if (!endTexts.isEmpty()) {
        const auto result = chain.result();
        QStringList offset;
        if (result && !chain.cards.empty() && chain.cards.back().read.indexLo > 0) {
            const unsigned hi = chain.cards.back().read.indexLo - 1;
            offset << QStringLiteral("%1:0").arg(hi)
                   << WalkView::tr("offset %1").arg(models::displayHex(bits(chain.input, hi, 0)));
        }
        Shape end;
        end.kind = Kind::End;
        end.stage = chain.stage;
        end.state = state;
        end.current = chain.end && chain.end->current;
        end.lines = endTexts;
        const qreal width = std::min(columnWidth(endTexts, offset), digitsWidth(m_code, 20));
        int height = 1;
        for (qsizetype i = 1; i < endTexts.size(); ++i)
            height += wrappedLines(m_code, endTexts[i], width - 3 * m_quarter);
        const qreal wanted = height * m_codeLine + 1.5 * m_quarter;
        end.rect = QRectF(x, cardTop + (cardHeight - std::min(wanted, cardHeight)) / 2, width,
            std::min(wanted, cardHeight));
        WalkMark mark = chain.end ? *chain.end : chain.cards.empty() ? WalkMark() : chain.cards.back().mark;
        if (!chain.end) {
            mark.current = false;
            mark.accessible.clear();
            mark.toolTip.clear();
        }
        end.item = addItem(end.rect, endTexts.join(QLatin1Char(' ')), mark, false);
        if (!chain.cards.empty())
            m_arrows.push_back(
                { QPointF(x - gap, cardTop + cardHeight / 2), QPointF(x, cardTop + cardHeight / 2), state });
        if (!offset.isEmpty()) {
            Shape segment;
            segment.kind = Kind::Segment;
            segment.stage = chain.stage;
            segment.state = state;
            segment.lines = offset;
            segment.rect = QRectF(x, m_y, width, segmentHeight);
            m_arrows.push_back({ QPointF(x + width / 2, m_y + segmentHeight),
                QPointF(x + width / 2, end.rect.top()), state });
            m_shapes.push_back(segment);
        }
        m_shapes.push_back(end);
    }
    m_y = cardTop + cardHeight + (folds ? m_codeLine + 2 * m_quarter : 0) + 2.5 * m_quarter;
}

void WalkDrawing::paintSegment(QPainter& painter, const Shape& shape) const
{
    const Theme& theme = Theme::current();
    const bool ahead = shape.state == ItemState::Pending;
    painter.setFont(m_code);
    const QRectF label(
        shape.rect.left() + m_quarter, shape.rect.top(), shape.rect.width() - 2 * m_quarter, m_codeLine);
    drawLine(painter, label, Qt::AlignLeft, shape.lines.value(0), theme.color(ThemeRole::DimText));
    const QRectF digits(shape.rect.left(), label.bottom(), shape.rect.width(), m_codeLine + m_quarter / 2);
    QPen pen(theme.color(ahead ? ThemeRole::Pending : stageRole(shape.stage)), 1);
    if (shape.stage == mmu::Stage::Two)
        pen.setStyle(Qt::DotLine);
    painter.setPen(pen);
    painter.setBrush(ahead ? theme.color(ThemeRole::Base) : theme.color(ThemeRole::AltBase));
    painter.drawRect(digits);
    drawLine(painter, digits.adjusted(m_quarter, 0, -m_quarter, 0), Qt::AlignLeft, shape.lines.value(1),
        theme.color(ahead ? ThemeRole::DimText : ThemeRole::Text));
}

void WalkDrawing::paintCard(QPainter& painter, const Shape& shape, bool selected, bool hovered) const
{
    const Theme& theme = Theme::current();
    const bool ahead = shape.state == ItemState::Pending;
    const bool fault = shape.state == ItemState::Fault;
    const bool filled = shape.current && !fault;
    const bool end = shape.kind == Kind::End;
    const ThemeRole role = fault ? ThemeRole::Fault
        : filled                 ? ThemeRole::Current
        : ahead                  ? ThemeRole::Pending
                                 : stageRole(shape.stage);
    QPen pen(theme.color(role), ahead ? 1 : 1.5);
    if (shape.stage == mmu::Stage::Two && !fault)
        pen.setStyle(Qt::DotLine);
    const qreal radius = end ? m_quarter * 2 : m_quarter;
    painter.setBrush(filled ? theme.color(ThemeRole::Current)
            : selected      ? theme.color(ThemeRole::Selection)
            : ahead         ? theme.color(hovered ? ThemeRole::AltBase : ThemeRole::Base)
                            : theme.fill(role));
    if (fault) {
        drawDoubleBorder(painter, shape.rect, pen, radius);
    } else {
        painter.setPen(pen);
        painter.drawRoundedRect(shape.rect, radius, radius);
    }
    const QColor text = filled ? theme.textOn(ThemeRole::Current)
                               : theme.color(ahead ? ThemeRole::DimText : ThemeRole::Text);
    const QColor dim = filled ? text : theme.color(ThemeRole::DimText);
    QFont title = m_code;
    title.setBold(!ahead);
    QRectF line = shape.rect.adjusted(1.5 * m_quarter, 0.75 * m_quarter, -1.5 * m_quarter, 0);
    line.setHeight(m_codeLine);
    painter.setFont(title);
    QString mark = fault ? QStringLiteral("\u2715 ") : shape.current ? QStringLiteral("\u25b6 ") : QString();
    drawLine(painter, line, Qt::AlignLeft, mark + shape.lines.value(0),
        fault                 ? theme.color(ThemeRole::Fault)
            : filled || ahead ? text
                              : theme.color(stageRole(shape.stage)));
    painter.setFont(m_code);
    if (end) {
        const QRectF body(line.left(), line.bottom(), line.width(), shape.rect.bottom() - line.bottom());
        drawWrapped(painter, body, Qt::AlignLeft, shape.lines.mid(1).join(QLatin1Char('\n')), text);
        return;
    }
    for (qsizetype i = 1; i < shape.lines.size(); ++i) {
        line.translate(0, m_codeLine);
        // The address it was read at and the attributes are beside the point; value and target are the point.
        const bool minor = i == 1 || i >= 4;
        drawLine(painter, line, Qt::AlignLeft, shape.lines[i], minor ? dim : text);
    }
}

void WalkDrawing::paintCache(QPainter& painter, const Shape& shape, bool selected) const
{
    const Theme& theme = Theme::current();
    const bool ahead = shape.state == ItemState::Pending;
    const bool filled = shape.current;
    const qreal radius = shape.rect.height() / 2;
    painter.setPen(QPen(theme.color(filled ? ThemeRole::Current
                                : ahead    ? ThemeRole::Pending
                                           : ThemeRole::Done),
        ahead ? 1 : 1.5));
    painter.setBrush(filled ? theme.color(ThemeRole::Current)
            : selected      ? theme.color(ThemeRole::Selection)
            : ahead         ? theme.color(ThemeRole::Base)
                            : theme.fill(ThemeRole::Done));
    painter.drawRoundedRect(shape.rect, radius, radius);
    const QColor text = filled ? theme.textOn(ThemeRole::Current)
                               : theme.color(ahead ? ThemeRole::DimText : ThemeRole::Text);
    // A full dot for a hit, an empty one for a miss.
    const qreal dot = m_textLine * 0.3;
    painter.setPen(QPen(text, 1.5));
    painter.setBrush(shape.hit && !ahead ? QBrush(text) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QPointF(shape.rect.left() + radius + dot / 2, shape.rect.center().y()), dot, dot);
    painter.setFont(m_text);
    drawLine(painter, shape.rect.adjusted(radius + m_textLine * 0.8, 0, -m_quarter, 0), Qt::AlignLeft,
        shape.lines.value(0), text);
}

void WalkDrawing::paintShape(QPainter& painter, const Shape& shape, const CanvasHighlight& highlight) const
{
    const Theme& theme = Theme::current();
    const bool selected = shape.item >= 0 && shape.item == highlight.current;
    const bool hovered = shape.item >= 0 && shape.item == highlight.hovered;
    switch (shape.kind) {
    case Kind::Heading: {
        QFont font = shape.open ? m_code : m_text;
        font.setBold(!shape.open);
        painter.setFont(font);
        drawLine(painter, shape.rect.adjusted(0, 0, m_quarter, 0), Qt::AlignLeft, shape.lines.value(0),
            theme.color(shape.open ? stageRole(shape.stage) : ThemeRole::Text));
        break;
    }
    case Kind::Cache:
        paintCache(painter, shape, selected);
        break;
    case Kind::Segment:
        paintSegment(painter, shape);
        break;
    case Kind::Card:
    case Kind::End:
        paintCard(painter, shape, selected, hovered);
        break;
    case Kind::Fold: {
        QFont font = m_code;
        font.setBold(shape.current);
        painter.setFont(font);
        if (shape.current) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.fill(ThemeRole::Current));
            painter.drawRoundedRect(shape.rect, m_quarter, m_quarter);
        }
        drawLine(painter, shape.rect.adjusted(m_quarter, 0, 0, 0), Qt::AlignLeft,
            (shape.current ? QStringLiteral("\u25b6 ") : QString()) + shape.lines.value(0),
            theme.color(shape.current                   ? ThemeRole::Current
                    : hovered || selected               ? ThemeRole::Accent
                    : shape.state == ItemState::Pending ? ThemeRole::DimText
                                                        : ThemeRole::Stage2));
        break;
    }
    }
    if (selected && highlight.focus)
        drawFocusRing(painter, shape.rect);
}

void WalkDrawing::paint(QPainter& painter, const CanvasHighlight& highlight) const
{
    const Theme& theme = Theme::current();
    // In a scroll area most of a long walk is out of sight.
    const bool seen = painter.hasClipping();
    const QRectF visible = painter.clipBoundingRect().adjusted(-m_quarter, -m_quarter, m_quarter, m_quarter);
    for (const Arrow& arrow : m_arrows) {
        const bool ahead = arrow.state == ItemState::Pending;
        const bool across = arrow.from.y() == arrow.to.y();
        const ThemeRole role = ahead            ? ThemeRole::Pending
            : arrow.state == ItemState::Fault   ? ThemeRole::Fault
            : arrow.state == ItemState::Current ? ThemeRole::Current
                                                : ThemeRole::Done;
        drawArrow(painter, { arrow.from, arrow.to },
            QPen(theme.color(role),
                ahead        ? 1
                    : across ? 2
                             : 1.2),
            m_quarter * (across ? 1.7 : 1.3));
    }
    for (const Shape& shape : m_shapes) {
        if (!seen || visible.intersects(shape.rect))
            paintShape(painter, shape, highlight);
    }
}

} // namespace fscope::widgets
