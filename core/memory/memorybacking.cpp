// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#include "core/memory/memorybacking.h"

namespace fscope::memory {

namespace {

AccessFailure noFallback(std::uint64_t address)
{
    return { MemoryErrorKind::Other, cause::kNoFallback, address };
}

} // namespace

MemoryBacking::~MemoryBacking() = default;

std::shared_ptr<MemoryBacking> MemoryBacking::subrange(std::uint64_t, std::uint64_t, bool)
{
    return nullptr;
}

FaultAction MemoryBacking::pageFault(const PageFault& fault)
{
    if (fault.bitmap)
        return FaultAction::fail(MemoryErrorKind::Other, cause::kRefusedByBitmap);
    if (fault.write && readOnly())
        return FaultAction::fail(MemoryErrorKind::Other, cause::kReadOnly);
    return FaultAction::fail(MemoryErrorKind::Other, fault.host ? cause::kHostFault : cause::kNotMapped);
}

BackingResult<void> MemoryBacking::readFallback(std::uint64_t address, std::span<std::byte>)
{
    return tl::unexpected(noFallback(address));
}

BackingResult<void> MemoryBacking::writeFallback(std::uint64_t address, std::span<const std::byte>)
{
    return tl::unexpected(noFallback(address));
}

BackingResult<void> MemoryBacking::fillFallback(std::uint64_t address, std::uint64_t, std::byte)
{
    return tl::unexpected(noFallback(address));
}

BackingResult<bool> MemoryBacking::compareExchangeFallback(
    std::uint64_t address, std::span<std::byte>, std::span<const std::byte>)
{
    return tl::unexpected(noFallback(address));
}

BackingResult<void> MemoryBacking::expose(std::uint64_t, std::uint64_t)
{
    return {};
}

BackingResult<bool> MemoryBacking::lockPages(std::span<const std::uint64_t>)
{
    return false;
}

void MemoryBacking::unlockPages(std::span<const std::uint64_t>) { }

std::optional<ByteRange> MemoryBacking::nextPresent(std::uint64_t address) const
{
    if (address >= size())
        return std::nullopt;
    return ByteRange { address, size() - address };
}

} // namespace fscope::memory
