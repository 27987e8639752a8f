// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QString>

#include <span>

class QWidget;

namespace fscope::models {
class Session;
}
namespace fscope::widgets {
class Panel;
}

namespace fscope::gui {

/// One dockable panel of the window.
struct PanelRow {
    const char* id; ///< "intercepts": of settings, layouts, actions ("panel.show.intercepts") and help pages
    const char* title; ///< to be translated in context "Panels"
    widgets::Panel* (*make)(models::Session* session, QWidget* parent);
};

/// In the order F6 goes through them.
std::span<const PanelRow> panelRows();
QString panelTitle(const PanelRow& row);

} // namespace fscope::gui
