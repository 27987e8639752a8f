// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/timelineview.h"

#include "models/session.h"
#include "models/timelinemodel.h"
#include "widgets/theme.h"
#include "widgets/timelineplot.h"

namespace fscope::widgets {

TimelineView::TimelineView(models::Session* session, QWidget* parent)
    : Panel(session, "timeline", parent)
    , m_model(new models::TimelineModel(session, this))
    , m_plot(new TimelinePlot(m_model))
{
    setBody(m_plot);
    setFocusProxy(m_plot);
    connect(m_plot, &TimelinePlot::interceptChosen, session, &models::Session::goToIntercept);
    connect(session, &models::Session::sourceChanged, this, [this] {
        setEmpty(!this->session()->hasSource());
        m_plot->showAll();
        m_plot->setCurrent(this->session()->position().intercept);
    });
    connect(session, &models::Session::momentChanged, this,
        [this] { m_plot->setCurrent(this->session()->position().intercept); });
    connect(session, &models::Session::rowsChanged, this, [this] {
        if (isLive())
            m_plot->reload();
    });
    retranslate();
    m_plot->setCurrent(session->position().intercept);
}

void TimelineView::retranslate()
{
    m_plot->retranslate();
    setEmptyText(
        tr("All intercepts of what is open, by outcome, are drawn here as a strip once a lesson or a file "
           "is open."),
        QStringLiteral("file.open"), tr("Open…"));
    setEmpty(!session()->hasSource());
}

void TimelineView::setLive(bool live)
{
    if (live)
        m_plot->reload();
}

void TimelineView::restyle()
{
    m_plot->applyTheme();
}

} // namespace fscope::widgets
