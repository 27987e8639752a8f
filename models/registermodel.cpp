// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/registermodel.h"

#include "core/a64/instruction.h"
#include "core/arch/field.h"
#include "models/guestview.h"
#include "models/rowcells.h"

#include <array>

using namespace Qt::StringLiterals;

namespace fscope::models {

namespace {

using arch::RegId;

struct Meaning {
    QString text;
    QString toolTip;
};

/// What a System register is, by arch::SysReg.
constexpr std::array<const char*, arch::kSysRegCount> kSystemTitles {
    QT_TRANSLATE_NOOP("fscope::models::RegisterModel", "Exception Syndrome Register (EL1)"),
    QT_TRANSLATE_NOOP("fscope::models::RegisterModel", "Fault Address Register (EL1)"),
    QT_TRANSLATE_NOOP("fscope::models::RegisterModel", "Exception Link Register (EL1)"),
    QT_TRANSLATE_NOOP("fscope::models::RegisterModel", "Saved Program Status Register (EL1)"),
    QT_TRANSLATE_NOOP("fscope::models::RegisterModel", "Vector Base Address Register (EL1)"),
    QT_TRANSLATE_NOOP("fscope::models::RegisterModel", "System Control Register (EL1)"),
    QT_TRANSLATE_NOOP("fscope::models::RegisterModel", "Translation Control Register (EL1)"),
    QT_TRANSLATE_NOOP("fscope::models::RegisterModel", "Translation Table Base Register 0 (EL1)"),
    QT_TRANSLATE_NOOP("fscope::models::RegisterModel", "Translation Table Base Register 1 (EL1)"),
    QT_TRANSLATE_NOOP("fscope::models::RegisterModel", "Memory Attribute Indirection Register (EL1)"),
    QT_TRANSLATE_NOOP("fscope::models::RegisterModel", "Hypervisor Configuration Register"),
    QT_TRANSLATE_NOOP("fscope::models::RegisterModel", "Virtualization Translation Control Register"),
    QT_TRANSLATE_NOOP("fscope::models::RegisterModel", "Virtualization Translation Table Base Register"),
};

/// Small numbers are read in decimal; what looks like an address or a mask is not.
QString decimal(quint64 value)
{
    const auto number = qint64(value);
    return number > -65536 && number < 65536 ? QString::number(number) : QString();
}

Meaning systemMeaning(RegId reg, quint64 value)
{
    const QString title = RegisterModel::tr(kSystemTitles[reg.index]);
    switch (arch::SysReg(reg.index)) {
    case arch::SysReg::EsrEl1:
        return { value != 0 ? toQString(arch::describeEsr(value, arch::RegisterName::EsrEl1)) : QString(),
            title };
    case arch::SysReg::SpsrEl1:
        return { value != 0 ? toQString(arch::pstate::text(value)) : QString(), title };
    case arch::SysReg::SctlrEl1:
        return { u"M=%1"_s.arg(int(bit(value, 0))), title };
    case arch::SysReg::HcrEl2:
        return { u"VM=%1"_s.arg(int(bit(value, 0))), title };
    case arch::SysReg::FarEl1:
    case arch::SysReg::ElrEl1:
    case arch::SysReg::VbarEl1:
    case arch::SysReg::TcrEl1:
    case arch::SysReg::Ttbr0El1:
    case arch::SysReg::Ttbr1El1:
    case arch::SysReg::MairEl1:
    case arch::SysReg::VtcrEl2:
    case arch::SysReg::VttbrEl2:
        break;
    }
    return { {}, title };
}

Meaning meaningOf(RegId reg, quint64 value, const machine::Guest& guest)
{
    switch (reg.file) {
    case RegId::File::X:
        return { decimal(value), {} };
    case RegId::File::V:
        return {};
    case RegId::File::Sp:
        return { guest.vcpu.spId() == reg ? RegisterModel::tr("in use") : QString(),
            RegisterModel::tr("Stack pointer") };
    case RegId::File::Pc: {
        const auto word = readInstruction(guest, Va(value));
        return { word ? toQString(a64::disassemble(*word, Va(value))) : QString(),
            RegisterModel::tr("Program counter") };
    }
    case RegId::File::Pstate:
        return { toQString(arch::pstate::text(value)),
            RegisterModel::tr("Process state, in the layout of SPSR_EL2") };
    case RegId::File::System:
        return systemMeaning(reg, value);
    }
    return {};
}

bool isAddress(RegId reg)
{
    return reg.file == RegId::File::X || reg.file == RegId::File::Sp || reg.file == RegId::File::Pc
        || reg == RegId { RegId::File::System, quint8(arch::SysReg::FarEl1) }
    || reg == RegId { RegId::File::System, quint8(arch::SysReg::ElrEl1) }
    || reg == RegId { RegId::File::System, quint8(arch::SysReg::VbarEl1) };
}

TreeRow registerRow(const Session& session, RegId reg, const QString& name)
{
    TreeRow row;
    row.key = name;
    if (!session.run()) {
        row.cells = { codeCell(name), codeCell(u"–"_s), plainCell({}) };
        row.state = ItemState::Unknown;
        //: a register, read aloud
        row.accessible = RegisterModel::tr("%1 is not known").arg(name);
        return row;
    }
    const machine::Guest& guest = session.guest();
    const U128 value = guest.vcpu.value(reg);
    const bool vector = reg.file == RegId::File::V;
    const auto display = [&](U128 v) { return vector ? displayHex(v) : displayHex(v.lo, 16); };
    const auto copy = [&](U128 v) {
        return vector && v.hi != 0 ? copyHex(v.hi) + QString::number(v.lo, 16).rightJustified(16, u'0')
                                   : copyHex(v.lo);
    };
    const Meaning meaning = meaningOf(reg, value.lo, guest);
    TreeCell valueCell = codeCell(display(value), copy(value));
    if (isAddress(reg)) {
        valueCell.address = value.lo;
        valueCell.space = AddressSpace::Va;
    }
    row.accessible = RegisterModel::tr("%1 is %2").arg(name, copy(value));
    U128 before;
    if (session.isChanged(reg, &before)) {
        row.state = ItemState::Changed;
        valueCell.oldValue = display(before);
        valueCell.toolTip = RegisterModel::tr("was %1").arg(display(before));
        row.accessible = RegisterModel::tr("%1 changed from %2 to %3").arg(name, copy(before), copy(value));
    }
    row.cells = { codeCell(name, {}, meaning.toolTip), valueCell, plainCell(meaning.text, meaning.toolTip) };
    return row;
}

TreeRow groupRow(const QString& key, const QString& title, std::vector<TreeRow> registers)
{
    TreeRow row;
    row.key = key;
    row.cells = { plainCell(title), plainCell({}), plainCell({}) };
    row.children = std::move(registers);
    return row;
}

} // namespace

RegisterModel::RegisterModel(Session* session, QObject* parent)
    : SessionTreeModel(session, parent)
{
    RegisterModel::refresh();
}

QStringList RegisterModel::columnTitles() const
{
    return { tr("Register"), tr("Value"), tr("Meaning") };
}

std::vector<TreeRow> RegisterModel::makeRows() const
{
    const auto rowOf = [this](RegId reg) { return registerRow(*session(), reg, toQString(arch::name(reg))); };
    std::vector<TreeRow> general;
    for (quint8 i = 0; i < 31; ++i)
        general.push_back(rowOf({ RegId::File::X, i }));
    // The place is that of the current stack pointer, whichever it is.
    TreeRow sp = rowOf(session()->guest().vcpu.spId());
    sp.key = u"SP"_s;
    general.push_back(std::move(sp));
    general.push_back(rowOf({ RegId::File::Pc, 0 }));
    general.push_back(rowOf({ RegId::File::Pstate, 0 }));

    std::vector<TreeRow> vectors;
    for (quint8 i = 0; i < 32; ++i)
        vectors.push_back(rowOf({ RegId::File::V, i }));

    std::vector<TreeRow> system;
    for (quint8 i = 0; i < arch::kSysRegCount; ++i)
        system.push_back(rowOf({ RegId::File::System, i }));
    system.push_back(rowOf({ RegId::File::Sp, 0 }));
    system.push_back(rowOf({ RegId::File::Sp, 1 }));

    std::vector<TreeRow> rows;
    rows.push_back(groupRow(u"general"_s, tr("General"), std::move(general)));
    rows.push_back(groupRow(u"vectors"_s, u"SIMD&FP"_s, std::move(vectors)));
    rows.push_back(groupRow(u"system"_s, tr("System"), std::move(system)));
    return rows;
}

} // namespace fscope::models
