// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/picturecanvas.h"

#include "widgets/picturedrawing.h"

namespace fscope::widgets {

using models::ItemState;

int PictureContent::faultPlace() const
{
    for (int place = 0; place < PlaceCount; ++place) {
        if (stations[static_cast<std::size_t>(place)].state == ItemState::Fault)
            return place;
    }
    return PlaceCount;
}

bool PictureContent::isReached(int place) const
{
    return stations[static_cast<std::size_t>(place)].state != ItemState::Pending;
}

PictureCanvas::PictureCanvas(QWidget* parent)
    : Canvas(parent)
{
    setObjectName(QStringLiteral("pictureCanvas"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PictureCanvas::setContent(const PictureContent& content)
{
    if (content == m_content)
        return;
    m_content = content;
    invalidate();
}

QString PictureCanvas::plainText() const
{
    QString out;
    for (const PictureStation& station : m_content.stations) {
        QString mark = QStringLiteral("  ");
        if (station.state == ItemState::Fault)
            mark = QStringLiteral("\u2715 ");
        else if (station.current)
            mark = QStringLiteral("\u25b6 ");
        else if (station.state != ItemState::Pending)
            mark = QStringLiteral("\u2713 ");
        out += mark + station.title;
        if (!station.text.isEmpty())
            out += QStringLiteral(": ")
                + QString(station.text).replace(QLatin1Char('\n'), QStringLiteral("; "));
        out += QLatin1Char('\n');
    }
    if (!m_content.outcomeText.isEmpty())
        out += m_content.outcomeText + QLatin1Char('\n');
    return out;
}

std::unique_ptr<CanvasDrawing> PictureCanvas::makeDrawing(const QSizeF& available) const
{
    return std::make_unique<PictureDrawing>(m_content, available);
}

int PictureCanvas::homeItem() const
{
    for (int place = 0; place < PictureContent::PlaceCount; ++place) {
        if (m_content.stations[static_cast<std::size_t>(place)].current)
            return place;
    }
    return 0;
}

QSizeF PictureCanvas::preferredSize() const
{
    return PictureDrawing::preferredSize();
}

QSizeF PictureCanvas::smallestSize() const
{
    return PictureDrawing::smallestSize();
}

} // namespace fscope::widgets
