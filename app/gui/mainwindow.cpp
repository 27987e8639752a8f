// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/mainwindow.h"

#include "app/gui/actions.h"
#include "app/gui/commandpalette.h"
#include "app/gui/editactions.h"
#include "app/gui/gotodialog.h"
#include "app/gui/helpwindow.h"
#include "app/gui/languages.h"
#include "app/gui/layouts.h"
#include "app/gui/mainmenu.h"
#include "app/gui/maintoolbar.h"
#include "app/gui/panelhost.h"
#include "app/gui/panels.h"
#include "app/gui/startpage.h"
#include "app/gui/statusline.h"
#include "app/gui/themes.h"
#include "app/gui/translationactions.h"
#include "core/hypervisor/policy.h"
#include "core/sources/lessons.h"
#include "fscope/version.h"
#include "models/session.h"
#include "widgets/decodepanel.h"
#include "widgets/icons.h"
#include "widgets/logpanel.h"
#include "widgets/memorypanel.h"
#include "widgets/messagebar.h"

#include <QAction>
#include <QClipboard>
#include <QCloseEvent>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace fscope::gui {
namespace {

constexpr QSize kDefaultSize(1440, 900);

QString localFile(const QMimeData* data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls[0].isLocalFile() ? urls[0].toLocalFile() : QString();
}

} // namespace

MainWindow::MainWindow(Settings settings, QWidget* parent)
    : QMainWindow(parent)
    , m_settings(std::move(settings))
    , m_session(new models::Session(this))
    , m_languages(new LanguageSwitch(this))
    , m_actions(new ActionRegistry(m_session, this))
    , m_stack(new QStackedWidget)
    , m_start(new StartPage)
    , m_panels(new PanelHost(m_session))
    , m_messages(new widgets::MessageBar)
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    auto* centre = new QWidget;
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(m_start);
    m_stack->addWidget(m_panels);
    setCentralWidget(centre);
    addToolBar(new MainToolBar(m_session, m_actions, this));
    m_menu = new MainMenu(m_actions, m_panels, this);
    m_status = new StatusLine(m_session, statusBar());
    connectActions();
    m_translation = new TranslationActions(m_actions, m_panels, this);
    m_edit = new EditActions(m_actions, m_panels, m_session, this);
    connectSession();

    const QScreen* screen = this->screen();
    const QSize room = screen != nullptr ? screen->availableGeometry().size() : kDefaultSize;
    resize(kDefaultSize.boundedTo(room));
    restoreGeometry(m_settings.geometry());
    const QString saved = m_settings.layout();
    const QString layoutId
        = layoutFor(saved, kDefaultSize) != nullptr ? saved : QLatin1String(layoutIds()[0]);
    if (!m_panels->restorePanels(m_settings.panels(), layoutId))
        m_panels->applyLayout(layoutId);
    setTheme(m_settings.theme().isEmpty() ? QStringLiteral("system") : m_settings.theme());
    setLanguage(m_settings.language().isEmpty() ? systemLanguage() : m_settings.language());
    m_menu->setCurrentPolicy(m_session->policyId());
    updateRecent();
    updateTitle();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectActions()
{
    using models::Session;
    struct SlotRow {
        const char* id;
        void (Session::*slot)();
    };
    constexpr std::array kSlots {
        SlotRow { "step.forward", &Session::stepForward },
        SlotRow { "step.back", &Session::stepBackward },
        SlotRow { "intercept.forward", &Session::nextIntercept },
        SlotRow { "intercept.back", &Session::previousIntercept },
        SlotRow { "run.forward", &Session::runToEnd },
        SlotRow { "run.back", &Session::runToStart },
        SlotRow { "run.restart", &Session::restart },
        SlotRow { "go.back", &Session::goBack },
        SlotRow { "go.forward", &Session::goForward },
        SlotRow { "file.cancel", &Session::cancel },
    };
    for (const SlotRow& row : kSlots) {
        m_actions->handle(row.id, [session = m_session, slot = row.slot] { (session->*slot)(); });
    }
    m_actions->handle("file.open", [this] { chooseFile(); });
    m_actions->handle("file.lessons", [this] { showPalette(true); });
    m_actions->handle("decode.open", [this] { showDecode(); });
    m_actions->handle("decode.paste", [this] { decode(QGuiApplication::clipboard()->text()); });
    m_actions->handle("view.start", [this] {
        const bool isStart = m_stack->currentWidget() == m_start;
        m_stack->setCurrentWidget(isStart ? static_cast<QWidget*>(m_panels) : m_start);
    });
    m_actions->handle("file.quit", [this] { close(); });
    m_actions->handle("go.to", [this] { showGoTo(); });
    m_actions->handle("view.palette", [this] { showPalette(false); });
    m_actions->handle("view.nextPanel", [this] { m_panels->focusNext(1); });
    m_actions->handle("view.previousPanel", [this] { m_panels->focusNext(-1); });
    const auto move = [this](const char* id, Qt::DockWidgetArea area) {
        m_actions->handle(id, [this, area] { m_panels->movePanel(m_panels->focusedPanel(), area); });
    };
    move("panel.left", Qt::LeftDockWidgetArea);
    move("panel.right", Qt::RightDockWidgetArea);
    move("panel.top", Qt::TopDockWidgetArea);
    move("panel.bottom", Qt::BottomDockWidgetArea);
    m_actions->handle("panel.float", [this] { m_panels->floatPanel(m_panels->focusedPanel()); });
    m_actions->handle("layout.debug", [this] { setLayoutId(QStringLiteral("debug")); });
    m_actions->handle("layout.teach", [this] { setLayoutId(QStringLiteral("teach")); });
    m_actions->handle("layout.trace", [this] { setLayoutId(QStringLiteral("trace")); });
    m_actions->handle("layout.decode", [this] {
        m_stack->setCurrentWidget(m_panels);
        setLayoutId(QStringLiteral("decode"));
        m_panels->focusPanel(QStringLiteral("decode"));
    });
    m_actions->handle("layout.reset", [this] { setLayoutId(m_panels->layoutId()); });
    m_actions->handle("help.contents", [this] {
        const QString panel = m_stack->currentWidget() == m_panels ? m_panels->focusedPanel() : QString();
        showHelp(panel.isEmpty() ? QStringLiteral("contents") : panel);
    });
    m_actions->handle("help.keys", [this] { showHelp(QStringLiteral("keys")); });
    m_actions->handle("help.about", [this] { showAbout(); });
}

