// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/walkdrawing.h"

#include "core/base/bits.h"
#include "models/texts.h"
#include "widgets/canvaspaint.h"
#include "widgets/theme.h"
#include "widgets/walkview.h"

#include <QFontMetricsF>

#include <algorithm>

namespace fscope::widgets {
namespace {

using models::AddressPart;
using models::ItemState;

constexpr int kEntryLine = 2;       ///< of a card: the entry of the table that was taken
constexpr qreal kGhostHeight = 0.4; ///< of the entries beside it, in lines

QString stageMark(mmu::Stage stage)
{
    return stage == mmu::Stage::One ? QStringLiteral("\u2460") : QStringLiteral("\u2461");
}

QString binary(quint64 value, unsigned digits)
{
    return QString::number(value, 2).rightJustified(static_cast<int>(digits), QLatin1Char('0'));
}

QString rangeText(const AddressPart& part)
{
    return part.hi == part.lo ? QString::number(part.hi) : QStringLiteral("%1:%2").arg(part.hi).arg(part.lo);
}

bool hasCurrent(const std::vector<WalkCard>& cards)
{
    return std::any_of(cards.begin(), cards.end(), [](const WalkCard& card) { return card.mark.current; });
}

QString headingOf(const WalkPart& part)
{
    const QString address = models::displayHex(part.va);
    QString heading;
    switch (part.origin) {
    case WalkPart::Origin::Hardware:
        heading = WalkView::tr("The CPU's own walk of VA %1").arg(address);
        break;
    case WalkPart::Origin::Policy:
    case WalkPart::Origin::Asked:
        heading = (part.isIpa ? QStringLiteral("IPA ") : QStringLiteral("VA ")) + address;
        break;
    }
    if (part.kind)
        heading += QStringLiteral(" \u00b7 ") + models::accessWord(*part.kind);
    if (part.access)
        heading += QStringLiteral(" \u00b7 EL%1").arg(part.access->el)
            + (part.access->pan ? QStringLiteral(" \u00b7 PAN = 1") : QString());
    return heading;
}

} // namespace

WalkDrawing::WalkDrawing(const WalkPath& path, std::set<WalkFold> unfolded)
    : m_regs(path.regs)
    , m_unfolded(std::move(unfolded))
    , m_text(Theme::textFont())
    , m_code(Theme::fixedFont(0.85))
    , m_textLine(QFontMetricsF(m_text).lineSpacing())
    , m_codeLine(QFontMetricsF(m_code).lineSpacing())
    , m_quarter(Theme::quarterLine())
{
    m_y = m_quarter;
    for (const WalkPart& part : path.parts)
        placePart(part);
    qreal right = 0;
    for (const Shape& shape : m_shapes)
        right = std::max(right, shape.rect.right());
    m_size = QSizeF(right + 2 * m_quarter, m_y + m_quarter);
}

int WalkDrawing::addItem(
    const QRectF& rect, const QString& name, const WalkMark& mark, std::optional<WalkFold> fold)
{
    m_items.push_back({ rect, name, fold || mark.accessible.isEmpty() ? name : mark.accessible,
        mark.toolTip.isEmpty() ? name : mark.toolTip });
    ItemRef ref;
    ref.row = fold ? -1 : mark.row;
    ref.step = fold ? -1 : mark.step;
    ref.fold = fold;
    ref.current = mark.current;
    ref.reached = mark.state != ItemState::Pending && mark.step >= 0;
    m_refs.push_back(ref);
    return static_cast<int>(m_items.size()) - 1;
}

void WalkDrawing::placePart(const WalkPart& part)
{
    const qreal left = 2 * m_quarter;
    const QString heading = headingOf(part);
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
        cache.item = addItem(cache.rect, text, *part.cache);
        m_shapes.push_back(cache);
    }
    m_y += title.rect.height() + m_quarter;
    for (const WalkChain& chain : part.chains) {
        QString purpose;
        if (chain.purpose == WalkPurpose::Table)
            purpose = WalkView::tr("for a table of stage 1");
        else if (chain.purpose == WalkPurpose::Update)
            purpose = WalkView::tr("to update a descriptor of stage 1");
        placeChain(chain, left, purpose);
    }
    m_y += 2 * m_quarter;
}

