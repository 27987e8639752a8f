// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/walkview.h"

#include "models/accessreport.h"
#include "models/session.h"
#include "models/texts.h"
#include "models/walkmodel.h"
#include "models/walkquery.h"
#include "widgets/descriptordetails.h"
#include "widgets/exportfile.h"
#include "widgets/itemview.h"
#include "widgets/theme.h"
#include "widgets/walkbar.h"
#include "widgets/walkcanvas.h"
#include "widgets/walkexport.h"
#include "widgets/walkwords.h"

#include <QItemSelectionModel>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <array>

namespace fscope::widgets {
namespace {

using Model = models::WalkModel;

QString code(const QString& text)
{
    return QStringLiteral("<span style=\"font-family:'%1'\">%2</span>")
        .arg(Theme::fixedFont().family(), text.toHtmlEscaped());
}

QString link(const QString& target, const QString& text)
{
    return QStringLiteral("<a href=\"%1\">%2</a>").arg(target.toHtmlEscaped(), code(text));
}

} // namespace

WalkView::WalkView(models::Session* session, QWidget* parent)
    : Panel(session, "walk", parent)
    , m_model(new models::WalkModel(session, this))
    , m_query(new models::WalkQuery(session, this))
    , m_bar(new WalkBar(session))
    , m_canvas(new WalkCanvas)
    , m_area(new QScrollArea)
    , m_details(new DescriptorDetails(session, QStringLiteral("walkDetails")))
    , m_tree(new ItemView)
    , m_tabs(new QTabWidget)
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_result(new QLabel)
    , m_note(new QLabel)
{
    m_area->setObjectName(QStringLiteral("walkArea"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(m_canvas);
    m_tree->setObjectName(QStringLiteral("walkTree"));
    m_tabs->setObjectName(QStringLiteral("walkTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_details, QString());
    m_tabs->addTab(m_tree, QString());
    m_splitter->setObjectName(QStringLiteral("walkSplitter"));
    m_splitter->addWidget(m_area);
    m_splitter->addWidget(m_tabs);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_splitterMoved = true; });

    auto* content = new QWidget(this);
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    auto* layout = new QVBoxLayout(content);
    const int quarter = Theme::quarterLine(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    m_result->setObjectName(QStringLiteral("walkResult"));
    m_result->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_note->setObjectName(QStringLiteral("walkNote"));
    for (QLabel* label : { m_result, m_note }) {
        label->setWordWrap(true);
        label->setContentsMargins(2 * quarter, 0, 2 * quarter, quarter);
        layout->addWidget(label);
    }
    m_result->hide();
    layout->addWidget(m_splitter, 1);
    setBody(content);
    setFocusProxy(m_canvas);

    m_model->setLive(false);
    m_query->setLive(false);
    m_tree->setColumnSamples({ QStringLiteral("\u2461 for a table"), QStringLiteral("3"),
        QStringLiteral("511 [47:39]"), QStringLiteral("0x0 0000 0000"),
        QStringLiteral("0x0000 0000 0000 0000"), QStringLiteral("cache filled") });
    m_tree->setModel(m_model);
    m_tree->setFollowCurrent(true);
    connect(m_tree, &ItemView::addressActivated, this, &Panel::addressActivated);
    connect(m_tree, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        const QVariant step = index.data(models::StepRole);
        if (step.isValid() && !index.data(models::AddressRole).isValid())
            this->session()->goToStep(step.toInt() + 1);
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& current) {
            QModelIndex top = current;
            while (top.parent().isValid())
                top = top.parent();
            if (!top.isValid())
                return;
            m_canvas->setCurrentRow(top.row());
            chooseRow(top.row());
        });
    connect(m_canvas, &WalkCanvas::rowChosen, this, [this](int row) {
        const QModelIndex index = m_model->index(row, 0);
        const QModelIndex current = m_tree->currentIndex();
        const bool inside = current.parent().isValid() ? current.parent().row() == row : current.row() == row;
        if (index.isValid() && !inside)
            m_tree->setCurrentIndex(index);
        chooseRow(row);
    });
    connect(m_canvas, &WalkCanvas::stepActivated, this,
        [this](int step) { this->session()->goToStep(step + 1); });
    connect(m_canvas, &WalkCanvas::menuAboutToShow, this, &WalkView::addToMenu);
    connect(m_tree, &ItemView::menuAboutToShow, this, [this](QMenu* menu, const QModelIndex& index) {
        addToMenu(menu, index.parent().isValid() ? index.parent().row() : index.row());
    });
    connect(m_bar, &WalkBar::asked, m_query, &models::WalkQuery::ask);
    connect(m_bar, &WalkBar::followed, m_query, &models::WalkQuery::forget);
    connect(m_bar, &WalkBar::detailsToggled, this, [this](bool shown) {
        m_detailsChosen = true;
        showDetails(shown);
    });
    connect(m_query, &models::WalkQuery::answerChanged, this, [this] {
        m_model->setAnswer(m_query->answer());
        refresh();
    });
    connect(m_result, &QLabel::linkActivated, this, [this](const QString& target) {
        bool isAddress = false;
        const quint64 pa = target.toULongLong(&isAddress, 0);
        if (isAddress)
            emit addressActivated(models::AddressSpace::Pa, pa);
        else
            emit decodeRequested(target);
    });
    connect(session, &models::Session::runChanged, this, [this] {
        if (m_bar->isFollowing())
            m_canvas->foldAll();
    });
    connect(session, &models::Session::sourceChanged, m_bar, &WalkBar::follow);
    for (const auto signal : { &models::Session::momentChanged, &models::Session::runChanged,
             &models::Session::sourceChanged, &models::Session::languageChanged })
        connect(session, signal, this, &WalkView::refresh);
    showDetails(false);
    retranslate();
}

void WalkView::refresh()
{
    setEmpty(!session()->hasSource());
    if (!m_model->isLive())
        return;
    const auto run = session()->run();
    WalkPath path;
    if (const auto& answer = m_model->answer())
        path = walkPathOf(*answer);
    else if (run)
        path = walkPathOf(*run, m_model->showsHardwareWalk());
    fillWords(*m_model, path);
    m_canvas->setPath(path);
    // After the scroll area has given the canvas its new size. A walk that was asked for stays where it is.
    if (!m_model->answer())
        QTimer::singleShot(0, m_canvas, &WalkCanvas::revealCurrentStep);
    refreshNote(path);
    refreshResult();
    chooseRow(m_canvas->rowOfItem(m_canvas->currentItem()));
}

void WalkView::refreshNote(const WalkPath& path)
{
    const auto run = session()->run();
    QString note = session()->runError();
    if (m_model->answer())
        note.clear();
    else if (run && path.empty())
        note = tr("Nothing is translated for this intercept. Type an address above to walk for it.");
    else if (m_model->showsHardwareWalk())
        note = tr("The policy translates nothing here; this is how the CPU itself walked for the access.");
    else if (run)
        note = tr("One-entry cache: %1").arg(m_model->cacheText());
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

/// The answer in one line, its registers and its PA as links.
void WalkView::refreshResult()
{
    const auto& answer = m_model->answer();
    m_result->setVisible(answer != nullptr);
    if (!answer)
        return;
    const Theme& theme = Theme::current();
    const bool fault = answer->result.fault.has_value();
    QStringList parts;
    if (fault) {
        parts << QStringLiteral("<b style=\"color:%1\">\u2715 %2</b>")
                     .arg(theme.color(ThemeRole::Fault).name(),
                         models::faultWords(*answer->result.fault).toHtmlEscaped())
              << tr("Stage %1").arg(static_cast<int>(answer->result.fault->stage));
    } else {
        const mmu::Translation& to = answer->result.translation;
        parts << QStringLiteral("<b>\u2713 PA %1</b>")
                     .arg(link(models::copyHex(to.pa.value), models::displayHex(to.pa.value)))
              << models::memoryWords(to.attributes).toHtmlEscaped();
    }
    for (const models::ReportedRegister& reg : models::reportedRegisters(*answer)) {
        const QString target = reg.name + QStringLiteral(" = ") + models::copyHex(reg.value);
        parts << reg.name + QLatin1Char(' ') + link(target, models::displayHex(reg.value));
    }
    m_result->setText(parts.join(QStringLiteral(" \u00b7 ")));
    m_result->setAccessibleName(models::outcomeWords(*answer));
}

void WalkView::chooseRow(int row)
{
    const auto facts = row >= 0 ? descriptorFacts(m_canvas->path(), row) : std::nullopt;
    if (facts)
        m_details->showDescriptor(*facts);
    else
        m_details->clear();
}

/// Three parts of five for what the fields belong to, until a person has moved the handle.
void WalkView::shareRoom()
{
    const int room = m_splitter->orientation() == Qt::Vertical ? height() : width();
    if (!m_splitterMoved)
        m_splitter->setSizes({ room * 3 / 5, room * 2 / 5 });
}

void WalkView::showDetails(bool shown)
{
    m_tabs->setVisible(shown);
    shareRoom();
    if (m_bar->areDetailsShown() != shown) {
        const QSignalBlocker blocker(m_bar);
        m_bar->setDetailsShown(shown);
    }
}

void WalkView::addToMenu(QMenu* menu, int row)
{
    if (const auto facts = descriptorFacts(m_canvas->path(), row)) {
        const mmu::DescriptorRead read = facts->read;
        const bool one = read.stage == mmu::Stage::One;
        const QModelIndex index = m_model->index(row, 0);
        if (const QVariant step = index.data(models::StepRole); step.isValid())
            connect(menu->addAction(tr("&Go to this step")), &QAction::triggered, this,
                [this, step] { session()->goToStep(step.toInt() + 1); });
        connect(menu->addAction(tr("Show the descriptor in &Memory")), &QAction::triggered, this,
            [this, read] { emit addressActivated(models::AddressSpace::Pa, read.address.value); });
        connect(menu->addAction(tr("Show in Page &tables")), &QAction::triggered, this, [this, read, one] {
            emit mappingRequested(one ? models::AddressSpace::Va : models::AddressSpace::Ipa, read.input);
        });
        menu->addSeparator();
    }
    const bool folded = !m_canvas->unfolded().empty();
    connect(menu->addAction(folded ? tr("Fo&ld all stage 2 walks") : tr("Unfo&ld all stage 2 walks")),
        &QAction::triggered, m_canvas, folded ? &WalkCanvas::foldAll : &WalkCanvas::unfoldAll);
    QAction* diagram = menu->addAction(tr("E&xport the diagram…"));
    diagram->setEnabled(hasWalk());
    connect(diagram, &QAction::triggered, this,
        [this] { emit actionRequested(QStringLiteral("export.diagram")); });
    QAction* walk = menu->addAction(tr("Export the &walk…"));
    walk->setEnabled(hasWalk());
    connect(walk, &QAction::triggered, this, [this] { emit actionRequested(QStringLiteral("export.walk")); });
    menu->addSeparator();
}

void WalkView::askAddress(models::AddressSpace space, quint64 address)
{
    m_bar->ask(space, address);
    m_canvas->setFocus();
}

bool WalkView::hasWalk() const
{
    return !m_canvas->path().empty();
}

QImage WalkView::render(const QSize& size, qreal scale) const
{
    return m_canvas->image(size, scale);
}

bool WalkView::exportDiagram(const QString& path, QString* error) const
{
    if (path.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive))
        return writeExport(path, asPng(m_canvas->image({}, 2.0)), error);
    return writeExport(path, m_canvas->svg(), error);
}

bool WalkView::exportWalk(const QString& path, QString* error) const
{
    const bool csv = path.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive);
    return writeExport(path, csv ? walkAsCsv(m_canvas->path()) : walkAsJson(m_canvas->path()), error);
}

void WalkView::retranslate()
{
    m_canvas->setAccessibleName(tr("Path through the translation tables"));
    m_canvas->setAccessibleDescription(tr(
        "Each table that was looked up, the bits that chose the entry, and the descriptor found. Arrow keys "
        "walk the tables, Enter goes to the step."));
    m_tree->setAccessibleName(tr("Descriptors and their fields"));
    m_tabs->setTabText(0, tr("Descriptor"));
    m_tabs->setTabText(1, tr("List"));
    m_note->setToolTip(tr("The policy's translation cache as it is at this step."));
    m_result->setToolTip(
        tr("What the access would do. The registers are as the Exception level that takes the "
           "fault would see them, PAR_EL1 as an AT instruction would leave it."));
    m_bar->retranslate();
    m_details->retranslate();
    setEmptyText(
        tr("The way of an address through both stages of tables is drawn here once a lesson or a file "
           "is open."),
        QStringLiteral("file.open"), tr("Open…"));
    refresh();
}

/// Where there is no room for both, the path has it all. What a person has chosen stays.
void WalkView::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    constexpr int kLinesForBoth = 34;
    constexpr int kColumnsBeside = 190;
    const bool wide = width() >= kColumnsBeside * fontMetrics().averageCharWidth() && width() > height();
    m_splitter->setOrientation(wide ? Qt::Horizontal : Qt::Vertical);
    shareRoom();
    if (!m_detailsChosen)
        showDetails(wide || height() >= kLinesForBoth * fontMetrics().lineSpacing());
}

void WalkView::setLive(bool live)
{
    m_model->setLive(live);
    m_query->setLive(live);
    refresh();
}

void WalkView::restyle()
{
    m_canvas->update();
    refreshResult();
}

} // namespace fscope::widgets