void MainWindow::connectSession()
{
    using models::Session;
    connect(m_session, &Session::sourceChanged, this, &MainWindow::onSourceChanged);
    connect(m_session, &Session::openFailed, this, &MainWindow::onOpenFailed);
    connect(m_session, &Session::policyChanged, this,
        [this] { m_menu->setCurrentPolicy(m_session->policyId()); });
    connect(m_session, &Session::message, this,
        [this](const QString& text) { statusBar()->showMessage(text, 8000); });
    connect(m_panels, &PanelHost::addressActivated, this, &MainWindow::showAddress);
    connect(m_translation, &TranslationActions::message, this,
        [this](const QString& text) { statusBar()->showMessage(text, 8000); });
    connect(m_translation, &TranslationActions::failed, m_messages, &widgets::MessageBar::showError);
    connect(m_panels, &PanelHost::actionRequested, this, &MainWindow::triggerById);
    connect(m_start, &StartPage::openRequested, this, qOverload<const QString&>(&MainWindow::open));
    connect(m_panels, &PanelHost::decodeRequested, this, &MainWindow::decode);
    connect(m_start, &StartPage::decodeRequested, this, &MainWindow::showDecode);
    connect(m_start, &StartPage::chooseFileRequested, this, &MainWindow::chooseFile);
    connect(m_menu, &MainMenu::openRequested, this, qOverload<const QString&>(&MainWindow::open));
    connect(m_menu, &MainMenu::policyChosen, this, &MainWindow::setPolicy);
    connect(m_menu, &MainMenu::themeChosen, this, &MainWindow::setTheme);
    connect(m_menu, &MainMenu::languageChosen, this, &MainWindow::setLanguage);
    connect(m_menu, &MainMenu::clearRecentRequested, this, [this] {
        m_settings.clearRecentFiles();
        updateRecent();
    });
}

void MainWindow::open(const QString& nameOrPath)
{
    open(nameOrPath, {});
}

void MainWindow::open(const QString& nameOrPath, const models::Position& position)
{
    m_messages->hide();
    m_positionOnOpen = position;
    m_session->open(nameOrPath);
}

bool MainWindow::setTheme(const QString& id)
{
    const ThemeRow* row = themeById(id);
    if (row == nullptr)
        return false;
    widgets::Theme::current().setMode(row->mode);
    m_menu->setCurrentTheme(id);
    m_settings.setTheme(id);
    return true;
}

