// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/memorymodel.h"

#include "models/addressexpression.h"
#include "models/guestview.h"
#include "models/memoryeditor.h"
#include "models/sessionedits.h"
#include "models/stepaddress.h"
#include "models/texts.h"

#include <algorithm>
#include <bit>

using namespace Qt::StringLiterals;

namespace fscope::models {

namespace {

constexpr quint64 kPage = kPageSize;
constexpr quint64 kWindow = quint64(MemoryModel::kRows) * MemoryModel::kRowBytes;

QString spaceName(AddressSpace space)
{
    switch (space) {
    case AddressSpace::Va:
        return u"VA"_s;
    case AddressSpace::Ipa:
        return u"IPA"_s;
    case AddressSpace::Pa:
        return u"PA"_s;
    }
    return {};
}

/// The bytes of [pa, pa + kRowBytes) that lie in [first, first + length).
quint16 bytesIn(quint64 pa, quint64 first, quint64 length)
{
    unsigned found = 0;
    for (unsigned i = 0; i < unsigned(MemoryModel::kRowBytes); ++i) {
        if (pa + i - first < length)
            found |= 1U << i;
    }
    return quint16(found);
}

} // namespace

MemoryModel::MemoryModel(Session* session, QObject* parent)
    : QAbstractTableModel(parent)
    , m_session(session)
{
    connect(session, &Session::runChanged, this, &MemoryModel::onRunChanged);
    connect(session, &Session::momentChanged, this, &MemoryModel::onMomentChanged);
    // Shown at once, before the run with them arrives.
    connect(session->edits(), &SessionEdits::changed, this, [this] {
        if (m_live)
            announceAll();
    });
    connect(session, &Session::languageChanged, this,
        [this] { emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1); });
    onRunChanged();
    onMomentChanged();
}

int MemoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_hasBase ? 0 : kRows;
}

int MemoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant MemoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Address:
        return spaceName(m_space);
    case Hex:
        return tr("Bytes");
    case Text:
        return tr("Text");
    default:
        return {};
    }
}

quint64 MemoryModel::rowAddress(int row) const
{
    return m_base + quint64(row) * kRowBytes;
}

std::optional<quint64> MemoryModel::physicalPage(quint64 page) const
{
    const auto known = std::ranges::find(m_physicalPages, page, &PageSlot::page);
    if (known != m_physicalPages.end())
        return known->physical;
    const auto pa = m_session->run() ? physicalAddress(m_session->guest(), m_space, page) : std::nullopt;
    m_physicalPages.push_back({ page, pa ? std::optional<quint64>(pa->value) : std::nullopt });
    return m_physicalPages.back().physical;
}

MemoryModel::RowBytes MemoryModel::bytesOf(int row) const
{
    RowBytes bytes;
    const quint64 address = rowAddress(row);
    const auto page = physicalPage(address & ~(kPage - 1));
    std::array<quint8, kRowBytes> raw {};
    if (page && readShown(*m_session, *page + address % kPage, raw))
        std::ranges::copy(raw, bytes.begin());
    return bytes;
}

std::optional<quint64> MemoryModel::physicalOf(quint64 address) const
{
    const auto page = physicalPage(address & ~(kPage - 1));
    return page ? std::optional(*page + address % kPage) : std::nullopt;
}

std::optional<quint64> MemoryModel::shownAddressOf(quint64 pa) const
{
    for (quint64 page = m_base; m_hasBase && page - m_base < kWindow; page += kPage) {
        const auto physical = physicalPage(page);
        if (physical && pa - *physical < kPage)
            return page + pa % kPage;
    }
    return std::nullopt;
}

std::optional<quint8> MemoryModel::byteAt(quint64 address) const
{
    quint8 byte = 0;
    const auto pa = physicalOf(address);
    return pa && readShown(*m_session, *pa, { &byte, 1 }) ? std::optional(byte) : std::nullopt;
}

std::optional<quint8> MemoryModel::originalOf(quint64 address) const
{
    const auto pa = physicalOf(address);
    const auto edited = pa ? m_session->edits()->current().at(*pa) : std::nullopt;
    return edited ? std::optional(edited->was) : std::nullopt;
}

