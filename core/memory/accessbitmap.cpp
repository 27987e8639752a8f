// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#include "core/memory/accessbitmap.h"

#include "core/memory/readsection.h"

#include <utility>

namespace fscope::memory {

AccessBitmap::AccessBitmap(PageBitmap bits)
    : m_bits(std::move(bits))
{ }

Result<std::shared_ptr<AccessBitmap>> AccessBitmap::create(std::uint64_t pages, bool allowed)
{
    auto bits = PageBitmap::create(pages);
    if (!bits)
        return tl::unexpected(bits.error());
    if (allowed && pages > 0)
        bits->assign(0, pages, true);
    return std::make_shared<AccessBitmap>(std::move(*bits));
}

void AccessBitmap::assign(std::uint64_t first, std::uint64_t count, bool value)
{
    if (first >= pages() || count == 0)
        return;
    const std::lock_guard lock(m_mutex);
    m_bits.assign(first, std::min(count, pages() - first), value);
}

void AccessBitmap::allow(std::uint64_t first, std::uint64_t count)
{
    assign(first, count, true);
}

bool AccessBitmap::forbid(std::uint64_t first, std::uint64_t count)
{
    assign(first, count, false);
    return synchronizeReaders();
}

} // namespace fscope::memory
