// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/mainwindow.h"
#include "models/session.h"
#include "tests/bench/benchreport.h"
#include "widgets/memorymapcanvas.h"

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

/// RAM of 8 GiB of which every other page is dirty, a million of them, beside a device.
std::shared_ptr<const models::MemoryMapContent> millionDirtyPages()
{
    auto content = std::make_shared<models::MemoryMapContent>();
    constexpr quint64 kStart = 0x40000000;
    constexpr quint64 kPages = 2'000'000;
    const auto add = [&](quint64 end, models::MapKind kind, const QString& name) {
        const auto& all = content->stretches;
        const quint64 start = all.empty() ? 0 : all.back().start + all.back().size;
        models::MapStretch stretch;
        stretch.start = start;
        stretch.size = end - start;
        stretch.kind = kind;
        stretch.name = name;
        stretch.title = name;
        content->stretches.push_back(stretch);
    };
    add(0x9000000, models::MapKind::Hole, {});
    add(0x9001000, models::MapKind::Device, QStringLiteral("uart0"));
    add(kStart, models::MapKind::Hole, {});
    add(kStart + kPages * kPageSize, models::MapKind::Ram, QStringLiteral("ram"));
    add(quint64(1) << 52, models::MapKind::Hole, {});
    for (const auto state : { models::PageState::Touched, models::PageState::Dirty }) {
        for (quint64 i = 0; i < kPages; i += 2)
            content->pages.push_back({ kStart + i * kPageSize, kPageSize, state });
    }
    return content;
}

/// Median milliseconds to pan the strip a little and paint it. @p zooms: how often it is zoomed in first.
double millisecondsPerStrip(int zooms)
{
    widgets::MemoryMapCanvas canvas;
    canvas.resize(1400, 180);
    canvas.setContent(millionDirtyPages());
    canvas.select(0x40000000 + (quint64(1) << 32));
    for (int i = 0; i < zooms; ++i)
        canvas.zoomIn();
    QImage image(canvas.size(), QImage::Format_RGB32);
    std::vector<double> times;
    for (int i = 0; i < 40; ++i) {
        canvas.zoom(i % 2 == 0 ? 1.01 : 1 / 1.01, 700);
        QElapsedTimer timer;
        timer.start();
        canvas.render(&image);
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
FSCOPE_BENCH("painting the memory map, 1 million dirty pages, all of it", "ms", 4, false,
    [] { return millisecondsPerStrip(0); });
FSCOPE_BENCH("painting the memory map, 1 million dirty pages, zoomed in", "ms", 4, false,
    [] { return millisecondsPerStrip(14); });
