// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/walkmodel.h"

#include "core/arch/field.h"
#include "core/hypervisor/overloaded.h"
#include "models/accessreport.h"
#include "models/descriptoreffects.h"
#include "models/fieldmodel.h"
#include "models/rowcells.h"

using namespace Qt::StringLiterals;

namespace fscope::models {

namespace {

using hypervisor::MicroStep;

QString stageText(mmu::Stage stage)
{
    return stage == mmu::Stage::One ? u"①"_s : u"②"_s;
}

AddressSpace spaceOfOutput(mmu::Stage stage)
{
    return stage == mmu::Stage::One ? AddressSpace::Ipa : AddressSpace::Pa;
}

QString typeText(mmu::DescriptorType type)
{
    switch (type) {
    case mmu::DescriptorType::Invalid:
        return WalkModel::tr("invalid");
    case mmu::DescriptorType::Table:
        return WalkModel::tr("table");
    case mmu::DescriptorType::Block:
        return WalkModel::tr("block");
    case mmu::DescriptorType::Page:
        return WalkModel::tr("page");
    case mmu::DescriptorType::Reserved:
        return WalkModel::tr("reserved");
    }
    return {};
}

bool leadsNowhere(mmu::DescriptorType type)
{
    return type == mmu::DescriptorType::Invalid || type == mmu::DescriptorType::Reserved;
}

/// The fields of a descriptor, in the columns of a walk.
std::vector<TreeRow> descriptorFields(const mmu::TranslationRegisters& regs, const mmu::DescriptorRead& read)
{
    std::vector<TreeRow> rows;
    if (read.aborted)
        return rows;
    for (TreeRow& field : fieldRows(arch::layoutOf(descriptorForm(regs, read), read.value), read.value)) {
        QVector<TreeCell> cells(WalkModel::ColumnCount);
        cells[WalkModel::Stage] = field.cells[FieldModel::Name];
        cells[WalkModel::Index] = field.cells[FieldModel::Bits];
        cells[WalkModel::Descriptor] = field.cells[FieldModel::Value];
        cells[WalkModel::Output] = field.cells[FieldModel::Meaning];
        field.cells = std::move(cells);
        rows.push_back(std::move(field));
    }
    return rows;
}

TreeRow descriptorRow(const mmu::DescriptorRead& read)
{
    TreeRow row;
    row.stage = int(read.stage);
    const QString stage = read.forTable
        ? WalkModel::tr("%1 for a table", "stage mark").arg(stageText(read.stage))
        : stageText(read.stage);
    const QString why = read.forUpdate
        ? WalkModel::tr("Stage 2 translates the address of a stage 1 descriptor, which hardware updates.")
        : read.forTable
        ? WalkModel::tr("Stage 2 translates the address of a stage 1 table.")
        : WalkModel::tr("Stage %1 translates %2.").arg(int(read.stage)).arg(copyHex(read.input));
    const QString index = u"%1 [%2:%3]"_s.arg(read.index).arg(read.indexHi).arg(read.indexLo);
    const QString indexTip = WalkModel::tr("Bits %1:%2 of %3 choose entry %4 of the table at %5.")
                                 .arg(read.indexHi)
                                 .arg(read.indexLo)
                                 .arg(copyHex(read.input))
                                 .arg(read.index)
                                 .arg(copyHex(read.table));
    const bool ends = leadsNowhere(read.type);
    TreeCell value = read.aborted ? plainCell(u"–"_s) : hexCell(read.value, 16);
    if (read.updated()) {
        value.text += u" → "_s + displayHex(read.after(), 16);
        value.toolTip = WalkModel::tr("Hardware updates the descriptor: before → after.");
        value.oldValue = copyHex(read.value);
        value.copy = copyHex(read.value) + u" → "_s + copyHex(read.after());
    }
    row.cells
        = { plainCell(stage, why), plainCell(QString::number(read.level)), codeCell(index, {}, indexTip),
              addressCell(
                  read.address.value, AddressSpace::Pa, WalkModel::tr("The descriptor was read at this PA.")),
              value, plainCell(read.aborted ? WalkModel::tr("nothing there") : typeText(read.type)),
              ends ? plainCell(u"–"_s)
                   : addressCell(read.output,
                       read.type == mmu::DescriptorType::Table && read.stage == mmu::Stage::Two
                           ? AddressSpace::Pa
                           : spaceOfOutput(read.stage)) };
    //: a descriptor of a walk, read aloud: stage, level, value, type
    row.accessible = WalkModel::tr("Stage %1, level %2: descriptor %3, %4")
                         .arg(int(read.stage))
                         .arg(read.level)
                         .arg(copyHex(read.value), row.cells[WalkModel::Type].text);
    return row;
}

/// A row that is no descriptor: its Type says what it is.
TreeRow eventRow(const QString& type, const TreeCell& address, const TreeCell& output)
{
    TreeRow row;
    row.cells = QVector<TreeCell>(WalkModel::ColumnCount);
    row.cells[WalkModel::Type] = plainCell(type);
    row.cells[WalkModel::Address] = address;
    row.cells[WalkModel::Output] = output;
    row.accessible
        = output.text.isEmpty() ? type : type + u": "_s + (output.copy.isEmpty() ? output.text : output.copy);
    return row;
}

TreeRow faultRow(const mmu::Fault& fault, const TreeCell& address, const QString& sentence)
{
    TreeRow row = eventRow(WalkModel::tr("fault"), address, plainCell(faultWords(fault), sentence));
    row.stage = int(fault.stage);
    row.cells[WalkModel::Stage] = plainCell(stageText(fault.stage));
    row.cells[WalkModel::Level] = plainCell(fault.level >= 0 ? QString::number(fault.level) : QString());
    return row;
}

/// The row of a step that is part of a walk; nothing for the others.
std::optional<TreeRow> rowOf(const MicroStep& step)
{
    using namespace hypervisor;
    const QString sentence = toQString(stepSentence(step));
    return std::visit(
        Overloaded {
            [&](const CacheLookedUp& s) -> std::optional<TreeRow> {
                return eventRow(s.hit ? WalkModel::tr("cache hit") : WalkModel::tr("cache miss"),
                    addressCell(s.va.value, AddressSpace::Va, sentence),
                    s.hit ? addressCell(s.ipa.value, AddressSpace::Ipa, sentence)
                          : plainCell(accessWord(s.kind), sentence));
            },
            [&](const CacheFilled& s) -> std::optional<TreeRow> {
                return eventRow(WalkModel::tr("cache filled"),
                    addressCell(s.after.vaPage << kPageShift, AddressSpace::Va, sentence),
                    addressCell(s.after.ipaPage << kPageShift, AddressSpace::Ipa, sentence));
            },
            [&](const DescriptorStep& s) -> std::optional<TreeRow> {
                TreeRow row = descriptorRow(s.read);
                if (s.informative)
                    row.cells[WalkModel::Type].toolTip = WalkModel::tr(
                        "Shown to explain why the CPU trapped; the policy does not depend on it.");
                return row;
            },
            [&](const Translated& s) -> std::optional<TreeRow> {
                return eventRow(WalkModel::tr("result"), addressCell(s.va.value, AddressSpace::Va, sentence),
                    addressCell(s.ipa.value, AddressSpace::Ipa, memoryWords(s.attributes)));
            },
            [&](const TranslationFailed& s) -> std::optional<TreeRow> {
                return faultRow(s.fault, addressCell(s.va.value, AddressSpace::Va, sentence), sentence);
            },
            [](const auto&) -> std::optional<TreeRow> { return std::nullopt; },
        },
        step);
}

bool readsDescriptors(const machine::InterceptRun& run)
{
    for (const MicroStep& step : run.steps) {
        if (std::holds_alternative<hypervisor::DescriptorStep>(step))
            return true;
    }
    return false;
}

/// What the CPU itself reads and finds: the descriptors, then the result or the fault. @p address is what it
/// translates.
std::vector<TreeRow> cpuRows(const mmu::WalkTrace& trace, const mmu::WalkResult& result,
    const TreeCell& address, const QString& whyFault)
{
    std::vector<TreeRow> rows;
    for (const mmu::DescriptorRead& read : trace) {
        rows.push_back(descriptorRow(read));
        rows.back().state = leadsNowhere(read.type) ? ItemState::Fault : ItemState::Done;
    }
    if (result.fault) {
        rows.push_back(faultRow(*result.fault, address, whyFault));
        rows.back().state = ItemState::Fault;
    } else {
        const mmu::Translation& to = result.translation;
        rows.push_back(eventRow(WalkModel::tr("result"), address,
            addressCell(to.pa.value, AddressSpace::Pa, memoryWords(to.attributes))));
        rows.back().state = ItemState::Done;
    }
    return rows;
}

} // namespace

WalkModel::WalkModel(Session* session, QObject* parent)
    : SessionTreeModel(session, parent)
{
    connect(session, &Session::languageChanged, this, [this] { m_shownRun.reset(); });
    WalkModel::refresh();
}

QStringList WalkModel::columnTitles() const
{
    return { tr("Stage"), tr("Level"), tr("Index"), tr("Address"), tr("Descriptor"), tr("Type"),
        tr("Output") };
}

bool WalkModel::showsHardwareWalk() const
{
    const auto run = session()->run();
    return run && !readsDescriptors(*run) && !run->hardwareWalk.empty();
}

QString WalkModel::cacheText() const
{
    const auto& entry = session()->cacheEntry();
    if (!entry)
        return tr("The translation cache is empty.");
    return tr("VA page %1 → IPA page %2, for: %3")
        .arg(displayHex(entry->vaPage << kPageShift), displayHex(entry->ipaPage << kPageShift),
            accessWord(entry->kind));
}

void WalkModel::setAnswer(std::shared_ptr<const WalkAnswer> answer)
{
    if (answer == m_answer)
        return;
    m_answer = std::move(answer);
    m_shownRun.reset();
    refresh();
}

std::vector<TreeRow> WalkModel::makeRows() const
{
    return m_answer ? answerRows() : runRows();
}

std::vector<TreeRow> WalkModel::answerRows() const
{
    const WalkQuestion& question = m_answer->question;
    auto rows = cpuRows(m_answer->trace, m_answer->result, addressCell(question.address, question.space),
        tr("This access would fault."));
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].key = u"asked "_s + QString::number(i);
    for (std::size_t i = 0; i < m_answer->trace.size(); ++i)
        rows[i].children = descriptorFields(m_answer->regs, m_answer->trace[i]);
    return rows;
}

