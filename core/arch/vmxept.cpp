// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/vmxept.h"

#include "core/arch/vmxrows.h"
#include "core/base/bits.h"

#include <algorithm>
#include <array>

namespace fscope::arch::vmx {
namespace {

using table::code;
using table::flag;
using table::kNoYes;
using table::Rows;

constexpr const char* kEntry
    = "Intel SDM volume 3C, \"VMX Support for Address Translation\", EPT Translation Mechanism";
constexpr const char* kPointer
    = "Intel SDM volume 3C, \"Virtual Machine Control Structures\", Extended-Page-Table Pointer (EPTP)";

constexpr std::array<const char*, 8> kTypeNames { "UC", "WC", nullptr, nullptr, "WT", "WP", "WB", nullptr };
constexpr std::array kTypes { NamedValue { 0, "UC" }, NamedValue { 1, "WC" }, NamedValue { 4, "WT" },
    NamedValue { 5, "WP" }, NamedValue { 6, "WB" } };
constexpr std::array kPointerTypes { NamedValue { 0, "UC" }, NamedValue { 6, "WB" } };
constexpr std::array kLengths { NamedValue { 3, FSCOPE_TR("Core", "4 levels") },
    NamedValue { 4, FSCOPE_TR("Core", "5 levels") } };
constexpr std::array kPages2M { NamedValue { 0, FSCOPE_TR("Core", "page table") },
    NamedValue { 1, FSCOPE_TR("Core", "2-MByte page") } };
constexpr std::array kPages1G { NamedValue { 0, FSCOPE_TR("Core", "page directory") },
    NamedValue { 1, FSCOPE_TR("Core", "1-GByte page") } };

constexpr std::array<const char*, 5> kLongNames { FSCOPE_TR("Core", "EPT page-table entry"),
    FSCOPE_TR("Core", "EPT page-directory entry"),
    FSCOPE_TR("Core", "EPT page-directory-pointer-table entry"), FSCOPE_TR("Core", "EPT PML4 entry"),
    FSCOPE_TR("Core", "EPT PML5 entry") };
constexpr std::array<const char*, 5> kEntryNames { "PTE", "PDE", "PDPTE", "PML4E", "PML5E" };
constexpr std::array<std::string_view, 4> kStateNames { "not_present", "table", "page", "misconfigured" };

unsigned levelIndex(unsigned level)
{
    return std::clamp(level, 1U, 5U) - 1;
}

unsigned width(unsigned maxPhysicalAddress)
{
    return std::clamp(maxPhysicalAddress, 32U, 52U);
}

bool isPresent(std::uint64_t value, const EptFeatures& features)
{
    return bits(value, 2, 0) != 0 || (features.modeBasedExecute && bit(value, 10));
}

/// Whether bit 7 chooses between a page and a table at this level.
bool hasPageBit(unsigned level, const EptFeatures& features)
{
    return level == 2 || (level == 3 && features.pages1G);
}

bool mapsPage(unsigned level, std::uint64_t value, const EptFeatures& features)
{
    return level <= 1 || (hasPageBit(level, features) && bit(value, 7));
}

/// Reserved bits of an entry that is present.
std::uint64_t reservedMask(unsigned level, std::uint64_t value, const EptFeatures& features)
{
    const unsigned m = width(features.maxPhysicalAddress);
    std::uint64_t reserved = m < 52 ? mask(51, m) : 0;
    if (mapsPage(level, value, features))
        return level <= 1 ? reserved : reserved | mask(eptShift(level) - 1, 12);
    reserved |= mask(6, 3);
    return hasPageBit(level, features) ? reserved : reserved | mask(7, 7);
}

/// Everything the rows of an entry depend on; what does not matter to a form is cleared, so that few forms
/// are kept.
struct Form {
    unsigned level;
    bool present;
    bool maps;
    EptFeatures features;

