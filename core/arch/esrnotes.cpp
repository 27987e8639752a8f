// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/esrnotes.h"

#include "core/arch/esr.h"
#include "core/arch/esrclass.h"
#include "core/arch/faultcode.h"
#include "core/arch/sysreg.h"
#include "core/base/bits.h"
#include "core/base/hex.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace fscope::arch {
namespace {

bool isEsr(RegisterName name)
{
    return name == RegisterName::EsrEl1 || name == RegisterName::EsrEl2 || name == RegisterName::EsrEl3;
}

unsigned levelOf(RegisterName name)
{
    return name == RegisterName::EsrEl1 ? 1 : name == RegisterName::EsrEl3 ? 3 : 2;
}

/// Rows whose own bits contradict the fault when they are set where they mean nothing; other bits are
/// reserved there.
constexpr std::array<std::string_view, 6> kContradicting {
    "EA",
    "TnD",
    "TagAccess",
    "AssuredOnly",
    "Overlay",
    "DirtyBit",
};

bool isExternalAbort(std::uint64_t esr)
{
    const FaultStatus* status = faultStatus(static_cast<unsigned>(bits(esr, 5, 0)));
    return status != nullptr
        && (status->kind == FaultKind::ExternalAbort || status->kind == FaultKind::ExternalAbortOnWalk);
}
bool isDescribed(std::uint64_t esr)
{
    return isDataAbort(esr) && bit(esr, 24);
}

/// Fields that cannot stand together.
struct Contradiction {
    const char* key; ///< after "unexpected:"
    const char* text;
    bool (*holds)(RegisterName name, std::uint64_t esr);
};
constexpr std::array kContradictions {
    Contradiction { "ISV=1 on an External abort",
        FSCOPE_TR("Core", "ISV is 1 on a synchronous External abort: with FEAT_RAS it is always 0."),
        [](RegisterName, std::uint64_t esr) { return isDescribed(esr) && isExternalAbort(esr); } },
    Contradiction { "ISV=1 with S1PTW=1",
        FSCOPE_TR(
            "Core", "ISV is 1 on a fault of a stage 1 walk (S1PTW): the access is never described there."),
        [](RegisterName, std::uint64_t esr) { return isDescribed(esr) && bit(esr, 7); } },
    Contradiction { "ISV=1 in ESR_EL1",
        FSCOPE_TR("Core",
            "ISV is 1 in ESR_EL1, where only the 64-byte loads and stores of FEAT_LS64 are described."),
        [](RegisterName name, std::uint64_t esr) {
            return name == RegisterName::EsrEl1 && isDescribed(esr) && bits(esr, 12, 11) == 0;
        } },
    Contradiction { "SSE",
        FSCOPE_TR("Core", "SSE is 1 for a store or for 8 bytes: there is nothing to sign-extend."),
        [](RegisterName, std::uint64_t esr) {
            return isDescribed(esr) && bit(esr, 21) && (bit(esr, 6) || bits(esr, 23, 22) == 3);
        } },
    Contradiction { "SAS=3 with SF=0",
        FSCOPE_TR("Core", "SAS tells 8 bytes and SF a 32-bit register: they do not fit in it."),
        [](RegisterName, std::uint64_t esr) {
            return isDescribed(esr) && bits(esr, 23, 22) == 3 && !bit(esr, 15);
        } },
    Contradiction { "CM=1 with WnR=0",
        FSCOPE_TR("Core", "CM is 1 and WnR is 0: cache maintenance and address translation count as writes."),
        [](RegisterName, std::uint64_t esr) { return isDataAbort(esr) && bit(esr, 8) && !bit(esr, 6); } },
    Contradiction { "WnR with WnRV=0", FSCOPE_TR("Core", "WnR is 1 although WnRV says that it is not valid."),
        [](RegisterName, std::uint64_t esr) {
            return exceptionClass(esr) == 0x2f && !bit(esr, 24) && bits(esr, 5, 0) == 0x11 && !bit(esr, 7)
                && bit(esr, 6);
        } },
};

std::string spanOf(const FieldValue& field)
{
    return std::to_string(field.field->lo) + "+" + std::to_string(field.field->hi - field.field->lo + 1) + "="
        + hex(field.value);
}

Text placeOf(const Field& field)
{
    if (field.hi == field.lo)
        return { FSCOPE_TR("Core", "Bit %1"), { std::to_string(field.lo) } };
    return { FSCOPE_TR("Core", "Bits %1:%2"), { std::to_string(field.hi), std::to_string(field.lo) } };
}

Note noteOf(const FieldValue& value)
{
    const Field& field = *value.field;
    if (field.kind == FieldKind::Res0 || field.kind == FieldKind::Res1) {
        return { NoteKind::ReservedBits, "reserved_bits:" + spanOf(value),
            { field.kind == FieldKind::Res0 ? FSCOPE_TR("Core", "%1 should be 0, the value is %2.")
                                            : FSCOPE_TR("Core", "%1 should be all ones, the value is %2."),
                { placeOf(field), hex(value.value) } },
            &field };
    }
    // A row with a reason stands for bits that mean nothing here and are not 0; its text says so.
    if (field.whenVoid != nullptr && value.meaning.args.size() == 3) {
        if (std::ranges::find(kContradicting, field.name) != kContradicting.end())
            return { NoteKind::Unexpected, std::string("unexpected:") + field.name, value.meaning, &field };
        return { NoteKind::ReservedBits, "reserved_bits:" + spanOf(value), value.meaning, &field };
    }
    return { NoteKind::ReservedValue, std::string("reserved_value:") + field.name + "=" + hex(value.value),
        { FSCOPE_TR("Core", "%1 holds %2, a value the manual reserves."), { field.name, hex(value.value) } },
        &field };
}

void addClassNotes(RegisterName name, std::uint64_t esr, std::vector<Note>& notes)
{
    const ExceptionClass& row = exceptionClassRow(exceptionClass(esr));
    const Field* field = findField(layoutOf(name, esr), "EC");
    const std::string code = hex(row.code);
    if (row.status == ClassStatus::Unallocated) {
        notes.push_back({ NoteKind::ClassUnallocated, "ec_unallocated",
            { FSCOPE_TR("Core", "Exception class %1 is not allocated."), { code } }, field });
        return;
    }
    if (row.status == ClassStatus::Withdrawn) {
        notes.push_back({ NoteKind::ClassWithdrawn, "ec_withdrawn",
            { FSCOPE_TR("Core", "Exception class %1 was withdrawn from the architecture."), { code } },
            field });
        return;
    }
    if (!row.canReach(levelOf(name))) {
        const char* reg = layoutOf(name, esr).name;
        notes.push_back({ NoteKind::WrongLevel, std::string("wrong_level:") + reg,
            { FSCOPE_TR("Core", "Exception class %1 is never reported in %2."), { code, reg } }, field });
    }
    const bool mayBe16Bit = row.mayBe16Bit && (!isDataAbort(esr) || bit(esr, 24));
    if (!bit(esr, 25) && !mayBe16Bit) {
        notes.push_back({ NoteKind::InstructionLength, "il_should_be_1",
            FSCOPE_TR("Core", "IL is 0, but this exception cannot come from a 16-bit instruction."),
            findField(layoutOf(name, esr), "IL") });
    }
}

} // namespace

