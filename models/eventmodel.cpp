// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/eventmodel.h"

#include "core/arch/field.h"
#include "models/fieldmodel.h"
#include "models/rowcells.h"

using namespace Qt::StringLiterals;

namespace fscope::models {

namespace {

TreeRow partRow(const QString& key, TreeCell value, const QString& meaning)
{
    TreeRow row;
    row.key = key;
    row.accessible = EventModel::tr("%1 is %2").arg(key, value.copy.isEmpty() ? value.text : value.copy);
    row.cells = { plainCell(key), std::move(value), plainCell(meaning, meaning) };
    return row;
}

QString deliveryText(hypervisor::PendingEvent::Delivery delivery)
{
    switch (delivery) {
    case hypervisor::PendingEvent::Delivery::Entered:
        return EventModel::tr("The hypervisor has entered the exception: the guest goes on at its vector.");
    case hypervisor::PendingEvent::Delivery::Pending:
        return EventModel::tr("The host delivers the exception when the guest is entered next.");
    }
    return {};
}

QString deliveryName(hypervisor::PendingEvent::Delivery delivery)
{
    return delivery == hypervisor::PendingEvent::Delivery::Entered ? EventModel::tr("entered")
                                                                   : EventModel::tr("pending");
}

TreeRow eventRow(const hypervisor::EventInjected& step, int index, bool current)
{
    const hypervisor::PendingEvent& event = step.event;
    const QString reason = toQString(step.reason);
    const QString what = toQString(arch::describeEsr(event.esr, arch::RegisterName::EsrEl1));
    TreeRow row;
    row.key = u"step "_s + QString::number(index);
    row.step = index;
    row.state = ItemState::Injected;
    row.current = current;
    row.cells = { plainCell(EventModel::tr("Exception to EL%1").arg(event.targetEl), reason),
        plainCell(what, what), plainCell(reason, reason) };
    row.accessible = EventModel::tr("Exception to EL%1: %2. %3").arg(event.targetEl).arg(what, reason);

    row.children.push_back(partRow(
        EventModel::tr("Delivery"), plainCell(deliveryName(event.delivery)), deliveryText(event.delivery)));
    row.children.push_back(partRow(u"ESR_EL1"_s, hexCell(event.esr, 8), what));
    for (TreeRow& field : fieldRows(arch::layoutOf(arch::RegisterName::EsrEl1, event.esr), event.esr)) {
        field.cells = { field.cells[FieldModel::Name], field.cells[FieldModel::Value],
            field.cells[FieldModel::Meaning] };
        row.children.back().children.push_back(std::move(field));
    }
    row.children.push_back(partRow(u"FAR_EL1"_s, addressCell(event.far, AddressSpace::Va, {}, 16), {}));
    if (event.bytes) {
        QStringList bytes;
        for (const quint8 byte : *event.bytes)
            bytes << QString::number(byte, 16).rightJustified(2, u'0');
        const QString text = bytes.join(u' ');
        row.children.push_back(partRow(EventModel::tr("Bytes"), codeCell(text, bytes.join(QString()), text),
            EventModel::tr("The event as the host's interface takes it.")));
    }
    return row;
}

} // namespace

EventModel::EventModel(Session* session, QObject* parent)
    : SessionTreeModel(session, parent)
{
    EventModel::refresh();
}

QStringList EventModel::columnTitles() const
{
    return { tr("Event"), tr("Value"), tr("Meaning") };
}

std::vector<TreeRow> EventModel::makeRows() const
{
    std::vector<TreeRow> rows;
    const auto run = session()->run();
    if (!run)
        return rows;
    const int done = session()->position().step;
    for (int i = 0; i < done; ++i) {
        if (const auto* step = std::get_if<hypervisor::EventInjected>(&run->steps[std::size_t(i)]))
            rows.push_back(eventRow(*step, i, i == done - 1));
    }
    return rows;
}

} // namespace fscope::models
