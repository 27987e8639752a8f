// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/walkmodel.h"

#include "core/arch/faultcode.h"
#include "core/arch/field.h"
#include "core/hypervisor/overloaded.h"
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

QString kindText(mmu::AccessKind kind)
{
    switch (kind) {
    case mmu::AccessKind::Read:
        return WalkModel::tr("read");
    case mmu::AccessKind::Write:
        return WalkModel::tr("write");
    case mmu::AccessKind::Execute:
        return WalkModel::tr("instruction fetch");
    }
    return {};
}

arch::RegisterName layoutNameOf(const mmu::DescriptorRead& read)
{
    const bool one = read.stage == mmu::Stage::One;
    switch (read.type) {
    case mmu::DescriptorType::Table:
        return one ? arch::RegisterName::Stage1Table : arch::RegisterName::Stage2Table;
    case mmu::DescriptorType::Block:
    case mmu::DescriptorType::Page:
        return one ? arch::RegisterName::Stage1Leaf : arch::RegisterName::Stage2Leaf;
    case mmu::DescriptorType::Invalid:
    case mmu::DescriptorType::Reserved:
        break;
    }
    return arch::RegisterName::InvalidDescriptor;
}

/// The fields of a descriptor, in the columns of a walk.
std::vector<TreeRow> descriptorFields(const mmu::DescriptorRead& read)
{
    std::vector<TreeRow> rows;
    for (TreeRow& field : fieldRows(arch::layoutOf(layoutNameOf(read), read.value), read.value)) {
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
    const QString why = read.forTable
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
    row.cells
        = { plainCell(stage, why), plainCell(QString::number(read.level)), codeCell(index, {}, indexTip),
              addressCell(
                  read.address.value, AddressSpace::Pa, WalkModel::tr("The descriptor was read at this PA.")),
              hexCell(read.value, 16), plainCell(typeText(read.type)),
              ends ? plainCell(u"–"_s)
                   : addressCell(read.output,
                       read.type == mmu::DescriptorType::Table && read.stage == mmu::Stage::Two
                           ? AddressSpace::Pa
                           : spaceOfOutput(read.stage)) };
    //: a descriptor of a walk, read aloud: stage, level, value, type
    row.accessible = WalkModel::tr("Stage %1, level %2: descriptor %3, %4")
                         .arg(int(read.stage))
                         .arg(read.level)
                         .arg(copyHex(read.value), typeText(read.type));
    return row;
}

QString attributesText(const mmu::MemoryAttributes& attributes)
{
    return attributes.isDevice()
        ? WalkModel::tr("Device memory, attributes %1").arg(copyHex(attributes.attr))
        : WalkModel::tr("Normal memory, attributes %1").arg(copyHex(attributes.attr));
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

QString faultText(const mmu::Fault& fault)
{
    const arch::FaultStatus* status = arch::faultStatus(arch::faultCode(fault.kind, fault.level));
    const QString text = status ? toQString(Text(status->text)) : QString();
    return fault.s1ptw ? WalkModel::tr("%1, on a stage 1 table walk").arg(text) : text;
}

TreeRow faultRow(const mmu::Fault& fault, const TreeCell& address, const QString& sentence)
{
    TreeRow row = eventRow(WalkModel::tr("fault"), address, plainCell(faultText(fault), sentence));
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
                          : plainCell(kindText(s.kind), sentence));
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
                    addressCell(s.ipa.value, AddressSpace::Ipa, attributesText(s.attributes)));
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

std::vector<TreeRow> hardwareRows(const machine::InterceptRun& run)
{
    std::vector<TreeRow> rows;
    for (const mmu::DescriptorRead& read : run.hardwareWalk) {
        rows.push_back(descriptorRow(read));
        rows.back().state = leadsNowhere(read.type) ? ItemState::Fault : ItemState::Done;
    }
    if (!run.intercept)
        return rows;
    const TreeCell address = addressCell(run.intercept->far, AddressSpace::Va);
    if (run.hardwareResult.fault) {
        rows.push_back(
            faultRow(*run.hardwareResult.fault, address, WalkModel::tr("This is why the CPU trapped.")));
        rows.back().state = ItemState::Fault;
    } else {
        const mmu::Translation& to = run.hardwareResult.translation;
        rows.push_back(eventRow(WalkModel::tr("result"), address,
            addressCell(to.pa.value, AddressSpace::Pa, attributesText(to.attributes))));
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
            kindText(entry->kind));
}

std::vector<TreeRow> WalkModel::makeRows() const
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
    const auto addFields = [fieldsAreShown](TreeRow& row, const mmu::DescriptorRead& read) {
        row.keepsChildren = fieldsAreShown;
        if (!fieldsAreShown)
            row.children = descriptorFields(read);
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
        auto hardware = hardwareRows(*run);
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
