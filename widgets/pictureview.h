// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/panel.h"

#include <QImage>

namespace fscope::models {
class PictureModel;
}

namespace fscope::widgets {

class PictureCanvas;

/// The one picture: instruction bits → accesses → stage 1 and 2 → check → RAM or device → registers, with the
/// way past the decoder that ISV = 1 allows and the branch to an event, an exit or a halt.
///
/// Follows the session. Enter or a click on a station goes to its step.
class PictureView : public Panel
{
    Q_OBJECT
public:
    explicit PictureView(models::Session* session, QWidget* parent = nullptr);

    using QWidget::render;
    /// The picture as it is now at @p size device independent pixels (empty: as wide as it likes), @p scale
    /// pixels each.
    QImage render(const QSize& size, qreal scale = 1.0) const;
    /// Writes the picture as SVG; false if the file cannot be written.
    bool saveSvg(const QString& path) const;
    PictureCanvas* canvas() const { return m_canvas; }

protected:
    void retranslate() override;
    void setLive(bool live) override;
    void restyle() override;

private:
    void refresh();
    models::PictureModel* m_model;
    PictureCanvas* m_canvas;
};

} // namespace fscope::widgets
