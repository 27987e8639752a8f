// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/memorymodel.h"

#include "models/addressexpression.h"
#include "models/guestview.h"
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

/// The VA through which the run came to @p ipa, if one of its steps tells.
std::optional<quint64> virtualOf(Ipa ipa, const machine::InterceptRun& run, int done)
{
    for (int i = done - 1; i >= 0; --i) {
        const hypervisor::MicroStep& step = run.steps[std::size_t(i)];
        std::optional<std::pair<Va, Ipa>> pair;
        if (const auto* translated = std::get_if<hypervisor::Translated>(&step))
            pair = { translated->va, translated->ipa };
        else if (const auto* looked = std::get_if<hypervisor::CacheLookedUp>(&step); looked && looked->hit)
            pair = { looked->va, looked->ipa };
        if (pair && pair->second.alignedDown(kPageSize) == ipa.alignedDown(kPageSize))
            return pair->first.alignedDown(kPageSize).value + ipa.offsetIn(kPageSize);
    }
    return std::nullopt;
}

struct Touched {
    Ipa ipa;
    Pa pa;
};

/// What step @p index of @p run reads or writes in memory. The fetch of the instruction is no access of the
/// guest's.
std::optional<Touched> memoryTouched(const machine::InterceptRun& run, std::size_t index)
{
    const hypervisor::MicroStep& step = run.steps[index];
    if (const auto* written = std::get_if<hypervisor::MemoryWritten>(&step))
        return Touched { written->ipa, written->pa };
    const auto* read = std::get_if<hypervisor::MemoryRead>(&step);
    if (!read)
        return std::nullopt;
    for (std::size_t i = index + 1; i < run.steps.size(); ++i) {
        if (std::holds_alternative<hypervisor::InstructionFetched>(run.steps[i]))
            return std::nullopt;
    }
    return Touched { read->ipa, read->pa };
}

} // namespace

MemoryModel::MemoryModel(Session* session, QObject* parent)
    : QAbstractTableModel(parent)
    , m_session(session)
{
    connect(session, &Session::runChanged, this, &MemoryModel::onRunChanged);
    connect(session, &Session::momentChanged, this, &MemoryModel::onMomentChanged);
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
    if (page && !m_session->guest().memory.read(Pa(*page + address % kPage), raw.data(), raw.size()))
        std::ranges::copy(raw, bytes.begin());
    return bytes;
}

quint16 MemoryModel::changedMask(int row) const
{
    const auto changed = m_session->changedMemory();
    const quint64 address = rowAddress(row);
    const auto page = changed ? physicalPage(address & ~(kPage - 1)) : std::nullopt;
    if (!page)
        return 0;
    const quint64 first = *page + address % kPage;
    unsigned found = 0;
    for (unsigned i = 0; i < unsigned(kRowBytes); ++i) {
        if (first + i - changed->first.value < changed->second)
            found |= 1U << i;
    }
    return quint16(found);
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
    const quint16 mask = changedMask(row);
    if (mask == 0)
        return tr("%1: %2").arg(address, hexText(bytes));
    return tr("%1: %2, bytes changed: %n", nullptr, int(std::popcount(mask))).arg(address, hexText(bytes));
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
        const auto page = physicalPage(rowAddress(row) & ~(kPage - 1));
        if (!page)
            return tr("There is no memory of the guest here, or no mapping to it.");
        return QString(u"PA "_s + displayHex(*page + rowAddress(row) % kPage));
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
    case StateRole:
        if (changedMask(row) != 0)
            return int(ItemState::Changed);
        return int(physicalPage(rowAddress(row) & ~(kPage - 1)) ? ItemState::Normal : ItemState::Unknown);
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
                followTo(touched->ipa, touched->pa);
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
            followTo(touched->ipa, touched->pa);
    }
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void MemoryModel::followTo(Ipa ipa, Pa pa)
{
    switch (m_space) {
    case AddressSpace::Pa:
        setAddress(AddressSpace::Pa, pa.value);
        return;
    case AddressSpace::Va:
        if (const auto va = virtualOf(ipa, *m_session->run(), m_session->stepCount())) {
            setAddress(AddressSpace::Va, *va);
            return;
        }
        break;
    case AddressSpace::Ipa:
        break;
    }
    setAddress(AddressSpace::Ipa, ipa.value);
}

} // namespace fscope::models
