// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Any bytes as an ELF dump: segments that are disjoint and within the file, or an Error that names a header.

#include "core/memory/heapmemory.h"
#include "core/sources/imagememory.h"

#include <cstdlib>
#include <cstring>
#include <vector>

using namespace fscope;
using namespace fscope::sources;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    auto heap = memory::HeapMemory::allocate(size);
    require(heap.has_value());
    std::memcpy(heap->sharedBytes().data(), data, size);
    const memory::GuestMemory file = heap->memory();
    const auto image = readElfImage(file, size, "fuzz");
    if (!image) {
        require(!image.error().what.empty() && image.error().where.starts_with("fuzz: "));
        return 0;
    }
    std::uint64_t next = 0;
    for (const ElfImage::Segment& segment : image->segments) {
        require(segment.size != 0 && segment.fileSize <= segment.size && segment.start.value >= next);
        require(segment.fileOffset <= size && segment.fileSize <= size - segment.fileOffset);
        next = segment.start.value + segment.size;
    }
    const memory::GuestMemory memory = imageMemory(file, image->segments);
    for (const ElfImage::Segment& segment : image->segments) {
        std::vector<std::uint8_t> bytes(64);
        const std::uint64_t last = segment.start.value + (segment.size - 1);
        require(memory.read(segment.start.value, std::span(bytes).first(1)).has_value());
        require(memory.read(last, std::span(bytes).first(1)).has_value());
        (void)memory.read(segment.start.value, std::span(bytes));
    }
    (void)vmcoreinfoNumber(image->vmcoreinfo, "NUMBER(kimage_voffset)");
    return 0;
}
