// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "tests/bench/benchreport.h"

#ifdef FSCOPE_BENCH_QT
#include <QApplication>
#endif

int main(int argc, char** argv)
{
#ifdef FSCOPE_BENCH_QT
    // Figures of the window must not depend on a display, nor need one.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
#endif
    return fscope::bench::run(argc, argv);
}
