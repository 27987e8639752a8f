// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/picturemodel.h"

#include "core/a64/execute.h"
#include "core/a64/instruction.h"
#include "core/arch/esr.h"
#include "core/arch/faultcode.h"
#include "core/hypervisor/overloaded.h"
#include "models/interceptrowsmodel.h"
#include "models/rowcells.h"
#include "models/sessionworker.h"

#include <array>

using namespace Qt::StringLiterals;

namespace fscope::models {

namespace {

using hypervisor::MicroStep;
using hypervisor::Station;

constexpr int kStations = 9;
constexpr int kLinesShown = 3; ///< of what a station holds; the Steps list has them all

/// By hypervisor::Station.
constexpr std::array<const char*, kStations> kTitles {
    QT_TRANSLATE_NOOP("fscope::models::PictureModel", "Syndrome"),
    QT_TRANSLATE_NOOP("fscope::models::PictureModel", "Instruction"),
    QT_TRANSLATE_NOOP("fscope::models::PictureModel", "Accesses"),
    QT_TRANSLATE_NOOP("fscope::models::PictureModel", "Stage 1"),
    QT_TRANSLATE_NOOP("fscope::models::PictureModel", "Stage 2"),
    QT_TRANSLATE_NOOP("fscope::models::PictureModel", "Check"),
    QT_TRANSLATE_NOOP("fscope::models::PictureModel", "RAM or device"),
    QT_TRANSLATE_NOOP("fscope::models::PictureModel", "Registers"),
    QT_TRANSLATE_NOOP("fscope::models::PictureModel", "Event"),
};

/// A line of a station: a later line of the same subject takes the place of the earlier one.
struct Line {
    QString subject;
    QString text;
};

QString hexText(quint64 value)
{
    return displayHex(value);
}

QString dataText(U128 value, unsigned size)
{
    return size > 8 ? displayHex(value) : displayHex(value.lo, int(size) * 2);
}

QString targetText(hypervisor::Target target)
{
    switch (target) {
    case hypervisor::Target::Ram:
        return PictureModel::tr("RAM");
    case hypervisor::Target::Rom:
        return PictureModel::tr("read-only memory");
    case hypervisor::Target::Device:
        return PictureModel::tr("device");
    case hypervisor::Target::Hole:
        return PictureModel::tr("nothing");
    case hypervisor::Target::Protected:
        return PictureModel::tr("protected memory");
    }
    return {};
}

QString faultText(const mmu::Fault& fault)
{
    const arch::FaultStatus* status = arch::faultStatus(arch::faultCode(fault.kind, fault.level));
    return status ? toQString(Text(status->text)) : QString();
}

Line linesOf(const hypervisor::AccessChecked& s)
{
    QString text = s.slot.empty() ? targetText(s.target) : toQString(s.slot);
    if (!s.allowed)
        //: what lies at the address, and that the access is not allowed
        text = PictureModel::tr("%1: denied").arg(text);
    return { {}, text };
}

Line linesOf(const hypervisor::MmioAccessed& s)
{
    QString what = s.device.empty() ? hexText(s.ipa.value) : toQString(s.device);
    if (!s.registerName.empty())
        what += u' ' + toQString(s.registerName);
    return { {}, what + (s.write ? u" ← "_s : u" → "_s) + dataText(s.value, s.size) };
}

Line linesOf(const hypervisor::DescriptorStep& s)
{
    const QString level = QString::number(s.read.level);
    if (s.read.type == mmu::DescriptorType::Invalid || s.read.type == mmu::DescriptorType::Reserved)
        return { u"level"_s, PictureModel::tr("level %1: invalid").arg(level) };
    return { u"level"_s, PictureModel::tr("level %1 → %2").arg(level, hexText(s.read.output)) };
}

/// What a step adds to its station.
Line lineOf(const MicroStep& step)
{
    using namespace hypervisor;
    return std::visit(
        Overloaded {
            [](const SyndromeRead& s) -> Line {
                return { {}, u"ISV=%1"_s.arg(int(bit(s.esr, 24))) };
            },
            [](const InstructionFetched& s) -> Line {
                return { {}, displayHex(s.word, 8) };
            },
            [](const FetchFailed&) -> Line {
                return { {}, PictureModel::tr("fetch failed") };
            },
            [](const InstructionDecoded&) -> Line { return {}; }, // see accessesText()
            [](const DecodeFailed&) -> Line {
                return { u"decode"_s, PictureModel::tr("not decoded") };
            },
            [](const CacheLookedUp& s) -> Line {
                return { u"cache"_s, s.hit ? PictureModel::tr("cache hit") : PictureModel::tr("cache miss") };
            },
            [](const CacheFilled&) -> Line {
                return { u"cache"_s, PictureModel::tr("cache filled") };
            },
            [](const DescriptorStep& s) -> Line { return linesOf(s); },
            [](const Translated& s) -> Line {
                return { u"level"_s, u"IPA "_s + hexText(s.ipa.value) };
            },
            [](const TranslationFailed& s) -> Line {
                return { u"level"_s, faultText(s.fault) };
            },
            [](const AccessChecked& s) -> Line { return linesOf(s); },
            [](const MemoryRead& s) -> Line {
                return { {}, u"PA "_s + hexText(s.pa.value) + u" → "_s + dataText(s.value, s.size) };
            },
            [](const MemoryWritten& s) -> Line {
                return { {}, u"PA "_s + hexText(s.pa.value) + u" ← "_s + dataText(s.after, s.size) };
            },
            [](const MmioAccessed& s) -> Line { return linesOf(s); },
            [](const RegisterWritten& s) -> Line {
                const QString name = toQString(arch::name(s.reg));
                const bool vector = s.reg.file == arch::RegId::File::V;
                return { name, name + u" ← "_s + (vector ? displayHex(s.after) : hexText(s.after.lo)) };
            },
            [](const PcAdvanced& s) -> Line {
                return { u"PC"_s, u"PC ← "_s + hexText(s.after) };
            },
            [](const EventInjected& s) -> Line {
                return { {}, PictureModel::tr("exception to EL%1").arg(s.event.targetEl) };
            },
            [](const Stopped& s) -> Line {
                return { {},
                    outcomeName(s.kind == OutcomeKind::ExitToUser ? OutcomeState::ExitToUser
                                                                  : OutcomeState::Halted) };
            },
            [](const TlbLookedUp& s) -> Line {
                return { u"tlb"_s, s.hit() ? PictureModel::tr("TLB hit") : PictureModel::tr("TLB miss") };
            },
            [](const TlbEvicted&) -> Line {
                return { u"tlb"_s, PictureModel::tr("TLB entry evicted") };
            },
            [](const TlbFilled&) -> Line {
                return { u"tlb"_s, PictureModel::tr("TLB filled") };
            },
            [](const TlbInvalidated& s) -> Line {
                return { {}, PictureModel::tr("TLB entries removed: %n", nullptr, int(s.entries)) };
            },
            [](const SystemInstruction& s) -> Line {
                return { {}, toQString(s.text) };
            },
        },
        step);
}

/// What the instruction does to memory, from the registers it found.
QString accessesText(const a64::Instruction& instruction, const machine::Guest& before)
{
    const a64::AccessPlan plan = a64::planAccess(instruction, before.vcpu);
    if (plan.count == 0)
        return PictureModel::tr("no access");
    const int bytes = int(plan.totalBytes());
    const QString at = hexText(plan.address.value);
    return plan.elements[0].write ? PictureModel::tr("write at %1, bytes: %n", nullptr, bytes).arg(at)
                                  : PictureModel::tr("read at %1, bytes: %n", nullptr, bytes).arg(at);
}

/// The same where the syndrome alone tells it.
QString accessesText(const hypervisor::SyndromeRead& read)
{
    const auto syndrome = arch::AbortSyndrome::decode(read.esr);
    const int bytes = int(syndrome.bytes());
    const QString at = hexText(read.far);
    return syndrome.wnr ? PictureModel::tr("write at %1, bytes: %n", nullptr, bytes).arg(at)
                        : PictureModel::tr("read at %1, bytes: %n", nullptr, bytes).arg(at);
}

/// What stands in one station.
struct Content {
    std::vector<Line> lines;
    int step = -1;
    bool failed = false;
    bool injected = false;

