// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/cli/program.h"

#include <cstdio>

int main(int argc, char** argv)
{
    fscope::cli::Console console(stdout, stderr);
    return fscope::cli::runProgram(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc), console);
}
