// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/addressexpression.h"

#include "core/base/hex.h"
#include "models/texts.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace fscope::models {

namespace {

struct Messages {
    Q_DECLARE_TR_FUNCTIONS(fscope::models::AddressExpression)
};

struct SpaceName {
    QLatin1StringView prefix;
    AddressSpace space;
};
constexpr std::array kSpaces { SpaceName { "va:"_L1, AddressSpace::Va },
    SpaceName { "ipa:"_L1, AddressSpace::Ipa }, SpaceName { "pa:"_L1, AddressSpace::Pa } };

struct NamedRegister {
    QLatin1StringView name;
    quint64 (*value)(const a64::CpuState& cpu);
};
/// Registers that hold addresses, in the words people use; table bases without their ASID or VMID.
constexpr std::array kRegisters {
    NamedRegister { "sp"_L1, [](const a64::CpuState& cpu) -> quint64 { return cpu.sp(); } },
    NamedRegister { "pc"_L1, [](const a64::CpuState& cpu) -> quint64 { return cpu.pc; } },
    NamedRegister { "elr"_L1, [](const a64::CpuState& cpu) -> quint64 { return cpu.elrEl1; } },
    NamedRegister { "far"_L1, [](const a64::CpuState& cpu) -> quint64 { return cpu.farEl1; } },
    NamedRegister { "vbar"_L1, [](const a64::CpuState& cpu) -> quint64 { return cpu.vbarEl1; } },
    NamedRegister {
        "ttbr0"_L1, [](const a64::CpuState& cpu) -> quint64 { return cpu.translation.ttbr0 & mask(47, 1); } },
    NamedRegister {
        "ttbr1"_L1, [](const a64::CpuState& cpu) -> quint64 { return cpu.translation.ttbr1 & mask(47, 1); } },
    NamedRegister {
        "vttbr"_L1, [](const a64::CpuState& cpu) -> quint64 { return cpu.translation.vttbr & mask(47, 1); } },
};

std::optional<quint64> registerValue(const QString& name, const a64::CpuState& cpu)
{
    for (const NamedRegister& reg : kRegisters) {
        if (name == reg.name)
            return reg.value(cpu);
    }
    if (name.size() < 2 || name.size() > 3 || name[0] != u'x' || !name[1].isDigit())
        return std::nullopt;
    bool ok = false;
    const unsigned index = name.mid(1).toUInt(&ok);
    return ok && index < cpu.x.size() ? std::optional<quint64>(cpu.x[index]) : std::nullopt;
}

} // namespace

std::optional<AddressTarget> parseAddress(
    const QString& text, AddressSpace space, const machine::Guest& guest, QString* error)
{
    QString rest = text.trimmed().toLower();
    AddressTarget target { space, 0 };
    for (const SpaceName& name : kSpaces) {
        if (rest.startsWith(name.prefix)) {
            target.space = name.space;
            rest = rest.mid(name.prefix.size());
            break;
        }
    }
    bool minus = false;
    qsizetype from = 0;
    while (true) {
        qsizetype end = from;
        while (end < rest.size() && rest[end] != u'+' && rest[end] != u'-')
            ++end;
        const QString term = rest.mid(from, end - from).trimmed();
        if (term.isEmpty()) {
            *error = rest.trimmed().isEmpty()
                ? Messages::tr("An address is missing.")
                : Messages::tr("A number or a register is missing in “%1”.").arg(text);
            return std::nullopt;
        }
        std::optional<quint64> value = registerValue(term, guest.vcpu);
        if (!value) {
            const auto number = parseNumber(term.toStdString());
            if (!number) {
                *error = Messages::tr("“%1” is neither a number nor a register: %2")
                             .arg(term, toQString(number.error()));
                return std::nullopt;
            }
            value = *number;
        }
        target.address = minus ? target.address - *value : target.address + *value;
        if (end == rest.size())
            return target;
        minus = rest[end] == u'-';
        from = end + 1;
    }
}

} // namespace fscope::models
