// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/a64/instruction.h"
#include "core/a64/operandnames.h"
#include "core/base/bits.h"

#include <fmt/format.h>

#include <bit>
#include <span>

namespace fscope::a64 {

namespace {

enum class Piece : std::uint8_t {
    Fixed, ///< the same in the whole class; the row of the layout says what the class is
    Size,
    SimdFp,
    Opc,
    PairOpc,
    LiteralOpc,
    LoadBit,
    Immediate,
    Rt,
    Rt2,
    Rn,
    Rm,
    Option,
    ShiftBit,
    LimitedOrder, ///< o0 of the ordered forms
    ShouldBeOne,
};

struct PieceRow {
    Piece piece;
    const char* name;
    unsigned hi;
    unsigned lo;
    const char* meaning = ""; ///< of a fixed piece; marked for translation
};

constexpr const char* kFixed = "fixed";
constexpr const char* kRegisterClass = FSCOPE_TR("Core", "load/store of one register");
constexpr const char* kPairClass = FSCOPE_TR("Core", "load/store of a pair of registers");
constexpr const char* kImmediateForm = FSCOPE_TR("Core", "not a register offset");
constexpr const char* kSmallOffset = FSCOPE_TR("Core", "not the unsigned offset form");

// Layouts of the Arm ARM's decode tables, C4.1, Loads and Stores.
// clang-format off
constexpr PieceRow kUnsignedOffset[] = {
    {Piece::Size, "size", 31, 30},
    {Piece::Fixed, kFixed, 29, 27, kRegisterClass},
    {Piece::SimdFp, "V", 26, 26},
    {Piece::Fixed, kFixed, 25, 24, FSCOPE_TR("Core", "unsigned offset")},
    {Piece::Opc, "opc", 23, 22},
    {Piece::Immediate, "imm12", 21, 10},
    {Piece::Rn, "Rn", 9, 5},
    {Piece::Rt, "Rt", 4, 0},
};

#define FSCOPE_IMM9_LAYOUT(name, form)                \
    constexpr PieceRow name[] = {                     \
        {Piece::Size, "size", 31, 30},                \
        {Piece::Fixed, kFixed, 29, 27, kRegisterClass}, \
        {Piece::SimdFp, "V", 26, 26},                 \
        {Piece::Fixed, kFixed, 25, 24, kSmallOffset}, \
        {Piece::Opc, "opc", 23, 22},                  \
        {Piece::Fixed, kFixed, 21, 21, kImmediateForm}, \
        {Piece::Immediate, "imm9", 20, 12},           \
        {Piece::Fixed, kFixed, 11, 10, form},         \
        {Piece::Rn, "Rn", 9, 5},                      \
        {Piece::Rt, "Rt", 4, 0},                      \
    }
FSCOPE_IMM9_LAYOUT(kUnscaled, FSCOPE_TR("Core", "unscaled offset"));
FSCOPE_IMM9_LAYOUT(kPost, FSCOPE_TR("Core", "post-index"));
FSCOPE_IMM9_LAYOUT(kUnprivileged, FSCOPE_TR("Core", "unprivileged"));
FSCOPE_IMM9_LAYOUT(kPre, FSCOPE_TR("Core", "pre-index"));
#undef FSCOPE_IMM9_LAYOUT

constexpr PieceRow kRegisterOffset[] = {
    {Piece::Size, "size", 31, 30},
    {Piece::Fixed, kFixed, 29, 27, kRegisterClass},
    {Piece::SimdFp, "V", 26, 26},
    {Piece::Fixed, kFixed, 25, 24, kSmallOffset},
    {Piece::Opc, "opc", 23, 22},
    {Piece::Fixed, kFixed, 21, 21, FSCOPE_TR("Core", "register offset or atomic")},
    {Piece::Rm, "Rm", 20, 16},
    {Piece::Option, "option", 15, 13},
    {Piece::ShiftBit, "S", 12, 12},
    {Piece::Fixed, kFixed, 11, 10, FSCOPE_TR("Core", "register offset")},
    {Piece::Rn, "Rn", 9, 5},
    {Piece::Rt, "Rt", 4, 0},
};

constexpr PieceRow kLiteral[] = {
    {Piece::LiteralOpc, "opc", 31, 30},
    {Piece::Fixed, kFixed, 29, 27, FSCOPE_TR("Core", "load register (literal)")},
    {Piece::SimdFp, "V", 26, 26},
    {Piece::Fixed, kFixed, 25, 24, FSCOPE_TR("Core", "load register (literal)")},
    {Piece::Immediate, "imm19", 23, 5},
    {Piece::Rt, "Rt", 4, 0},
};

#define FSCOPE_PAIR_LAYOUT(name, form)            \
    constexpr PieceRow name[] = {                 \
        {Piece::PairOpc, "opc", 31, 30},          \
        {Piece::Fixed, kFixed, 29, 27, kPairClass}, \
        {Piece::SimdFp, "V", 26, 26},             \
        {Piece::Fixed, kFixed, 25, 23, form},     \
        {Piece::LoadBit, "L", 22, 22},            \
        {Piece::Immediate, "imm7", 21, 15},       \
        {Piece::Rt2, "Rt2", 14, 10},              \
        {Piece::Rn, "Rn", 9, 5},                  \
        {Piece::Rt, "Rt", 4, 0},                  \
    }
FSCOPE_PAIR_LAYOUT(kPairNoAllocate, FSCOPE_TR("Core", "signed offset, with a non-temporal hint"));
FSCOPE_PAIR_LAYOUT(kPairPost, FSCOPE_TR("Core", "post-index"));
FSCOPE_PAIR_LAYOUT(kPairOffset, FSCOPE_TR("Core", "signed offset"));
FSCOPE_PAIR_LAYOUT(kPairPre, FSCOPE_TR("Core", "pre-index"));
#undef FSCOPE_PAIR_LAYOUT

constexpr PieceRow kAcquireRelease[] = {
    {Piece::Size, "size", 31, 30},
    {Piece::Fixed, kFixed, 29, 24, FSCOPE_TR("Core", "load/store exclusive or ordered, compare and swap")},
    {Piece::Fixed, kFixed, 23, 23, FSCOPE_TR("Core", "not exclusive")},
    {Piece::LoadBit, "L", 22, 22},
    {Piece::Fixed, kFixed, 21, 21, FSCOPE_TR("Core", "ordered, not compare and swap")},
    {Piece::ShouldBeOne, "Rs", 20, 16},
    {Piece::LimitedOrder, "o0", 15, 15},
    {Piece::ShouldBeOne, "Rt2", 14, 10},
    {Piece::Rn, "Rn", 9, 5},
    {Piece::Rt, "Rt", 4, 0},
};

constexpr PieceRow kRcpc[] = {
    {Piece::Size, "size", 31, 30},
    {Piece::Fixed, kFixed, 29, 24, kRegisterClass},
    {Piece::Fixed, kFixed, 23, 22, FSCOPE_TR("Core", "acquire")},
    {Piece::Fixed, kFixed, 21, 21, FSCOPE_TR("Core", "register offset or atomic")},
    {Piece::ShouldBeOne, "Rs", 20, 16},
    {Piece::Fixed, kFixed, 15, 10, FSCOPE_TR("Core", "load-acquire RCpc")},
    {Piece::Rn, "Rn", 9, 5},
    {Piece::Rt, "Rt", 4, 0},
};

constexpr PieceRow kRcpcUnscaled[] = {
    {Piece::Size, "size", 31, 30},
    {Piece::Fixed, kFixed, 29, 24, FSCOPE_TR("Core", "load-acquire RCpc and store-release, unscaled offset")},
    {Piece::Opc, "opc", 23, 22},
    {Piece::Fixed, kFixed, 21, 21, FSCOPE_TR("Core", "load-acquire RCpc and store-release, unscaled offset")},
    {Piece::Immediate, "imm9", 20, 12},
    {Piece::Fixed, kFixed, 11, 10, FSCOPE_TR("Core", "load-acquire RCpc and store-release, unscaled offset")},
    {Piece::Rn, "Rn", 9, 5},
    {Piece::Rt, "Rt", 4, 0},
};
// clang-format on

std::span<const PieceRow> pairLayout(const Row& row)
{
    if (row.noAllocate)
        return kPairNoAllocate;
    if (row.addressing == Addressing::PostIndex)
        return kPairPost;
    if (row.addressing == Addressing::PreIndex)
        return kPairPre;
    return kPairOffset;
}

std::span<const PieceRow> layoutOf(const Row& row)
{
    if (row.count == 2)
        return pairLayout(row);
    switch (row.addressing) {
    case Addressing::Offset:
        return kUnsignedOffset;
    case Addressing::Unscaled:
        return row.ordered ? std::span<const PieceRow>(kRcpcUnscaled) : std::span<const PieceRow>(kUnscaled);
    case Addressing::PreIndex:
        return kPre;
    case Addressing::PostIndex:
        return kPost;
    case Addressing::Unprivileged:
        return kUnprivileged;
    case Addressing::RegisterOffset:
        return kRegisterOffset;
    case Addressing::Literal:
        return kLiteral;
    case Addressing::BaseOnly:
        break;
    }
    // Bit 29 tells the class of LDAR from that of LDAPR.
    return row.pattern[31 - 29] == '1' ? std::span<const PieceRow>(kRcpc)
                                       : std::span<const PieceRow>(kAcquireRelease);
}

Text bytesText(unsigned size)
{
    if (size == 1)
        return FSCOPE_TR("Core", "1 byte");
    return Text(FSCOPE_TR("Core", "%1 bytes"), { Text(std::to_string(size)) });
}

Text number(std::int64_t value)
{
    return Text(std::to_string(value));
}

Text sizeText(const Row& row)
{
    if (row.operation == Operation::Prefetch)
        return FSCOPE_TR("Core", "prefetch, together with opc");
    if (row.size == 16)
        return Text(FSCOPE_TR("Core", "%1, together with opc"), { bytesText(row.size) });
    return bytesText(row.size);
}

Text opcText(const Row& row)
{
    if (row.operation == Operation::Prefetch)
        return FSCOPE_TR("Core", "prefetch");
    if (row.operation == Operation::Store)
        return FSCOPE_TR("Core", "store");
    if (row.fp || row.size == 8)
        return FSCOPE_TR("Core", "load");
    if (!row.signExtend)
        return FSCOPE_TR("Core", "load, zero-extended");
    return row.wide ? FSCOPE_TR("Core", "load, sign-extended to 64 bits")
                    : FSCOPE_TR("Core", "load, sign-extended to 32 bits");
}

// opc of pairs and literal forms says size and register width at once.
Text widthText(const Row& row)
{
    if (row.operation == Operation::Prefetch)
        return FSCOPE_TR("Core", "prefetch");
    const char letter = static_cast<char>(dataRegisterLetter(row) - 'a' + 'A');
    const std::vector<Text> arguments = { Text(std::string(1, letter)), bytesText(row.size) };
    if (row.count == 2)
        return row.signExtend ? Text(FSCOPE_TR("Core", "%1 registers, %2 each, sign-extended"), arguments)
                              : Text(FSCOPE_TR("Core", "%1 registers, %2 each"), arguments);
    return row.signExtend ? Text(FSCOPE_TR("Core", "%1 register, %2, sign-extended"), arguments)
                          : Text(FSCOPE_TR("Core", "%1 register, %2"), arguments);
}

Text immediateText(const Instruction& insn, const PieceRow& piece, std::uint64_t value)
{
    const Row& row = *insn.row;
    const unsigned width = piece.hi - piece.lo + 1;
    const bool isUnsigned = row.addressing == Addressing::Offset && row.count != 2;
    const auto units = static_cast<std::int64_t>(isUnsigned ? value : signExtend(value, width));
    const std::vector<Text> arguments
        = { number(insn.immediate), number(units), number(units == 0 ? 0 : insn.immediate / units) };
    if (row.addressing == Addressing::Literal)
        return Text(FSCOPE_TR("Core", "PC offset %1 = %2 times 4"), arguments);
    if (insn.immediate == units)
        return Text(FSCOPE_TR("Core", "offset %1"), arguments);
    return Text(FSCOPE_TR("Core", "offset %1 = %2 times %3"), arguments);
}

Text dataRegisterText(const Row& row, unsigned registerNumber)
{
    const std::vector<Text> arguments = { Text(dataRegisterName(row, registerNumber)) };
    if (row.operation != Operation::Load)
        return { FSCOPE_TR("Core", "%1 is stored"), arguments };
    if (!row.fp && registerNumber == 31)
        return { FSCOPE_TR("Core", "%1: the value loaded is discarded"), arguments };
    return { FSCOPE_TR("Core", "%1 is loaded"), arguments };
}

Text baseText(const Instruction& insn)
{
    const std::vector<Text> arguments = { Text(baseName(insn.rn)) };
    return insn.writesBack() ? Text(FSCOPE_TR("Core", "base %1, written back"), arguments)
                             : Text(FSCOPE_TR("Core", "base %1"), arguments);
}

Text optionText(Extend extend)
{
    switch (extend) {
    case Extend::Uxtw:
        return FSCOPE_TR("Core", "UXTW: the low 32 bits of Rm, zero-extended");
    case Extend::Lsl:
        return FSCOPE_TR("Core", "LSL: all 64 bits of Rm");
    case Extend::Sxtw:
        return FSCOPE_TR("Core", "SXTW: the low 32 bits of Rm, sign-extended");
    case Extend::Sxtx:
        return FSCOPE_TR("Core", "SXTX: all 64 bits of Rm, as LSL");
    }
    return {};
}

Text shiftText(const Instruction& insn)
{
    if (!insn.shiftBit)
        return FSCOPE_TR("Core", "the offset is not shifted");
    return Text(FSCOPE_TR("Core", "the offset is shifted left by %1"), { number(insn.shift) });
}

Text meaningOf(const Instruction& insn, const PieceRow& piece, std::uint64_t value)
{
    const Row& row = *insn.row;
    switch (piece.piece) {
    case Piece::Fixed:
        return piece.meaning;
    case Piece::Size:
        return sizeText(row);
    case Piece::SimdFp:
        return row.fp ? FSCOPE_TR("Core", "SIMD&FP registers")
                      : FSCOPE_TR("Core", "general-purpose registers");
    case Piece::Opc:
        return opcText(row);
    case Piece::PairOpc:
    case Piece::LiteralOpc:
        return widthText(row);
    case Piece::LoadBit:
        return value != 0 ? FSCOPE_TR("Core", "load") : FSCOPE_TR("Core", "store");
    case Piece::Immediate:
        return immediateText(insn, piece, value);
    case Piece::Rt:
        if (row.operation == Operation::Prefetch)
            return Text(FSCOPE_TR("Core", "prefetch operation %1"), { Text(prefetchName(insn.rt)) });
        return dataRegisterText(row, insn.rt);
    case Piece::Rt2:
        return dataRegisterText(row, insn.rt2);
    case Piece::Rn:
        return baseText(insn);
    case Piece::Rm:
        return Text(FSCOPE_TR("Core", "offset register %1"), { Text(offsetRegisterName(insn)) });
    case Piece::Option:
        return optionText(insn.extend);
    case Piece::ShiftBit:
        return shiftText(insn);
    case Piece::LimitedOrder:
        return value != 0 ? FSCOPE_TR("Core", "acquire or release")
                          : FSCOPE_TR("Core", "acquire or release in a LORegion only");
    case Piece::ShouldBeOne:
        return value == mask(piece.hi - piece.lo, 0) ? FSCOPE_TR("Core", "should be one")
                                                     : FSCOPE_TR("Core", "should be one, but is not");
    }
    return {};
}

} // namespace

std::vector<EncodingField> encodingFields(const Instruction& instruction)
{
    const std::span<const PieceRow> layout = layoutOf(*instruction.row);
    std::vector<EncodingField> out;
    out.reserve(layout.size());
    for (const PieceRow& piece : layout) {
        const std::uint64_t value = bits(instruction.word, piece.hi, piece.lo);
        const bool prefetch = piece.piece == Piece::Rt && instruction.row->operation == Operation::Prefetch;
        out.push_back({ prefetch ? "prfop" : piece.name, piece.hi, piece.lo, value,
            meaningOf(instruction, piece, value) });
    }
    return out;
}

} // namespace fscope::a64
