// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/field.h"
#include "core/arch/memorytype.h"

#include <cstdint>
#include <optional>

/// Translation table descriptors of all VMSAv8-64 forms: both stages, three granules, each level, with and
/// without 52-bit addresses. (RegisterName has the forms of the 4 KiB granule where the level is not known.)
namespace fscope::arch {

enum class Granule : std::uint8_t { K4, K16, K64 };
constexpr unsigned pageShift(Granule granule)
{
    return granule == Granule::K4 ? 12 : granule == Granule::K16 ? 14 : 16;
}

/// Where a descriptor stands; together with its bits that says what it is.
struct DescriptorForm {
    unsigned stage = 1; ///< 1 or 2
    Granule granule = Granule::K4;
    int level = 3; ///< -1 (4 KiB with 52-bit addresses only) to 3
    /// 52-bit addresses: FEAT_LPA2 with TCR or VTCR.DS = 1 for 4 and 16 KiB, FEAT_LPA for 64 KiB.
    bool lpa2 = false;
    bool operator==(const DescriptorForm&) const = default;
};

/// Whether walks of this form exist: the level is one the granule has, -1 needs the 4 KiB granule and 52-bit
/// addresses.
bool isLevelOf(const DescriptorForm& form);

enum class DescriptorKind : std::uint8_t { Invalid, Table, Block, Page };

/// What the bits say at this place. A block where the level allows none is Invalid, as hardware takes it.
DescriptorKind descriptorKind(const DescriptorForm& form, std::uint64_t descriptor);

/// The rows of a descriptor. Never fails; a form that isLevelOf() refuses has the rows of an invalid
/// descriptor. The layout lives as long as the program.
const RegisterLayout& layoutOf(const DescriptorForm& form, std::uint64_t descriptor);

/// The address of the page, of the block, or of the next table; 0 for an invalid descriptor.
std::uint64_t outputAddress(const DescriptorForm& form, std::uint64_t descriptor);
/// The bytes that one entry of this level maps: 4096 … 4 TiB and more.
std::uint64_t bytesOf(const DescriptorForm& form);

/// What decides a memory type and stands in no descriptor.
struct MemoryContext {
    std::optional<std::uint64_t> mair; ///< MAIR_EL1, for stage 1
    bool fwb = false;                  ///< HCR_EL2.FWB, for stage 2
    std::optional<MemoryType> stage1;  ///< the type of stage 1, for the combined type of a stage 2 descriptor
};

/// The memory type of a block or page in words; empty where it cannot be told (no MAIR) or there is none.
Text memoryText(const DescriptorForm& form, std::uint64_t descriptor, const MemoryContext& context);

/// "stage 2 page at level 3, 4 KiB, to 0x9000000, read/write".
Text describeDescriptor(const DescriptorForm& form, std::uint64_t descriptor);

} // namespace fscope::arch
