// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/address.h"
#include "core/base/text.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace fscope::a64 {

enum class Operation : std::uint8_t { Load, Store, Prefetch };

/// How the address is made.
enum class Addressing : std::uint8_t {
    Offset,         ///< base + immediate (unsigned scaled, or pair offset)
    Unscaled,       ///< base + signed 9-bit immediate
    PreIndex,       ///< base + immediate, written back
    PostIndex,      ///< base; base + immediate written back
    Unprivileged,   ///< as Unscaled, with the rights of EL0
    RegisterOffset, ///< base + extended and shifted register
    Literal,        ///< PC + immediate
    BaseOnly,       ///< base (ordered forms)
};

/// The `option` field of a register offset.
enum class Extend : std::uint8_t { Uxtw = 2, Lsl = 3, Sxtw = 6, Sxtx = 7 };

/// One row of the decode table: all that is the same for each word of an encoding.
struct Row {
    const char* mnemonic = ""; ///< in the Arm ARM's syntax and lower case: "ldrsb"
    const char* title = "";   ///< the Arm ARM's name of the encoding: "LDRSB (immediate), post-index, 32-bit"
    const char* pattern = ""; ///< 32 characters, bit 31 first: 0, 1, or a letter naming an operand field
    Operation operation = Operation::Load;
    Addressing addressing = Addressing::Offset;
    std::uint8_t size = 0;  ///< bytes of one element
    std::uint8_t count = 1; ///< elements: 2 for pairs, 0 for a prefetch (its size only scales the offset)
    bool fp = false;        ///< SIMD&FP registers
    bool signExtend = false;
    bool wide = false;    ///< the destination is an X register (64 bits)
    bool ordered = false; ///< acquire or release
    bool noAllocate = false;
    bool isv = false;        ///< a stage-2 Data Abort of this form reports ISV = 1 (Arm ARM D24.2, "ISV")
    const char* source = ""; ///< Arm ARM section of the encoding
};

/// The table, for tests, random generators and help.
std::span<const Row> rows();

/// One named piece of an encoding, for people: "imm9", bits 20:12, value, what it means here.
struct EncodingField {
    const char* name = "";
    unsigned hi = 0;
    unsigned lo = 0;
    std::uint64_t value = 0;
    Text meaning;
    bool operator==(const EncodingField&) const = default;
};

/// A decoded instruction.
struct Instruction {
    std::uint32_t word = 0;
    const Row* row = nullptr;
    std::uint8_t rt = 0;
    std::uint8_t rt2 = 0;
    std::uint8_t rn = 0;
    std::uint8_t rm = 0;
    Extend extend = Extend::Lsl;
    std::uint8_t shift = 0;
    bool shiftBit = false;      ///< the S bit of a register offset
    std::int64_t immediate = 0; ///< bytes, already scaled
    bool operator==(const Instruction&) const = default;

    bool isLoad() const { return row->operation == Operation::Load; }
    bool isStore() const { return row->operation == Operation::Store; }
    bool writesBack() const
    {
        return row->addressing == Addressing::PreIndex || row->addressing == Addressing::PostIndex;
    }
    bool hasBase() const { return row->addressing != Addressing::Literal; }
    /// CONSTRAINED UNPREDICTABLE operands (LDP with Rt = Rt2, write-back with Rt = Rn); null if none, else
    /// why.
    const char* unpredictable() const;
};

enum class DecodeStatus : std::uint8_t {
    Ok,
    Unallocated,    ///< inside the classes of the table, but no instruction
    NotModelled,    ///< a load or store the table does not hold yet
    NotLoadOrStore, ///< another group of instructions
};

struct Decoded {
    DecodeStatus status = DecodeStatus::NotLoadOrStore;
    Instruction instruction; ///< valid if Ok
    Text reason;             ///< why not, for people: names the group
};

/// Decodes one A64 word. Never fails, never allocates for an Ok word. Cost: a few table steps.
Decoded decode(std::uint32_t word);

/// The same without reasons for people: nullptr row if the word is not in the table. No allocation at all.
bool decodeFast(std::uint32_t word, Instruction& out);

/// Text in the Arm ARM's syntax, as `objdump -M no-aliases` prints it (lower case, one blank after the
/// mnemonic).
/// @p pc only matters to literal forms.
std::string disassemble(const Instruction& instruction, Va pc = Va(0));
/// Text of any word. System instructions of systemWord() are among them. Where the table has no row: `.inst
/// 0x… ; undefined` for an unallocated word of its classes, else `.inst 0x… ; ` and the name of the class or
/// group in English (Decoded::reason).
std::string disassemble(std::uint32_t word, Va pc = Va(0));

/// Every bit of the word once, in named pieces, high to low. Bits that are the same in the whole class are
/// "fixed".
std::vector<EncodingField> encodingFields(const Instruction& instruction);

} // namespace fscope::a64