bool MainWindow::setLanguage(const QString& id)
{
    const LanguageRow* row = languageById(id);
    if (row == nullptr)
        return false;
    const QString name = QLatin1String(row->id);
    m_languages->setLanguage(name);
    // After the translator: the session makes its texts anew.
    m_session->setLanguage(name);
    m_start->setLanguage(name);
    m_menu->setCurrentLanguage(name);
    m_settings.setLanguage(name);
    return true;
}

bool MainWindow::setLayoutId(const QString& id)
{
    if (!m_panels->applyLayout(id))
        return false;
    m_layoutOnOpen.clear();
    m_settings.setLayout(id);
    return true;
}

bool MainWindow::setPolicy(const QString& id)
{
    if (!hypervisor::policyById(id.toStdString()))
        return false;
    m_session->setPolicy(id);
    return true;
}

QString MainWindow::goTo(const QString& text)
{
    const QString wanted = text.trimmed();
    if (wanted.isEmpty())
        return tr("Type a position, an intercept or an address.");
    bool isNumber = false;
    const int number = wanted.toInt(&isNumber);
    if (isNumber && !wanted.startsWith(QStringLiteral("0x"))) {
        if (number < 1 || number > m_session->interceptCount())
            return tr("There is no intercept %1; they are numbered from 1 to %2.")
                .arg(number)
                .arg(m_session->interceptCount());
        m_session->goToIntercept(number - 1);
        return {};
    }
    if (wanted.contains(QLatin1Char('/'))) {
        const auto position = models::Position::fromText(wanted);
        if (!position || position->intercept >= m_session->interceptCount())
            return tr("%1 is no position here. A position is an intercept and a step, as 12/4.").arg(wanted);
        m_session->goTo(*position);
        return {};
    }
    auto* memory = m_panels->panelAs<widgets::MemoryPanel>("memory");
    const QString wrong = memory->goTo(wanted);
    if (wrong.isEmpty())
        m_panels->focusPanel(QStringLiteral("memory"));
    return wrong;
}

