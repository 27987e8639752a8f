// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/a64/classes.h"
#include "core/a64/decodetable.h"
#include "core/a64/instruction.h"
#include "core/base/bits.h"

namespace fscope::a64 {

using namespace table;

std::span<const Row> rows()
{
    return kRows;
}

bool decodeFast(std::uint32_t word, Instruction& out)
{
    const unsigned slot = kIndex.row[indexOf(word)];
    const Code& code = kCodes[slot != 0 ? slot - 1 : 0];
    if (slot == 0 || (word & code.mask) != code.value) {
        out.row = nullptr;
        return false;
    }
    const std::uint32_t raw = word & code.immediateMask;
    const std::int64_t sign = code.immediateSign;
    const std::int64_t inPlace = (static_cast<std::int64_t>(raw) ^ sign) - sign;
    const unsigned option = word >> 13 & 7U;
    out.word = word;
    out.row = &kRows[slot - 1];
    out.rt = word & 31U;
    out.rt2 = static_cast<std::uint8_t>(word >> 10 & code.rt2Mask);
    out.rn = static_cast<std::uint8_t>(word >> 5 & code.rnMask);
    out.rm = static_cast<std::uint8_t>(word >> 16 & code.rmMask);
    out.immediate = (inPlace >> code.immediateLo) * (std::int64_t { 1 } << code.immediateScale);
    if (code.rmMask != 0) {
        out.extend = static_cast<Extend>(option); // bit 1 is set by the pattern: one of the four values
        out.shiftBit = bit(word, 12);
        out.shift = out.shiftBit ? code.shift : 0;
    } else {
        out.extend = Extend::Lsl;
        out.shiftBit = false;
        out.shift = 0;
    }
    return true;
}

Decoded decode(std::uint32_t word)
{
    Decoded out;
    if (decodeFast(word, out.instruction)) {
        out.status = DecodeStatus::Ok;
        return out;
    }
    const InstructionClass& cls = classOf(word);
    out.status = cls.status;
    out.reason = cls.status == DecodeStatus::Unallocated
        ? Text(FSCOPE_TR("Core", "Unallocated encoding (%1)"), { Text(cls.name) })
        : Text(cls.name);
    return out;
}

const char* Instruction::unpredictable() const
{
    if (isLoad() && row->count == 2 && rt == rt2)
        return FSCOPE_TR(
            "Core", "A pair is loaded into one register twice (Rt = Rt2): CONSTRAINED UNPREDICTABLE");
    // Register 31 as a base is SP, as Rt it is not; SIMD&FP registers are another file.
    const bool baseIsData = rt == rn || (row->count == 2 && rt2 == rn);
    if (writesBack() && !row->fp && rn != 31 && baseIsData) {
        return isLoad()
            ? FSCOPE_TR(
                "Core", "The base register is loaded and written back (Rt = Rn): CONSTRAINED UNPREDICTABLE")
            : FSCOPE_TR(
                "Core", "The base register is stored and written back (Rt = Rn): CONSTRAINED UNPREDICTABLE");
    }
    const std::uint32_t ones = kCodes[static_cast<std::size_t>(row - kRows.data())].shouldBeOne;
    if ((word & ones) != ones)
        return FSCOPE_TR("Core", "A bit that should be one is zero: CONSTRAINED UNPREDICTABLE");
    return nullptr;
}

} // namespace fscope::a64
