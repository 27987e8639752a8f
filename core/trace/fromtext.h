// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/descriptor.h"
#include "core/arch/report.h"
#include "core/arch/sysreg.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Finds the values of syndromes, fault addresses, registers, descriptors and instructions in pasted log
/// text: kernel oopses and panics, KVM, QEMU, Xen and other hypervisors, trace text. The forms known are rows
/// of a table, see textForms(); other numbers are left alone.
namespace fscope::trace {

enum class FoundKind : std::uint8_t {
    Esr,
    ExceptionClass, ///< only EC of an ESR
    Far,
    Hpfar,
    Ipa,
    Par,
    Spsr,
    Pc, ///< where the exception came from (ELR, too)
    Hcr,
    Vtcr,
    Vttbr,
    Tcr,
    Sctlr,
    TableBase,
    Descriptor,
    Instruction,
    SystemRegister, ///< an encoding: sysreg::Encoding::key()
};

struct FoundValue {
    FoundKind kind = FoundKind::Esr;
    std::uint64_t value = 0;
    std::size_t line = 0;    ///< from 1
    std::size_t column = 0;  ///< from 1, in bytes, of the first digit
    std::size_t length = 0;  ///< bytes
    const char* source = ""; ///< whose message it is: "Linux oops", "Xen"
    unsigned level = 2; ///< of an Esr, Far: the Exception level that took it, as far as the message tells
    arch::DescriptorForm form; ///< of a Descriptor
    bool isRead = false;       ///< of a SystemRegister
    bool operator==(const FoundValue&) const = default;
};

/// One form of a message. A pattern is literal text, in which a blank stands for one or more blanks and tabs,
/// `*` for at most 200 characters, and {kind:digits} for a number: `0x` hexadecimal with prefix, `x` with or
/// without one, `16` that many hexadecimal digits without prefix, `8+` that many or more, `d` decimal, maybe
/// negative. Lower-case kinds, with `esr1` and `far1` for values of EL1.
struct TextForm {
    const char* source = "";
    const char* pattern = "";
};
std::span<const TextForm> textForms();

/// Takes text in pieces of any size and tells what it finds, line by line, in order.
///
/// Any bytes will do. Lines end at LF, CR LF or CR; of a line only the first kMaxLine bytes are searched.
/// Memory: one line. Cost: linear in the text, about 10 ns a byte.
class TextFinder
{
public:
    static constexpr std::size_t kMaxLine = 1U << 16;
    using Visit = std::function<void(const FoundValue&)>;

    explicit TextFinder(Visit visit);
    void feed(std::string_view bytes);
    /// The end of the text: searches the last line if it has no end.
    void finish();
    std::size_t lines() const { return m_line; }

private:
    void searchLine(std::string_view line);
    void endLine();

    Visit m_visit;
    std::string m_pending; ///< the beginning of a line
    std::size_t m_line = 0;
    bool m_endedByCr = false;        ///< the last line ended with CR, to which an LF would belong
    std::size_t m_lastArm64Line = 0; ///< where something only arm64 prints was seen; 0 for nowhere
    arch::Granule m_granule = arch::Granule::K4; ///< of the tables that are being printed
    int m_firstLevel = 0;
};

/// All values in a text.
std::vector<FoundValue> findInText(std::string_view text);

/// "ESR_EL2", "IPA", "pte": a word for the kind.
const char* name(FoundKind kind);

/// The value decoded. @p syndrome is the ESR that stands with it (the last one found), for the worth of FAR
/// and HPFAR.
arch::Report reportOf(const FoundValue& found, std::optional<std::uint64_t> syndrome = {});

} // namespace fscope::trace
