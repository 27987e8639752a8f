// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/roles.h"

#include <QObject>
#include <QString>

class QWidget;

namespace fscope::gui {

class ActionRegistry;
class PanelHost;

/// What the window does for the Translation and Page tables panels: their exports, the keys that lead to
/// their address fields, and the questions that other panels ask of them.
class TranslationActions : public QObject
{
    Q_OBJECT
public:
    TranslationActions(ActionRegistry* actions, PanelHost* panels, QWidget* window);

    void exportDiagram(const QString& path);
    void exportWalk(const QString& path);
    void exportTables(const QString& path);
    void showMapping(models::AddressSpace space, quint64 address);
    void showWalk(models::AddressSpace space, quint64 address);

signals:
    void message(const QString& text);
    void failed(const QString& what, const QString& why);

private:
    void chooseFile(const QString& title, const QStringList& filters, const QString& name,
        void (TranslationActions::*write)(const QString& path));
    void report(const QString& path, const QString& error);
    PanelHost* m_panels;
    QWidget* m_window;
};

} // namespace fscope::gui
