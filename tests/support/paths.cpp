// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "tests/support/paths.h"

#include <QDir>

namespace fscope::test {

QString sourcePath(const QString& relative)
{
    return QDir(QStringLiteral(FSCOPE_SOURCE_DIR)).filePath(relative);
}

QString programPath(const QString& name)
{
    return QDir(QStringLiteral(FSCOPE_PROGRAM_DIR)).filePath(name + QStringLiteral(FSCOPE_PROGRAM_SUFFIX));
}

} // namespace fscope::test
