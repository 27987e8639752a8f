// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/cachemodel.h"

#include "core/arch/memorytype.h"
#include "core/hypervisor/overloaded.h"
#include "models/rowcells.h"

#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace fscope::models {

namespace {

using hypervisor::MicroStep;
using mmu::Tlb;
using mmu::TlbEntry;

QString kindText(mmu::AccessKind kind)
{
    switch (kind) {
    case mmu::AccessKind::Read:
        return CacheModel::tr("read");
    case mmu::AccessKind::Write:
        return CacheModel::tr("write");
    case mmu::AccessKind::Execute:
        return CacheModel::tr("fetch");
    }
    return {};
}

QString rightsText(mmu::Rights rights)
{
    return QString(rights.read ? u'r' : u'-') + (rights.write ? u'w' : u'-') + (rights.execute ? u'x' : u'-');
}

/// "rwx r-- · rw-": EL1 and EL0 of stage 1, then stage 2.
TreeCell rightsCell(const TlbEntry& entry)
{
    QStringList parts;
    QStringList words;
    if (entry.hasStage1()) {
        const mmu::LeafRights& rights = entry.translation.stage1.rights;
        parts << u"① "_s + rightsText(rights.privileged()) + u' ' + rightsText(rights.unprivileged());
        words << CacheModel::tr("Stage 1: EL1 %1, EL0 %2.")
                     .arg(rightsText(rights.privileged()), rightsText(rights.unprivileged()));
    }
    if (entry.hasStage2()) {
        const mmu::LeafRights& rights = entry.translation.stage2.rights;
        const bool same = rights.privileged() == rights.unprivileged();
        parts << u"② "_s + rightsText(rights.privileged())
                + (same ? QString() : u' ' + rightsText(rights.unprivileged()));
        words << CacheModel::tr("Stage 2: EL1 %1, EL0 %2.")
                     .arg(rightsText(rights.privileged()), rightsText(rights.unprivileged()));
    }
    return codeCell(parts.join(u" "_s), parts.join(u" "_s), words.join(u' '));
}

/// "64 KiB": entries are powers of two.
QString sizeText(quint64 bytes)
{
    static constexpr std::array kUnits { "B", "KiB", "MiB", "GiB", "TiB" };
    std::size_t unit = 0;
    for (; bytes >= 1024 && unit + 1 < kUnits.size(); ++unit)
        bytes /= 1024;
    return QString::number(bytes) + u' ' + QLatin1String(kUnits[unit]);
}

/// First byte and size; the whole range in the tip and for the clipboard.
TreeCell rangeCell(quint64 first, quint64 last, AddressSpace space)
{
    TreeCell cell = addressCell(first, space, displayHex(first) + u" – "_s + displayHex(last));
    cell.text += u" + "_s + sizeText(last - first + 1);
    cell.copy = copyHex(first) + u'-' + copyHex(last);
    return cell;
}

/// What the last step did with this way.
bool isPlacedBy(const MicroStep* step, Tlb::Place place)
{
    const auto* filled = step ? std::get_if<hypervisor::TlbFilled>(step) : nullptr;
    return filled && filled->place == place;
}

TreeRow entryRow(const Tlb& tlb, Tlb::Place place, const MicroStep* lastStep)
{
    const TlbEntry& entry = tlb.entry(place);
    const mmu::Translation& to = entry.translation;
    const QString where = CacheModel::tr("set %1, way %2").arg(place.set).arg(place.way);
    const AddressSpace input = entry.hasStage1() ? AddressSpace::Va : AddressSpace::Ipa;
    const QString type = toQString(arch::mairMemoryType(to.attributes.attr).text());
    TreeRow row;
    row.key = u"%1.%2"_s.arg(place.set).arg(place.way);
    row.cells = QVector<TreeCell>(CacheModel::ColumnCount);
    row.cells[CacheModel::Place] = plainCell(where);
    row.cells[CacheModel::Access]
        = plainCell(entry.isFetch() ? CacheModel::tr("fetch") : CacheModel::tr("data"),
            CacheModel::tr("Instruction fetches and data accesses have entries of their own."));
    row.cells[CacheModel::Input] = rangeCell(entry.va, entry.last(), input);
    if (!entry.hasStage1())
        row.cells[CacheModel::Input].toolTip = CacheModel::tr("Stage 1 is off: this is an IPA.");
    row.cells[CacheModel::Output] = addressCell(to.pa.value, AddressSpace::Pa,
        CacheModel::tr("IPA %1, PA %2").arg(displayHex(to.ipa.value), displayHex(to.pa.value)));
    row.cells[CacheModel::Vmid] = codeCell(QString::number(entry.vmid()));
    row.cells[CacheModel::Asid] = entry.isGlobal() ? plainCell(CacheModel::tr("global"),
                                      CacheModel::tr("For each address space: nG is 0, or stage 1 is off."))
                                                   : codeCell(QString::number(entry.asid()));
    row.cells[CacheModel::Rights] = rightsCell(entry);
    row.cells[CacheModel::Attributes] = plainCell(type, type);
    const quint64 age = tlb.age(place);
    row.cells[CacheModel::Age]
        = codeCell(QString::number(age), {}, CacheModel::tr("Look-ups and fills since it was last used."));
    row.current = tlb.lastHit() == place;
    if (isPlacedBy(lastStep, place))
        row.state = ItemState::Changed;
    else if (row.current)
        row.state = ItemState::Current;
    QString text = CacheModel::tr("%1: %2 to PA %3, VMID %4, %5")
                       .arg(where, row.cells[CacheModel::Input].copy, copyHex(to.pa.value))
                       .arg(entry.vmid())
                       .arg(rightsText(to.stage1.rights.privileged()));
    if (row.current)
        text += u". "_s + CacheModel::tr("The last look-up hit it.");
    else if (row.state == ItemState::Changed)
        text += u". "_s + CacheModel::tr("The last step put it there.");
    row.accessible = text;
    return row;
}

TreeRow groupRow(const QString& key, const QString& title, const QString& state)
{
    TreeRow row;
    row.key = key;
    row.cells = QVector<TreeCell>(CacheModel::ColumnCount);
    row.cells[CacheModel::Place] = plainCell(title, state);
    row.cells[CacheModel::Input] = plainCell(state, state);
    row.accessible = title + u". "_s + state;
    return row;
}

TreeRow tlbRow(const Tlb& tlb, const MicroStep* lastStep)
{
    const mmu::TlbShape& shape = tlb.shape();
    const QString replacement = shape.replacement == mmu::TlbReplacement::Random
        ? CacheModel::tr("A random entry makes room.")
        : CacheModel::tr("The least recently used entry makes room.");
    TreeRow row = groupRow(u"tlb"_s, CacheModel::tr("TLB of the CPU"),
        CacheModel::tr("entries: %1 of %2").arg(tlb.validEntries()).arg(shape.sets * shape.ways));
    row.cells[CacheModel::Place].toolTip
        = CacheModel::tr("Sets: %1, ways: %2.").arg(shape.sets).arg(shape.ways) + u' ' + replacement;
    for (unsigned set = 0; set < shape.sets; ++set)
        for (unsigned way = 0; way < shape.ways; ++way)
            if (tlb.entry({ set, way }).isValid())
                row.children.push_back(entryRow(tlb, { set, way }, lastStep));
    return row;
}

TreeRow oneEntryRow(const std::optional<mmu::OneEntryCache::Entry>& entry, const MicroStep* lastStep)
{
    TreeRow group = groupRow(u"one"_s, CacheModel::tr("One-entry cache"),
        entry ? CacheModel::tr("one page, for one kind of access") : CacheModel::tr("empty"));
    if (!entry)
        return group;
    const quint64 first = entry->vaPage << kPageShift;
    TreeRow row;
    row.key = u"entry"_s;
    row.cells = QVector<TreeCell>(CacheModel::ColumnCount);
    row.cells[CacheModel::Place] = plainCell(CacheModel::tr("entry"));
    row.cells[CacheModel::Access] = plainCell(kindText(entry->kind));
    row.cells[CacheModel::Input] = rangeCell(first, first + kPageSize - 1, AddressSpace::Va);
    row.cells[CacheModel::Output] = addressCell(entry->ipaPage << kPageShift, AddressSpace::Ipa,
        CacheModel::tr("An IPA: the hypervisor keeps what stage 1 says."));
    row.accessible = CacheModel::tr("VA page %1 is IPA page %2, for: %3")
                         .arg(copyHex(first), copyHex(entry->ipaPage << kPageShift), kindText(entry->kind));
    const auto* looked = lastStep ? std::get_if<hypervisor::CacheLookedUp>(lastStep) : nullptr;
    row.current = looked && looked->hit;
    if (lastStep && std::holds_alternative<hypervisor::CacheFilled>(*lastStep))
        row.state = ItemState::Changed;
    else if (row.current)
        row.state = ItemState::Current;
    group.children.push_back(std::move(row));
    return group;
}

CachePoint pointOf(const mmu::TlbStatistics& counts)
{
    return { counts.allHits(), counts.allMisses(), counts.evictions };
}

QString percentText(quint64 part, quint64 whole)
{
    return whole == 0 ? u"–"_s : QLocale().toString(100.0 * double(part) / double(whole), 'f', 0) + u" %"_s;
}

bool usesOneEntryCache(const machine::InterceptRun& run)
{
    for (const MicroStep& step : run.steps)
        if (std::holds_alternative<hypervisor::CacheLookedUp>(step)
            || std::holds_alternative<hypervisor::CacheFilled>(step))
            return true;
    return false;
}

} // namespace

