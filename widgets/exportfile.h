// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

namespace fscope::widgets {

/// Writes a file whole or not at all. False with @p error set to the reason.
bool writeExport(const QString& path, const QByteArray& content, QString* error);
QByteArray asPng(const QImage& image);

} // namespace fscope::widgets