std::optional<quint64> MemoryModel::physicalRow(int row) const
{
    return physicalOf(rowAddress(row));
}

quint16 MemoryModel::changedMask(int row) const
{
    const auto changed = m_session->changedMemory();
    const auto pa = changed ? physicalRow(row) : std::nullopt;
    return pa ? bytesIn(*pa, changed->first.value, changed->second) : quint16(0);
}

quint16 MemoryModel::editedMask(int row) const
{
    const MemoryEdits& edits = m_session->edits()->current();
    const auto pa = edits.isEmpty() ? std::nullopt : physicalRow(row);
    unsigned found = 0;
    if (pa) {
        const auto end = edits.bytes().end();
        for (auto it = edits.bytes().lower_bound(*pa); it != end && it->first - *pa < kRowBytes; ++it)
            found |= 1U << (it->first - *pa);
    }
    return quint16(found);
}

quint32 MemoryModel::matchMask(int row) const
{
    const auto pa = m_matches ? physicalRow(row) : std::nullopt;
    if (!pa)
        return 0;
    const auto length = quint64(m_matchLength);
    const auto before = [&](quint64 match) { return match + length <= *pa; };
    auto it = std::ranges::partition_point(*m_matches, before);
    quint32 found = 0;
    for (; it != m_matches->end() && (*it < *pa || *it - *pa < kRowBytes); ++it) {
        const quint32 bytes = bytesIn(*pa, *it, length);
        found |= bytes;
        if (it - m_matches->begin() == m_currentMatch)
            found |= bytes << 16U;
    }
    return found;
}

ItemState MemoryModel::stateOf(int row) const
{
    if (editedMask(row) != 0)
        return ItemState::Different;
    if (changedMask(row) != 0)
        return ItemState::Changed;
    return physicalRow(row) ? ItemState::Normal : ItemState::Unknown;
}

QString MemoryModel::hexText(const RowBytes& bytes) const
{
    QString text;
    const auto group = std::size_t(m_groupSize);
    for (std::size_t at = 0; at < bytes.size(); at += group) {
        if (at != 0)
            text += u' ';
        // Little-endian: the last byte of a group is the first pair of digits.
        for (std::size_t i = group; i-- > 0;) {
            const auto& byte = bytes[at + i];
            text += byte ? QString::number(*byte, 16).rightJustified(2, u'0') : u"··"_s;
        }
    }
    return text;
}

QString MemoryModel::accessible(int row, const RowBytes& bytes) const
{
    const QString address = copyHex(rowAddress(row));
    if (!bytes[0])
        //: a row of memory, read aloud
        return tr("%1: cannot be read").arg(address);
    QString text = tr("%1: %2").arg(address, hexText(bytes));
    if (const quint16 mask = changedMask(row))
        text
            = tr("%1: %2, bytes changed: %n", nullptr, int(std::popcount(mask))).arg(address, hexText(bytes));
    if (const quint16 mask = editedMask(row))
        //: %1 is a row of memory, read aloud
        text = tr("%1, bytes edited by hand: %n", nullptr, int(std::popcount(mask))).arg(text);
    return text;
}

QVariant MemoryModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case CopyRole: {
        if (column == Address)
            return role == CopyRole ? copyHex(rowAddress(row)) : displayHex(rowAddress(row), 16);
        const RowBytes bytes = bytesOf(row);
        if (column == Hex)
            return hexText(bytes);
        QString text;
        for (const auto& byte : bytes)
            text += byte && *byte >= 0x20 && *byte < 0x7f ? QChar(char16_t(*byte)) : u'·';
        return text;
    }
    case Qt::ToolTipRole: {
        if (column != Address)
            return {};
        const auto pa = physicalRow(row);
        if (!pa)
            return tr("There is no memory of the guest here, or no mapping to it.");
        return QString(u"PA "_s + displayHex(*pa));
    }
    case Qt::AccessibleTextRole:
        return accessible(row, bytesOf(row));
    case SortRole:
    case AddressRole:
        return rowAddress(row);
    case AddressSpaceRole:
        return int(m_space);
    case FixedFontRole:
        return true;
    case ChangedBytesRole:
        return changedMask(row);
    case EditedBytesRole:
        return editedMask(row);
    case MatchBytesRole:
        return matchMask(row);
    case StateRole:
        return int(stateOf(row));
    default:
        return {};
    }
}

