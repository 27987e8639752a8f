// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "app/gui/mainwindow.h"
#include "app/gui/settings.h"
#include "models/session.h"

#include <QCoreApplication>
#include <QTest>

#include <memory>

/// What tests of the whole window begin with.
namespace fscope::tests {

using namespace Qt::StringLiterals;

inline const QString kLesson = u"post-index-store"_s;

inline std::unique_ptr<gui::MainWindow> openWindow(
    gui::Settings settings = gui::Settings::none(), const QString& source = kLesson)
{
    auto window = std::make_unique<gui::MainWindow>(std::move(settings));
    window->setLanguage(u"en"_s);
    window->setTheme(u"light"_s);
    window->resize(1440, 900);
    window->show();
    if (!source.isEmpty()) {
        window->open(source);
        window->session()->waitUntilIdle();
    }
    QTest::qWait(20);
    return window;
}

inline void wait(const gui::MainWindow& window)
{
    window.session()->waitUntilIdle();
    QCoreApplication::processEvents();
}

} // namespace fscope::tests