/// Side walks that are unfolded, below the chain whose tables they find, each joined to its folded line.
void WalkDrawing::placeSides(const std::vector<Side>& sides)
{
    if (sides.empty())
        return;
    const auto count = static_cast<qreal>(sides.size());
    const qreal step = 2 * m_quarter;
    const qreal left = 2 * m_quarter;
    const qreal indent = left + (count + 2) * step;
    const qreal tracks = m_y;
    m_y += count * m_quarter;
    for (std::size_t i = 0; i < sides.size(); ++i) {
        const Side& from = sides[i];
        WalkChain side;
        side.stage = mmu::Stage::Two;
        side.endsInPa = true;
        side.cards = from.update ? from.card->update : from.card->side;
        side.input = side.cards.front().read.input;
        std::vector<mmu::DescriptorRead> reads;
        for (const WalkCard& card : side.cards)
            reads.push_back(card.read);
        side.parts = models::addressParts(m_regs, mmu::Stage::Two, side.input, mmu::AccessKind::Read, reads);
        const QString purpose = from.update
            ? WalkView::tr("to update the descriptor of stage 1, level %1").arg(from.card->read.level)
            : WalkView::tr("for the table of stage 1, level %1").arg(from.card->read.level);
        const ItemState state = side.cards.back().mark.state;
        const QRectF title = placeChain(side, indent, purpose);
        const qreal track = tracks + static_cast<qreal>(i) * m_quarter;
        const qreal rail = left + (count - static_cast<qreal>(i)) * step;
        m_arrows.push_back(
            { { from.from, { from.from.x(), track }, { rail, track }, { rail, title.center().y() },
                  { title.left() - m_quarter, title.center().y() } },
                state, mmu::Stage::Two, false });
    }
}

QStringList WalkDrawing::cardLines(const WalkCard& card) const
{
    const mmu::DescriptorRead& read = card.read;
    const QString entry = QStringLiteral("[%1] ").arg(read.index);
    QStringList lines { WalkView::tr("level %1").arg(read.level),
        //: where a table begins
        WalkView::tr("table at %1").arg(models::displayHex(read.table)) };
    if (read.aborted)
        return lines << entry + WalkView::tr("nothing there");
    lines[0] += QStringLiteral(" \u00b7 ") + card.mark.type;
    lines << entry + models::displayHex(read.value);
    if (read.updated())
        lines << QStringLiteral("  \u21d2 ") + models::displayHex(read.after());
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
    const QString space = chain.endsInPa ? QStringLiteral("PA") : QStringLiteral("IPA");
    if (fault && (!chain.cards.empty() || chain.end->state == ItemState::Fault))
        lines << WalkView::tr("fault") << chain.end->output;
    else if (result)
        lines << space << models::displayHex(*result);
    else if (chain.end)
        lines << space << chain.end->output;
    if (!fault && chain.end && !chain.end->attributes.isEmpty())
        lines << chain.end->attributes.split(QLatin1Char('\n'));
    return lines;
}

qreal WalkDrawing::cardHeight(qsizetype lines) const
{
    return (static_cast<qreal>(lines) + 2 * kGhostHeight) * m_codeLine + 1.5 * m_quarter;
}

/// Where the entry that was taken begins in the box of a table.
qreal WalkDrawing::entryTop(const QRectF& card) const
{
    return card.top() + 0.75 * m_quarter + (kEntryLine + kGhostHeight) * m_codeLine;
}

qreal WalkDrawing::columnWidth(const QStringList& lines) const
{
    qreal width = digitsWidth(m_code, 12);
    for (const QString& line : lines)
        width = std::max(width, textWidth(m_code, line));
    // The title may get a mark before it; the column keeps its width.
    width = std::max(width, textWidth(m_code, lines.value(0)) + digitsWidth(m_code, 2));
    return width + 3 * m_quarter;
}

