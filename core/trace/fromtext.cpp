// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/trace/fromtext.h"

#include "core/trace/textpattern.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace fscope::trace {
namespace {

/// How far a `Code:` line may stand behind a line that only arm64 prints.
constexpr std::size_t kOopsLines = 100;

struct CompiledForm {
    const char* source;
    TextPattern pattern;
};

const std::vector<CompiledForm>& compiledForms()
{
    static const std::vector<CompiledForm> kCompiled = [] {
        std::vector<CompiledForm> out;
        for (const TextForm& form : textForms())
            out.push_back({ form.source, TextPattern(form.pattern) });
        return out;
    }();
    return kCompiled;
}

/// The kinds of {…} that become one found value.
struct KindRow {
    std::string_view word;
    FoundKind kind;
    unsigned level; ///< Exception level
    int tableLevel; ///< of a descriptor
};
constexpr std::array kKinds {
    KindRow { "esr", FoundKind::Esr, 2, 0 },
    KindRow { "esr1", FoundKind::Esr, 1, 0 },
    KindRow { "ecilss", FoundKind::Esr, 2, 0 },
    KindRow { "ec", FoundKind::ExceptionClass, 2, 0 },
    KindRow { "far", FoundKind::Far, 2, 0 },
    KindRow { "far1", FoundKind::Far, 1, 0 },
    KindRow { "hpfar", FoundKind::Hpfar, 2, 0 },
    KindRow { "ipa", FoundKind::Ipa, 2, 0 },
    KindRow { "par", FoundKind::Par, 2, 0 },
    KindRow { "spsr", FoundKind::Spsr, 2, 0 },
    KindRow { "pc", FoundKind::Pc, 2, 0 },
    KindRow { "hcr", FoundKind::Hcr, 2, 0 },
    KindRow { "vtcr", FoundKind::Vtcr, 2, 0 },
    KindRow { "vttbr", FoundKind::Vttbr, 2, 0 },
    KindRow { "tcr", FoundKind::Tcr, 2, 0 },
    KindRow { "sctlr", FoundKind::Sctlr, 2, 0 },
    KindRow { "base", FoundKind::TableBase, 2, 0 },
    KindRow { "pgd", FoundKind::Descriptor, 2, 0 },
    KindRow { "p4d", FoundKind::Descriptor, 2, 0 },
    KindRow { "pud", FoundKind::Descriptor, 2, 1 },
    KindRow { "pmd", FoundKind::Descriptor, 2, 2 },
    KindRow { "pte", FoundKind::Descriptor, 2, 3 },
    KindRow { "insn", FoundKind::Instruction, 2, 0 },
};

const KindRow* kindOf(std::string_view word)
{
    const auto row = std::ranges::find(kKinds, word, &KindRow::word);
    return row != kKinds.end() ? &*row : nullptr;
}

/// The parts of a system register's encoding, which together are one value.
std::optional<FoundValue> systemRegisterOf(std::span<const TextMatch> matches)
{
    arch::sysreg::Encoding e;
    FoundValue found;
    found.kind = FoundKind::SystemRegister;
    unsigned parts = 0;
    for (const TextMatch& match : matches) {
        unsigned* target = match.kind == "op0" ? &e.op0
            : match.kind == "op1"              ? &e.op1
            : match.kind == "crn"              ? &e.crn
            : match.kind == "crm"              ? &e.crm
            : match.kind == "op2"              ? &e.op2
                                               : nullptr;
        if (match.kind == "dir")
            found.isRead = match.text.starts_with("read");
        if (match.kind == "iswrite")
            found.isRead = match.value == 0;
        if (target == nullptr)
            continue;
        if (match.value > 15)
            return std::nullopt;
        *target = static_cast<unsigned>(match.value);
        if (parts++ == 0)
            found.column = match.at + 1;
        found.length = match.at + match.text.size() + 1 - found.column;
    }
    if (parts != 5 || e.op0 > 3 || e.op1 > 7 || e.op2 > 7)
        return std::nullopt;
    found.value = e.key();
    return found;
}

} // namespace

TextFinder::TextFinder(Visit visit)
    : m_visit(std::move(visit))
{ }

