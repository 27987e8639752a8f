// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/screenshot.h"

#include "app/gui/mainwindow.h"
#include "models/session.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QImageWriter>
#include <QPixmap>

#include <cmath>

namespace fscope::gui {
namespace {

constexpr int kPatienceMs = 60000;

/// Lets everything that is queued happen, until the session rests.
bool settle(const models::Session& session)
{
    QElapsedTimer timer;
    timer.start();
    do {
        // Layouts, panels that follow and their scrolling ask for one another, a few turns deep.
        for (int turn = 0; turn < 8; ++turn) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        }
    } while (session.isBusy() && timer.elapsed() < kPatienceMs);
    return !session.isBusy();
}

} // namespace

QString takeScreenshot(const CommandLine& line)
{
    MainWindow window(Settings::none());
    window.setTheme(line.theme.isEmpty() ? QStringLiteral("light") : line.theme);
    window.setLanguage(line.language.isEmpty() ? QStringLiteral("en") : line.language);
    if (!line.layout.isEmpty())
        window.setLayoutId(line.layout);
    if (!line.policy.isEmpty())
        window.setPolicy(line.policy);
    const double ratio = window.devicePixelRatioF();
    window.resize(static_cast<int>(std::lround(line.size.width() / ratio)),
        static_cast<int>(std::lround(line.size.height() / ratio)));

    models::Session* session = window.session();
    QString error;
    QObject::connect(session, &models::Session::openFailed, &window,
        [&error](const QString&, const QString& message) { error = message; });
    window.show();
    window.open(line.source);
    if (!session->waitUntilIdle(kPatienceMs) || !settle(*session))
        return QStringLiteral("%1: still not open after %2 seconds.")
            .arg(line.source)
            .arg(kPatienceMs / 1000);
    if (!error.isEmpty())
        return error;

    const models::Position position = line.position();
    if (position.intercept >= session->interceptCount())
        return QStringLiteral("%1: there is no intercept %2, the last is %3.")
            .arg(line.source)
            .arg(position.intercept + 1)
            .arg(session->interceptCount());
    session->goTo(position);
    if (!session->waitUntilIdle(kPatienceMs) || !settle(*session))
        return QStringLiteral("%1: intercept %2 takes too long.")
            .arg(line.source)
            .arg(position.intercept + 1);
    if (position.step > session->stepCount())
        return QStringLiteral("%1: intercept %2 has %3 steps, not %4.")
            .arg(line.source)
            .arg(position.intercept + 1)
            .arg(session->stepCount())
            .arg(position.step);

    QImageWriter writer(line.screenshot, "png");
    if (!writer.write(window.grab().toImage()))
        return QStringLiteral("%1: %2.").arg(line.screenshot, writer.errorString());
    return {};
}

} // namespace fscope::gui