/// The address, bit by bit, and what each stretch of it is for. Returns where the tables may begin.
qreal WalkDrawing::placeBits(const WalkChain& chain, qreal indent)
{
    m_indexBits.clear();
    if (chain.parts.empty())
        return m_y;
    const qreal height = 3 * m_codeLine + m_quarter / 2;
    std::optional<QRectF> offset;
    qreal x = indent;
    std::size_t index = 0;
    for (const AddressPart& part : chain.parts) {
        Shape shape;
        shape.kind = Kind::Bits;
        shape.stage = chain.stage;
        const bool chooses = part.kind == AddressPart::Kind::Index && part.reached;
        shape.plain = !chooses;
        if (chooses && index < chain.cards.size())
            shape.state = chain.cards[index].mark.state;
        else if (part.kind == AddressPart::Kind::Offset && chain.result())
            shape.state = chain.cards.back().mark.state;
        shape.lines = { rangeText(part), binary(part.value, part.hi - part.lo + 1), models::partName(part) };
        qreal width = 0;
        for (const QString& line : shape.lines)
            width = std::max(width, textWidth(m_code, line));
        shape.rect = QRectF(x, m_y, width + 2 * m_quarter, height);
        WalkMark mark;
        mark.toolTip = models::partText(part);
        mark.accessible = mark.toolTip;
        shape.item = addItem(shape.rect, shape.lines[2] + QLatin1Char(' ') + shape.lines[0], mark);
        m_shapes.push_back(shape);
        if (chooses) {
            m_indexBits.push_back(shape.rect);
            ++index;
        } else if (part.kind == AddressPart::Kind::Offset) {
            offset = shape.rect;
        }
        x += shape.rect.width() + m_quarter / 2;
    }
    m_indexBits.resize(chain.cards.size());
    if (offset && chain.result())
        m_indexBits.push_back(*offset);
    return m_y + height + (static_cast<qreal>(m_indexBits.size()) + 1.5) * m_quarter;
}

/// Arrows from the bits down to the entries that they choose, on tracks that do not cross.
void WalkDrawing::joinBits(const WalkChain& chain, qreal top)
{
    const std::size_t count = std::min(m_indexBits.size(), m_cards.size());
    for (std::size_t i = 0; i < count; ++i) {
        const QRectF& from = m_indexBits[i];
        const QRectF& to = m_cards[i];
        if (from.isEmpty())
            continue;
        const bool right = to.center().x() >= from.center().x();
        const auto order = static_cast<qreal>(right ? count - 1 - i : i);
        const qreal track = from.bottom() + (order + 0.75) * m_quarter;
        const QPointF end(to.center().x(), i < chain.cards.size() ? top : to.top());
        const ItemState state
            = i < chain.cards.size() ? chain.cards[i].mark.state : chain.cards.back().mark.state;
        m_arrows.push_back(
            { { { from.center().x(), from.bottom() }, { from.center().x(), track }, { end.x(), track }, end },
                state, chain.stage, false });
    }
}

void WalkDrawing::placeFold(const WalkCard& card, bool update, QRectF place)
{
    const std::vector<WalkCard>& cards = update ? card.update : card.side;
    const WalkFold id { card.mark.row, update };
    const bool open = m_unfolded.contains(id);
    Shape fold;
    fold.kind = Kind::Fold;
    fold.stage = mmu::Stage::Two;
    fold.state = cards.back().mark.state;
    const QString count = update
        ? WalkView::tr("update: %1", "descriptors read by stage 2 to update a descriptor").arg(cards.size())
        : WalkView::tr("look-ups: %1", "descriptors read by stage 2 to find a table").arg(cards.size());
    fold.lines = { (open ? QStringLiteral("\u25be \u2461 ") : QStringLiteral("\u25b8 \u2461 ")) + count };
    fold.rect = place;
    // Where a side walk is folded, its line stands for the step that is in it.
    WalkMark mark = card.mark;
    mark.current = !open && hasCurrent(cards);
    fold.current = mark.current;
    mark.toolTip = update
        ? WalkView::tr("Hardware writes to the descriptor, whose address is an IPA: stage 2 has to allow it. "
                       "Click to see that walk.")
        : WalkView::tr("The address of this table is an IPA: stage 2 translates it first. Click to see that "
                       "walk.");
    fold.item = addItem(fold.rect, fold.lines.first(), mark, id);
    m_shapes.push_back(fold);
}

