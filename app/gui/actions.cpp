// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/actions.h"

#include "models/session.h"
#include "models/sessionedits.h"
#include "widgets/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

#include <algorithm>
#include <array>

namespace fscope::gui {
namespace {

using enum EnabledWhen;

constexpr std::array kRows {
    ActionRow { "file.open", MenuId::File, QT_TRANSLATE_NOOP("Actions", "&Open…"),
        QT_TRANSLATE_NOOP("Actions", "Opens a scenario or a recording of aborts."), "Ctrl+O", "open", Always,
        false },
    ActionRow { "file.lessons", MenuId::File, QT_TRANSLATE_NOOP("Actions", "&Choose a lesson…"),
        QT_TRANSLATE_NOOP("Actions", "Lists the lessons to choose one."), "Ctrl+L", "lesson", Always, false },
    ActionRow { "decode.open", MenuId::File, QT_TRANSLATE_NOOP("Actions", "&Decode a value…"),
        QT_TRANSLATE_NOOP("Actions", "Opens the panel that decodes and edits any register, bit by bit."),
        "Ctrl+E", "", Always, true },
    ActionRow { "decode.paste", MenuId::File, QT_TRANSLATE_NOOP("Actions", "&Paste and decode"),
        QT_TRANSLATE_NOOP("Actions", "Decodes what the clipboard holds: a value, or the lines of a log."),
        "Ctrl+V", "", Always, false },
    ActionRow { "export.diagram", MenuId::File,
        QT_TRANSLATE_NOOP("Actions", "Export the walk as a dia&gram…"),
        QT_TRANSLATE_NOOP("Actions", "Writes the drawing of the Translation panel as SVG or PNG."),
        "Ctrl+Alt+D", "", SourceOpen, true },
    ActionRow { "export.walk", MenuId::File, QT_TRANSLATE_NOOP("Actions", "Export the &walk…"),
        QT_TRANSLATE_NOOP("Actions", "Writes every descriptor of the Translation panel as JSON or CSV."),
        "Ctrl+Alt+W", "", SourceOpen, false },
    ActionRow { "export.tables", MenuId::File, QT_TRANSLATE_NOOP("Actions", "Export page &tables…"),
        QT_TRANSLATE_NOOP("Actions", "Writes the mappings of the Page tables panel as JSON or CSV."),
        "Ctrl+Alt+T", "", SourceOpen, false },
    ActionRow { "file.cancel", MenuId::File, QT_TRANSLATE_NOOP("Actions", "Ca&ncel"),
        QT_TRANSLATE_NOOP(
            "Actions", "Gives up the opening or the search that is under way; what was open or found stays."),
        "Ctrl+.", "", Busy, true },
    ActionRow { "file.quit", MenuId::File, QT_TRANSLATE_NOOP("Actions", "&Quit"),
        QT_TRANSLATE_NOOP("Actions", "Closes the window and ends the program."), "Ctrl+Q", "", Always, true },

    ActionRow { "edit.undo", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "&Undo"),
        QT_TRANSLATE_NOOP("Actions", "Takes back the last change: of memory, or of what Decode shows."),
        "Ctrl+Z", "", Managed, false },
    ActionRow { "edit.redo", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "&Redo"),
        QT_TRANSLATE_NOOP("Actions", "Makes the change again that was taken back last."),
        "Ctrl+Shift+Z; Ctrl+Y", "", Managed, false },
    ActionRow { "edit.revert", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Re&vert all edited bytes"),
        QT_TRANSLATE_NOOP("Actions", "Gives every edited byte of memory the value that the source has."),
        "Ctrl+Alt+Z", "", HasEdits, false },
    ActionRow { "edit.fill", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Fi&ll selected bytes…"),
        QT_TRANSLATE_NOOP("Actions", "Writes a pattern over the bytes that are selected in Memory."),
        "Ctrl+Shift+L", "", SourceOpen, true },
    ActionRow { "edit.find", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "&Find in memory…"),
        QT_TRANSLATE_NOOP("Actions", "Looks for bytes, text or a value in all memory of the guest."),
        "Ctrl+F", "", SourceOpen, true },
    ActionRow { "edit.findNext", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Find &next"),
        QT_TRANSLATE_NOOP("Actions", "Goes to the next match in memory."), "F3", "", SourceOpen, false },
    ActionRow { "edit.findPrevious", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Find &previous"),
        QT_TRANSLATE_NOOP("Actions", "Goes to the match before in memory."), "Shift+F3", "", SourceOpen,
        false },

    ActionRow { "step.forward", MenuId::Go, QT_TRANSLATE_NOOP("Actions", "&Micro-step"),
        QT_TRANSLATE_NOOP("Actions", "Does the next micro-step of this intercept."), "F11", "step-forward",
        CanStepForward, false },
    ActionRow { "step.back", MenuId::Go, QT_TRANSLATE_NOOP("Actions", "Micro-step &back"),
        QT_TRANSLATE_NOOP("Actions", "Undoes the last micro-step, exactly."), "Shift+F11", "step-back",
        CanStepBackward, false },
    ActionRow { "intercept.forward", MenuId::Go, QT_TRANSLATE_NOOP("Actions", "Next &intercept"),
        QT_TRANSLATE_NOOP("Actions", "Goes to the start of the next intercept; at the last one, to its end."),
        "F10", "intercept-forward", CanStepForward, true },
    ActionRow { "intercept.back", MenuId::Go, QT_TRANSLATE_NOOP("Actions", "&Previous intercept"),
        QT_TRANSLATE_NOOP("Actions", "Goes to the start of this intercept, or of the one before."),
        "Shift+F10", "intercept-back", CanStepBackward, false },
    ActionRow { "run.forward", MenuId::Go, QT_TRANSLATE_NOOP("Actions", "Run to the &end"),
        QT_TRANSLATE_NOOP("Actions", "Goes to the end of the last intercept."), "F5", "run-to-end",
        CanStepForward, true },
    ActionRow { "run.back", MenuId::Go, QT_TRANSLATE_NOOP("Actions", "Run back to the &start"),
        QT_TRANSLATE_NOOP("Actions", "Goes to the start of the first intercept."), "Shift+F5", "run-to-start",
        CanStepBackward, false },
    ActionRow { "run.restart", MenuId::Go, QT_TRANSLATE_NOOP("Actions", "&Restart"),
        QT_TRANSLATE_NOOP("Actions", "Starts again at the first intercept and forgets where you have been."),
        "Ctrl+Shift+F5", "restart", SourceOpen, false },
    ActionRow { "go.to", MenuId::Go, QT_TRANSLATE_NOOP("Actions", "&Go to…"),
        QT_TRANSLATE_NOOP("Actions", "Goes to a position, an intercept or an address that you type."),
        "Ctrl+G", "go-to", SourceOpen, true },
    ActionRow { "go.walk", MenuId::Go, QT_TRANSLATE_NOOP("Actions", "&Walk for an address…"),
        QT_TRANSLATE_NOOP(
            "Actions", "Asks what an access to an address would do; see the Translation panel."),
        "Ctrl+K", "", SourceOpen, false },
    ActionRow { "go.mapping", MenuId::Go, QT_TRANSLATE_NOOP("Actions", "Find in page &tables…"),
        QT_TRANSLATE_NOOP("Actions", "Asks which table maps an address, or who maps a PA."), "Ctrl+Shift+K",
        "", SourceOpen, false },
    ActionRow { "go.back", MenuId::Go, QT_TRANSLATE_NOOP("Actions", "B&ack"),
        QT_TRANSLATE_NOOP("Actions", "Goes back to where you were before."), "Alt+Left", "go-back", CanGoBack,
        false },
    ActionRow { "go.forward", MenuId::Go, QT_TRANSLATE_NOOP("Actions", "&Forward"),
        QT_TRANSLATE_NOOP("Actions", "Goes forward again to where you were."), "Alt+Right", "go-forward",
        CanGoForward, false },

    ActionRow { "view.palette", MenuId::View,
        QT_TRANSLATE_NOOP("Actions", "&Find an action, panel or lesson…"),
        QT_TRANSLATE_NOOP("Actions", "Lists every action, panel and lesson; type to narrow the list."),
        "Ctrl+P; Ctrl+Shift+P", "palette", Always, false },
    ActionRow { "view.nextPanel", MenuId::View, QT_TRANSLATE_NOOP("Actions", "&Next panel"),
        QT_TRANSLATE_NOOP("Actions", "Moves the keyboard to the next panel."), "F6", "", Always, true },
    ActionRow { "view.previousPanel", MenuId::View, QT_TRANSLATE_NOOP("Actions", "P&revious panel"),
        QT_TRANSLATE_NOOP("Actions", "Moves the keyboard to the panel before."), "Shift+F6", "", Always,
        false },
    ActionRow { "view.start", MenuId::View, QT_TRANSLATE_NOOP("Actions", "&Start page"),
        QT_TRANSLATE_NOOP("Actions", "Shows the page with the lessons, or goes back from it."), "Ctrl+Home",
        "", Always, true },
    ActionRow { "panel.left", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Move panel &left"),
        QT_TRANSLATE_NOOP("Actions", "Moves the panel with the keyboard to the left side."), "Ctrl+Alt+Left",
        "", Always, true },
    ActionRow { "panel.right", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Move panel righ&t"),
        QT_TRANSLATE_NOOP("Actions", "Moves the panel with the keyboard to the right side."),
        "Ctrl+Alt+Right", "", Always, false },
    ActionRow { "panel.top", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Move panel &up"),
        QT_TRANSLATE_NOOP("Actions", "Moves the panel with the keyboard to the top."), "Ctrl+Alt+Up", "",
        Always, false },
    ActionRow { "panel.bottom", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Move panel &down"),
        QT_TRANSLATE_NOOP("Actions", "Moves the panel with the keyboard to the bottom."), "Ctrl+Alt+Down", "",
        Always, false },
    ActionRow { "panel.float", MenuId::View, QT_TRANSLATE_NOOP("Actions", "Float &or dock panel"),
        QT_TRANSLATE_NOOP("Actions", "Takes the panel with the keyboard out of the window, or puts it back."),
        "Ctrl+Alt+F", "", Always, false },

    ActionRow { "layout.debug", MenuId::Layout, QT_TRANSLATE_NOOP("Actions", "&Debug"),
        QT_TRANSLATE_NOOP("Actions", "Lays the panels out to see a whole intercept at once."), "Ctrl+1", "",
        Always, false },
    ActionRow { "layout.teach", MenuId::Layout, QT_TRANSLATE_NOOP("Actions", "&Teach"),
        QT_TRANSLATE_NOOP("Actions", "Lays the panels out with the lesson and the picture large."), "Ctrl+2",
        "", Always, false },
    ActionRow { "layout.trace", MenuId::Layout, QT_TRANSLATE_NOOP("Actions", "Tr&ace"),
        QT_TRANSLATE_NOOP(
            "Actions", "Lays the panels out with the list of intercepts and the timeline large."),
        "Ctrl+3", "", Always, false },
    ActionRow { "layout.decode", MenuId::Layout, QT_TRANSLATE_NOOP("Actions", "De&code"),
        QT_TRANSLATE_NOOP("Actions", "Gives the whole window to the panel that decodes values."), "Ctrl+4",
        "", Always, false },
    ActionRow { "layout.reset", MenuId::Layout, QT_TRANSLATE_NOOP("Actions", "&Reset layout"),
        QT_TRANSLATE_NOOP("Actions", "Puts all panels of this layout back where they belong."), "Ctrl+0", "",
        Always, true },

    ActionRow { "help.contents", MenuId::Help, QT_TRANSLATE_NOOP("Actions", "&Help on what has the keyboard"),
        QT_TRANSLATE_NOOP("Actions", "Opens the help at the page on what has the keyboard."), "F1", "help",
        Always, false },
    ActionRow { "help.keys", MenuId::Help, QT_TRANSLATE_NOOP("Actions", "&Keys"),
        QT_TRANSLATE_NOOP("Actions", "Lists all keys."), "Ctrl+F1", "", Always, false },
    ActionRow { "help.about", MenuId::Help, QT_TRANSLATE_NOOP("Actions", "&About Faultscope"),
        QT_TRANSLATE_NOOP("Actions", "Says which version this is, and under which licence."), "Ctrl+Shift+F1",
        "", Always, true },
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
        return session.canCancel();
    case EnabledWhen::HasEdits:
        return session.edits()->byteCount() > 0;
    case EnabledWhen::Managed:
        break;
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
    connect(session->edits(), &models::SessionEdits::changed, this, &ActionRegistry::updateEnabled);
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

QString ActionRegistry::text(const QString& id) const
{
    const auto row = std::find_if(
        kRows.begin(), kRows.end(), [&](const ActionRow& r) { return id == QLatin1String(r.id); });
    return row == kRows.end() ? QString() : QCoreApplication::translate("Actions", row->text);
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
    for (const ActionRow& row : kRows) {
        if (row.when != Managed)
            action(QLatin1String(row.id))->setEnabled(isEnabled(row.when, *m_session));
    }
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
