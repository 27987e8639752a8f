// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/text.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fscope::memory {

/// What sort of failure an access met; more kinds may come.
enum class MemoryErrorKind : std::uint8_t {
    Other,             ///< not mapped, refused by a bitmap, no fallback, not lockable, the host failed
    OutOfRange,        ///< outside the memory, in a hole, or across two regions
    VtlProtected,      ///< protected by a higher virtual trust level
    NotPrivate,        ///< shared memory, touched through a private address
    NotShared,         ///< private memory, touched through a shared address
    InvalidPageNumber, ///< a page number whose address does not fit 64 bits
    Misaligned,        ///< a compare-exchange away from the natural alignment of its size
};

enum class MemoryOperation : std::uint8_t { Read, Write, Fill, CompareExchange, Lock, Subrange, Probe };

/// An address nobody knows. An access that really fails at the last byte of 2^64 counts as unknown too.
inline constexpr std::uint64_t kUnknownAddress = ~std::uint64_t { 0 };

/// The causes the memory itself gives. A cause is an English pattern of static lifetime with at most one
/// place, %1, which is filled with MemoryError::causeValue in hexadecimal. Backings bring their own.
namespace cause {
inline constexpr const char* kNoMemory = FSCOPE_TR("Core", "no memory at address");
inline constexpr const char* kInvalidPage = FSCOPE_TR("Core", "invalid guest page number %1");
inline constexpr const char* kNotLockable = FSCOPE_TR("Core", "memory not lockable");
inline constexpr const char* kNoFallback = FSCOPE_TR("Core", "no fallback for this operation");
inline constexpr const char* kNotMapped = FSCOPE_TR("Core", "the specified page is not mapped");
inline constexpr const char* kRefusedByBitmap = FSCOPE_TR("Core", "page inaccessible in bitmap");
inline constexpr const char* kHostFault
    = FSCOPE_TR("Core", "the host could not reach what backs the page, such as a file that became shorter");
inline constexpr const char* kReadOnly = FSCOPE_TR("Core", "the memory is read-only");
inline constexpr const char* kTooManyRetries
    = FSCOPE_TR("Core", "the page fault handler asked %1 times to retry the same address");
inline constexpr const char* kMisaligned = FSCOPE_TR("Core", "the address is not a multiple of %1");
inline constexpr const char* kWrongLength
    = FSCOPE_TR("Core", "the range has not the length of the data, %1 bytes");
} // namespace cause

/// What a backing says of an access it could not make. Addresses are the backing's own.
struct AccessFailure {
    MemoryErrorKind kind = MemoryErrorKind::Other;
    const char* cause = cause::kNotMapped;
    std::uint64_t address = kUnknownAddress; ///< the first byte that failed, if known
    std::uint64_t causeValue = 0;
    bool operator==(const AccessFailure& other) const; ///< causes by their text
};

/// Why an access to guest memory failed: which byte, in which operation on which memory, and the cause.
///
/// Trivially copyable; making one allocates nothing. Names and causes live as long as the process (see
/// internedName()), so an error may outlive its memory.
struct MemoryError {
    MemoryErrorKind kind = MemoryErrorKind::Other;
    MemoryOperation operation = MemoryOperation::Read;
    bool hasRange = false; ///< false for operations on lists of pages: start and length say nothing then
    const char* name = ""; ///< of the memory, as given at its construction
    const char* cause = cause::kNotMapped;
    std::uint64_t start = 0; ///< of the access, in addresses of the object that was asked (window-relative)
    std::uint64_t length = 0;
    std::uint64_t address = kUnknownAddress; ///< the first byte that failed
    std::uint64_t causeValue = 0;

    /// The first byte that failed, if known: the start of the range where nothing more precise is.
    std::optional<std::uint64_t> failingAddress() const
    {
        if (address != kUnknownAddress)
            return address;
        return hasRange ? std::optional(start) : std::nullopt;
    }
    /// "guest memory 'ram': read error: failed to access 0x1ffd-0x2001 at 0x2000: no memory at address".
    /// The end is exclusive and wraps at 2^64; "at" is left out where unknown or equal to the start.
    Text asText() const;
    std::string text() const { return asText().str(); } ///< asText() in English
    bool operator==(const MemoryError& other) const;    ///< names and causes by their text
};

template <typename T>
using MemoryResult = tl::expected<T, MemoryError>;

/// "read", "compare exchange", … as the text of an error has it.
const char* operationName(MemoryOperation operation);
/// "out of range", … for tables and JSON.
const char* kindName(MemoryErrorKind kind);

/// A copy of @p name that lives as long as the process; equal names give the same pointer. For names of
/// memories and causes made at run time; takes a lock and, for a new name, memory that is never given back,
/// so it is not for texts an outsider can vary without end.
const char* internedName(std::string_view name);

} // namespace fscope::memory