/// Places one chain below what is there, its unfolded side walks below it; returns where its title is.
QRectF WalkDrawing::placeChain(const WalkChain& chain, qreal indent, const QString& purpose)
{
    const QString input = chain.stage == mmu::Stage::One ? QStringLiteral("VA ") : QStringLiteral("IPA ");
    Shape title;
    title.kind = Kind::ChainTitle;
    title.stage = chain.stage;
    title.lines = { stageMark(chain.stage) + QLatin1Char(' ')
        + WalkView::tr("Stage %1").arg(static_cast<int>(chain.stage)) + QStringLiteral(" \u00b7 ") + input
        + models::displayHex(chain.input)
        + (purpose.isEmpty() ? QString() : QStringLiteral(" \u00b7 ") + purpose) };
    QFont bold = m_code;
    bold.setBold(true);
    title.rect = QRectF(indent, m_y, textWidth(bold, title.lines.first()) + m_quarter, m_codeLine);
    m_shapes.push_back(title);
    m_y += m_codeLine + m_quarter / 2;

    const qreal top = placeBits(chain, indent);
    std::vector<QStringList> texts;
    qsizetype most = 3;
    qsizetype folds = 0;
    for (const WalkCard& card : chain.cards) {
        texts.push_back(cardLines(card));
        most = std::max(most, texts.back().size());
        folds = std::max<qsizetype>(folds, (card.side.empty() ? 0 : 1) + (card.update.empty() ? 0 : 1));
    }
    const qreal gap = 5 * m_quarter;
    const qreal height = cardHeight(most);
    const qreal foldHeight = m_codeLine + m_quarter / 2;
    std::vector<Side> sides;
    m_cards.clear();
    qreal x = indent;
    for (std::size_t i = 0; i < chain.cards.size(); ++i) {
        const WalkCard& card = chain.cards[i];
        Shape shape;
        shape.kind = Kind::Card;
        shape.stage = chain.stage;
        shape.state = card.mark.state;
        shape.current = card.mark.current;
        shape.lines = texts[i];
        shape.rect = QRectF(x, top, columnWidth(texts[i]), height);
        shape.item
            = addItem(shape.rect, stageMark(chain.stage) + QLatin1Char(' ') + texts[i].first(), card.mark);
        m_shapes.push_back(shape);
        m_cards.push_back(shape.rect);
        if (i > 0) {
            // From the entry that names it to where the table says that it begins.
            const qreal from = entryTop(shape.rect) + 1.5 * m_codeLine;
            const qreal to = shape.rect.top() + 0.75 * m_quarter + 1.5 * m_codeLine;
            const qreal middle = x - gap / 2;
            m_arrows.push_back({ { { x - gap, from }, { middle, from }, { middle, to }, { x, to } },
                shape.state, chain.stage, true });
        }
        QRectF place(x, top + height + m_quarter / 2, shape.rect.width(), foldHeight);
        for (const bool update : { false, true }) {
            if ((update ? card.update : card.side).empty())
                continue;
            placeFold(card, update, place);
            if (m_unfolded.contains({ card.mark.row, update }))
                sides.push_back({ &card, update, { place.left() + 2.5 * m_quarter, place.bottom() } });
            place.translate(0, foldHeight);
        }
        x += shape.rect.width() + gap;
    }
    placeEnd(chain, x, top, height);
    joinBits(chain, top);
    m_y = top + height + static_cast<qreal>(folds) * foldHeight + (folds > 0 ? 1.5 : 0) * m_quarter
        + (sides.empty() ? 2.5 : 1) * m_quarter;
    placeSides(sides);
    return title.rect;
}

void WalkDrawing::placeEnd(const WalkChain& chain, qreal x, qreal top, qreal height)
{
    ItemState state = ItemState::Pending;
    const QStringList lines = endLines(chain, state);
    if (lines.isEmpty())
        return;
    Shape end;
    end.kind = Kind::End;
    end.stage = chain.stage;
    end.state = state;
    end.current = chain.end && chain.end->current;
    end.lines = lines;
    const qreal width = std::min(columnWidth(lines), digitsWidth(m_code, 30));
    int count = 1;
    for (qsizetype i = 1; i < lines.size(); ++i)
        count += wrappedLines(m_code, lines[i], width - 3 * m_quarter);
    const qreal wanted = count * m_codeLine + 1.5 * m_quarter;
    const QRectF column(x, top, width, height);
    const qreal arrowY = entryTop(column) + 1.5 * m_codeLine;
    const qreal y = std::max(top, std::min(arrowY - wanted / 2, top + height - wanted));
    end.rect = QRectF(x, y, width, wanted);
    WalkMark mark = chain.end ? *chain.end : chain.cards.empty() ? WalkMark() : chain.cards.back().mark;
    if (!chain.end) {
        mark.current = false;
        mark.accessible.clear();
        mark.toolTip.clear();
    }
    end.item = addItem(end.rect, lines.join(QLatin1Char(' ')), mark);
    if (!chain.cards.empty()) {
        const qreal gap = 5 * m_quarter;
        m_arrows.push_back({ { { x - gap, arrowY }, { x, arrowY } }, state, chain.stage, true });
    }
    m_shapes.push_back(end);
    m_cards.push_back(end.rect);
}

} // namespace fscope::widgets
