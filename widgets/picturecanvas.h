// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/roles.h"
#include "widgets/canvas.h"

#include <array>

namespace fscope::widgets {

/// One station of the picture, in the order of hypervisor::Station.
struct PictureStation {
    QString title;
    QString text;
    QString toolTip;
    QString accessible;
    models::ItemState state = models::ItemState::Pending;
    bool current = false;
    int step = -1; ///< the last micro-step done there; -1: none
    bool operator==(const PictureStation&) const = default;
};

/// What the picture says at one moment.
struct PictureContent {
    enum Place {
        Syndrome,
        Instruction,
        Accesses,
        Stage1,
        Stage2,
        Check,
        Target,
        Registers,
        Event,
        PlaceCount
    };
    enum class TargetKind { Unknown, Ram, Device, Nothing };

    std::array<PictureStation, PlaceCount> stations;
    TargetKind target = TargetKind::Unknown;
    bool syndromeUsed = false; ///< ISV = 1: the line passes by the instruction
    models::OutcomeState outcome = models::OutcomeState::Unknown;
    QString outcomeText; ///< empty until the end
    bool operator==(const PictureContent&) const = default;

    /// Where the line ends early, or PlaceCount.
    int faultPlace() const;
    bool isReached(int place) const;
};

/// Draws PictureContent. Items are the stations, then how it ended.
class PictureCanvas : public Canvas
{
    Q_OBJECT
public:
    explicit PictureCanvas(QWidget* parent = nullptr);

    void setContent(const PictureContent& content);
    const PictureContent& content() const { return m_content; }
    QString plainText() const override;

protected:
    std::unique_ptr<CanvasDrawing> makeDrawing(const QSizeF& available) const override;
    QSizeF preferredSize() const override;
    QSizeF smallestSize() const override;
    int homeItem() const override;

private:
    PictureContent m_content;
};

} // namespace fscope::widgets