void MainWindow::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Open"));
    dialog->setObjectName(QStringLiteral("openDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({ tr("Scenarios and recordings (*.json *.jsonl *.gz)"), tr("All files (*)") });
    const QStringList recent = m_settings.recentFiles();
    if (!recent.isEmpty())
        dialog->setDirectory(QFileInfo(recent.first()).absolutePath());
    connect(dialog, &QFileDialog::fileSelected, this, qOverload<const QString&>(&MainWindow::open));
    dialog->open();
}

std::vector<PaletteEntry> MainWindow::paletteEntries()
{
    std::vector<PaletteEntry> entries;
    const auto addAction = [&](QAction* action, const QString& kind) {
        entries.push_back(
            { plainText(action->text()), kind, action->shortcut().toString(QKeySequence::NativeText),
                action->icon(), action->isEnabled(), [action] { action->trigger(); } });
    };
    for (const ActionRow& row : actionRows())
        addAction(m_actions->action(QLatin1String(row.id)), tr("Action"));
    for (const PanelRow& row : panelRows()) {
        const QString id = QLatin1String(row.id);
        entries.push_back(
            { panelTitle(row), tr("Panel"), {}, {}, true, [this, id] { m_panels->focusPanel(id); } });
    }
    for (const sources::LessonInfo& lesson : sources::listLessons(m_languages->language().toStdString())) {
        const QString name = QString::fromStdString(lesson.name);
        entries.push_back({ QString::fromStdString(lesson.title), tr("Lesson"), {},
            widgets::themedIcon(QStringLiteral("lesson")), true, [this, name] { open(name); } });
    }
    const QList<QAction*> choices = m_menu->listActions();
    for (QAction* action : choices)
        addAction(action, tr("Choice"));
    return entries;
}

void MainWindow::showPalette(bool lessonsOnly)
{
    std::vector<PaletteEntry> entries = paletteEntries();
    if (lessonsOnly) {
        const QString kind = tr("Lesson");
        std::erase_if(entries, [&](const PaletteEntry& entry) { return entry.kind != kind; });
    }
    const QString hint
        = lessonsOnly ? tr("Type to find a lesson") : tr("Type to find an action, a panel or a lesson");
    (new CommandPalette(std::move(entries), hint, this))->open();
}

void MainWindow::showGoTo()
{
    (new GoToDialog([this](const QString& text) { return goTo(text); }, this))->open();
}

void MainWindow::showHelp(const QString& topic)
{
    if (m_help == nullptr)
        m_help = new HelpWindow(this);
    m_help->showTopic(topic, m_languages->language());
}

void MainWindow::showAbout()
{
    auto* dialog = new QDialog(this);
    dialog->setObjectName(QStringLiteral("aboutDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("About Faultscope"));
    auto* layout = new QVBoxLayout(dialog);
    auto* text = new QLabel(
        tr("<h3>Faultscope %1</h3><p>A debugger and visualizer for the moment a guest traps into its "
           "hypervisor.</p>"
           "<p>Free software under the GNU General Public License, version 3 or later. Made with Qt %2.</p>")
            .arg(QString::fromUtf8(kVersion.data(), qsizetype(kVersion.size())), QLatin1String(qVersion())));
    text->setWordWrap(true);
    text->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    layout->addWidget(text);
    layout->addWidget(buttons);
    dialog->open();
}

void MainWindow::showAddress(models::AddressSpace space, quint64 address)
{
    m_panels->focusPanel(QStringLiteral("memory"));
    m_panels->panelAs<widgets::MemoryPanel>("memory")->showAddress(space, address);
}

void MainWindow::showDecode()
{
    // With nothing open the other panels have nothing to show. The layout of later is not changed by this.
    if (!m_session->hasSource() && m_panels->layoutId() != QStringLiteral("decode")) {
        m_layoutOnOpen = m_panels->layoutId();
        m_panels->applyLayout(QStringLiteral("decode"));
    }
    m_stack->setCurrentWidget(m_panels);
    m_panels->focusPanel(QStringLiteral("decode"));
}

void MainWindow::decode(const QString& text)
{
    showDecode();
    m_panels->panelAs<widgets::DecodePanel>("decode")->decodeText(text);
}

void MainWindow::triggerById(const QString& id)
{
    if (QAction* action = m_actions->action(id))
        action->trigger();
}

void MainWindow::onSourceChanged()
{
    if (m_session->hasSource()) {
        m_messages->hide();
        // The stack would give the keyboard to the first thing that takes it, and that would select
        // something.
        if (QWidget* focused = focusWidget(); focused != nullptr && m_stack->currentWidget() != m_panels)
            focused->clearFocus();
        m_stack->setCurrentWidget(m_panels);
        if (!m_layoutOnOpen.isEmpty())
            m_panels->applyLayout(std::exchange(m_layoutOnOpen, {}));
        // The keyboard goes where the story is told, unless somebody is somewhere else already.
        if (m_panels->focusedPanel().isEmpty())
            m_panels->focusPanel(QStringLiteral("steps"));
        const models::Position position = std::exchange(m_positionOnOpen, {});
        if (position.isValid())
            m_session->goTo(position);
        const QFileInfo file(m_session->sourceName());
        if (file.isFile()) {
            m_settings.addRecentFile(file.absoluteFilePath());
            updateRecent();
        }
        m_panels->panelAs<widgets::LogPanel>("log")->addMessage(
            tr("Opened %1 (%2).").arg(m_session->sourceName(), m_session->sourceKind()));
    } else {
        m_stack->setCurrentWidget(m_start);
    }
    updateTitle();
}

void MainWindow::onOpenFailed(const QString& name, const QString& message)
{
    const QString stays = m_session->hasSource() ? tr("What was open stays open.") : QString();
    m_messages->showError(tr("%1 could not be opened.").arg(QFileInfo(name).fileName()),
        QStringList { message, stays }.join(QLatin1Char(' ')).trimmed());
}

void MainWindow::updateTitle()
{
    const QString program = QStringLiteral("Faultscope");
    setWindowTitle(
        m_session->hasSource() ? m_session->sourceTitle() + QStringLiteral(" \u2013 ") + program : program);
}

void MainWindow::updateRecent()
{
    const QStringList files = m_settings.recentFiles();
    m_menu->setRecentFiles(files);
    m_start->setRecentFiles(files);
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_edit->retranslate();
    m_menu->retranslate();
    m_panels->retranslate();
    m_status->retranslate();
    updateTitle();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_status != nullptr)
        retranslate();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_settings.setGeometry(saveGeometry());
    // Panels that were never shown were never laid out.
    if (m_panels->isVisible() && m_layoutOnOpen.isEmpty()) {
        m_settings.setPanels(m_panels->savePanels());
        m_settings.setLayout(m_panels->layoutId());
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString file = localFile(event->mimeData());
    if (file.isEmpty())
        return;
    event->acceptProposedAction();
    open(file);
}

} // namespace fscope::gui
