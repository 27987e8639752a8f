// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/memorymapmodel.h"

#include "core/machine/guestmap.h"
#include "models/addressexpression.h"
#include "models/guestview.h"
#include "models/rowcells.h"
#include "models/stepaddress.h"

#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fscope::models {

namespace {

/// What a map may take on the thread of the window.
constexpr qint64 kInlineNs = 4'000'000;

struct KindRow {
    MapKind kind;
    const char* name;
    const char* rights;
    const char* explains;
};
#define ROW_TEXT(text) QT_TRANSLATE_NOOP("fscope::models::MemoryMapModel", text)
constexpr std::array kKinds {
    KindRow { MapKind::Ram, ROW_TEXT("RAM"), ROW_TEXT("read, write"),
        ROW_TEXT("Memory the guest may read and write.") },
    KindRow { MapKind::Rom, ROW_TEXT("ROM"), ROW_TEXT("read"),
        ROW_TEXT("Memory the guest may only read; its writes trap.") },
    KindRow { MapKind::Device, ROW_TEXT("device"), ROW_TEXT("traps"),
        ROW_TEXT("A window of a device: every access traps to the hypervisor.") },
    KindRow { MapKind::Protected, ROW_TEXT("protected"), ROW_TEXT("none"),
        ROW_TEXT("Memory of a higher trust level: this guest may not touch it.") },
    KindRow { MapKind::Hidden, ROW_TEXT("hidden"), ROW_TEXT("none"),
        ROW_TEXT("RAM that is not on the guest's map, such as the tables of stage 2.") },
    KindRow { MapKind::Hole, ROW_TEXT("hole"), "\u2013",
        ROW_TEXT("Nothing is here: an access traps, and no device answers.") },
};
#undef ROW_TEXT

const KindRow& rowOf(MapKind kind)
{
    return *std::ranges::find(kKinds, kind, &KindRow::kind);
}

/// Where the space ends: that of IPAs as stage 2 is set up, that of PAs at the most the architecture has.
quint64 spaceEnd(const machine::Guest& guest, AddressSpace space)
{
    constexpr unsigned kMaxBits = 52;
    const auto& regs = guest.vcpu.translation;
    const bool isBound = space == AddressSpace::Ipa && (regs.hcr & 1U) != 0;
    const unsigned bits = isBound ? std::clamp(64U - unsigned(regs.vtcr & 0x3fU), 32U, kMaxBits) : kMaxBits;
    return quint64(1) << bits;
}

/// Pages of a stretch among runs of one state.
quint64 pagesIn(const MapStretch& stretch, std::span<const PageRun> runs)
{
    const quint64 end = stretch.start + stretch.size;
    quint64 bytes = 0;
    for (auto it = firstRunFrom(runs, stretch.start); it != runs.end() && it->start < end; ++it) {
        const quint64 runEnd = it->start + it->size;
        bytes += std::min(runEnd, end) - std::max<quint64>(it->start, stretch.start);
    }
    return bytes / kPageSize;
}

/// @p pages with other touched ones: those from before and the dirty ones. A step that is undone leaves the
/// page it had made behind, with nothing in it, which is no trace of the guest's.
std::vector<PageRun> withTouched(const std::vector<PageRun>& before, const std::vector<PageRun>& pages)
{
    const auto [first, last] = std::ranges::equal_range(pages, PageState::Dirty, {}, &PageRun::state);
    std::vector<PageRun> touched;
    touched.reserve(before.size() + std::size_t(last - first));
    const auto add = [&touched](const PageRun& run) {
        if (touched.empty() || run.start > touched.back().start + touched.back().size) {
            touched.push_back({ run.start, run.size, PageState::Touched });
            return;
        }
        PageRun& to = touched.back();
        to.size = std::max(to.start + to.size, run.start + run.size) - to.start;
    };
    auto dirty = first;
    for (const PageRun& run : before) {
        for (; dirty != last && dirty->start < run.start; ++dirty)
            add(*dirty);
        add(run);
    }
    std::for_each(dirty, last, add);
    touched.insert(touched.end(), first, pages.end());
    return touched;
}

memory::MapSpace coreSpace(AddressSpace space)
{
    return space == AddressSpace::Pa ? memory::MapSpace::Pa : memory::MapSpace::Ipa;
}

} // namespace

MemoryMapModel::MemoryMapModel(Session* session, QObject* parent)
    : SessionTreeModel(session, parent)
    , m_content(std::make_shared<const MemoryMapContent>())
{
    m_pool.setMaxThreadCount(1);
    MemoryMapModel::refresh();
}

MemoryMapModel::~MemoryMapModel()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QStringList MemoryMapModel::columnTitles() const
{
    return { tr("Name"), tr("Kind"), u"IPA"_s, u"PA"_s, tr("Size"), tr("Rights"), tr("Touched"), tr("Dirty"),
        tr("Locked") };
}

