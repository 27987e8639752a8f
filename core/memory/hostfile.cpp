// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/memory/hostfile.h"

#include "core/memory/hostfilehandle.h"

namespace fscope::memory {

bool HostFile::writable() const
{
    return m_handle && m_handle->writable;
}

bool HostFile::anonymous() const
{
    return m_handle && m_handle->anonymous;
}

const std::string& HostFile::name() const
{
    static const std::string none;
    return m_handle ? m_handle->name : none;
}

HostFile::Native HostFile::native() const
{
    return m_handle ? m_handle->native : -1;
}

} // namespace fscope::memory