void TextFinder::feed(std::string_view bytes)
{
    while (!bytes.empty()) {
        if (m_endedByCr) {
            m_endedByCr = false;
            if (bytes.front() == '\n') {
                bytes.remove_prefix(1);
                continue;
            }
        }
        const std::size_t end = bytes.find_first_of("\r\n");
        const std::string_view piece = bytes.substr(0, end);
        if (end != std::string_view::npos && m_pending.empty()) {
            ++m_line;
            searchLine(piece.substr(0, kMaxLine)); // the common case copies nothing
        } else {
            m_pending.append(piece.substr(0, kMaxLine - std::min(kMaxLine, m_pending.size())));
            if (end != std::string_view::npos)
                endLine();
        }
        if (end == std::string_view::npos)
            return;
        m_endedByCr = bytes[end] == '\r';
        bytes.remove_prefix(end + 1);
    }
}

void TextFinder::endLine()
{
    ++m_line;
    searchLine(m_pending);
    m_pending.clear();
}

void TextFinder::finish()
{
    if (!m_pending.empty())
        endLine();
}

void TextFinder::searchLine(std::string_view line)
{
    // "4k pages, 48-bit VAs" says what the descriptors of the next lines are.
    if (const std::size_t at = line.find("pgtable: "); at != std::string_view::npos) {
        static const TextPattern kTables("pgtable: {pages:d}k pages, {bits:d}-bit VAs");
        std::vector<TextMatch> matches;
        if (kTables.findFrom(line, at, matches) && matches.size() == 2) {
            m_granule = matches[0].value == 64 ? arch::Granule::K64
                : matches[0].value == 16       ? arch::Granule::K16
                                               : arch::Granule::K4;
            const unsigned shift = arch::pageShift(m_granule);
            const auto bits = static_cast<unsigned>(std::clamp<std::uint64_t>(matches[1].value, 36, 52));
            m_firstLevel = 4 - static_cast<int>((bits - shift + shift - 4) / (shift - 3));
        }
    }
    std::vector<FoundValue> found;
    std::vector<TextMatch> matches;
    for (const CompiledForm& form : compiledForms()) {
        std::size_t from = 0;
        // More than one match of a form in a line is rare, and there are few.
        for (matches.clear();
             const std::optional<std::size_t> end = form.pattern.findFrom(line, from, matches);
             matches.clear()) {
            from = *end;
            if (auto encoding = systemRegisterOf(matches)) {
                encoding->source = form.source;
                found.push_back(*encoding);
            }
            for (const TextMatch& match : matches) {
                const KindRow* row = kindOf(match.kind);
                if (row == nullptr)
                    continue;
                FoundValue value;
                value.kind = row->kind;
                value.value = match.value;
                value.column = match.at + 1;
                value.length = match.text.size();
                value.source = form.source;
                value.level = row->level;
                if (row->kind == FoundKind::Descriptor)
                    value.form = { 1, m_granule, std::max(row->tableLevel, m_firstLevel), false };
                found.push_back(value);
            }
        }
    }
    std::ranges::stable_sort(found, {}, &FoundValue::column);
    std::size_t covered = 0; // the column after the last value: a number is told once
    for (FoundValue& value : found) {
        if (value.column < covered)
            continue;
        covered = value.column + value.length;
        value.line = m_line;
        const bool isOops = std::string_view(value.source).starts_with("Linux");
        if (isOops && value.kind == FoundKind::Instruction) {
            // Other architectures print such a line as well.
            if (m_lastArm64Line == 0 || m_line - m_lastArm64Line > kOopsLines)
                continue;
        } else if (value.kind == FoundKind::Esr || value.kind == FoundKind::Spsr
            || value.kind == FoundKind::Pc) {
            m_lastArm64Line = m_line;
        }
        m_visit(value);
    }
}

std::vector<FoundValue> findInText(std::string_view text)
{
    std::vector<FoundValue> out;
    TextFinder finder([&out](const FoundValue& found) { out.push_back(found); });
    finder.feed(text);
    finder.finish();
    return out;
}

} // namespace fscope::trace
