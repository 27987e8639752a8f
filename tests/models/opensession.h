// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "tests/models/testsource.h"

namespace fscope::test {

/// A session that has opened one of TestOpener's names and is idle.
struct OpenSession {
    TestOpener opener;
    models::Session session { opener.opener() };

    explicit OpenSession(const QString& name) { open(name); }

    void open(const QString& name)
    {
        session.open(name);
        wait();
    }
    void wait()
    {
        if (!session.waitUntilIdle())
            qFatal("the session does not come to rest");
    }
    void goTo(int intercept, int step)
    {
        session.goTo({ intercept, step });
        wait();
    }
    /// After the step that is the @p occurrence-th of type Step of @p intercept; its index, or -1.
    template <typename Step>
    int goToStep(int intercept, int occurrence = 1)
    {
        goTo(intercept, 0);
        const auto& steps = session.run()->steps;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (std::holds_alternative<Step>(steps[i]) && --occurrence == 0) {
                session.goToStep(int(i) + 1);
                return int(i);
            }
        }
        return -1;
    }
};

} // namespace fscope::test
