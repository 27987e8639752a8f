// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/panel.h"

namespace fscope::models {
class TimelineModel;
}

namespace fscope::widgets {

class TimelinePlot;

/// A strip over all intercepts of what is open, by outcome; the current one is marked.
///
/// A click goes there, the wheel zooms, dragging moves, a double click shows all again; Left and Right go to
/// the neighbouring intercept, Home and End to the ends.
class TimelineView : public Panel
{
    Q_OBJECT
public:
    explicit TimelineView(models::Session* session, QWidget* parent = nullptr);

    TimelinePlot* plot() const { return m_plot; }

protected:
    void retranslate() override;
    void setLive(bool live) override;
    void restyle() override;

private:
    models::TimelineModel* m_model;
    TimelinePlot* m_plot;
};

} // namespace fscope::widgets
