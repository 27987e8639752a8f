// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/memorysearchmodel.h"

#include "core/base/hex.h"
#include "models/memoryeditor.h"
#include "models/stepaddress.h"
#include "models/texts.h"

#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fscope::models {

namespace {

/// A search this short may follow every step.
constexpr qint64 kQuickMs = 30;
/// Between two words about one that goes on, the first included: quick ones tell nothing.
constexpr qint64 kProgressMs = 100;

/// Shown before and after a match, and of a long one.
constexpr quint64 kAround = 4;
constexpr quint64 kOfMatch = 16;

} // namespace

MemorySearchModel::MemorySearchModel(Session* session, QObject* parent)
    : QAbstractTableModel(parent)
    , m_session(session)
{
    m_pool.setMaxThreadCount(1);
    connect(session, &Session::sourceChanged, this, &MemorySearchModel::clear);
    connect(session, &Session::momentChanged, this, [this] {
        if (m_pattern && m_isQuick && m_session->run())
            start(false);
    });
    connect(session, &Session::languageChanged, this, [this] {
        emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
        emit stateChanged();
    });
}

MemorySearchModel::~MemorySearchModel()
{
    if (m_cancel)
        *m_cancel = true;
    m_pool.waitForDone();
}

int MemorySearchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_matches ? 0 : int(m_matches->size());
}

int MemorySearchModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant MemorySearchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    // PA, IPA and VA as the Arm ARM spells them, in every language.
    const std::array titles { u"PA"_s, u"IPA"_s, u"VA"_s, tr("Bytes"), tr("Text") };
    return titles[std::size_t(section)];
}

std::optional<Ipa> MemorySearchModel::ipaOf(int row) const
{
    return intermediateOf(Pa((*m_matches)[std::size_t(row)]), m_session->guest().slotMap);
}

std::optional<Va> MemorySearchModel::vaOf(int row) const
{
    const auto ipa = m_session->run() ? ipaOf(row) : std::nullopt;
    return ipa ? virtualOf(*ipa, *m_session->run(), m_session->run()->steps.size()) : std::nullopt;
}

QString MemorySearchModel::contextOf(int row, bool asText) const
{
    const quint64 pa = (*m_matches)[std::size_t(row)];
    const quint64 length = std::min(quint64(m_length), kOfMatch);
    const quint64 before = std::min(pa, kAround);
    QString text;
    for (quint64 i = 0; i < before + length + kAround; ++i) {
        quint8 byte = 0;
        const bool isRam = readShown(*m_session, pa - before + i, { &byte, 1 });
        const bool isFirst = i == before;
        const bool isAfter = i == before + length;
        if (isAfter)
            text += quint64(m_length) > length ? u"…]"_s : u"]"_s;
        if (!asText && !text.isEmpty())
            text += u' ';
        if (isFirst)
            text += u'[';
        if (!isRam)
            text += asText ? u"·"_s : u"··"_s;
        else if (asText)
            text += byte >= 0x20 && byte < 0x7f ? QChar(char16_t(byte)) : u'·';
        else
            text += QString::number(byte, 16).rightJustified(2, u'0');
    }
    return text;
}

QVariant MemorySearchModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const int row = index.row();
    const int column = index.column();
    const auto address = [&]() -> std::optional<quint64> {
        if (column == Physical)
            return (*m_matches)[std::size_t(row)];
        if (column == Intermediate) {
            const auto ipa = ipaOf(row);
            return ipa ? std::optional(ipa->value) : std::nullopt;
        }
        const auto va = column == Virtual ? vaOf(row) : std::nullopt;
        return va ? std::optional(va->value) : std::nullopt;
    };
    switch (role) {
    case Qt::DisplayRole:
    case CopyRole:
    case Qt::AccessibleTextRole: {
        if (column == Bytes || column == Text)
            return contextOf(row, column == Text);
        const auto found = address();
        if (!found)
            return role == CopyRole ? QString() : u"–"_s;
        return role == Qt::DisplayRole ? displayHex(*found) : copyHex(*found);
    }
    case Qt::ToolTipRole:
        if (column == Virtual && !address())
            return tr("No step of this intercept translates a virtual address to this page.");
        if (column == Intermediate && !address())
            return tr("The hypervisor's map of the guest does not have this page.");
        return {};
    case SortRole:
        return column <= Virtual ? QVariant(address().value_or(0)) : QVariant(contextOf(row, column == Text));
    case AddressRole: {
        const auto found = address();
        return found ? QVariant(*found) : QVariant();
    }
    case AddressSpaceRole:
        return int(column == Physical ? AddressSpace::Pa
                : column == Virtual   ? AddressSpace::Va
                                      : AddressSpace::Ipa);
    case FixedFontRole:
        return true;
    case CurrentRole:
        return row == m_current;
    case StateRole:
        return int(column <= Virtual && !address() ? ItemState::Unknown : ItemState::Normal);
    default:
        return {};
    }
}

QString MemorySearchModel::search(Kind kind, const QString& text, bool anyCase)
{
    if (!m_session->run())
        return tr("There is no guest to search: open a lesson or a recording first.");
    Result<memory::SearchPattern> pattern = memory::SearchPattern();
    const std::string utf8 = text.toStdString();
    switch (kind) {
    case Kind::Bytes:
        pattern = memory::SearchPattern::fromHex(utf8);
        break;
    case Kind::Text:
        pattern = memory::SearchPattern::fromText(utf8, anyCase);
        break;
    case Kind::Value:
        // At any alignment: packed structures hold values too.
        pattern = parseNumber(utf8).map(
            [](std::uint64_t value) { return memory::SearchPattern::fromValue(value, 8, 1); });
        break;
    }
    if (pattern) {
        if (const auto checked = pattern->check(); !checked)
            return toQString(checked.error());
    } else {
        return toQString(pattern.error());
    }
    m_pattern = std::move(*pattern);
    start(true);
    return {};
}

