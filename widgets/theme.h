// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/roles.h"

#include <QBrush>
#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <QPen>

#include <array>

class QWidget;

namespace fscope::widgets {

/// What a colour says. Everything painted names a role; the values live in theme.cpp alone.
///
/// Each role is also told by a shape (see pen()), so that print, dark screens and colour blindness keep it.
enum class ThemeRole : int {
    Text,      ///< ordinary text on Base
    DimText,   ///< what is there but not the point: leading zeros, pending steps; still readable (4.5:1)
    Base,      ///< behind text and drawings
    AltBase,   ///< every other row, soft areas
    Window,    ///< behind panels
    Grid,      ///< lines between cells and boxes
    Accent,    ///< the one accent colour: links, selection, focus
    Selection, ///< behind the selected row; Text is readable on it
    Current,   ///< where we are
    Changed,   ///< written by the last step
    Fault,     ///< it stopped here
    Device,    ///< MMIO
    Ram,       ///< ordinary memory
    Stage1,
    Stage2,
    Injected,  ///< an event into the guest
    Unknown,   ///< not known to this source
    Reserved,  ///< RES0 and RES1
    Different, ///< differs from the recording
    Done,      ///< reached and passed
    Pending,   ///< not reached yet: outlines
};
inline constexpr int kThemeRoleCount = 21;

/// Colours, pens and fonts of the window, light, dark or high contrast. One per process.
///
/// Follows the lightness of the system's palette unless told otherwise; changed() is emitted after each
/// change and the application's palette has been set by then, so a widget that paints by roles has only to
/// update().
class Theme final : public QObject
{
    Q_OBJECT
public:
    enum class Mode : int { System, Light, Dark, HighContrast };
    Q_ENUM(Mode)

    /// The theme in force. The first call, after QApplication exists, reads the system's palette.
    static Theme& current();

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    bool isDark() const { return m_dark; }
    bool isHighContrast() const { return m_mode == Mode::HighContrast; }

    QColor color(ThemeRole role) const { return m_colors[static_cast<std::size_t>(role)]; }
    /// A soft area of the role: Text is readable on it (4.5:1).
    QColor fill(ThemeRole role) const;
    /// Text on a solid area of color(role).
    QColor textOn(ThemeRole role) const;
    /// A line of the role in its own style: Device dashed, Stage2 dotted, Pending dashed thin, Fault and
    /// Current thicker, the rest solid. @p width in device independent pixels; 0: the role's own width (1, or
    /// 2 where thicker).
    QPen pen(ThemeRole role, qreal width = 0) const;
    /// Diagonal lines for what is not known.
    QBrush unknownBrush() const;

    /// The role a state is drawn in; Text for Normal.
    static ThemeRole roleOf(models::ItemState state);
    static ThemeRole roleOf(models::OutcomeState outcome);

    /// The one fixed font for code, digits and bits, in the size of the application's font times @p scale
    /// (0.85, 1, 1.2 or 1.5).
    static QFont fixedFont(qreal scale = 1.0);
    static QFont textFont(qreal scale = 1.0);
    /// A quarter of a line of the widget's font: spacing is made in multiples of it.
    static int quarterLine(const QWidget* widget = nullptr);

    /// WCAG 2 contrast of two opaque colours, 1 to 21.
    static double contrast(const QColor& a, const QColor& b);

signals:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Theme();
    void reload();

    std::array<QColor, kThemeRoleCount> m_colors;
    QPalette m_systemPalette;
    Mode m_mode = Mode::System;
    bool m_dark = false;
    bool m_reloading = false;
};

} // namespace fscope::widgets
