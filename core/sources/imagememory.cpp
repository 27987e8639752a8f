// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/sources/imagememory.h"

#include "core/base/bits.h"
#include "core/base/hex.h"
#include "core/memory/filebacking.h"
#include "core/mmu/tableformat.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace fscope::sources {
namespace {

/// Segments of a file over the space of physical addresses.
class SegmentBacking final : public memory::MemoryBacking
{
public:
    SegmentBacking(memory::GuestMemory file, std::vector<ElfImage::Segment> segments)
        : m_file(std::move(file))
        , m_segments(std::move(segments))
    { }

    std::uint64_t size() const noexcept override { return std::uint64_t { 1 } << 56; }
    bool readOnly() const noexcept override { return true; }

    memory::BackingResult<void> readFallback(std::uint64_t address, std::span<std::byte> out) override
    {
        while (!out.empty()) {
            const ElfImage::Segment* segment = find(address);
            if (segment == nullptr)
                return tl::unexpected(memory::AccessFailure {
                    memory::MemoryErrorKind::OutOfRange, memory::cause::kNoMemory, address, 0 });
            const std::uint64_t offset = address - segment->start.value;
            std::uint64_t piece = std::min<std::uint64_t>(out.size(), segment->size - offset);
            if (offset >= segment->fileSize) {
                std::fill_n(out.begin(), piece, std::byte { 0 });
            } else {
                piece = std::min(piece, segment->fileSize - offset);
                if (const auto read = m_file.read(segment->fileOffset + offset, out.first(piece)); !read)
                    return tl::unexpected(memory::AccessFailure {
                        read.error().kind, read.error().cause, address, read.error().causeValue });
            }
            out = out.subspan(piece);
            address += piece;
        }
        return {};
    }

    std::optional<memory::ByteRange> nextPresent(std::uint64_t address) const override
    {
        const auto endOf
            = [](const ElfImage::Segment& segment) { return segment.start.value + segment.fileSize; };
        auto at = std::partition_point(m_segments.begin(), m_segments.end(),
            [&](const ElfImage::Segment& segment) { return endOf(segment) <= address; });
        while (at != m_segments.end() && at->fileSize == 0)
            ++at;
        if (at == m_segments.end())
            return std::nullopt;
        const std::uint64_t start = std::max(address, at->start.value);
        return memory::ByteRange { start, endOf(*at) - start };
    }

private:
    const ElfImage::Segment* find(std::uint64_t address) const
    {
        auto after = std::upper_bound(m_segments.begin(), m_segments.end(), address,
            [](std::uint64_t at, const ElfImage::Segment& segment) { return at < segment.start.value; });
        if (after == m_segments.begin())
            return nullptr;
        --after;
        return address - after->start.value < after->size ? &*after : nullptr;
    }

    memory::GuestMemory m_file;
    std::vector<ElfImage::Segment> m_segments; ///< by ascending address, disjoint
};

/// What the note of a Linux kernel tells of its own tables.
void registersFromVmcoreinfo(const std::string& text, MemoryImage& image)
{
    const auto table = vmcoreinfoNumber(text, "SYMBOL(swapper_pg_dir)");
    const auto offset = vmcoreinfoNumber(text, "NUMBER(kimage_voffset)");
    if (table && offset) {
        // Bits 51:48 of a physical address stand in bits 5:2 of the register; where there are none, as 0.
        const std::uint64_t base = (*table - *offset) & mask(51, 0);
        const std::uint64_t ttbr = mmu::TableFormat { .outputBits = 52, .wide = true }.baseRegister(base);
        image.registers.emplace_back("ttbr1_el1", ttbr);
        image.notes.emplace_back(
            FSCOPE_TR("Core", "TTBR1_EL1 is %1, where the VMCOREINFO note says swapper_pg_dir is."),
            std::vector<Text> { hex(ttbr) });
    }
    const auto t1sz = vmcoreinfoNumber(text, "NUMBER(TCR_EL1_T1SZ)");
    const auto page = vmcoreinfoNumber(text, "PAGESIZE");
    if (!t1sz || !page || *t1sz >= 64)
        return;
    mmu::TableFormat format;
    format.grainBits = *page == 0x1000 ? 12 : *page == 0x4000 ? 14 : 16;
    format.inputBits = 64 - static_cast<unsigned>(*t1sz);
    format.wide = format.grainBits != 16 && format.inputBits > 48;
    if (format.grainBits == 16 || format.wide)
        format.outputBits = 52;
    if (!format.check())
        return;
    // The lower half belongs to a process, of which the note says nothing: EPD0.
    const std::uint64_t tcr = format.inTcr(std::uint64_t { 1 } << 7, true);
    image.registers.emplace_back("tcr_el1", tcr);
    image.notes.emplace_back(
        FSCOPE_TR("Core",
            "TCR_EL1 is %1: granule and T1SZ are from the VMCOREINFO note, the lower half is left out."),
        std::vector<Text> { hex(tcr) });
}

} // namespace

memory::GuestMemory imageMemory(memory::GuestMemory file, std::vector<ElfImage::Segment> segments)
{
    return { "image", std::make_shared<SegmentBacking>(std::move(file), std::move(segments)) };
}

Result<MemoryImage> openMemoryImage(const std::string& path, std::optional<Pa> base)
{
    auto mapping = memory::FileMapping::open(path);
    if (!mapping)
        return tl::unexpected<Error>(mapping.error());
    const std::uint64_t size = mapping->size();
    if (size == 0)
        return fail("The file is empty.", path);
    const memory::GuestMemory file("file", std::make_shared<memory::FileBacking>(std::move(*mapping)));
    MemoryImage image;
    image.name = path;
    if (isElf(file)) {
        if (base)
            return fail("An ELF file says itself where its memory is.", path, "Leave the base address out.");
        auto elf = readElfImage(file, size, path);
        if (!elf)
            return tl::unexpected<Error>(elf.error());
        image.segments = std::move(elf->segments);
        image.cpus = elf->cpus;
        registersFromVmcoreinfo(elf->vmcoreinfo, image);
    } else {
        if (!base)
            return fail("This is no ELF file, so nothing says where its bytes are in memory.", path,
                "Give the physical address of its first byte (--base).");
        constexpr std::uint64_t end = std::uint64_t { 1 } << 56;
        if (base->value >= end || size > end - base->value)
            return fail(fmt::format("{} bytes from {} go beyond 56 bits.", size, hex(*base)), path);
        image.segments.push_back({ *base, size, 0, size });
    }
    image.memory = imageMemory(file, image.segments);
    return image;
}

} // namespace fscope::sources