void MemoryMapModel::setSpace(AddressSpace space)
{
    if (space == m_space)
        return;
    m_space = space;
    m_touchedBefore.reset();
    if (isLive())
        refresh();
}

QString MemoryMapModel::sizeText(quint64 bytes) const
{
    static constexpr std::array kUnits { "KiB", "MiB", "GiB", "TiB", "PiB" };
    std::size_t unit = 0;
    double value = double(bytes) / 1024;
    while (value >= 1024 && unit + 1 < kUnits.size()) {
        value /= 1024;
        ++unit;
    }
    const bool isWhole = value == double(quint64(value));
    //: a size: a number and its unit
    return tr("%1 %2").arg(QLocale().toString(value, 'f', isWhole ? 0 : 1), QLatin1String(kUnits[unit]));
}

void MemoryMapModel::describe(MapStretch& stretch) const
{
    const KindRow& row = rowOf(stretch.kind);
    const QString size = sizeText(stretch.size);
    const QString space = m_space == AddressSpace::Pa ? u"PA"_s : u"IPA"_s;
    const QString range
        = displayHex(stretch.start) + u" – "_s + displayHex(stretch.start + (stretch.size - 1));
    const QString who = stretch.name.isEmpty() ? tr(row.name) : tr("%1, %2").arg(stretch.name, tr(row.name));
    stretch.title = stretch.kind == MapKind::Hole ? size
        : stretch.name.isEmpty()                  ? tr(row.name) + u' ' + size
                                                  : stretch.name + u' ' + size;
    //: %1 is what it is, %2 IPA or PA, %3 an address, %4 a size
    stretch.accessible = tr("%1, from %2 %3, %4").arg(who, space, copyHex(stretch.start), size);
    //: %1 is what it is, %2 IPA or PA, %3 a range of addresses, %4 a size
    stretch.toolTip = tr("%1: %2 %3 (%4)").arg(who, space, range, size);
    if (m_space == AddressSpace::Ipa && stretch.pa)
        stretch.toolTip += u'\n' + tr("It lies at PA %1.").arg(displayHex(*stretch.pa));
    if (m_space == AddressSpace::Pa && stretch.ipa)
        stretch.toolTip += u'\n' + tr("The guest has it at IPA %1.").arg(displayHex(*stretch.ipa));
    stretch.toolTip += u'\n' + tr(row.explains);
}

struct MemoryMapModel::Made {
    memory::MemoryMap map;
    Runs touchedBefore;
};

void MemoryMapModel::refresh()
{
    const quint64 job = ++m_job;
    const auto run = session()->run();
    if (!run) {
        show({});
        return;
    }
    if (m_touchedOf != run) {
        m_touchedOf = run;
        m_touchedBefore.reset();
    }
    QElapsedTimer timer;
    timer.start();
    if (!m_isSlow) {
        Made made = make(session()->guest(), *run->before, coreSpace(m_space), m_touchedBefore);
        take(std::move(made), run, timer.nsecsElapsed());
        return;
    }
    // Copies of a guest share its pages. Older maps that have not begun are not wanted any more.
    m_pool.clear();
    m_pool.start(
        [this, job, run, guest = session()->guest(), space = coreSpace(m_space), touched = m_touchedBefore] {
            QElapsedTimer own;
            own.start();
            const auto made = std::make_shared<Made>(make(guest, *run->before, space, touched));
            QMetaObject::invokeMethod(
                this,
                [this, job, made, run, ns = own.nsecsElapsed()] {
                    if (job == m_job)
                        take(std::move(*made), run, ns);
                },
                Qt::QueuedConnection);
        });
}

MemoryMapModel::Made MemoryMapModel::make(const machine::Guest& guest, const machine::Guest& before,
    memory::MapSpace space, const Runs& touchedBefore)
{
    Made made;
    made.touchedBefore = touchedBefore;
    if (!touchedBefore) {
        std::vector<PageRun> pages = machine::memoryMapOf(before, space).pages;
        std::erase_if(pages, [](const PageRun& run) { return run.state != PageState::Touched; });
        made.touchedBefore = std::make_shared<const std::vector<PageRun>>(std::move(pages));
    }
    made.map = machine::memoryMapOf(guest, space, &before);
    made.map.pages = withTouched(*made.touchedBefore, made.map.pages);
    return made;
}

void MemoryMapModel::take(Made made, const std::shared_ptr<const machine::InterceptRun>& run, qint64 ns)
{
    m_isSlow = ns > kInlineNs;
    if (run == m_touchedOf)
        m_touchedBefore = std::move(made.touchedBefore);
    show(std::move(made.map));
}