void MemoryModel::setAddress(AddressSpace space, quint64 address)
{
    const bool shown = m_space == space && rowOf(address) >= 0;
    const bool moved = !m_hasBase || m_space != space || m_address != address;
    m_address = address;
    if (!shown) {
        beginResetModel();
        m_space = space;
        m_base = address & ~(kWindow - 1);
        m_hasBase = true;
        m_physicalPages.clear();
        endResetModel();
    }
    if (moved)
        emit addressChanged();
}

int MemoryModel::rowOf(quint64 address) const
{
    const quint64 offset = address - m_base;
    return offset < quint64(rowCount()) * kRowBytes ? int(offset / kRowBytes) : -1;
}

void MemoryModel::setGroupSize(int bytes)
{
    if (bytes == m_groupSize || (bytes != 1 && bytes != 2 && bytes != 4 && bytes != 8))
        return;
    m_groupSize = bytes;
    if (rowCount() > 0)
        emit dataChanged(
            index(0, Hex), index(rowCount() - 1, Hex), { Qt::DisplayRole, CopyRole, Qt::AccessibleTextRole });
}

QString MemoryModel::goTo(const QString& expression)
{
    QString error;
    const auto target = parseAddress(expression, m_space, m_session->guest(), &error);
    if (!target)
        return error;
    setAddress(target->space, target->address);
    return {};
}

void MemoryModel::setFollow(bool follow)
{
    m_follow = follow;
    if (m_follow && m_live)
        onMomentChanged();
}

void MemoryModel::setLive(bool live)
{
    if (m_live == live)
        return;
    m_live = live;
    if (m_live && m_stale) {
        m_stale = false;
        onRunChanged();
        onMomentChanged();
    }
}

void MemoryModel::onRunChanged()
{
    m_physicalPages.clear();
    if (!m_live) {
        m_stale = true;
        return;
    }
    const auto run = m_session->run();
    if (!run)
        return;
    // Where the run will touch memory is shown before it does, so that a change is seen to happen.
    if (m_follow) {
        for (std::size_t i = 0; i < run->steps.size(); ++i) {
            if (const auto touched = memoryTouched(*run, i)) {
                followTo(*touched->ipa, *touched->pa);
                return;
            }
        }
    }
    if (!m_hasBase)
        setAddress(AddressSpace::Va, run->before->vcpu.pc);
}

void MemoryModel::onMomentChanged()
{
    m_physicalPages.clear();
    if (!m_live) {
        m_stale = true;
        return;
    }
    if (m_follow && m_session->lastStep()) {
        const auto last = std::size_t(m_session->position().step) - 1;
        if (const auto touched = memoryTouched(*m_session->run(), last))
            followTo(*touched->ipa, *touched->pa);
    }
    announceAll();
}

void MemoryModel::announceAll()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void MemoryModel::setMatches(std::shared_ptr<const std::vector<quint64>> matches, int length, int current)
{
    m_matches = std::move(matches);
    m_matchLength = length;
    m_currentMatch = current;
    if (m_live)
        announceAll();
}

void MemoryModel::followTo(Ipa ipa, Pa pa)
{
    switch (m_space) {
    case AddressSpace::Pa:
        setAddress(AddressSpace::Pa, pa.value);
        return;
    case AddressSpace::Va:
        if (const auto va = virtualOf(ipa, *m_session->run(), std::size_t(m_session->stepCount()))) {
            setAddress(AddressSpace::Va, va->value);
            return;
        }
        break;
    case AddressSpace::Ipa:
        break;
    }
    setAddress(AddressSpace::Ipa, ipa.value);
}

} // namespace fscope::models
