// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

using namespace fscope;
using widgets::Theme;
using widgets::ThemeRole;

Q_DECLARE_METATYPE(fscope::widgets::Theme::Mode)

namespace {

constexpr std::array kText { ThemeRole::Text, ThemeRole::DimText, ThemeRole::Accent, ThemeRole::Current,
    ThemeRole::Changed, ThemeRole::Fault, ThemeRole::Device, ThemeRole::Ram, ThemeRole::Stage1,
    ThemeRole::Stage2, ThemeRole::Injected, ThemeRole::Unknown, ThemeRole::Reserved, ThemeRole::Different,
    ThemeRole::Done };
constexpr std::array kMarks { ThemeRole::Grid, ThemeRole::Pending };

/// For messages of QVERIFY2.
QByteArray told(const QByteArray& text, double contrast)
{
    return text + ": " + QByteArray::number(contrast);
}

QByteArray nameOf(ThemeRole role)
{
    return "role " + QByteArray::number(static_cast<int>(role));
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { Theme::current().setMode(Theme::Mode::Light); }
    void textIsReadableOnEveryGround_data();
    void textIsReadableOnEveryGround();
    void marksStandOut_data() { modes(); }
    void marksStandOut();
    void solidAreasCarryText_data() { modes(); }
    void solidAreasCarryText();
    void aChangeOfModeIsTold();
    void paletteFollowsTheTheme_data() { modes(); }
    void paletteFollowsTheTheme();
    void rolesDifferByShapeToo();
    void iconsTakeTheColourOfTheTheme();

private:
    static void modes();
};

void TestTheme::modes()
{
    QTest::addColumn<Theme::Mode>("mode");
    QTest::newRow("light") << Theme::Mode::Light;
    QTest::newRow("dark") << Theme::Mode::Dark;
    QTest::newRow("high contrast") << Theme::Mode::HighContrast;
}

void TestTheme::textIsReadableOnEveryGround_data()
{
    modes();
}

void TestTheme::textIsReadableOnEveryGround()
{
    QFETCH(const Theme::Mode, mode);
    Theme& theme = Theme::current();
    theme.setMode(mode);
    for (const ThemeRole role : kText) {
        for (const ThemeRole ground : { ThemeRole::Base, ThemeRole::AltBase }) {
            const double contrast = Theme::contrast(theme.color(role), theme.color(ground));
            QVERIFY2(contrast >= 4.5, told(nameOf(role) + " on " + nameOf(ground), contrast));
        }
        // On the soft area of its own role, and on a selected row.
        QVERIFY2(Theme::contrast(theme.color(ThemeRole::Text), theme.fill(role)) >= 4.5, nameOf(role));
        QVERIFY2(Theme::contrast(theme.color(role), theme.fill(role)) >= 3.0, nameOf(role));
    }
    for (const ThemeRole role :
        { ThemeRole::Text, ThemeRole::DimText, ThemeRole::Changed, ThemeRole::Fault }) {
        const double contrast = Theme::contrast(theme.color(role), theme.color(ThemeRole::Selection));
        QVERIFY2(contrast >= 4.5, told(nameOf(role) + " selected", contrast));
    }
    for (const ThemeRole role : { ThemeRole::Text, ThemeRole::DimText })
        QVERIFY(Theme::contrast(theme.color(role), theme.color(ThemeRole::Window)) >= 4.5);
}

void TestTheme::marksStandOut()
{
    QFETCH(const Theme::Mode, mode);
    Theme& theme = Theme::current();
    theme.setMode(mode);
    for (const ThemeRole role : kMarks) {
        const double contrast = Theme::contrast(theme.color(role), theme.color(ThemeRole::Base));
        QVERIFY2(contrast >= 3.0, told(nameOf(role), contrast));
    }
}

void TestTheme::solidAreasCarryText()
{
    QFETCH(const Theme::Mode, mode);
    Theme& theme = Theme::current();
    theme.setMode(mode);
    for (const ThemeRole role : kText)
        QVERIFY2(Theme::contrast(theme.textOn(role), theme.color(role)) >= 4.5, nameOf(role));
}

void TestTheme::aChangeOfModeIsTold()
{
    Theme& theme = Theme::current();
    theme.setMode(Theme::Mode::Light);
    QSignalSpy spy(&theme, &Theme::changed);
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(spy.count(), 1);
    QVERIFY(theme.isDark());
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(spy.count(), 1);
}

void TestTheme::paletteFollowsTheTheme()
{
    QFETCH(const Theme::Mode, mode);
    Theme& theme = Theme::current();
    theme.setMode(mode);
    const QPalette palette = QApplication::palette();
    QCOMPARE(palette.color(QPalette::Base), theme.color(ThemeRole::Base));
    QCOMPARE(palette.color(QPalette::Text), theme.color(ThemeRole::Text));
    QVERIFY(Theme::contrast(palette.color(QPalette::ButtonText), palette.color(QPalette::Button)) >= 4.5);
    QVERIFY(
        Theme::contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
    QVERIFY(
        Theme::contrast(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase)) >= 4.5);
    QVERIFY(Theme::contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)) >= 4.5);
    QVERIFY(Theme::contrast(palette.color(QPalette::Link), palette.color(QPalette::Base)) >= 4.5);
}

void TestTheme::rolesDifferByShapeToo()
{
    const Theme& theme = Theme::current();
    QVERIFY(theme.pen(ThemeRole::Device).style() != theme.pen(ThemeRole::Ram).style());
    QVERIFY(theme.pen(ThemeRole::Stage1).style() != theme.pen(ThemeRole::Stage2).style());
    QVERIFY(theme.pen(ThemeRole::Fault).widthF() > theme.pen(ThemeRole::Done).widthF());
    QCOMPARE(theme.pen(ThemeRole::Device, 3).widthF(), 3.0);
    QVERIFY(theme.unknownBrush().style() != Qt::SolidPattern);
}

void TestTheme::iconsTakeTheColourOfTheTheme()
{
    Theme& theme = Theme::current();
    const QIcon icon = widgets::themedIcon(QStringLiteral("close"));
    QVERIFY(!icon.isNull());
    for (const Theme::Mode mode : { Theme::Mode::Light, Theme::Mode::Dark }) {
        theme.setMode(mode);
        const QImage image = icon.pixmap(32, 32).toImage();
        const QColor middle = image.pixelColor(image.width() / 2, image.height() / 2);
        QVERIFY(Theme::contrast(middle, theme.color(ThemeRole::Base)) >= 3);
    }
    QVERIFY(widgets::themedIcon(QStringLiteral("no such icon")).isNull());
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
