// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/cachemodel.h"

#include <QWidget>

namespace fscope::widgets {

/// Hits, misses and evictions of a cache over the micro-steps of an intercept, as lines that rise.
///
/// Each line has a pattern of its own and its name beside it. A click goes to a step, Left and Right to the
/// neighbouring step at which something happened.
class CachePlot : public QWidget
{
    Q_OBJECT
public:
    explicit CachePlot(QWidget* parent = nullptr);

    void setHistory(const QVector<models::CachePoint>& points);
    void setCurrent(int step);
    int current() const { return m_current; }
    void retranslate();
    /// What the lines say at a step.
    QString describe(int step) const;
    /// The step at a place, or -1.
    int stepAt(const QPointF& at) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void stepChosen(int step);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QRectF plotRect() const;
    double xOf(int step) const;
    void announce();
    int neighbour(int direction) const;
    QVector<models::CachePoint> m_points;
    int m_current = 0;
};

} // namespace fscope::widgets
