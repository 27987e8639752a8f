// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/cli/memtarget.h"

#include "core/base/hex.h"
#include "core/machine/guestaddress.h"
#include "core/machine/guestmap.h"
#include "core/memory/filebacking.h"
#include "core/sources/opensource.h"

#include <fmt/format.h>

#include <algorithm>

namespace fscope::cli {

const char* memSpaceName(MemSpace space)
{
    switch (space) {
    case MemSpace::Va:
        return "va";
    case MemSpace::Ipa:
        return "ipa";
    case MemSpace::Pa:
        return "pa";
    }
    return "";
}

Result<MemTarget> MemTarget::openImage(const MemOptions& options)
{
    MemTarget target;
    target.m_base = options.base;
    if (options.base % kPageSize != 0)
        return fail(fmt::format("The base {} is no multiple of 0x1000.", hex(options.base)), "--base");
    Result<memory::FileMapping> file = memory::FileMapping::open(options.image);
    if (!file)
        return tl::unexpected<Error>(file.error());
    target.m_imageSize = file->size();
    if (target.m_imageSize == 0)
        return fail("The image is empty.", options.image);
    memory::GuestMemory bytes(options.image, std::make_shared<memory::FileBacking>(std::move(*file)));
    if (Result<void> added = target.m_image.addBase(std::move(bytes), Pa(options.base)); !added) {
        added.error().where = options.image;
        return tl::unexpected<Error>(added.error());
    }
    target.m_title = options.image;
    return target;
}

Result<MemTarget> MemTarget::open(const MemOptions& options)
{
    if (!options.image.empty())
        return openImage(options);
    auto source = sources::openSource(options.source);
    if (!source)
        return tl::unexpected<Error>(source.error());
    MemTarget target;
    target.m_source = std::move(*source);
    target.m_index = options.intercept - 1;
    if (options.intercept > target.m_source->size())
        return fail(fmt::format("There is no intercept {}: the source has {}.", options.intercept,
                        target.m_source->size()),
            options.source);
    target.m_policy = hypervisor::policies().front();
    const std::string id = options.policy.empty() ? target.m_source->preferredPolicy() : options.policy;
    if (!id.empty())
        if (const auto policy = hypervisor::policyById(id))
            target.m_policy = *policy;
    auto run = target.m_source->run(target.m_index, *target.m_policy);
    if (!run)
        return tl::unexpected<Error>(run.error());
    target.m_run = std::move(*run);
    target.m_guest = options.after ? target.m_run->after : target.m_run->before;
    if (options.after)
        target.m_earlier = target.m_run->before;
    target.m_title = fmt::format("{}, intercept {}, {}", cleaned(target.m_source->name()), options.intercept,
        options.after ? fmt::format("after {}", target.m_policy->id()) : "before");
    return target;
}

std::string MemTarget::title() const
{
    return m_title;
}

memory::MemoryMap MemTarget::map(memory::MapSpace space) const
{
    if (m_guest != nullptr)
        return machine::memoryMapOf(*m_guest, space, m_earlier.get());
    memory::SlotMap slots;
    static_cast<void>(slots.add({ Ipa(m_base), m_image.ranges().front().size, memory::SlotKind::Ram,
        Pa(m_base), "image" })); // the only one, of whole pages
    memory::MemoryMap map = memory::describeMemory({ slots, m_image, {} }, space);
    for (memory::MapRegion& region : map.regions)
        region.ipa.reset(); // no hypervisor says where a guest would see it
    return map;
}

std::unique_ptr<memory::CommittedMemory> MemTarget::committed() const
{
    if (m_guest != nullptr)
        return std::make_unique<memory::SnapshotPages>(m_guest->memory);
    return std::make_unique<memory::GuestPages>(m_image.handle());
}

std::optional<Pa> MemTarget::pa(MemSpace space, std::uint64_t address) const
{
    switch (space) {
    case MemSpace::Pa:
        break;
    case MemSpace::Ipa:
        return m_guest == nullptr ? std::nullopt : machine::physicalAddress(*m_guest, Ipa(address));
    case MemSpace::Va: {
        const auto ipa
            = m_guest == nullptr ? std::nullopt : machine::intermediateAddress(*m_guest, Va(address));
        return ipa ? machine::physicalAddress(*m_guest, *ipa) : std::nullopt;
    }
    }
    // What fills up the last page of an image is not in it.
    if (isImage() && address - m_base >= m_imageSize)
        return std::nullopt;
    return memory().isRam(Pa(address)) ? std::optional(Pa(address)) : std::nullopt;
}

std::optional<Ipa> MemTarget::ipaOf(Pa pa) const
{
    if (m_guest == nullptr)
        return std::nullopt;
    for (const memory::Slot& slot : m_guest->slotMap.all())
        if (slot.kind != memory::SlotKind::Device && pa - slot.pa < slot.size)
            return slot.start + (pa - slot.pa);
    return std::nullopt;
}

std::vector<std::optional<std::uint8_t>> MemTarget::read(
    MemSpace space, std::uint64_t address, std::uint64_t size) const
{
    std::vector<std::optional<std::uint8_t>> bytes;
    std::optional<Pa> page; // where the page of the byte before lies
    for (std::uint64_t i = 0; i < size; ++i) {
        const std::uint64_t at = address + i;
        if (i == 0 || at % kPageSize == 0 || (isImage() && at - m_base >= m_imageSize))
            page = pa(space, at) ? std::optional(pa(space, at)->alignedDown(kPageSize)) : std::nullopt;
        std::uint8_t byte = 0;
        const bool there = page && !memory().read(*page + at % kPageSize, &byte, 1);
        bytes.push_back(there ? std::optional(byte) : std::nullopt);
    }
    return bytes;
}

std::string hexRow(const std::vector<std::optional<std::uint8_t>>& bytes)
{
    std::string hexText;
    std::string text;
    for (const std::optional<std::uint8_t>& byte : bytes) {
        hexText += hexText.empty() ? "" : " ";
        hexText += byte ? fmt::format("{:02x}", *byte) : "--";
        text += !byte ? ' ' : *byte >= 0x20 && *byte < 0x7f ? static_cast<char>(*byte) : '.';
    }
    return fmt::format("{}  |{}|", hexText, text);
}

} // namespace fscope::cli
