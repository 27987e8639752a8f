// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/field.h"
#include "models/walkquery.h"

#include <QString>

#include <optional>
#include <vector>

namespace fscope::models {

/// A register as the CPU would leave it behind.
struct ReportedRegister {
    QString name; ///< "ESR_EL2"
    quint64 value = 0;
    bool operator==(const ReportedRegister&) const = default;
};

/// What the access of an answer would show in registers: for a fault ESR, FAR and, where it holds the IPA,
/// HPFAR_EL2, as the exception level that takes it sees them; then PAR_EL1 as the AT instruction of the same
/// access leaves it, executed at EL2 (there is none of an IPA, nor of an instruction fetch).
std::vector<ReportedRegister> reportedRegisters(const WalkAnswer& answer);

/// "Translation fault, level 2, on a stage 1 table walk".
QString faultWords(const mmu::Fault& fault);
/// One line for people: where the access leads and what memory that is, or the fault.
QString outcomeWords(const WalkAnswer& answer);

} // namespace fscope::models
