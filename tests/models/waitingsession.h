// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "tests/models/opensession.h"

namespace fscope::test {

/// An open session whose runs, once it is open, are held back while @c opener.control->runsWait is true.
struct WaitingSession : OpenSession {
    explicit WaitingSession(const QString& name, bool runsWait = false)
        : OpenSession(name)
    {
        opener.control->runsWait = runsWait;
    }
    ~WaitingSession() { opener.control->runsWait = false; }
};

} // namespace fscope::test
