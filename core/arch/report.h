// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/descriptor.h"
#include "core/arch/esrnotes.h"
#include "core/arch/field.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A whole decoded value, and its forms as text: one source for the window, its copy menu and fscope decode.
namespace fscope::arch {

struct Report {
    std::string name; ///< "ESR_EL2", "Stage 2 page"
    Text longName;
    std::uint64_t value = 0;
    unsigned width = 64;
    Text sentence;           ///< what the value says as a whole; may be empty
    std::string instruction; ///< the assembler text a trap stands for; may be empty
    std::vector<FieldValue> fields;
    std::vector<Note> notes;
    std::vector<Text> remarks; ///< what follows from other values, or from several fields
    /// The rows that fields point to where they are made for this value; null where they are of a table.
    std::shared_ptr<const std::vector<Field>> ownRows;
};

/// Values that go with the one to decode.
struct ReportContext {
    std::optional<std::uint64_t> esr;
    std::optional<std::uint64_t> far;
    std::optional<std::uint64_t> hpfar;
    MemoryContext memory;
};

Report reportOf(RegisterName name, std::uint64_t value, const ReportContext& context = {});
Report reportOf(const DescriptorForm& form, std::uint64_t value, const MemoryContext& context = {});
/// Of any other layout, VMX exits among them.
Report reportOf(const RegisterLayout& layout, std::uint64_t value, Text sentence = {});

/// A register that may be named by people: "esr", "esr_el1", "hcr", "mair_el1" in any case; nothing for other
/// words.
std::optional<RegisterName> registerByName(std::string_view name);

enum class ReportFormat : std::uint8_t { Table, Markdown, Json, C };

/// The text, ending in a line end. Table and Markdown leave out reserved bits that hold what they should,
/// unless @p everything is set; Json has all, on one line; C is the value as an expression of its fields,
/// with their words.
std::string textOf(const Report& report, ReportFormat format, bool everything = false);

} // namespace fscope::arch
