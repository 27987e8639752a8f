// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/screenshot.h"

#include "app/gui/mainwindow.h"
#include "models/session.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImageWriter>
#include <QPixmap>
#include <QProxyStyle>

#include <cmath>
#include <cstdio>

namespace fscope::gui {
namespace {

constexpr int kPatienceMs = 60000;

/// Nothing fades or slides: the same moment is the same picture.
class StillStyle : public QProxyStyle
{
public:
    StillStyle()
        : QProxyStyle(QStringLiteral("fusion"))
    { }
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
        QStyleHintReturn* returnData) const override
    {
        if (hint == SH_Widget_Animate || hint == SH_Widget_Animation_Duration)
            return 0;
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
};

/// Of the platform that draws without a screen, what it cannot do is no news.
void onMessage(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type == QtDebugMsg || type == QtInfoMsg
        || text.startsWith(QStringLiteral("This plugin does not support")))
        return;
    std::fputs(text.toLocal8Bit().append('\n').constData(), stderr);
}

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

void dropPlatformMessages()
{
    qInstallMessageHandler(onMessage);
}

QString takeScreenshot(const CommandLine& line)
{
    QApplication::setStyle(new StillStyle);
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

    const auto write = [&]() -> QString {
        QImageWriter writer(line.screenshot, "png");
        if (writer.write(window.grab().toImage()))
            return {};
        return QStringLiteral("%1: %2.").arg(line.screenshot, writer.errorString());
    };

    models::Session* session = window.session();
    QString error;
    QObject::connect(session, &models::Session::openFailed, &window,
        [&error](const QString&, const QString& message) { error = message; });
    window.show();
    if (!line.decode.isEmpty())
        window.decode(line.decode);
    if (line.source.isEmpty()) {
        settle(*session);
        return write();
    }
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

    return write();
}

} // namespace fscope::gui
