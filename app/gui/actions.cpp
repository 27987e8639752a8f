// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/actions.h"

#include "models/session.h"
#include "widgets/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

#include <array>

namespace fscope::gui {
namespace {

#define ROW_TEXT(text) QT_TRANSLATE_NOOP("Actions", text)

using enum EnabledWhen;

constexpr std::array kRows {
    ActionRow { "file.open", MenuId::File, ROW_TEXT("&Open…"),
        ROW_TEXT("Opens a scenario or a recording of aborts."), "Ctrl+O", "open", Always, false },
    ActionRow { "file.lessons", MenuId::File, ROW_TEXT("&Choose a lesson…"),
        ROW_TEXT("Lists the lessons to choose one."), "Ctrl+L", "lesson", Always, false },
    ActionRow { "decode.open", MenuId::File, ROW_TEXT("&Decode a value…"),
        ROW_TEXT("Opens the panel that decodes and edits any register, bit by bit."), "Ctrl+E", "", Always,
        true },
    ActionRow { "decode.paste", MenuId::File, ROW_TEXT("&Paste and decode"),
        ROW_TEXT("Decodes what the clipboard holds: a value, or the lines of a log."), "Ctrl+V", "", Always,
        false },
    ActionRow { "file.cancel", MenuId::File, ROW_TEXT("Ca&ncel opening"),
        ROW_TEXT("Gives up the opening that is under way; what was open stays."), "Ctrl+.", "", Busy, true },
    ActionRow { "file.quit", MenuId::File, ROW_TEXT("&Quit"),
        ROW_TEXT("Closes the window and ends the program."), "Ctrl+Q", "", Always, true },

    ActionRow { "step.forward", MenuId::Go, ROW_TEXT("&Micro-step"),
        ROW_TEXT("Does the next micro-step of this intercept."), "F11", "step-forward", CanStepForward,
        false },
    ActionRow { "step.back", MenuId::Go, ROW_TEXT("Micro-step &back"),
        ROW_TEXT("Undoes the last micro-step, exactly."), "Shift+F11", "step-back", CanStepBackward, false },
    ActionRow { "intercept.forward", MenuId::Go, ROW_TEXT("Next &intercept"),
        ROW_TEXT("Goes to the start of the next intercept; at the last one, to its end."), "F10",
        "intercept-forward", CanStepForward, true },
    ActionRow { "intercept.back", MenuId::Go, ROW_TEXT("&Previous intercept"),
        ROW_TEXT("Goes to the start of this intercept, or of the one before."), "Shift+F10", "intercept-back",
        CanStepBackward, false },
    ActionRow { "run.forward", MenuId::Go, ROW_TEXT("Run to the &end"),
        ROW_TEXT("Goes to the end of the last intercept."), "F5", "run-to-end", CanStepForward, true },
    ActionRow { "run.back", MenuId::Go, ROW_TEXT("Run back to the &start"),
        ROW_TEXT("Goes to the start of the first intercept."), "Shift+F5", "run-to-start", CanStepBackward,
        false },
    ActionRow { "run.restart", MenuId::Go, ROW_TEXT("&Restart"),
        ROW_TEXT("Starts again at the first intercept and forgets where you have been."), "Ctrl+Shift+F5",
        "restart", SourceOpen, false },
    ActionRow { "go.to", MenuId::Go, ROW_TEXT("&Go to…"),
        ROW_TEXT("Goes to a position, an intercept or an address that you type."), "Ctrl+G", "go-to",
        SourceOpen, true },
    ActionRow { "go.back", MenuId::Go, ROW_TEXT("B&ack"), ROW_TEXT("Goes back to where you were before."),
        "Alt+Left", "go-back", CanGoBack, false },
    ActionRow { "go.forward", MenuId::Go, ROW_TEXT("&Forward"),
        ROW_TEXT("Goes forward again to where you were."), "Alt+Right", "go-forward", CanGoForward, false },

    ActionRow { "view.palette", MenuId::View, ROW_TEXT("&Find an action, panel or lesson…"),
        ROW_TEXT("Lists every action, panel and lesson; type to narrow the list."), "Ctrl+P; Ctrl+Shift+P",
        "palette", Always, false },
    ActionRow { "view.nextPanel", MenuId::View, ROW_TEXT("&Next panel"),
        ROW_TEXT("Moves the keyboard to the next panel."), "F6", "", Always, true },
    ActionRow { "view.previousPanel", MenuId::View, ROW_TEXT("P&revious panel"),
        ROW_TEXT("Moves the keyboard to the panel before."), "Shift+F6", "", Always, false },
    ActionRow { "view.start", MenuId::View, ROW_TEXT("&Start page"),
        ROW_TEXT("Shows the page with the lessons, or goes back from it."), "Ctrl+Home", "", Always, true },
    ActionRow { "panel.left", MenuId::View, ROW_TEXT("Move panel &left"),
        ROW_TEXT("Moves the panel with the keyboard to the left side."), "Ctrl+Alt+Left", "", Always, true },
    ActionRow { "panel.right", MenuId::View, ROW_TEXT("Move panel righ&t"),
        ROW_TEXT("Moves the panel with the keyboard to the right side."), "Ctrl+Alt+Right", "", Always,
        false },
    ActionRow { "panel.top", MenuId::View, ROW_TEXT("Move panel &up"),
        ROW_TEXT("Moves the panel with the keyboard to the top."), "Ctrl+Alt+Up", "", Always, false },
    ActionRow { "panel.bottom", MenuId::View, ROW_TEXT("Move panel &down"),
        ROW_TEXT("Moves the panel with the keyboard to the bottom."), "Ctrl+Alt+Down", "", Always, false },
    ActionRow { "panel.float", MenuId::View, ROW_TEXT("Float &or dock panel"),
        ROW_TEXT("Takes the panel with the keyboard out of the window, or puts it back."), "Ctrl+Alt+F", "",
        Always, false },

    ActionRow { "layout.debug", MenuId::Layout, ROW_TEXT("&Debug"),
        ROW_TEXT("Lays the panels out to see a whole intercept at once."), "Ctrl+1", "", Always, false },
    ActionRow { "layout.teach", MenuId::Layout, ROW_TEXT("&Teach"),
        ROW_TEXT("Lays the panels out with the lesson and the picture large."), "Ctrl+2", "", Always, false },
    ActionRow { "layout.trace", MenuId::Layout, ROW_TEXT("Tr&ace"),
        ROW_TEXT("Lays the panels out with the list of intercepts and the timeline large."), "Ctrl+3", "",
        Always, false },
    ActionRow { "layout.decode", MenuId::Layout, ROW_TEXT("De&code"),
        ROW_TEXT("Gives the whole window to the panel that decodes values."), "Ctrl+4", "", Always, false },
    ActionRow { "layout.reset", MenuId::Layout, ROW_TEXT("&Reset layout"),
        ROW_TEXT("Puts all panels of this layout back where they belong."), "Ctrl+0", "", Always, true },

    ActionRow { "help.contents", MenuId::Help, ROW_TEXT("&Help on what has the keyboard"),
        ROW_TEXT("Opens the help at the page on what has the keyboard."), "F1", "help", Always, false },
    ActionRow { "help.keys", MenuId::Help, ROW_TEXT("&Keys"), ROW_TEXT("Lists all keys."), "Ctrl+F1", "",
        Always, false },
    ActionRow { "help.about", MenuId::Help, ROW_TEXT("&About Faultscope"),
        ROW_TEXT("Says which version this is, and under which licence."), "Ctrl+Shift+F1", "", Always, true },
};

#undef ROW_TEXT

bool isEnabled(EnabledWhen when, const models::Session& session)
{
    switch (when) {
    case EnabledWhen::Always:
        return true;
    case EnabledWhen::SourceOpen:
        return session.hasSource();
    case EnabledWhen::CanStepForward:
        return session.canStepForward();
    case EnabledWhen::CanStepBackward:
        return session.canStepBackward();
    case EnabledWhen::CanGoBack:
        return session.canGoBack();
    case EnabledWhen::CanGoForward:
        return session.canGoForward();
    case EnabledWhen::Busy:
        return session.isBusy();
    }
    return false;
}

} // namespace

std::span<const ActionRow> actionRows()
{
    return kRows;
}

ActionRegistry::ActionRegistry(models::Session* session, QWidget* window)
    : QObject(window)
    , m_session(session)
{
    for (const ActionRow& row : kRows) {
        auto* action = new QAction(window);
        action->setObjectName(QLatin1String(row.id));
        action->setShortcuts(QKeySequence::listFromString(QLatin1String(row.shortcuts)));
        action->setShortcutContext(Qt::WindowShortcut);
        action->setAutoRepeat(true);
        if (row.icon[0] != '\0')
            action->setIcon(widgets::themedIcon(QLatin1String(row.icon)));
        window->addAction(action);
        m_actions.insert(action->objectName(), action);
    }
    m_actions.value(QStringLiteral("file.quit"))->setMenuRole(QAction::QuitRole);
    m_actions.value(QStringLiteral("help.about"))->setMenuRole(QAction::AboutRole);
    using models::Session;
    for (const auto signal : { &Session::sourceChanged, &Session::momentChanged, &Session::runChanged,
             &Session::busyChanged, &Session::historyChanged })
        connect(session, signal, this, &ActionRegistry::updateEnabled);
    retranslate();
    updateEnabled();
}

QAction* ActionRegistry::action(const QString& id) const
{
    return m_actions.value(id);
}

void ActionRegistry::handle(const char* id, std::function<void()> handler)
{
    const QString name = QLatin1String(id);
    QAction* found = action(name);
    Q_ASSERT(found != nullptr && !m_handled.value(name));
    m_handled.insert(name, true);
    connect(found, &QAction::triggered, this, std::move(handler));
}

bool ActionRegistry::isHandled(const QString& id) const
{
    return m_handled.value(id);
}

void ActionRegistry::retranslate()
{
    for (const ActionRow& row : kRows) {
        QAction* found = action(QLatin1String(row.id));
        const QString tip = QCoreApplication::translate("Actions", row.tip);
        found->setText(QCoreApplication::translate("Actions", row.text));
        found->setStatusTip(tip);
        QStringList keys;
        const QList<QKeySequence> sequences = found->shortcuts();
        for (const QKeySequence& key : sequences)
            keys << key.toString(QKeySequence::NativeText);
        //: %1 is what an action does, %2 its keys
        found->setToolTip(tr("%1 (%2)").arg(tip, keys.join(tr(" or "))));
    }
}

void ActionRegistry::updateEnabled()
{
    for (const ActionRow& row : kRows)
        action(QLatin1String(row.id))->setEnabled(isEnabled(row.when, *m_session));
}

QString plainText(const QString& actionText)
{
    QString text = actionText;
    // A mnemonic in brackets, as translations into Chinese have it, goes whole.
    const qsizetype bracket = text.indexOf(QStringLiteral("(&"));
    if (bracket >= 0 && text.mid(bracket + 3, 1) == QStringLiteral(")"))
        text.remove(bracket, 4);
    return text.remove(QLatin1Char('&'));
}

} // namespace fscope::gui
