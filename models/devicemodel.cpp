// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/devicemodel.h"

#include "core/device/bus.h"
#include "models/fieldmodel.h"
#include "models/rowcells.h"

using namespace Qt::StringLiterals;

namespace fscope::models {

namespace {

/// What a device has sent, as people read it: control characters as pictures (␍, ␊), other bytes as \xNN.
QString printable(const std::string& output)
{
    QString text;
    for (const char c : output) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20)
            text += QChar(char16_t(0x2400 + byte));
        else if (byte < 0x7f)
            text += QChar(char16_t(byte));
        else
            text += u"\\x"_s + QString::number(byte, 16).rightJustified(2, u'0');
    }
    return text;
}

/// Fields in the columns Name, Value, Meaning; those that differ from @p before are marked.
std::vector<TreeRow> fieldsOf(const arch::RegisterLayout& layout, quint64 value, quint64 before)
{
    std::vector<TreeRow> rows = fieldRows(layout, value);
    const std::vector<TreeRow> old = value == before ? std::vector<TreeRow>() : fieldRows(layout, before);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        TreeRow& row = rows[i];
        TreeCell& shown = row.cells[FieldModel::Value];
        if (i < old.size() && old[i].key == row.key && old[i].cells[FieldModel::Value].text != shown.text) {
            row.state = ItemState::Changed;
            shown.oldValue = old[i].cells[FieldModel::Value].text;
        }
        row.cells = { row.cells[FieldModel::Name], shown, row.cells[FieldModel::Meaning] };
    }
    return rows;
}

TreeRow registerRow(const device::Device& device, const device::DeviceRegister& reg,
    const device::DeviceState& now, const device::DeviceState& before)
{
    const quint64 value = device.peek(now, reg);
    const quint64 old = device.peek(before, reg);
    const int digits = int(reg.size) * 2;
    const QString name = QString::fromUtf8(reg.name);
    const QString longName = toQString(Text(reg.longName));
    const QString offset = DeviceModel::tr("at offset %1").arg(copyHex(reg.offset));
    TreeRow row;
    row.key = name;
    row.cells = { codeCell(name, {}, longName + u'\n' + offset),
        reg.readable ? hexCell(value, digits) : plainCell(DeviceModel::tr("write-only")),
        plainCell(longName, offset) };
    row.accessible = DeviceModel::tr("%1 is %2").arg(name, copyHex(value));
    if (value != old) {
        row.state = ItemState::Changed;
        row.cells[DeviceModel::Value].oldValue = displayHex(old, digits);
        row.cells[DeviceModel::Value].toolTip = DeviceModel::tr("was %1").arg(displayHex(old, digits));
        row.accessible = DeviceModel::tr("%1 changed from %2 to %3").arg(name, copyHex(old), copyHex(value));
    }
    if (reg.layout && reg.readable)
        row.children = fieldsOf(*reg.layout, value, old);
    return row;
}

TreeRow deviceRow(const device::Bus::Window& window, const hypervisor::MmioAccessed* accessed)
{
    const device::Device& device = *window.device;
    const device::DeviceState now = device.save();
    const device::DeviceState& before = accessed && accessed->device == window.name ? accessed->before : now;
    const QString name = toQString(window.name);
    const QString model = QString::fromUtf8(device.model());
    TreeRow row;
    row.key = name;
    row.state = ItemState::Device;
    row.cells = { plainCell(name),
        addressCell(window.start.value, AddressSpace::Ipa,
            DeviceModel::tr("IPA of the window of %1 bytes").arg(copyHex(window.size))),
        plainCell(model) };
    row.accessible
        = DeviceModel::tr("Device %1, a %2 at IPA %3").arg(name, model, copyHex(window.start.value));
    if (!now.output.empty() || !before.output.empty()) {
        TreeRow sent;
        sent.key = u"transmitted"_s;
        const QString text = printable(now.output);
        sent.cells = { plainCell(DeviceModel::tr("transmitted")), codeCell(text, toQString(now.output)),
            plainCell(DeviceModel::tr("bytes: %n", nullptr, int(now.output.size()))) };
        sent.accessible = DeviceModel::tr("%1 transmitted: %2").arg(name, text);
        if (now.output != before.output) {
            sent.state = ItemState::Changed;
            sent.cells[DeviceModel::Value].oldValue = printable(before.output);
        }
        row.children.push_back(std::move(sent));
    }
    for (const device::DeviceRegister& reg : device.registers())
        row.children.push_back(registerRow(device, reg, now, before));
    return row;
}

} // namespace

DeviceModel::DeviceModel(Session* session, QObject* parent)
    : SessionTreeModel(session, parent)
{
    DeviceModel::refresh();
}

QStringList DeviceModel::columnTitles() const
{
    return { tr("Name"), tr("Value"), tr("Meaning") };
}

std::vector<TreeRow> DeviceModel::makeRows() const
{
    const hypervisor::MicroStep* last = session()->lastStep();
    const auto* accessed = last ? std::get_if<hypervisor::MmioAccessed>(last) : nullptr;
    std::vector<TreeRow> rows;
    for (const device::Bus::Window& window : session()->guest().bus.windows())
        rows.push_back(deviceRow(window, accessed));
    return rows;
}

} // namespace fscope::models
