// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/roles.h"
#include "widgets/timelineqcustomplot.h"

#include <QPointer>

#include <array>

namespace fscope::models {
class TimelineModel;
}

namespace fscope::widgets {

/// The strip itself: how many intercepts of each outcome each bin holds, stacked, and from near the shape of
/// each one's outcome.
class TimelinePlot : public QCustomPlot
{
    Q_OBJECT
public:
    explicit TimelinePlot(models::TimelineModel* model, QWidget* parent = nullptr);

    /// The intercept at a place, or -1.
    int interceptAt(double x) const;
    int current() const { return m_current; }
    void setCurrent(int index);
    /// Counts anew and draws with the next turn of the event loop.
    void reload();
    void showAll();
    void applyTheme();
    void retranslate();
    /// What is on the strip at the current place, in words.
    QString describe(int index) const;
    /// First and last intercept in sight; whether each has its own mark.
    QPair<int, int> shownRange() const;
    bool showsMarks() const { return m_marksShown; }

signals:
    void interceptChosen(int index);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

private:
    static constexpr int kOutcomes = 6;
    void fill();
    void limitRange();
    void placeMarker();
    void announce();
    models::TimelineModel* m_model;
    std::array<QCPBars*, kOutcomes> m_bars {};
    std::array<QCPGraph*, kOutcomes> m_marks {};
    QCPItemRect* m_marker;
    QCPItemText* m_markerMark;
    QPoint m_pressed;
    int m_current = -1;
    bool m_marksShown = false;
    bool m_filling = false;
};

} // namespace fscope::widgets