    void add(const Line& line)
    {
        if (line.text.isEmpty())
            return;
        if (!line.subject.isEmpty())
            std::erase_if(lines, [&](const Line& old) { return old.subject == line.subject; });
        lines.push_back(line);
    }
    QString text() const
    {
        QStringList shown;
        for (std::size_t i = lines.size() > kLinesShown ? lines.size() - kLinesShown : 0; i < lines.size();
             ++i)
            shown << lines[i].text;
        return shown.join(u'\n');
    }
};

std::array<Content, kStations> contentAt(const machine::InterceptRun& run, int done)
{
    std::array<Content, kStations> stations;
    for (int i = 0; i < done; ++i) {
        const MicroStep& step = run.steps[std::size_t(i)];
        Content& station = stations[std::size_t(hypervisor::stationOf(step))];
        station.add(lineOf(step));
        station.step = i;
        station.failed = station.failed || hypervisor::isFailure(step);
        station.injected = station.injected || std::holds_alternative<hypervisor::EventInjected>(step);
        if (const auto* read = std::get_if<hypervisor::SyndromeRead>(&step); read && read->usable) {
            Content& accesses = stations[std::size_t(Station::Accesses)];
            accesses.add({ u"plan"_s, accessesText(*read) });
            accesses.step = i;
        }
        if (const auto* decoded = std::get_if<hypervisor::InstructionDecoded>(&step)) {
            stations[std::size_t(Station::Accesses)].add(
                { u"plan"_s, accessesText(decoded->instruction, *run.before) });
            const Va pc(run.intercept ? run.intercept->pc : run.before->vcpu.pc);
            Content& instruction = stations[std::size_t(Station::Instruction)];
            instruction.lines = { { {}, toQString(a64::disassemble(decoded->instruction, pc)) } };
            instruction.step = qMax(instruction.step, 0);
            // What the way of the fetch left there is told; from here on it is the way of the accesses.
            for (const Station passed : { Station::Stage1, Station::Stage2, Station::Check, Station::Target })
                stations[std::size_t(passed)] = {};
        }
    }
    return stations;
}

ItemState stateOf(const Content& content, bool current)
{
    if (content.step < 0)
        return ItemState::Pending;
    if (content.failed)
        return ItemState::Fault;
    if (content.injected)
        return ItemState::Injected;
    return current ? ItemState::Current : ItemState::Done;
}

QString stateText(ItemState state, bool current)
{
    if (state == ItemState::Pending)
        return PictureModel::tr("not reached");
    if (state == ItemState::Fault)
        return PictureModel::tr("failed");
    return current ? PictureModel::tr("current") : PictureModel::tr("done");
}

} // namespace

PictureModel::PictureModel(Session* session, QObject* parent)
    : SessionTreeModel(session, parent)
{
    PictureModel::refresh();
}

QStringList PictureModel::columnTitles() const
{
    return { tr("Station"), tr("Content") };
}

std::vector<TreeRow> PictureModel::makeRows() const
{
    const auto run = session()->run();
    const int done = session()->position().step;
    const auto stations = run ? contentAt(*run, done) : std::array<Content, kStations>();
    const int current = run && done > 0 ? int(hypervisor::stationOf(run->steps[std::size_t(done) - 1])) : -1;
    std::vector<TreeRow> rows;
    for (int i = 0; i < kStations; ++i) {
        const Content& content = stations[std::size_t(i)];
        const QString title = tr(kTitles[std::size_t(i)]);
        QString sentence;
        if (content.step >= 0)
            sentence = toQString(hypervisor::stepSentence(run->steps[std::size_t(content.step)]));
        TreeRow row;
        row.key = QString::number(i);
        row.current = i == current;
        row.state = stateOf(content, row.current);
        if (content.step >= 0)
            row.step = content.step;
        row.cells = { plainCell(title, sentence), codeCell(content.text(), {}, sentence) };
        //: a station of the picture, read aloud: "Stage 1", "done", content
        row.accessible = tr("%1, %2: %3").arg(title, stateText(row.state, row.current), content.text());
        rows.push_back(std::move(row));
    }
    return rows;
}

OutcomeState PictureModel::outcome() const
{
    const auto run = session()->run();
    return run && session()->position().step == int(run->steps.size()) ? outcomeState(*run)
                                                                       : OutcomeState::Unknown;
}

QString PictureModel::outcomeText() const
{
    const OutcomeState state = outcome();
    if (state == OutcomeState::Unknown)
        return {};
    const QString reason = toQString(session()->run()->outcome.reason);
    //: how an intercept ended: outcome, reason
    return reason.isEmpty() ? outcomeName(state) : tr("%1: %2").arg(outcomeName(state), reason);
}

bool PictureModel::isSyndromeUsed() const
{
    const auto run = session()->run();
    if (!run)
        return false;
    for (const MicroStep& step : run->steps) {
        if (const auto* syndrome = std::get_if<hypervisor::SyndromeRead>(&step))
            return syndrome->usable;
    }
    return false;
}

} // namespace fscope::models