void MemoryMapModel::show(memory::MemoryMap map)
{
    auto content = std::make_shared<MemoryMapContent>();
    content->space = m_space;
    const auto run = session()->run();
    if (run) {
        const machine::Guest& guest = session()->guest();
        if (const quint64 end = map.end(), last = spaceEnd(guest, m_space); end < last) {
            memory::MapRegion& rest = map.regions.emplace_back();
            rest.start = end;
            rest.size = last - end;
        }
        for (const memory::MapRegion& region : map.regions) {
            MapStretch stretch;
            stretch.start = region.start;
            stretch.size = region.size;
            stretch.kind = region.kind;
            if (region.ipa)
                stretch.ipa = region.ipa->value;
            if (region.pa)
                stretch.pa = region.pa->value;
            stretch.name = toQString(region.name.empty() ? region.device : region.name);
            describe(stretch);
            content->stretches.push_back(std::move(stretch));
        }
        content->pages = std::move(map.pages);
        const auto done = std::size_t(session()->position().step);
        const auto at = done > 0 ? addressOfStep(*run, done - 1) : std::nullopt;
        if (at && m_space == AddressSpace::Ipa) {
            if (const auto ipa = at->ipa ? at->ipa : intermediateOf(*at->pa, guest.slotMap))
                content->marker = ipa->value;
        } else if (at) {
            const auto pa = at->pa ? at->pa : physicalAddress(guest, AddressSpace::Ipa, at->ipa->value);
            if (pa)
                content->marker = pa->value;
        }
    }
    m_content = std::move(content);
    SessionTreeModel::refresh();
    emit contentChanged();
}

std::vector<TreeRow> MemoryMapModel::makeRows() const
{
    std::vector<TreeRow> rows;
    const QLocale locale;
    const int current = m_content->marker ? m_content->stretchAt(*m_content->marker) : -1;
    const auto address = [](const std::optional<quint64>& value, AddressSpace space, const QString& tip) {
        return value ? addressCell(*value, space, tip) : plainCell(u"–"_s, tip);
    };
    for (std::size_t i = 0; i < m_content->stretches.size(); ++i) {
        const MapStretch& stretch = m_content->stretches[i];
        const KindRow& kind = rowOf(stretch.kind);
        const bool isHole = stretch.kind == MapKind::Hole;
        TreeRow row;
        row.key = copyHex(stretch.start) + u'+' + copyHex(stretch.size) + u'/'
            + QString::number(int(stretch.kind));
        row.accessible = stretch.accessible;
        row.current = int(i) == current;
        row.state = stretch.kind == MapKind::Device ? ItemState::Device
            : isHole                                ? ItemState::Pending
                                                    : ItemState::Normal;
        const auto count = [&](PageState state) {
            return !stretch.pa
                ? plainCell(u"–"_s)
                : plainCell(locale.toString(pagesIn(stretch, m_content->runs(state))), tr("pages of 4 KiB"));
        };
        const std::optional<quint64> holeStart = isHole ? std::optional(stretch.start) : std::nullopt;
        const bool byPa = m_content->space == AddressSpace::Pa;
        row.cells
            = { isHole ? plainCell(u"–"_s, stretch.toolTip) : codeCell(stretch.name, {}, stretch.toolTip),
                  plainCell(tr(kind.name), tr(kind.explains)),
                  address(byPa || !isHole ? stretch.ipa : holeStart, AddressSpace::Ipa, stretch.toolTip),
                  address(byPa && isHole ? holeStart : stretch.pa, AddressSpace::Pa, stretch.toolTip),
                  plainCell(sizeText(stretch.size), tr("%1 bytes").arg(copyHex(stretch.size))),
                  plainCell(tr(kind.rights), tr(kind.explains)), count(PageState::Touched),
                  count(PageState::Dirty), count(PageState::Locked) };
        rows.push_back(std::move(row));
    }
    return rows;
}

std::optional<quint64> MemoryMapModel::goTo(const QString& expression, QString* error) const
{
    const machine::Guest& guest = session()->guest();
    const auto target = parseAddress(expression, m_space, guest, error);
    if (!target)
        return std::nullopt;
    if (target->space == m_space)
        return target->address;
    const auto pa = target->space == AddressSpace::Pa
        ? std::optional(Pa(target->address))
        : physicalAddress(guest, target->space, target->address);
    if (pa && m_space == AddressSpace::Pa)
        return pa->value;
    if (const auto ipa = pa ? intermediateOf(*pa, guest.slotMap) : std::nullopt)
        return ipa->value;
    //: %1 is an expression a person typed
    *error = tr("“%1” leads to no memory on this map.").arg(expression.trimmed());
    return std::nullopt;
}

} // namespace fscope::models
