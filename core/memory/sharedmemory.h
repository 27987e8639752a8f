// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/result.h"
#include "core/memory/hostfile.h"

#include <cstdint>
#include <string>

namespace fscope::memory {

/// An anonymous memory object of @p size bytes (more than 0), all zero, that can be mapped at several places
/// at once: ROM at two addresses, memory shared by two guests. Pages cost memory once touched. It lives as
/// long as a handle or a mapping of it.
///
/// @param name          for people, in /proc/PID/maps and in errors
/// @param hugePageSize  0, or a power of two the host has huge pages of; @p size is a multiple of it, and the
///                      pages are taken from the host's pool at once
Result<HostFile> makeSharedMemory(
    std::uint64_t size, const std::string& name, std::uint64_t hugePageSize = 0);

} // namespace fscope::memory
