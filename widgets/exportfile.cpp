// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/exportfile.h"

#include <QBuffer>
#include <QSaveFile>

namespace fscope::widgets {

bool writeExport(const QString& path, const QByteArray& content, QString* error)
{
    QSaveFile file(path);
    const bool written
        = file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
    if (!written)
        *error = file.errorString();
    return written;
}

QByteArray asPng(const QImage& image)
{
    QByteArray out;
    QBuffer buffer(&out);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return out;
}

} // namespace fscope::widgets
