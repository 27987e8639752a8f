// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/hostfilehandle.h"
#include "core/memory/hostreservation.h"

#if !defined(_WIN32)

#include "core/memory/sharedmemory.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#if defined(__linux__)
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

#if !defined(MAP_NORESERVE)
#define MAP_NORESERVE 0
#endif

namespace fscope::memory::detail {

namespace {

constexpr int kPrivateZeros = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;

int protection(bool writable)
{
    return writable ? PROT_READ | PROT_WRITE : PROT_READ;
}

Result<void> checked(bool done, const char* what)
{
    if (done)
        return {};
    return fail(std::string(what) + ": " + lastSystemError() + ".");
}

} // namespace

struct HostReservation::Regions { };

std::uint64_t HostReservation::pageSize()
{
    static const auto size = static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
    return size;
}

Result<std::unique_ptr<HostReservation>> HostReservation::reserve(std::uint64_t size, std::uint64_t alignment)
{
    const std::uint64_t slack = alignment > pageSize() ? alignment : 0;
    void* start = MAP_FAILED;
    if (size <= ~slack)
        start = mmap(nullptr, size + slack, PROT_NONE, kPrivateZeros, -1, 0);
    else
        errno = ENOMEM;
    if (start == MAP_FAILED)
        return fail("The address space could not be reserved: " + lastSystemError() + ".");
    // Whatever lies before and behind the aligned part is given back.
    auto* const first = static_cast<std::byte*>(start);
    const std::uint64_t before
        = slack == 0 ? 0 : (0 - reinterpret_cast<std::uintptr_t>(first)) & (alignment - 1);
    if (before != 0)
        munmap(first, before);
    if (slack != before)
        munmap(first + before + size, slack - before);
    std::unique_ptr<HostReservation> made(new HostReservation);
    made->m_base = first + before;
    made->m_size = size;
    return made;
}

HostReservation::~HostReservation()
{
    munmap(m_base, m_size);
}

Result<void> HostReservation::mapMemory(std::uint64_t offset, std::uint64_t length, bool writable)
{
    return checked(
        mmap(m_base + offset, length, protection(writable), kPrivateZeros | MAP_FIXED, -1, 0) != MAP_FAILED,
        "The memory could not be mapped");
}

Result<void> HostReservation::mapFile(
    std::uint64_t offset, std::uint64_t length, const HostFile& file, std::uint64_t fileOffset, bool writable)
{
    return checked(mmap(m_base + offset, length, protection(writable), MAP_SHARED | MAP_FIXED,
                       static_cast<int>(file.native()), static_cast<off_t>(fileOffset))
            != MAP_FAILED,
        "The file could not be mapped");
}

Result<void> HostReservation::unmap(std::uint64_t offset, std::uint64_t length)
{
    return checked(mmap(m_base + offset, length, PROT_NONE, kPrivateZeros | MAP_FIXED, -1, 0) != MAP_FAILED,
        "The range could not be unmapped");
}

Result<void> HostReservation::protect(std::uint64_t offset, std::uint64_t length, bool writable)
{
    return checked(mprotect(m_base + offset, length, protection(writable)) == 0,
        "The protection of the range could not be changed");
}

Result<void> HostReservation::decommit(std::uint64_t offset, std::uint64_t length, bool shared)
{
    std::byte* const at = m_base + offset;
#if defined(__linux__)
    return checked(
        madvise(at, length, shared ? MADV_REMOVE : MADV_DONTNEED) == 0, "The memory could not be given back");
#else
    // Elsewhere MADV_DONTNEED may keep the bytes.
    if (shared) {
        std::memset(at, 0, length);
        return {};
    }
    return mapMemory(offset, length, true);
#endif
}

Result<void> HostReservation::commit(std::uint64_t, std::uint64_t, bool)
{
    return {};
}

bool HostReservation::decommitUnmaps()
{
    return false;
}

Result<void> HostReservation::adviseHugePages(
    [[maybe_unused]] std::uint64_t offset, [[maybe_unused]] std::uint64_t length)
{
#if defined(MADV_HUGEPAGE)
    // EINVAL: a kernel without transparent huge pages. It was only advice.
    return checked(madvise(m_base + offset, length, MADV_HUGEPAGE) == 0 || errno == EINVAL,
        "The host takes no advice on huge pages");
#else
    return {};
#endif
}

Result<void> HostReservation::bindToNode([[maybe_unused]] std::uint64_t offset,
    [[maybe_unused]] std::uint64_t length, [[maybe_unused]] std::uint32_t node)
{
#if defined(__linux__) && defined(SYS_mbind)
    constexpr long kBind = 2; // MPOL_BIND of linux/mempolicy.h
    constexpr unsigned kBits = 64;
    std::array<std::uint64_t, 0x10000 / kBits> nodes {};
    nodes[node / kBits] = std::uint64_t { 1 } << (node % kBits);
    // The kernel refuses bits beyond its own number of nodes only if they are set; one bit more than the last
    // is its idea of the length.
    return checked(
        syscall(SYS_mbind, m_base + offset, length, kBind, nodes.data(), (node / kBits + 1) * kBits + 1, 0)
            == 0,
        "The memory could not be bound to the NUMA node");
#else
    return fail("This system cannot bind memory to NUMA nodes.");
#endif
}

void HostReservation::setName([[maybe_unused]] std::uint64_t offset, [[maybe_unused]] std::uint64_t length,
    [[maybe_unused]] const std::string& name)
{
#if defined(__linux__)
    // Linux 5.17; older kernels show no name.
    constexpr int kSetVma = 0x53564d41;
    constexpr unsigned long kAnonymousName = 0;
    prctl(kSetVma, kAnonymousName, m_base + offset, length, name.c_str());
#endif
}

Result<std::byte*> sparseZeros(std::size_t size)
{
    void* const at = mmap(nullptr, size, PROT_READ | PROT_WRITE, kPrivateZeros, -1, 0);
    if (at == MAP_FAILED)
        return fail("Memory for a bitmap could not be reserved: " + lastSystemError() + ".");
    return static_cast<std::byte*>(at);
}

void freeSparse(std::byte* at, std::size_t size)
{
    munmap(at, size);
}

void clearSparse(std::byte* at, std::size_t size)
{
    if (mmap(at, size, PROT_READ | PROT_WRITE, kPrivateZeros | MAP_FIXED, -1, 0) == MAP_FAILED)
        std::memset(at, 0, size);
}

void fillSparseOnes(std::byte* at, std::size_t size)
{
    // One memory object full of ones, mapped over and over, privately: a bit cleared later copies its page.
    constexpr std::size_t kOnes = std::size_t { 2 } << 20;
    static const HostFile ones = [] {
        auto object = makeSharedMemory(kOnes, "ones");
        if (!object)
            return HostFile();
        void* const bytes
            = mmap(nullptr, kOnes, PROT_READ | PROT_WRITE, MAP_SHARED, static_cast<int>(object->native()), 0);
        if (bytes == MAP_FAILED)
            return HostFile();
        std::memset(bytes, 0xff, kOnes);
        munmap(bytes, kOnes);
        return *std::move(object);
    }();
    while (size > 0) {
        const std::size_t part = std::min(size, kOnes);
        if (!ones.valid()
            || mmap(at, part, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_FIXED | MAP_NORESERVE,
                   static_cast<int>(ones.native()), 0)
                == MAP_FAILED)
            std::memset(at, 0xff, part);
        at += part;
        size -= part;
    }
}

std::string systemErrorText(int code)
{
    return std::generic_category().message(code);
}

std::string lastSystemError()
{
    return systemErrorText(errno);
}

} // namespace fscope::memory::detail

#endif
