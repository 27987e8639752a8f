// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#include "core/memory/memoryerror.h"

#include "core/base/hex.h"

#include <array>
#include <mutex>
#include <set>
#include <tuple>
#include <type_traits>

namespace fscope::memory {

static_assert(std::is_trivially_copyable_v<MemoryError>);

namespace {

constexpr std::array kOperationNames {
    FSCOPE_TR("Core", "read"),
    FSCOPE_TR("Core", "write"),
    FSCOPE_TR("Core", "fill"),
    FSCOPE_TR("Core", "compare exchange"),
    FSCOPE_TR("Core", "lock"),
    FSCOPE_TR("Core", "subrange"),
    FSCOPE_TR("Core", "probe"),
};
static_assert(kOperationNames.size() == static_cast<std::size_t>(MemoryOperation::Probe) + 1);

constexpr std::array kKindNames {
    FSCOPE_TR("Core", "other"),
    FSCOPE_TR("Core", "out of range"),
    FSCOPE_TR("Core", "protected by a higher trust level"),
    FSCOPE_TR("Core", "not private"),
    FSCOPE_TR("Core", "not shared"),
    FSCOPE_TR("Core", "invalid page number"),
    FSCOPE_TR("Core", "misaligned"),
};
static_assert(kKindNames.size() == static_cast<std::size_t>(MemoryErrorKind::Misaligned) + 1);

} // namespace

const char* operationName(MemoryOperation operation)
{
    return kOperationNames[static_cast<std::size_t>(operation)];
}

const char* kindName(MemoryErrorKind kind)
{
    return kKindNames[static_cast<std::size_t>(kind)];
}

// By text, since equal literals of two files need not be one.

bool AccessFailure::operator==(const AccessFailure& other) const
{
    const auto tied = [](const AccessFailure& f) {
        return std::tuple(f.kind, std::string_view(f.cause), f.address, f.causeValue);
    };
    return tied(*this) == tied(other);
}

bool MemoryError::operator==(const MemoryError& other) const
{
    const auto tied = [](const MemoryError& e) {
        return std::tuple(e.kind, e.operation, e.hasRange, std::string_view(e.name),
            std::string_view(e.cause), e.start, e.length, e.address, e.causeValue);
    };
    return tied(*this) == tied(other);
}

Text MemoryError::asText() const
{
    const Text op(operationName(operation));
    const Text why(cause, { Text(hex(causeValue)) });
    const bool precise = address != kUnknownAddress && (!hasRange || address != start);
    if (!hasRange && !precise)
        return { FSCOPE_TR("Core", "guest memory '%1': %2 error: failed to access memory: %3"),
            { name, op, why } };
    if (!hasRange) {
        return { FSCOPE_TR("Core", "guest memory '%1': %2 error: failed to access memory at %3: %4"),
            { name, op, hex(address), why } };
    }
    if (!precise) {
        return { FSCOPE_TR("Core", "guest memory '%1': %2 error: failed to access %3-%4: %5"),
            { name, op, hex(start), hex(start + length), why } };
    }
    return { FSCOPE_TR("Core", "guest memory '%1': %2 error: failed to access %3-%4 at %5: %6"),
        { name, op, hex(start), hex(start + length), hex(address), why } };
}

const char* internedName(std::string_view name)
{
    // Never destroyed: errors that are printed while the process ends still point here.
    static auto& names = *new std::set<std::string, std::less<>>;
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    auto found = names.find(name);
    if (found == names.end())
        found = names.emplace(name).first;
    return found->c_str();
}

} // namespace fscope::memory
