// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/esr.h"
#include "core/arch/esrtable.h"
#include "core/arch/faultcode.h"
#include "core/arch/traptext.h"
#include "core/base/bits.h"
#include "core/base/hex.h"

#include <array>

namespace fscope::arch {
namespace {

/// A fault in the middle of a sentence; %1 is the level.
struct FaultPhrase {
    FaultKind kind;
    const char* stage1;
    const char* stage2;
    const char* onWalk; ///< stage 2 for the address of a stage-1 table (S1PTW)
};

// clang-format off
constexpr std::array kPhrases {
    FaultPhrase { FaultKind::AddressSize,
        FSCOPE_TR("Core", "stage 1 Address size fault at level %1"),
        FSCOPE_TR("Core", "stage 2 Address size fault at level %1"),
        FSCOPE_TR("Core", "stage 2 Address size fault at level %1 on a stage 1 walk") },
    FaultPhrase { FaultKind::Translation,
        FSCOPE_TR("Core", "stage 1 translation fault at level %1"),
        FSCOPE_TR("Core", "stage 2 translation fault at level %1"),
        FSCOPE_TR("Core", "stage 2 translation fault at level %1 on a stage 1 walk") },
    FaultPhrase { FaultKind::AccessFlag,
        FSCOPE_TR("Core", "stage 1 Access flag fault at level %1"),
        FSCOPE_TR("Core", "stage 2 Access flag fault at level %1"),
        FSCOPE_TR("Core", "stage 2 Access flag fault at level %1 on a stage 1 walk") },
    FaultPhrase { FaultKind::Permission,
        FSCOPE_TR("Core", "stage 1 permission fault at level %1"),
        FSCOPE_TR("Core", "stage 2 permission fault at level %1"),
        FSCOPE_TR("Core", "stage 2 permission fault at level %1 on a stage 1 walk") },
    FaultPhrase { FaultKind::ExternalAbort,
        FSCOPE_TR("Core", "synchronous External abort"),
        FSCOPE_TR("Core", "synchronous External abort"),
        FSCOPE_TR("Core", "synchronous External abort") },
    FaultPhrase { FaultKind::ExternalAbortOnWalk,
        FSCOPE_TR("Core", "synchronous External abort on a table walk at level %1"),
        FSCOPE_TR("Core", "synchronous External abort on a table walk at level %1"),
        FSCOPE_TR("Core", "synchronous External abort on a stage 2 walk at level %1 for a stage 1 table") },
    FaultPhrase { FaultKind::Alignment,
        FSCOPE_TR("Core", "alignment fault"),
        FSCOPE_TR("Core", "alignment fault"),
        FSCOPE_TR("Core", "alignment fault") },
    FaultPhrase { FaultKind::TagCheck,
        FSCOPE_TR("Core", "synchronous Tag Check Fault"),
        FSCOPE_TR("Core", "synchronous Tag Check Fault"),
        FSCOPE_TR("Core", "synchronous Tag Check Fault") },
    FaultPhrase { FaultKind::Parity,
        FSCOPE_TR("Core", "synchronous parity or ECC error"),
        FSCOPE_TR("Core", "synchronous parity or ECC error"),
        FSCOPE_TR("Core", "synchronous parity or ECC error") },
    FaultPhrase { FaultKind::ParityOnWalk,
        FSCOPE_TR("Core", "synchronous parity or ECC error on a table walk at level %1"),
        FSCOPE_TR("Core", "synchronous parity or ECC error on a table walk at level %1"),
        FSCOPE_TR("Core", "synchronous parity or ECC error on a stage 2 walk at level %1 for a stage 1 table") },
    FaultPhrase { FaultKind::GranuleProtection,
        FSCOPE_TR("Core", "Granule Protection Fault"),
        FSCOPE_TR("Core", "Granule Protection Fault"),
        FSCOPE_TR("Core", "Granule Protection Fault") },
    FaultPhrase { FaultKind::GranuleProtectionOnWalk,
        FSCOPE_TR("Core", "Granule Protection Fault on a table walk at level %1"),
        FSCOPE_TR("Core", "Granule Protection Fault on a table walk at level %1"),
        FSCOPE_TR("Core", "Granule Protection Fault on a stage 2 walk at level %1 for a stage 1 table") },
    FaultPhrase { FaultKind::TlbConflict,
        FSCOPE_TR("Core", "TLB conflict abort"),
        FSCOPE_TR("Core", "TLB conflict abort"),
        FSCOPE_TR("Core", "TLB conflict abort") },
    FaultPhrase { FaultKind::UnsupportedUpdate,
        FSCOPE_TR("Core", "unsupported atomic hardware update fault"),
        FSCOPE_TR("Core", "unsupported atomic hardware update fault"),
        FSCOPE_TR("Core", "unsupported atomic hardware update fault") },
    FaultPhrase { FaultKind::Lockdown,
        FSCOPE_TR("Core", "IMPLEMENTATION DEFINED lockdown fault"),
        FSCOPE_TR("Core", "IMPLEMENTATION DEFINED lockdown fault"),
        FSCOPE_TR("Core", "IMPLEMENTATION DEFINED lockdown fault") },
    FaultPhrase { FaultKind::UnsupportedAccess,
        FSCOPE_TR("Core", "IMPLEMENTATION DEFINED fault of an unsupported Exclusive or Atomic access"),
        FSCOPE_TR("Core", "IMPLEMENTATION DEFINED fault of an unsupported Exclusive or Atomic access"),
        FSCOPE_TR("Core", "IMPLEMENTATION DEFINED fault of an unsupported Exclusive or Atomic access") },
};

/// An access that the syndrome describes; %1 bytes, %2 register, %3 fault.
struct AccessPhrase {
    bool write;
    bool signExtend;
    bool ordered;
    const char* one; ///< of one byte: %1 is not used
    const char* many;
};

constexpr std::array kAccesses {
    AccessPhrase { false, false, false,
        FSCOPE_TR("Core", "load of 1 byte into %2, %3"),
        FSCOPE_TR("Core", "load of %1 bytes into %2, %3") },
    AccessPhrase { false, true, false,
        FSCOPE_TR("Core", "load of 1 byte, sign-extended, into %2, %3"),
        FSCOPE_TR("Core", "load of %1 bytes, sign-extended, into %2, %3") },
    AccessPhrase { false, false, true,
        FSCOPE_TR("Core", "load-acquire of 1 byte into %2, %3"),
        FSCOPE_TR("Core", "load-acquire of %1 bytes into %2, %3") },
    AccessPhrase { false, true, true,
        FSCOPE_TR("Core", "load-acquire of 1 byte, sign-extended, into %2, %3"),
        FSCOPE_TR("Core", "load-acquire of %1 bytes, sign-extended, into %2, %3") },
    AccessPhrase { true, false, false,
        FSCOPE_TR("Core", "store of 1 byte from %2, %3"),
        FSCOPE_TR("Core", "store of %1 bytes from %2, %3") },
    AccessPhrase { true, false, true,
        FSCOPE_TR("Core", "store-release of 1 byte from %2, %3"),
        FSCOPE_TR("Core", "store-release of %1 bytes from %2, %3") },
};
// clang-format on

Text faultPhrase(std::uint64_t esr, RegisterName name)
{
    const auto code = static_cast<unsigned>(bits(esr, 5, 0));
    const FaultStatus* status = faultStatus(code);
    if (status == nullptr || (status->dataOnly && isInstructionAbort(esr)))
        return { FSCOPE_TR("Core", "reserved fault status code %1"), { hex(code) } };
    const bool fromLower
        = exceptionClass(esr) == ec::kDataAbortLower || exceptionClass(esr) == ec::kInstructionAbortLower;
    for (const FaultPhrase& phrase : kPhrases) {
        if (phrase.kind != status->kind)
            continue;
        // What EL2 takes from EL1&0 failed at stage 2; a fault of its own, or one that EL1 takes, is of
        // stage 1.
        const bool stage2 = name != RegisterName::EsrEl1 && fromLower;
        const char* pattern = bit(esr, 7) ? phrase.onWalk : stage2 ? phrase.stage2 : phrase.stage1;
        return { pattern, { std::to_string(status->level) } };
    }
    return {};
}

/// The name of a load or store of 64 bytes (FEAT_LS64), or nullptr.
const char* name64(std::uint64_t esr)
{
    const FaultStatus* status = faultStatus(static_cast<unsigned>(bits(esr, 5, 0)));
    const bool hasLst = status != nullptr
        && (status->kind == FaultKind::Translation || status->kind == FaultKind::AccessFlag
            || status->kind == FaultKind::Permission);
    if (!hasLst)
        return nullptr;
    switch (bits(esr, 12, 11)) {
    case 1:
        return "ST64BV";
    case 2:
        return bit(esr, 6) ? "ST64B" : "LD64B";
    case 3:
        return "ST64BV0";
    default: // 0: another instruction
        return nullptr;
    }
}

Text describedAccess(std::uint64_t esr, Text fault)
{
    const AbortSyndrome s = AbortSyndrome::decode(esr);
    Text reg = s.sf ? table::xName(s.srt) : table::wName(s.srt);
    if (const char* instruction = name64(esr)) {
        return s.wnr
            ? Text { FSCOPE_TR("Core", "%1 of 64 bytes from %2 on, %3"), { instruction, reg, fault } }
            : Text { FSCOPE_TR("Core", "%1 of 64 bytes into %2 on, %3"), { instruction, reg, fault } };
    }
    for (const AccessPhrase& phrase : kAccesses) {
        // SSE has no meaning for a store.
        if (phrase.write == s.wnr && phrase.signExtend == (s.sse && !s.wnr) && phrase.ordered == s.ar)
            return { s.sas == 0 ? phrase.one : phrase.many, { std::to_string(s.bytes()), reg, fault } };
    }
    return fault;
}

Text undescribedAccess(std::uint64_t esr, Text fault)
{
    if (bit(esr, 8)) {
        return { FSCOPE_TR("Core",
                     "cache maintenance or address translation instruction, %1; ISV is 0, so the access is "
                     "not described"),
            { std::move(fault) } };
    }
    return bit(esr, 6) ? Text { FSCOPE_TR("Core", "write, %1; ISV is 0, so the access is not described"),
        { std::move(fault) } }
                       : Text { FSCOPE_TR("Core", "read, %1; ISV is 0, so the access is not described"),
                             { std::move(fault) } };
}

/// The field that says most about a class whose instruction is not told.
struct Telling {
    unsigned ec;
    const char* field;
};
constexpr std::array kTelling {
    Telling { 0x0a, "ISS" },
    Telling { 0x1c, "DnI" },
    Telling { 0x1d, "SMTC" },
    Telling { 0x1e, "GPCSC" },
    Telling { 0x27, "MemInst" },
    Telling { 0x2d, "ExType" },
    Telling { 0x2f, "AET" },
    Telling { 0x2f, "DFSC" },
    Telling { 0x34, "WnR" },
    Telling { 0x35, "WnR" },
    Telling { 0x3d, "FSC" },
};

/// The words of that field; empty where there is none.
Text tellingText(std::uint64_t esr, RegisterName name)
{
    for (const Telling& row : kTelling) {
        if (row.ec != exceptionClass(esr))
            continue;
        const Field* field = findField(layoutOf(name, esr), row.field);
        if (field != nullptr && (field->applies == nullptr || field->applies(esr)))
            return meaningOf(*field, esr);
    }
    return {};
}

} // namespace

Text describeEsr(std::uint64_t esr, RegisterName name)
{
    if (isInstructionAbort(esr))
        return { FSCOPE_TR("Core", "instruction fetch, %1"), { faultPhrase(esr, name) } };
    if (isDataAbort(esr)) {
        Text fault = faultPhrase(esr, name);
        return bit(esr, 24) ? describedAccess(esr, std::move(fault))
                            : undescribedAccess(esr, std::move(fault));
    }
    const char* className = table::kEcValues[exceptionClass(esr)].meaning;
    if (std::string instruction = instructionOf(esr); !instruction.empty())
        return { FSCOPE_TR("Core", "%1: %2"), { className, std::move(instruction) } };
    if (Text telling = tellingText(esr, name); !telling.empty())
        return { FSCOPE_TR("Core", "%1: %2"), { className, std::move(telling) } };
    return className;
}

} // namespace fscope::arch
