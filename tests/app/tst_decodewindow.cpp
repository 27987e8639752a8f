// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/actions.h"
#include "app/gui/mainwindow.h"
#include "app/gui/panelhost.h"
#include "app/gui/settings.h"
#include "models/session.h"
#include "widgets/decodepanel.h"
#include "widgets/syndromeview.h"

#include <QAction>
#include <QClipboard>
#include <QDockWidget>
#include <QGuiApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fscope;

/// How the window reaches the Decode panel, and leaves it.
class TestDecodeWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }
    void pastingIntoTheEmptyWindowDecodes();
    void openingALessonBringsItsPanelsBack();
    void theSyndromeOpensInDecodeWithItsAddresses();

private:
    widgets::DecodePanel* panel() const
    {
        return m_window->panels()->panelAs<widgets::DecodePanel>("decode");
    }
    std::unique_ptr<gui::MainWindow> m_window;
};

void TestDecodeWindow::init()
{
    m_window = std::make_unique<gui::MainWindow>(gui::Settings::none());
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
}

void TestDecodeWindow::pastingIntoTheEmptyWindowDecodes()
{
    QGuiApplication::clipboard()->setText(u"0x92000046"_s);
    QVERIFY(!panel()->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(panel()->isVisible());
    QCOMPARE(panel()->editor()->value(), quint64(0x92000046));
    QCOMPARE(m_window->panels()->layoutId(), u"decode"_s);
    QVERIFY(!m_window->panels()->dock(u"registers"_s)->isVisible());
    QAction* start = m_window->actionRegistry()->action(u"view.start"_s);
    start->trigger();
    QVERIFY(!panel()->isVisible());
    start->trigger();
    QVERIFY(panel()->isVisible());
}

void TestDecodeWindow::openingALessonBringsItsPanelsBack()
{
    const QString before = m_window->panels()->layoutId();
    m_window->decode(u"0x92000046"_s);
    m_window->open(u"isv1-load"_s);
    QVERIFY(m_window->session()->waitUntilIdle());
    QCoreApplication::processEvents();
    QVERIFY(m_window->session()->hasSource());
    QCOMPARE(m_window->panels()->layoutId(), before);
    QTRY_VERIFY(m_window->panels()->dock(u"registers"_s)->isVisible());
    // With something open, Decode is one panel among the others.
    m_window->decode(u"0x93c08006"_s);
    QTRY_VERIFY(panel()->isVisible());
    QCOMPARE(m_window->panels()->layoutId(), before);
    QVERIFY(m_window->panels()->dock(u"registers"_s)->isVisible());
}

void TestDecodeWindow::theSyndromeOpensInDecodeWithItsAddresses()
{
    m_window->open(u"isv1-load"_s);
    QVERIFY(m_window->session()->waitUntilIdle());
    auto* syndrome = m_window->panels()->panelAs<widgets::SyndromeView>("syndrome");
    syndrome->openInDecode();
    const auto run = m_window->session()->run();
    QCOMPARE(panel()->editor()->value(), quint64 { run->intercept->esr });
    QCOMPARE(panel()->editor()->companions().far.value_or(0), quint64 { run->intercept->far });
    QCOMPARE(panel()->editor()->companions().hpfar.value_or(0), quint64 { run->intercept->hpfar });
}

QTEST_MAIN(TestDecodeWindow)
#include "tst_decodewindow.moc"
