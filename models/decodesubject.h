// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/report.h"
#include "core/trace/fromtext.h"

#include <QString>

#include <optional>
#include <span>

namespace fscope::models {

/// What a value that is to be decoded is taken for.
struct DecodeSubject {
    enum class Kind : quint8 {
        Register,
        Descriptor,
        Instruction,
        VmxReason,
        VmxQualification,
        VmxExiting,  ///< VM-exit interruption information
        VmxOriginal, ///< IDT-vectoring information
        VmxError,
        Other, ///< found in a text, and none of the above
    };
    Kind kind = Kind::Register;
    arch::RegisterName name = arch::RegisterName::EsrEl2;
    arch::DescriptorForm form { .stage = 2 };       ///< of a Descriptor
    unsigned vmxReason = 48;                        ///< basic exit reason, of a VmxQualification
    trace::FoundKind other = trace::FoundKind::Ipa; ///< of Other
    unsigned level = 2;                             ///< of Other: the Exception level
    bool isRead = false;                            ///< of a System register's encoding
    bool operator==(const DecodeSubject&) const = default;

    static DecodeSubject ofRegister(arch::RegisterName name);
    static DecodeSubject ofFound(const trace::FoundValue& found);
};

/// Values that stand beside the one to decode, where they are known.
struct DecodeCompanions {
    std::optional<quint64> esr;
    std::optional<quint64> far;
    std::optional<quint64> hpfar;
    std::optional<quint64> mair;
    bool fwb = false;
    bool operator==(const DecodeCompanions&) const = default;
};

/// A value with what it is: one line of a list of found or earlier values.
struct DecodeItem {
    DecodeSubject subject;
    quint64 value = 0;
    DecodeCompanions companions;
    qsizetype line = 0; ///< of the text it was found in, from 1; 0: it was typed
    QString source;     ///< whose message it was found in; may be empty
    bool operator==(const DecodeItem&) const = default;
};

/// One thing a person may choose to read a value as.
struct DecodeChoice {
    DecodeSubject::Kind kind;
    arch::RegisterName name;
    const char* title; ///< marked for translation in context "DecodeChoices"; empty for registers
};
std::span<const DecodeChoice> decodeChoices();
/// "ESR_EL2 – Exception Syndrome Register (EL2)".
QString choiceText(const DecodeChoice& choice);
/// The index of the choice of this kind (and register), or -1: not to be chosen, only found.
int choiceOf(const DecodeSubject& subject);

/// The value decoded. Never fails; bits above the width are dropped.
arch::Report reportOf(const DecodeSubject& subject, quint64 value, const DecodeCompanions& companions = {});
unsigned widthOf(const DecodeSubject& subject);

} // namespace fscope::models