std::vector<Note> notesOf(std::span<const FieldValue> fields)
{
    std::vector<Note> notes;
    for (const FieldValue& field : fields) {
        if (field.state == FieldState::ReservedSet)
            notes.push_back(noteOf(field));
    }
    return notes;
}

std::vector<Note> notesOf(RegisterName name, std::uint64_t value)
{
    const std::vector<FieldValue> fields = decodeFields(layoutOf(name, value), value);
    std::vector<Note> notes = notesOf(fields);
    if (!isEsr(name))
        return notes;
    // The class says more about itself.
    std::erase_if(notes, [](const Note& note) { return note.field != nullptr && note.field->hi == 31; });
    addClassNotes(name, value, notes);
    if (exceptionClass(value) == 0x18) {
        if (const std::string problem = sysreg::accessProblem(value); !problem.empty()) {
            notes.push_back({ NoteKind::Access, "access:" + problem,
                { bit(value, 0) ? FSCOPE_TR("Core", "%1, but the instruction reads it.")
                                : FSCOPE_TR("Core", "%1, but the instruction writes it."),
                    { problem } },
                nullptr });
        }
    }
    for (const Contradiction& rule : kContradictions) {
        if (rule.holds(name, value))
            notes.push_back(
                { NoteKind::Unexpected, std::string("unexpected:") + rule.key, rule.text, nullptr });
    }
    return notes;
}

} // namespace fscope::arch
