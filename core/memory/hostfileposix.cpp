// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/hostfile.h"
#include "core/memory/hostfilehandle.h"
#include "core/memory/hostreservation.h"
#include "core/memory/sharedmemory.h"

#if !defined(_WIN32)

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <limits>
#include <utility>

#if defined(__linux__) && !defined(MFD_HUGE_SHIFT)
#define MFD_HUGE_SHIFT 26
#endif

namespace fscope::memory {

HostFile::Handle::~Handle()
{
    if (native >= 0)
        ::close(static_cast<int>(native));
}

Result<HostFile> HostFile::open(const std::string& path, bool writable)
{
    // Without waiting: opening a pipe would wait for somebody to write.
    const int fd = ::open(path.c_str(), (writable ? O_RDWR : O_RDONLY) | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return fail("The file cannot be opened: " + detail::lastSystemError() + ".", path);
    auto handle = std::make_shared<Handle>();
    handle->native = fd;
    handle->name = path;
    handle->writable = writable;
    struct stat status = {};
    if (fstat(fd, &status) != 0)
        return fail("The file cannot be examined: " + detail::lastSystemError() + ".", path);
    if (!S_ISREG(status.st_mode))
        return fail("This is not a regular file, so it cannot be mapped.", path);
    return HostFile(std::move(handle));
}

Result<std::uint64_t> HostFile::size() const
{
    struct stat status = {};
    if (!valid() || fstat(static_cast<int>(native()), &status) != 0) {
        return fail("The size of the file cannot be found: "
                + (valid() ? detail::lastSystemError() : std::string("it is not open")) + ".",
            name());
    }
    return static_cast<std::uint64_t>(status.st_size);
}

namespace {

/// A descriptor of an empty memory object, or -1 with errno set.
int openMemoryObject(const std::string& name, std::uint64_t hugePageSize)
{
#if defined(__linux__)
    unsigned flags = MFD_CLOEXEC;
    if (hugePageSize != 0)
        flags |= MFD_HUGETLB | static_cast<unsigned>(std::countr_zero(hugePageSize)) << MFD_HUGE_SHIFT;
    // The kernel takes 249 bytes of name.
    return memfd_create(name.substr(0, 200).c_str(), flags);
#else
    if (hugePageSize != 0) {
        errno = ENOSYS;
        return -1;
    }
    // A name that nobody else can have opened, and that is gone at once.
    for (unsigned attempt = 0; attempt < 100; ++attempt) {
        const std::string path = "/fscope-" + std::to_string(getpid()) + "-" + std::to_string(attempt);
        const int fd = shm_open(path.c_str(), O_RDWR | O_CREAT | O_EXCL, 0600);
        if (fd >= 0) {
            shm_unlink(path.c_str());
            return fd;
        }
        if (errno != EEXIST)
            return -1;
    }
    return -1;
#endif
}

} // namespace

Result<HostFile> makeSharedMemory(std::uint64_t size, const std::string& name, std::uint64_t hugePageSize)
{
    if (size == 0)
        return fail("A memory object has at least one byte.", name);
    if (size > static_cast<std::uint64_t>(std::numeric_limits<off_t>::max()))
        return fail("The memory object is too large.", name);
    if (hugePageSize != 0 && !std::has_single_bit(hugePageSize))
        return fail("The size of a page must be a power of two.", name);
    if (hugePageSize != 0 && size % hugePageSize != 0)
        return fail("The size is not a whole number of huge pages.", name);
    const int fd = openMemoryObject(name, hugePageSize);
    if (fd < 0)
        return fail("The memory object cannot be made: " + detail::lastSystemError() + ".", name);
    auto handle = std::make_shared<HostFile::Handle>();
    handle->native = fd;
    handle->name = name;
    handle->writable = true;
    handle->anonymous = true;
    handle->size = size;
    if (ftruncate(fd, static_cast<off_t>(size)) != 0)
        return fail("The memory object cannot be given its size: " + detail::lastSystemError() + ".", name);
    if (hugePageSize != 0) {
        const int refused = posix_fallocate(fd, 0, static_cast<off_t>(size));
        if (refused != 0)
            return fail(
                "The host has not enough huge pages: " + detail::systemErrorText(refused) + ".", name);
    }
    return HostFile(std::move(handle));
}

namespace detail {

Result<const std::byte*> mapView(const HostFile& file, std::uint64_t offset, std::uint64_t size)
{
    void* const at = mmap(
        nullptr, size, PROT_READ, MAP_SHARED, static_cast<int>(file.native()), static_cast<off_t>(offset));
    if (at == MAP_FAILED)
        return fail("The file cannot be mapped: " + lastSystemError() + ".", file.name());
    return static_cast<const std::byte*>(at);
}

void unmapView(const std::byte* at, std::uint64_t size)
{
    munmap(const_cast<std::byte*>(at), size);
}

std::uint64_t mapGranularity()
{
    return HostReservation::pageSize();
}

} // namespace detail

} // namespace fscope::memory

#endif