std::vector<TreeRow> WalkModel::runRows() const
{
    std::vector<TreeRow> rows;
    const auto run = session()->run();
    if (!run) {
        m_shownRun.reset();
        return rows;
    }
    // A run has hundreds of fields that no move changes.
    const bool fieldsAreShown = m_shownRun == run;
    m_shownRun = run;
    const mmu::TranslationRegisters regs
        = run->before ? run->before->vcpu.translation : mmu::TranslationRegisters();
    const auto addFields = [fieldsAreShown, &regs](TreeRow& row, const mmu::DescriptorRead& read) {
        row.keepsChildren = fieldsAreShown;
        if (!fieldsAreShown)
            row.children = descriptorFields(regs, read);
    };
    const int done = session()->position().step;
    for (int i = 0; i < int(run->steps.size()); ++i) {
        const MicroStep& step = run->steps[std::size_t(i)];
        auto row = rowOf(step);
        if (!row)
            continue;
        if (const auto* descriptor = std::get_if<hypervisor::DescriptorStep>(&step))
            addFields(*row, descriptor->read);
        row->key = u"step "_s + QString::number(i);
        row->step = i;
        row->current = i == done - 1;
        if (i >= done)
            row->state = ItemState::Pending;
        else if (hypervisor::isFailure(step) || std::holds_alternative<hypervisor::TranslationFailed>(step))
            row->state = ItemState::Fault;
        else
            row->state = row->current ? ItemState::Current : ItemState::Done;
        rows.push_back(std::move(*row));
    }
    if (showsHardwareWalk()) {
        const TreeCell address
            = run->intercept ? addressCell(run->intercept->far, AddressSpace::Va) : TreeCell();
        auto hardware
            = cpuRows(run->hardwareWalk, run->hardwareResult, address, tr("This is why the CPU trapped."));
        if (!run->intercept)
            hardware.pop_back(); // nothing trapped, so nothing ended a walk
        for (std::size_t i = 0; i < hardware.size(); ++i)
            hardware[i].key = u"hardware "_s + QString::number(i);
        for (std::size_t i = 0; i < run->hardwareWalk.size(); ++i)
            addFields(hardware[i], run->hardwareWalk[i]);
        rows.insert(
            rows.end(), std::make_move_iterator(hardware.begin()), std::make_move_iterator(hardware.end()));
    }
    return rows;
}

} // namespace fscope::models