CacheModel::CacheModel(Session* session, QObject* parent)
    : SessionTreeModel(session, parent)
{
    CacheModel::refresh();
}

QStringList CacheModel::columnTitles() const
{
    return { tr("Place"), tr("Access"), tr("Input"), tr("Output"), u"VMID"_s, u"ASID"_s, tr("Rights"),
        tr("Memory type"), tr("Age") };
}

bool CacheModel::hasTlb() const
{
    return session()->run() && session()->guest().tlb;
}

bool CacheModel::hasOneEntryCache() const
{
    const auto run = session()->run();
    return run && usesOneEntryCache(*run);
}

QString CacheModel::statisticsText() const
{
    if (hasTlb()) {
        const mmu::TlbStatistics& counts = session()->guest().tlb->statistics();
        return tr("Look-ups: %1 · hits: %2 (%3) · misses: %4 · evictions: %5 · TLBI: %6, which removed: %7")
            .arg(counts.allLookUps())
            .arg(counts.allHits())
            .arg(percentText(counts.allHits(), counts.allLookUps()))
            .arg(counts.allMisses())
            .arg(counts.evictions)
            .arg(counts.allOperations())
            .arg(counts.allInvalidated());
    }
    if (!hasOneEntryCache())
        return {};
    const CachePoint now = history().at(session()->position().step);
    return tr("Look-ups: %1 · hits: %2 (%3) · misses: %4 · replaced: %5")
        .arg(now.hits + now.misses)
        .arg(now.hits)
        .arg(percentText(now.hits, now.hits + now.misses))
        .arg(now.misses)
        .arg(now.evictions);
}

