// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include <QString>

namespace fscope::test {

/// The absolute path of a file of the repository: sourcePath(u"tests/data/esr.jsonl.gz"_s).
QString sourcePath(const QString& relative = {});

/// The absolute path of a program that this build made: programPath(u"fscope"_s).
QString programPath(const QString& name);

} // namespace fscope::test