    std::uint32_t key() const
    {
        const auto on = [](bool value, unsigned at) { return value ? 1U << at : 0U; };
        const EptFeatures& f = features;
        return level | on(present, 3) | on(maps, 4) | on(f.pages1G, 5) | on(f.modeBasedExecute, 6)
            | on(f.accessedDirty, 7) | on(f.pagingWrite, 8) | on(f.supervisorShadowStack, 9)
            | on(f.subPageWrite, 10) | on(f.virtualizationException, 11) | on(f.verifyPaging, 12)
            | f.maxPhysicalAddress << 13;
    }
};

Form formOf(unsigned level, std::uint64_t value, const EptFeatures& features)
{
    Form form { levelIndex(level) + 1, isPresent(value, features), false, {} };
    form.maps = form.present && mapsPage(form.level, value, features);
    EptFeatures& f = form.features;
    f.modeBasedExecute = features.modeBasedExecute;
    if (!form.present) {
        f.virtualizationException = features.virtualizationException;
        f.maxPhysicalAddress = 52;
        return form;
    }
    f.maxPhysicalAddress = width(features.maxPhysicalAddress);
    f.pages1G = form.level == 3 && features.pages1G;
    f.accessedDirty = features.accessedDirty;
    if (form.maps) {
        f.pagingWrite = features.pagingWrite;
        f.supervisorShadowStack = features.supervisorShadowStack;
        f.subPageWrite = form.level == 1 && features.subPageWrite;
        f.virtualizationException = features.virtualizationException;
        f.verifyPaging = features.verifyPaging;
    }
    return form;
}

Field ignoredBits(unsigned hi, unsigned lo)
{
    Field field = table::undefinedBitsRow(hi, lo, kEntry);
    field.longName = FSCOPE_TR("Core", "Ignored by the processor");
    field.meaning
        = FSCOPE_TR("Core", "The translation does not depend on these bits; software may keep data in them.");
    field.explain = nullptr;
    return field;
}

Field yes(const char* name, unsigned at, const char* longName, const char* meaning)
{
    return flag(name, at, longName, meaning, kNoYes, kEntry);
}

void addHighFlags(Rows& rows, const Form& form)
{
    const EptFeatures& f = form.features;
    if (f.virtualizationException)
        rows.add(yes("suppress_ve", 63, FSCOPE_TR("Core", "Suppress #VE"),
            FSCOPE_TR("Core", "A violation here exits; with 0 it may become a virtualization exception.")));
    if (f.subPageWrite)
        rows.add(yes("sub_page_write", 61, FSCOPE_TR("Core", "Sub-page write permissions"),
            FSCOPE_TR("Core", "Writes that the entry does not allow are decided for each 128 bytes.")));
    if (f.supervisorShadowStack)
        rows.add(yes("supervisor_shadow_stack", 60, FSCOPE_TR("Core", "Supervisor shadow stack"),
            FSCOPE_TR("Core", "Supervisor shadow-stack accesses to the page are allowed.")));
    if (f.pagingWrite)
        rows.add(yes("paging_write", 58, FSCOPE_TR("Core", "Paging write"),
            FSCOPE_TR("Core", "Guest page walks may write to the page, whatever its write bit says.")));
    if (f.verifyPaging)
        rows.add(yes("verify_guest_paging", 57, FSCOPE_TR("Core", "Verify guest paging"),
            FSCOPE_TR("Core", "The guest's paging structures that lead to the page are verified.")));
}

void addRights(Rows& rows, const EptFeatures& features)
{
    if (features.modeBasedExecute) {
        rows.add(yes("supervisor_execute", 2, FSCOPE_TR("Core", "Execute, supervisor-mode"),
            FSCOPE_TR("Core", "Fetches from supervisor-mode linear addresses are allowed.")));
    } else {
        rows.add(yes("execute", 2, FSCOPE_TR("Core", "Execute"),
            FSCOPE_TR("Core", "Instruction fetches are allowed.")));
    }
    rows.add(yes("write", 1, FSCOPE_TR("Core", "Write"), FSCOPE_TR("Core", "Writes are allowed.")))
        .add(yes("read", 0, FSCOPE_TR("Core", "Read"), FSCOPE_TR("Core", "Reads are allowed.")));
}

void addUserExecute(Rows& rows, const EptFeatures& features)
{
    if (features.modeBasedExecute)
        rows.add(yes("user_execute", 10, FSCOPE_TR("Core", "Execute, user-mode"),
            FSCOPE_TR("Core", "Fetches from user-mode linear addresses are allowed.")));
}

void addAddress(Rows& rows, const Form& form)
{
    const unsigned m = form.features.maxPhysicalAddress;
    const unsigned lo = form.maps ? eptShift(form.level) : 12;
    if (m < 52)
        rows.add(table::reservedBitsRow(51, m, kEntry));
    rows.add({ .name = "address",
        .hi = m - 1,
        .lo = lo,
        .kind = FieldKind::Address,
        .longName = form.maps ? FSCOPE_TR("Core", "Page address") : FSCOPE_TR("Core", "Table address"),
        .meaning = form.maps ? FSCOPE_TR("Core", "The host-physical address of the page.")
                             : FSCOPE_TR("Core", "The host-physical address of the next EPT table."),
        .source = kEntry });
    if (lo > 12)
        rows.add(table::reservedBitsRow(lo - 1, 12, kEntry));
}

void addPageBit(Rows& rows, const Form& form)
{
    if (form.level == 1)
        rows.add(ignoredBits(7, 7));
    else if (hasPageBit(form.level, form.features)) {
        rows.add(flag("page", 7, FSCOPE_TR("Core", "Page"),
            FSCOPE_TR("Core", "Whether the entry maps a page or leads to a table."),
            form.level == 2 ? std::span<const NamedValue>(kPages2M) : std::span<const NamedValue>(kPages1G),
            kEntry));
    } else {
        rows.add(table::reservedBitsRow(7, 7, kEntry));
    }
}

std::vector<Field> presentRows(const Form& form)
{
    Rows rows(64, Rows::Gap::Undefined, kEntry);
    addHighFlags(rows, form);
    addAddress(rows, form);
    addUserExecute(rows, form.features);
    if (form.features.accessedDirty) {
        if (form.maps)
            rows.add(yes(
                "dirty", 9, FSCOPE_TR("Core", "Dirty"), FSCOPE_TR("Core", "The page has been written to.")));
        rows.add(yes("accessed", 8, FSCOPE_TR("Core", "Accessed"),
            FSCOPE_TR("Core", "The entry has been used for a translation.")));
    }
    addPageBit(rows, form);
    if (form.maps) {
        rows.add(yes("ignore_pat", 6, FSCOPE_TR("Core", "Ignore PAT"),
                     FSCOPE_TR("Core", "The guest's PAT does not change the memory type.")))
            .add(code("memory_type", 5, 3, FSCOPE_TR("Core", "Memory type"),
                FSCOPE_TR("Core",
                    "The type of the page; the guest's PAT is combined with it unless that is ignored."),
                kTypes, kEntry));
    } else {
        rows.add(table::reservedBitsRow(6, 3, kEntry));
    }
    addRights(rows, form.features);
    return rows.take();
}

std::vector<Field> notPresentRows(const Form& form)
{
    Rows rows(64, Rows::Gap::Undefined, kEntry);
    addHighFlags(rows, form);
    addUserExecute(rows, form.features);
    addRights(rows, form.features);
    return rows.take();
}

constexpr EptFault kWriteWithoutRead { "write_without_read",
    FSCOPE_TR("Core", "The entry allows writes but not reads.") };
constexpr EptFault kExecuteWithoutRead { "execute_without_read",
    FSCOPE_TR("Core", "The entry allows fetches but not reads, which this processor does not support.") };
constexpr EptFault kPagingWriteWithoutRead { "paging_write_without_read",
    FSCOPE_TR("Core", "The entry allows paging writes but not reads.") };
constexpr EptFault kReservedBits { "reserved_bits", FSCOPE_TR("Core", "Reserved bits are not 0.") };
constexpr EptFault kMemoryType { "memory_type", FSCOPE_TR("Core", "The memory type is reserved.") };
constexpr EptFault kPointerType { "memory_type",
    FSCOPE_TR("Core", "The memory type of the EPT structures is neither UC nor WB.") };
constexpr EptFault kWalkLength { "walk_length",
    FSCOPE_TR("Core", "There are walks of 4 and of 5 levels only.") };

} // namespace

std::string_view name(EptState state)
{
    return kStateNames[static_cast<std::size_t>(state)];
}

std::string_view eptEntryName(unsigned level)
{
    return kEntryNames[levelIndex(level)];
}

unsigned eptShift(unsigned level)
{
    return 12 + 9 * levelIndex(level);
}

const char* memoryTypeName(unsigned type)
{
    return kTypeNames[type & 7U];
}

const RegisterLayout& eptEntryLayout(unsigned level, std::uint64_t value, const EptFeatures& features)
{
    const Form form = formOf(level, value, features);
    return table::cachedLayout(table::Family::EptEntry, form.key(), kEntryNames[form.level - 1],
        kLongNames[form.level - 1], 64,
        [&] { return form.present ? presentRows(form) : notPresentRows(form); });
}

EptEntry decodeEptEntry(unsigned level, std::uint64_t value, const EptFeatures& features)
{
    EptEntry out;
    out.level = levelIndex(level) + 1;
    out.value = value;
    out.layout = &eptEntryLayout(out.level, value, features);
    if (!isPresent(value, features))
        return out;
    out.maps = mapsPage(out.level, value, features);
    const unsigned lo = out.maps ? eptShift(out.level) : 12;
    out.address = value & mask(width(features.maxPhysicalAddress) - 1, lo);
    out.reservedSet = value & reservedMask(out.level, value, features);

    const bool read = bit(value, 0);
    const bool execute = bit(value, 2) || (features.modeBasedExecute && bit(value, 10));
    if (bit(value, 1) && !read)
        out.why.push_back(kWriteWithoutRead);
    if (execute && !read && !features.executeOnly)
        out.why.push_back(kExecuteWithoutRead);
    if (out.maps && features.pagingWrite && bit(value, 58) && !read)
        out.why.push_back(kPagingWriteWithoutRead);
    if (out.reservedSet != 0)
        out.why.push_back(kReservedBits);
    if (out.maps && memoryTypeName(static_cast<unsigned>(bits(value, 5, 3))) == nullptr)
        out.why.push_back(kMemoryType);
    out.state = !out.why.empty() ? EptState::Misconfigured : out.maps ? EptState::Page : EptState::Table;
    return out;
}

const RegisterLayout& eptpLayout(unsigned maxPhysicalAddress)
{
    const unsigned m = width(maxPhysicalAddress);
    return table::cachedLayout(
        table::Family::Eptp, m, "EPTP", FSCOPE_TR("Core", "EPT pointer (0x201a)"), 64, [m] {
            const auto at = [](const char* name, unsigned where, const char* longName, const char* meaning) {
                return flag(name, where, longName, meaning, kNoYes, kPointer);
            };
            return Rows(64, Rows::Gap::Reserved, kPointer)
                .add({ .name = "address",
                    .hi = m - 1,
                    .lo = 12,
                    .kind = FieldKind::Address,
                    .longName = FSCOPE_TR("Core", "Root address"),
                    .meaning = FSCOPE_TR("Core", "The host-physical address of the root table."),
                    .source = kPointer })
                .add(at("supervisor_shadow_stack", 7, FSCOPE_TR("Core", "Supervisor shadow-stack control"),
                    FSCOPE_TR(
                        "Core", "Supervisor shadow-stack accesses need bit 60 of the entry that maps.")))
                .add(at("accessed_dirty", 6, FSCOPE_TR("Core", "Accessed and dirty flags"),
                    FSCOPE_TR("Core",
                        "The processor sets accessed and dirty flags; guest page walks count as writes.")))
                .add(code("walk_length", 5, 3, FSCOPE_TR("Core", "Page-walk length"),
                    FSCOPE_TR("Core", "The number of levels less 1."), kLengths, kPointer))
                .add(code("memory_type", 2, 0, FSCOPE_TR("Core", "Memory type"),
                    FSCOPE_TR("Core", "The type of accesses to the EPT structures."), kPointerTypes,
                    kPointer))
                .take();
        });
}

std::vector<EptFault> eptpProblems(std::uint64_t eptp, unsigned maxPhysicalAddress)
{
    std::vector<EptFault> out;
    if (const std::uint64_t type = bits(eptp, 2, 0); type != 0 && type != 6)
        out.push_back(kPointerType);
    if (const std::uint64_t length = bits(eptp, 5, 3); length != 3 && length != 4)
        out.push_back(kWalkLength);
    if ((eptp & (mask(63, width(maxPhysicalAddress)) | mask(11, 8))) != 0)
        out.push_back(kReservedBits);
    return out;
}

} // namespace fscope::arch::vmx
