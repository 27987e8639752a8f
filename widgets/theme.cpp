// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QPointer>
#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace fscope::widgets {
namespace {

/// One role in the three looks. A blue and orange axis, kept apart by lightness too, holds for protanopia and
/// deuteranopia; tests check the contrasts.
struct RoleRow {
    ThemeRole role;
    QRgb light;
    QRgb dark;
    QRgb contrast;
};

constexpr std::array<RoleRow, kThemeRoleCount> kRoles { {
    { ThemeRole::Text, 0xff1b2026, 0xffe6e9ed, 0xffffffff },
    { ThemeRole::DimText, 0xff5b6570, 0xff9ba5b0, 0xffd2d2d2 },
    { ThemeRole::Base, 0xffffffff, 0xff16191d, 0xff000000 },
    { ThemeRole::AltBase, 0xfff5f6f8, 0xff1c2026, 0xff101010 },
    { ThemeRole::Window, 0xffedeff2, 0xff23272d, 0xff000000 },
    { ThemeRole::Grid, 0xff878f98, 0xff69737e, 0xffffffff },
    { ThemeRole::Accent, 0xff0b57d0, 0xff7ab4ff, 0xff66ccff },
    { ThemeRole::Selection, 0xffd5e4fc, 0xff1d3653, 0xff003a70 },
    { ThemeRole::Current, 0xff0b57d0, 0xff7ab4ff, 0xff66ccff },
    { ThemeRole::Changed, 0xff8a5000, 0xffffb454, 0xffffc400 },
    { ThemeRole::Fault, 0xffb3290b, 0xffff8062, 0xffff9a6b },
    { ThemeRole::Device, 0xff00636e, 0xff62cfdb, 0xff7fffff },
    { ThemeRole::Ram, 0xff435a70, 0xffa9bdd0, 0xffe0e8f0 },
    { ThemeRole::Stage1, 0xff005ea6, 0xff6db3ff, 0xff8fc8ff },
    { ThemeRole::Stage2, 0xff9c4400, 0xffffa15c, 0xffffb36b },
    { ThemeRole::Injected, 0xff8430a3, 0xffd69bff, 0xffe6b8ff },
    { ThemeRole::Unknown, 0xff626c77, 0xff9ba5b0, 0xffd2d2d2 },
    { ThemeRole::Reserved, 0xff626c77, 0xff9ba5b0, 0xffd2d2d2 },
    { ThemeRole::Different, 0xffa1096a, 0xffff8ac9, 0xffff9ed6 },
    { ThemeRole::Done, 0xff43566b, 0xff9fb4cc, 0xffffffff },
    { ThemeRole::Pending, 0xff79838d, 0xff7f8994, 0xffb8b8b8 },
} };

struct StateRow {
    models::ItemState state;
    ThemeRole role;
};
constexpr std::array kStates {
    StateRow { models::ItemState::Current, ThemeRole::Current },
    StateRow { models::ItemState::Pending, ThemeRole::DimText },
    StateRow { models::ItemState::Changed, ThemeRole::Changed },
    StateRow { models::ItemState::Fault, ThemeRole::Fault },
    StateRow { models::ItemState::Unknown, ThemeRole::Unknown },
    StateRow { models::ItemState::Reserved, ThemeRole::Reserved },
    StateRow { models::ItemState::ReservedSet, ThemeRole::Different },
    StateRow { models::ItemState::NotValid, ThemeRole::Reserved },
    StateRow { models::ItemState::Different, ThemeRole::Different },
    StateRow { models::ItemState::Injected, ThemeRole::Injected },
    StateRow { models::ItemState::Device, ThemeRole::Device },
};

QColor mixed(const QColor& under, const QColor& over, double share)
{
    const auto part
        = [share](int low, int high) { return static_cast<int>(std::lround(low + (high - low) * share)); };
    return QColor(
        part(under.red(), over.red()), part(under.green(), over.green()), part(under.blue(), over.blue()));
}

double luminance(const QColor& color)
{
    const auto linear
        = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

Theme& Theme::current()
{
    // Not a plain static: the palette and the events belong to the application object, of which a test may
    // make several.
    static QPointer<Theme> theme;
    if (theme == nullptr) {
        theme = new Theme;
        theme->setParent(qApp);
    }
    return *theme;
}

Theme::Theme()
    : m_systemPalette(QGuiApplication::palette())
{
    if (qApp != nullptr)
        qApp->installEventFilter(this);
    reload();
}

void Theme::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    reload();
    emit changed();
}

void Theme::reload()
{
    m_reloading = true;
    const bool systemDark = m_systemPalette.color(QPalette::Window).lightness() < 128;
    m_dark = m_mode == Mode::Dark || m_mode == Mode::HighContrast || (m_mode == Mode::System && systemDark);
    for (const RoleRow& row : kRoles) {
        const QRgb value = isHighContrast() ? row.contrast : m_dark ? row.dark : row.light;
        m_colors[static_cast<std::size_t>(row.role)] = QColor::fromRgb(value);
    }

    const QColor text = color(ThemeRole::Text);
    const QColor base = color(ThemeRole::Base);
    const QColor window = color(ThemeRole::Window);
    const QColor button
        = isHighContrast() ? window : mixed(window, m_dark ? text : base, m_dark ? 0.06 : 0.5);
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, color(ThemeRole::AltBase));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, color(ThemeRole::DimText));
    palette.setColor(QPalette::Button, button);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, color(ThemeRole::Fault));
    palette.setColor(QPalette::ToolTipBase, color(ThemeRole::AltBase));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, color(ThemeRole::Selection));
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Link, color(ThemeRole::Accent));
    palette.setColor(QPalette::LinkVisited, color(ThemeRole::Injected));
    palette.setColor(QPalette::Light, mixed(button, base, 0.6));
    palette.setColor(QPalette::Midlight, mixed(button, text, 0.04));
    palette.setColor(QPalette::Mid, mixed(window, text, 0.18));
    palette.setColor(QPalette::Dark, mixed(window, text, m_dark ? 0.3 : 0.35));
    palette.setColor(QPalette::Shadow, mixed(window, QColor::fromRgb(0xff000000), 0.6));
    const QColor disabled = mixed(window, text, 0.5);
    for (const QPalette::ColorRole role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, disabled);
    if (qApp != nullptr)
        QApplication::setPalette(palette);
    m_reloading = false;
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ThemeChange && !m_reloading) {
        // Our own palette hides the system's: take it off for a moment to see what the system wants now.
        m_reloading = true;
        QApplication::setPalette(QPalette());
        m_systemPalette = QGuiApplication::palette();
        reload();
        emit changed();
    }
    return QObject::eventFilter(watched, event);
}