void MemorySearchModel::start(bool byPerson)
{
    if (m_cancel)
        *m_cancel = true;
    const auto cancelled = std::make_shared<std::atomic<bool>>(false);
    m_cancel = cancelled;
    m_job = ++m_lastJob;
    auto job = [this, number = m_job, byPerson, cancelled, pattern = *m_pattern,
                   snapshot = m_session->guest().memory] {
        QElapsedTimer whole;
        whole.start();
        QElapsedTimer sinceTold = whole;
        memory::SearchOptions options;
        options.limit = kLimit;
        options.progress = [&](std::uint64_t done, std::uint64_t total) {
            if (sinceTold.elapsed() >= kProgressMs) {
                sinceTold.restart();
                const int percent
                    = total == 0 ? 0 : int(std::min<std::uint64_t>(100, done / (total / 100 + 1)));
                QMetaObject::invokeMethod(
                    this,
                    [this, number, percent] {
                        if (number == m_job)
                            m_session->showWork(tr("Searching memory"), percent, [this] { cancel(); });
                    },
                    Qt::QueuedConnection);
            }
            return !cancelled->load(std::memory_order_relaxed);
        };
        auto found = memory::searchMemory(memory::SnapshotPages(snapshot), pattern, options);
        QMetaObject::invokeMethod(
            this,
            [this, number, byPerson, ms = whole.elapsed(),
                result = found ? std::move(*found) : memory::SearchResult()] {
                onDone(number, byPerson, result, ms);
            },
            Qt::QueuedConnection);
    };
    m_pool.start(std::move(job));
    emit stateChanged();
}

void MemorySearchModel::cancel()
{
    if (m_cancel)
        *m_cancel = true;
}

void MemorySearchModel::clear()
{
    cancel();
    if (m_job != 0)
        m_session->showWork({}, 100);
    m_job = 0;
    m_pattern.reset();
    m_isQuick = false;
    m_limited = false;
    m_cancelled = false;
    if (m_matches) {
        beginResetModel();
        m_matches.reset();
        m_current = -1;
        endResetModel();
        emit finished();
    }
    emit stateChanged();
}

void MemorySearchModel::onDone(quint64 job, bool byPerson, const memory::SearchResult& result, qint64 ms)
{
    if (job != m_job)
        return;
    m_job = 0;
    m_limited = result.limited;
    m_cancelled = result.cancelled;
    m_isQuick = ms < kQuickMs && !result.cancelled;
    if (ms >= kProgressMs)
        m_session->showWork({}, 100);
    m_length = int(m_pattern->bytes.size());
    setMatches({ result.addresses.begin(), result.addresses.end() }, byPerson);
    emit stateChanged();
}

void MemorySearchModel::setMatches(std::vector<quint64> matches, bool byPerson)
{
    if (m_matches && *m_matches == matches && !byPerson) {
        // The same places, with other bytes around them perhaps.
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    const quint64 was = m_current >= 0 ? (*m_matches)[std::size_t(m_current)] : 0;
    beginResetModel();
    m_matches = std::make_shared<const std::vector<quint64>>(std::move(matches));
    // A person who looks for something goes to the first one; else the one that was current stays it.
    const auto kept = std::ranges::lower_bound(*m_matches, was);
    m_current = m_matches->empty() ? -1 : byPerson ? 0 : int(kept - m_matches->begin());
    if (!byPerson && (kept == m_matches->end() || *kept != was))
        m_current = -1;
    endResetModel();
    emit finished();
    if (byPerson)
        emit currentChanged();
}

void MemorySearchModel::setCurrent(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    const int old = std::exchange(m_current, row);
    for (const int changed : { old, row }) {
        if (changed >= 0)
            emit dataChanged(index(changed, 0), index(changed, ColumnCount - 1), { CurrentRole });
    }
    emit currentChanged();
    emit stateChanged();
}

void MemorySearchModel::step(int direction)
{
    const int count = rowCount();
    if (count == 0)
        return;
    if (m_current < 0)
        setCurrent(direction > 0 ? 0 : count - 1);
    else
        setCurrent((m_current + direction + count) % count);
}

std::pair<AddressSpace, quint64> MemorySearchModel::place(int row, AddressSpace wanted) const
{
    if (wanted == AddressSpace::Va) {
        if (const auto va = vaOf(row))
            return { AddressSpace::Va, va->value };
    }
    const auto ipa = wanted == AddressSpace::Pa ? std::nullopt : ipaOf(row);
    if (ipa)
        return { AddressSpace::Ipa, ipa->value };
    return { AddressSpace::Pa, (*m_matches)[std::size_t(row)] };
}

QString MemorySearchModel::summary() const
{
    if (isSearching() && !m_matches)
        return tr("Searching…");
    if (!m_matches)
        return {};
    const QLocale locale;
    const QString count = locale.toString(rowCount());
    if (rowCount() == 0)
        return m_cancelled ? tr("given up before a match") : tr("no match");
    if (m_limited || m_cancelled)
        return m_current < 0 ? tr("the first %1 matches").arg(count)
                             : tr("match %1 of the first %2").arg(locale.toString(m_current + 1), count);
    return m_current < 0 ? tr("matches: %n", nullptr, rowCount())
                         : tr("match %1 of %2").arg(locale.toString(m_current + 1), count);
}

} // namespace fscope::models
