// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "app/gui/settings.h"
#include "models/position.h"
#include "models/roles.h"

#include <QMainWindow>

#include <vector>

class QStackedWidget;

namespace fscope::models {
class Session;
}
namespace fscope::widgets {
class LogPanel;
class MessageBar;
} // namespace fscope::widgets

namespace fscope::gui {

class ActionRegistry;
class EditActions;
class HelpWindow;
class LanguageSwitch;
class MainMenu;
class PanelHost;
class StartPage;
class TranslationActions;
struct PaletteEntry;

/// The window: a session, the panels that show it, and the actions on it.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Settings settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    models::Session* session() const { return m_session; }
    ActionRegistry* actionRegistry() const { return m_actions; }
    PanelHost* panels() const { return m_panels; }
    widgets::MessageBar* messageBar() const { return m_messages; }

    /// Opens a lesson or a file; what was open stays until it is ready, or if it fails.
    void open(const QString& nameOrPath);
    /// The same, and goes to a position once it is open.
    void open(const QString& nameOrPath, const models::Position& position);
    bool setTheme(const QString& id);
    bool setLanguage(const QString& id);
    bool setLayoutId(const QString& id);
    bool setPolicy(const QString& id);
    /// Decodes a text as if it were pasted into the Decode panel; also while nothing is open.
    void decode(const QString& text);
    /// Where "Go to" leads for a text. Returns what is wrong with it; empty: nothing.
    QString goTo(const QString& text);
    /// Everything the palette lists.
    std::vector<PaletteEntry> paletteEntries();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void connectActions();
    void connectSession();
    void chooseFile();
    void showPalette(bool lessonsOnly);
    void showGoTo();
    void showHelp(const QString& topic);
    void showAbout();
    void showAddress(models::AddressSpace space, quint64 address);
    void showDecode();
    void triggerById(const QString& id);
    void onSourceChanged();
    void onOpenFailed(const QString& name, const QString& message);
    void updateTitle();
    void updateRecent();
    void retranslate();

    Settings m_settings;
    models::Session* m_session;
    LanguageSwitch* m_languages;
    ActionRegistry* m_actions;
    QStackedWidget* m_stack;
    StartPage* m_start;
    PanelHost* m_panels;
    widgets::MessageBar* m_messages;
    MainMenu* m_menu = nullptr;
    class StatusLine* m_status = nullptr;
    EditActions* m_edit = nullptr;
    TranslationActions* m_translation = nullptr;
    HelpWindow* m_help = nullptr;
    models::Position m_positionOnOpen;
    QString m_layoutOnOpen; ///< while Decode has the window because nothing is open; else empty
};

} // namespace fscope::gui
