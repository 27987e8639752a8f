// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/mainwindow.h"
#include "models/session.h"
#include "tests/bench/benchreport.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <vector>

namespace {

using namespace fscope;

constexpr int kSteps = 120;

/// Lets all that a step has queued happen: models, layouts, and the painting of what has changed.
void settle()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::UpdateRequest);
}

double median(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + std::ptrdiff_t(values.size() / 2), values.end());
    return values[values.size() / 2];
}

/// Median milliseconds from the key to the last panel painted, stepping to the end of the first intercept and
/// back.
double millisecondsPerStep(const char* source, bool forwards)
{
    gui::MainWindow window(gui::Settings::none());
    window.setTheme(QStringLiteral("light"));
    window.setLanguage(QStringLiteral("en"));
    window.resize(1440, 900);
    window.show();
    window.open(QLatin1String(source));
    window.session()->waitUntilIdle(60000);
    for (int i = 0; i < 10; ++i)
        settle();
    std::vector<double> times;
    for (int i = 0; i < kSteps; ++i) {
        const models::Position at = window.session()->position();
        // Inside the intercept: another one comes from the worker, and is not this budget.
        const bool turn = forwards ? at.step >= window.session()->stepCount() : at.step <= 0;
        if (turn) {
            window.session()->goToStep(forwards ? 0 : window.session()->stepCount());
            settle();
        }
        QElapsedTimer timer;
        timer.start();
        if (forwards)
            window.session()->stepForward();
        else
            window.session()->stepBackward();
        settle();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return median(times);
}

/// Median milliseconds to paint the whole window from nothing.
double millisecondsPerFullPainting()
{
    gui::MainWindow window(gui::Settings::none());
    window.setTheme(QStringLiteral("light"));
    window.resize(1440, 900);
    window.show();
    window.open(QStringLiteral("post-index-store"));
    window.session()->waitUntilIdle(60000);
    window.session()->goToStep(5);
    for (int i = 0; i < 10; ++i)
        settle();
    QImage image(window.size(), QImage::Format_RGB32);
    std::vector<double> times;
    for (int i = 0; i < 20; ++i) {
        QElapsedTimer timer;
        timer.start();
        window.render(&image);
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return median(times);
}

} // namespace

FSCOPE_BENCH("one step until all panels are painted, lesson", "ms", 16, false,
    [] { return millisecondsPerStep("post-index-store", true); });
FSCOPE_BENCH("one step back until all panels are painted, lesson", "ms", 16, false,
    [] { return millisecondsPerStep("post-index-store", false); });
FSCOPE_BENCH("one step until all panels are painted, 200 recorded aborts", "ms", 16, false,
    [] { return millisecondsPerStep("sample", true); });
FSCOPE_BENCH("painting the whole window", "ms", 0, false, [] { return millisecondsPerFullPainting(); });
