// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/vmxinfo.h"

#include "core/arch/vmxrows.h"
#include "core/base/bits.h"

#include <array>

namespace fscope::arch::vmx {
namespace {

using I = InfoKind;
using table::code;
using table::flag;
using table::kNoYes;
using table::Rows;

constexpr const char* kInfo
    = "Intel SDM volume 3C, \"VM Exits\", Information for VM Exits Due to Instruction Execution";
constexpr const char* kEncoding
    = "Intel SDM volume 3C, \"Virtual Machine Control Structures\", Field Encoding in "
      "the VMCS";

constexpr std::array kScales { NamedValue { 0, FSCOPE_TR("Core", "no scaling") }, NamedValue { 1, "2" },
    NamedValue { 2, "4" }, NamedValue { 3, "8" } };
constexpr std::array kSizes { NamedValue { 0, FSCOPE_TR("Core", "16-bit") },
    NamedValue { 1, FSCOPE_TR("Core", "32-bit") }, NamedValue { 2, FSCOPE_TR("Core", "64-bit") } };
constexpr std::array kOperandSizes { NamedValue { 0, FSCOPE_TR("Core", "16-bit") },
    NamedValue { 1, FSCOPE_TR("Core", "32-bit") } };
constexpr std::array<NamedValue, 6> kSegments { { { 0, "ES" }, { 1, "CS" }, { 2, "SS" }, { 3, "DS" },
    { 4, "FS" }, { 5, "GS" } } };
constexpr std::array kOperands { NamedValue { 0, FSCOPE_TR("Core", "memory") },
    NamedValue { 1, FSCOPE_TR("Core", "register") } };
constexpr std::array kGdtr { NamedValue { 0, "SGDT" }, NamedValue { 1, "SIDT" }, NamedValue { 2, "LGDT" },
    NamedValue { 3, "LIDT" } };
constexpr std::array kLdtr { NamedValue { 0, "SLDT" }, NamedValue { 1, "STR" }, NamedValue { 2, "LLDT" },
    NamedValue { 3, "LTR" } };
constexpr std::array<NamedValue, 16> kXmm { { { 0, "XMM0" }, { 1, "XMM1" }, { 2, "XMM2" }, { 3, "XMM3" },
    { 4, "XMM4" }, { 5, "XMM5" }, { 6, "XMM6" }, { 7, "XMM7" }, { 8, "XMM8" }, { 9, "XMM9" }, { 10, "XMM10" },
    { 11, "XMM11" }, { 12, "XMM12" }, { 13, "XMM13" }, { 14, "XMM14" }, { 15, "XMM15" } } };

constexpr std::array kAccesses { NamedValue { 0, FSCOPE_TR("Core", "full") },
    NamedValue { 1, FSCOPE_TR("Core", "high half") } };
constexpr std::array kFieldTypes { NamedValue { 0, FSCOPE_TR("Core", "control") },
    NamedValue { 1, FSCOPE_TR("Core", "VM-exit information (read-only)") },
    NamedValue { 2, FSCOPE_TR("Core", "guest state") }, NamedValue { 3, FSCOPE_TR("Core", "host state") } };
constexpr std::array kFieldWidths { NamedValue { 0, FSCOPE_TR("Core", "16-bit") },
    NamedValue { 1, FSCOPE_TR("Core", "64-bit") }, NamedValue { 2, FSCOPE_TR("Core", "32-bit") },
    NamedValue { 3, FSCOPE_TR("Core", "natural width") } };

// The memory-operand forms of exits 23, 25 and 47 have bit 10 clear; the others have a memory operand always.
bool isMemory(std::uint64_t value)
{
    return !bit(value, 10);
}
bool isRegister(std::uint64_t value)
{
    return bit(value, 10);
}
bool hasIndex(std::uint64_t value)
{
    return !bit(value, 22);
}
bool hasBase(std::uint64_t value)
{
    return !bit(value, 27);
}
bool isMemoryWithIndex(std::uint64_t value)
{
    return isMemory(value) && hasIndex(value);
}
bool isMemoryWithBase(std::uint64_t value)
{
    return isMemory(value) && hasBase(value);
}

Field scale()
{
    return code("scale", 1, 0, FSCOPE_TR("Core", "Scaling"),
        FSCOPE_TR("Core", "The index register is multiplied by this."), kScales, kInfo);
}
Field addressSize()
{
    return code("address_size", 9, 7, FSCOPE_TR("Core", "Address size"),
        FSCOPE_TR("Core", "The width of the effective address."), kSizes, kInfo);
}
Field segment()
{
    return code("segment", 17, 15, FSCOPE_TR("Core", "Segment register"),
        FSCOPE_TR("Core", "The segment whose base the effective address is added to."), kSegments, kInfo);
}
Field index()
{
    return table::gpr("index", 18, FSCOPE_TR("Core", "Index register"),
        FSCOPE_TR("Core", "The register that is scaled and added."), kInfo);
}
Field indexInvalid()
{
    return flag("index_invalid", 22, FSCOPE_TR("Core", "No index register"),
        FSCOPE_TR("Core", "Whether the operand has no index register."), kNoYes, kInfo);
}
Field base()
{
    return table::gpr("base", 23, FSCOPE_TR("Core", "Base register"),
        FSCOPE_TR("Core", "The register that is added."), kInfo);
}
Field baseInvalid()
{
    return flag("base_invalid", 27, FSCOPE_TR("Core", "No base register"),
        FSCOPE_TR("Core", "Whether the operand has no base register."), kNoYes, kInfo);
}
Field registerOperand(const char* name, unsigned lo)
{
    return table::gpr(name, lo, FSCOPE_TR("Core", "Register operand"),
        FSCOPE_TR("Core", "The general-purpose register the instruction names."), kInfo);
}
Field operandKind()
{
    return flag("operand", 10, FSCOPE_TR("Core", "Memory or register"),
        FSCOPE_TR("Core", "What the first operand is."), kOperands, kInfo);
}

constexpr const char* kNoIndex = FSCOPE_TR("Core", "Undefined: the operand has no index register.");
constexpr const char* kNoBase = FSCOPE_TR("Core", "Undefined: the operand has no base register.");
constexpr const char* kNotMemory = FSCOPE_TR("Core", "Undefined: there is no such memory operand.");
constexpr const char* kNotRegister = FSCOPE_TR("Core", "Undefined: the operand is in memory.");

void addUpperMemory(Rows& rows)
{
    rows.add(baseInvalid())
        .gated<hasBase>(base(), kNoBase)
        .add(indexInvalid())
        .gated<hasIndex>(index(), kNoIndex);
    rows.add(segment());
}
void addLowerMemory(Rows& rows)
{
    rows.add(addressSize()).gated<hasIndex>(scale(), kNoIndex);
}

std::vector<Field> memoryRows(bool withReg2)
{
    Rows rows(32, Rows::Gap::Undefined, kInfo);
    if (withReg2)
        rows.add(registerOperand("reg2", 28));
    addUpperMemory(rows);
    addLowerMemory(rows);
    return rows.take();
}

std::vector<Field> gdtrRows(bool mode64)
{
    Rows rows(32, Rows::Gap::Undefined, kInfo);
    rows.add(code("instruction", 29, 28, FSCOPE_TR("Core", "Instruction"),
        FSCOPE_TR("Core", "Which of the four instructions exited."), kGdtr, kInfo));
    addUpperMemory(rows);
    const Field size = flag("operand_size", 11, FSCOPE_TR("Core", "Operand size"),
        FSCOPE_TR("Core", "The width of the base in the operand."), kOperandSizes, kInfo);
    if (mode64)
        rows.off(size, FSCOPE_TR("Core", "Undefined in 64-bit mode."));
    else
        rows.add(size);
    addLowerMemory(rows);
    return rows.take();
}

/// The layouts whose first operand is in memory or in a register, as bit 10 says.
std::vector<Field> eitherRows(const Field& top)
{
    Rows rows(32, Rows::Gap::Undefined, kInfo);
    rows.add(top)
        .gated<isMemory>(baseInvalid(), kNotMemory)
        .gated<isMemoryWithBase>(base(), kNotMemory)
        .gated<isMemory>(indexInvalid(), kNotMemory)
        .gated<isMemoryWithIndex>(index(), kNotMemory)
        .gated<isMemory>(segment(), kNotMemory)
        .add(operandKind())
        .gated<isMemory>(addressSize(), kNotMemory)
        .gated<isRegister>(registerOperand("reg1", 3), kNotRegister)
        .gated<isMemoryWithIndex>(scale(), kNotMemory);
    return rows.take();
}

std::vector<Field> ioRows(StringIo io)
{
    Rows rows(32, Rows::Gap::Undefined, kInfo);
    if (io == StringIo::Outs)
        rows.add(segment());
    else
        rows.off(segment(), FSCOPE_TR("Core", "Only OUTS has a segment that can be chosen."));
    if (io == StringIo::None)
        rows.off(addressSize(), FSCOPE_TR("Core", "Undefined for IN and OUT."));
    else
        rows.add(addressSize());
    return rows.take();
}

std::vector<Field> rdrandRows()
{
    Rows rows(32, Rows::Gap::Undefined, kInfo);
    rows.add(code("operand_size", 12, 11, FSCOPE_TR("Core", "Operand size"),
                 FSCOPE_TR("Core", "How many bits are asked for."), kSizes, kInfo))
        .add(registerOperand("register", 3));
    return rows.take();
}

std::vector<Field> loadiwkeyRows()
{
    const auto xmm = [](const char* name, unsigned lo) {
        return code(name, lo + 3, lo, FSCOPE_TR("Core", "XMM register"),
            FSCOPE_TR("Core", "A source of the wrapping key."), kXmm, kInfo);
    };
    return Rows(32, Rows::Gap::Undefined, kInfo).add(xmm("xmm2", 28)).add(xmm("xmm1", 3)).take();
}

std::vector<Field> rowsOf(I kind, const Context& context)
{
    switch (kind) {
    case I::None:
        return Rows(32, Rows::Gap::Undefined, kInfo).take();
    case I::Io:
        return ioRows(context.stringIo);
    case I::Memory:
        return memoryRows(false);
    case I::Invept:
        return memoryRows(true);
    case I::Gdtr:
        return gdtrRows(context.mode64);
    case I::Ldtr:
        return eitherRows(code("instruction", 29, 28, FSCOPE_TR("Core", "Instruction"),
            FSCOPE_TR("Core", "Which of the four instructions exited."), kLdtr, kInfo));
    case I::Vmread:
        return eitherRows(table::gpr("reg2", 28, FSCOPE_TR("Core", "Encoding register"),
            FSCOPE_TR("Core", "The register that holds the encoding of the VMCS field."), kInfo));
    case I::Rdrand:
        return rdrandRows();
    case I::Umwait:
    case I::MsrImmediate:
        return Rows(32, Rows::Gap::Undefined, kInfo).add(registerOperand("register", 3)).take();
    case I::Loadiwkey:
        return loadiwkeyRows();
    }
    return {};
}

constexpr std::array<const char*, kInfoKindCount> kTitles { FSCOPE_TR("Core", "No instruction information"),
    "INS, OUTS", "VMCLEAR, VMPTRLD, VMPTRST, VMXON, XRSTORS, XSAVES", "INVEPT, INVVPID, INVPCID",
    "LGDT, LIDT, SGDT, SIDT", "LLDT, LTR, SLDT, STR", "VMREAD, VMWRITE", "RDRAND, RDSEED", "UMWAIT, TPAUSE",
    "LOADIWKEY", FSCOPE_TR("Core", "RDMSR or WRMSRNS with an immediate operand") };

} // namespace

InfoKind instructionInfoKind(unsigned basic)
{
    const ExitReason* reason = exitReason(basic);
    return reason == nullptr ? I::None : reason->info;
}

const RegisterLayout& instructionInfoLayout(unsigned basic, const Context& context)
{
    return instructionInfoLayout(instructionInfoKind(basic), context);
}

const RegisterLayout& instructionInfoLayout(InfoKind kind, const Context& context)
{
    const auto place = static_cast<std::uint32_t>(kind);
    std::uint32_t key = place << 8;
    if (kind == I::Io)
        key |= static_cast<std::uint32_t>(context.stringIo);
    else if (kind == I::Gdtr && context.mode64)
        key |= 1;
    return table::cachedLayout(table::Family::Info, key, "VM-exit instruction information", kTitles[place],
        32, [&] { return rowsOf(kind, context); });
}

const RegisterLayout& vmcsEncodingLayout()
{
    static const std::vector<Field> rows
        = Rows(32, Rows::Gap::Reserved, kEncoding)
              .add(code("width", 14, 13, FSCOPE_TR("Core", "Width"),
                  FSCOPE_TR("Core", "The width of the field."), kFieldWidths, kEncoding))
              .add(code("type", 11, 10, FSCOPE_TR("Core", "Type"),
                  FSCOPE_TR("Core", "The area of the VMCS the field is in."), kFieldTypes, kEncoding))
              .add(table::number("index", 9, 1, FSCOPE_TR("Core", "Index"),
                  FSCOPE_TR("Core", "The number of the field among those of its width and type."), kEncoding))
              .add(flag("access", 0, FSCOPE_TR("Core", "Access type"),
                  FSCOPE_TR("Core", "The high half exists for 64-bit fields only."), kAccesses, kEncoding))
              .take();
    static const RegisterLayout layout { "VMCS field encoding", FSCOPE_TR("Core", "Encoding of a VMCS field"),
        32, rows };
    return layout;
}

} // namespace fscope::arch::vmx