QString CacheModel::statisticsDetails() const
{
    if (!hasTlb())
        return {};
    const mmu::TlbStatistics& counts = session()->guest().tlb->statistics();
    QStringList lines;
    for (const auto kind : { mmu::AccessKind::Read, mmu::AccessKind::Write, mmu::AccessKind::Execute }) {
        const auto i = std::size_t(kind);
        lines << tr("%1: look-ups %2, hits %3, misses %4")
                     .arg(kindText(kind))
                     .arg(counts.hits[i] + counts.misses[i])
                     .arg(counts.hits[i])
                     .arg(counts.misses[i]);
    }
    lines << tr("fills: %1").arg(counts.fills);
    return lines.join(u'\n');
}

QVector<CachePoint> CacheModel::history() const
{
    QVector<CachePoint> points;
    const auto run = session()->run();
    if (!run)
        return points;
    const bool tlb = run->before && run->before->tlb;
    CachePoint now = tlb ? pointOf(run->before->tlb->statistics()) : CachePoint {};
    points.push_back(now);
    const auto follow = [&](const Tlb& after) { now = tlb ? pointOf(after.statistics()) : now; };
    for (const MicroStep& step : run->steps) {
        std::visit(hypervisor::Overloaded {
                       [&](const hypervisor::TlbLookedUp& s) { follow(s.after); },
                       [&](const hypervisor::TlbEvicted& s) { follow(s.after); },
                       [&](const hypervisor::TlbFilled& s) { follow(s.after); },
                       [&](const hypervisor::TlbInvalidated& s) { follow(s.after); },
                       [&](const hypervisor::CacheLookedUp& s) {
                           if (!tlb)
                               ++(s.hit ? now.hits : now.misses);
                       },
                       [&](const hypervisor::CacheFilled& s) {
                           if (!tlb && s.before)
                               ++now.evictions;
                       },
                       [](const auto&) {},
                   },
            step);
        points.push_back(now);
    }
    return points;
}

std::vector<TreeRow> CacheModel::makeRows() const
{
    std::vector<TreeRow> rows;
    if (hasTlb())
        rows.push_back(tlbRow(*session()->guest().tlb, session()->lastStep()));
    if (hasOneEntryCache())
        rows.push_back(oneEntryRow(session()->cacheEntry(), session()->lastStep()));
    return rows;
}

} // namespace fscope::models