QColor Theme::fill(ThemeRole role) const
{
    const double share = isHighContrast() ? 0.28 : m_dark ? 0.2 : 0.12;
    return mixed(color(ThemeRole::Base), color(role), share);
}

QColor Theme::textOn(ThemeRole role) const
{
    const QColor under = color(role);
    const QColor text = color(ThemeRole::Text);
    const QColor base = color(ThemeRole::Base);
    return contrast(base, under) >= contrast(text, under) ? base : text;
}

QPen Theme::pen(ThemeRole role, qreal width) const
{
    const bool thick = role == ThemeRole::Current || role == ThemeRole::Fault;
    QPen pen(color(role), width > 0 ? width : thick ? 2.0 : 1.0);
    pen.setJoinStyle(Qt::MiterJoin);
    if (role == ThemeRole::Device || role == ThemeRole::Pending)
        pen.setStyle(Qt::DashLine);
    else if (role == ThemeRole::Stage2)
        pen.setStyle(Qt::DotLine);
    else if (role == ThemeRole::Unknown)
        pen.setStyle(Qt::DashDotLine);
    return pen;
}

QBrush Theme::unknownBrush() const
{
    return QBrush(mixed(color(ThemeRole::Base), color(ThemeRole::Unknown), 0.45), Qt::BDiagPattern);
}

ThemeRole Theme::roleOf(models::ItemState state)
{
    const auto found = std::find_if(
        kStates.begin(), kStates.end(), [state](const StateRow& row) { return row.state == state; });
    return found == kStates.end() ? ThemeRole::Text : found->role;
}

ThemeRole Theme::roleOf(models::OutcomeState outcome)
{
    switch (outcome) {
    case models::OutcomeState::Unknown:
        return ThemeRole::Unknown;
    case models::OutcomeState::Native:
        return ThemeRole::Ram;
    case models::OutcomeState::Completed:
        return ThemeRole::Stage1;
    case models::OutcomeState::EventInjected:
        return ThemeRole::Injected;
    case models::OutcomeState::ExitToUser:
        return ThemeRole::Changed;
    case models::OutcomeState::Halted:
        return ThemeRole::Fault;
    }
    return ThemeRole::Text;
}

QFont Theme::fixedFont(qreal scale)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QFont base = QApplication::font();
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * scale);
    else
        font.setPixelSize(std::max(1, static_cast<int>(std::lround(base.pixelSize() * scale))));
    font.setStyleHint(QFont::TypeWriter);
    return font;
}

QFont Theme::textFont(qreal scale)
{
    QFont font = QApplication::font();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * scale);
    else
        font.setPixelSize(std::max(1, static_cast<int>(std::lround(font.pixelSize() * scale))));
    return font;
}

int Theme::quarterLine(const QWidget* widget)
{
    const QFontMetrics metrics(widget != nullptr ? widget->font() : QApplication::font());
    return std::max(2, (metrics.height() + 2) / 4);
}

double Theme::contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace fscope::widgets
