// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/tablesview.h"

#include "models/addressexpression.h"
#include "models/mappingmodel.h"
#include "models/session.h"
#include "models/tablebrowser.h"
#include "models/tablelistmodels.h"
#include "models/tabletreemodel.h"
#include "models/texts.h"
#include "widgets/descriptordetails.h"
#include "widgets/itemview.h"
#include "widgets/tablefilterbar.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace fscope::widgets {
namespace {

using models::AddressSpace;

QString spaceName(AddressSpace space)
{
    switch (space) {
    case AddressSpace::Va:
        return QStringLiteral("VA");
    case AddressSpace::Ipa:
        return QStringLiteral("IPA");
    case AddressSpace::Pa:
        return QStringLiteral("PA");
    }
    return {};
}

} // namespace

TablesView::TablesView(models::Session* session, QWidget* parent)
    : Panel(session, "tables", parent)
    , m_browser(new models::TableBrowser(session, this))
    , m_label(new QLabel)
    , m_space(new QComboBox)
    , m_address(new QLineEdit)
    , m_rootTree(new QComboBox)
    , m_root(new QLineEdit)
    , m_detailsButton(new QToolButton)
    , m_error(new QLabel)
    , m_tabs(new QTabWidget)
    , m_filter(new TableFilterBar)
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_details(new DescriptorDetails(session, QStringLiteral("tablesDetails")))
    , m_status(new QLabel)
    , m_cancel(new QPushButton)
{
    const int quarter = Theme::quarterLine(this);
    auto* body = new QWidget(this);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(quarter, quarter / 2, quarter, quarter / 2);
    bar->setSpacing(quarter);
    m_space->setObjectName(QStringLiteral("tablesSpace"));
    m_address->setObjectName(QStringLiteral("tablesAddress"));
    m_rootTree->setObjectName(QStringLiteral("tablesRootTree"));
    m_root->setObjectName(QStringLiteral("tablesRoot"));
    m_detailsButton->setObjectName(QStringLiteral("tablesDetailsButton"));
    m_error->setObjectName(QStringLiteral("tablesError"));
    m_tabs->setObjectName(QStringLiteral("tablesTabs"));
    m_status->setObjectName(QStringLiteral("tablesStatus"));
    m_cancel->setObjectName(QStringLiteral("tablesCancel"));
    m_label->setBuddy(m_address);
    for (const AddressSpace space : { AddressSpace::Va, AddressSpace::Ipa, AddressSpace::Pa })
        m_space->addItem(spaceName(space), static_cast<int>(space));
    for (const mmu::TreeName tree : mmu::kTreeNames)
        m_rootTree->addItem(QLatin1String(mmu::registerOf(tree)), static_cast<int>(tree));
    for (QLineEdit* edit : { m_address, m_root }) {
        edit->setFont(Theme::fixedFont());
        edit->setMinimumWidth(edit->fontMetrics().averageCharWidth() * 11);
    }
    m_root->setClearButtonEnabled(true);
    m_detailsButton->setCheckable(true);
    m_detailsButton->setAutoRaise(true);
    bar->addWidget(m_label);
    bar->addWidget(m_space);
    bar->addWidget(m_address, 2);
    bar->addWidget(m_rootTree);
    bar->addWidget(m_root, 1);
    bar->addWidget(m_detailsButton);
    layout->addLayout(bar);
    m_error->setWordWrap(true);
    m_error->setContentsMargins(2 * quarter, 0, 2 * quarter, quarter / 2);
    m_error->hide();
    layout->addWidget(m_error);

    const QString address = QStringLiteral("0xffff 8000 0800 0000");
    const QString ipa = QStringLiteral("0x0000 4000 0000");
    const QString rights = QStringLiteral("EL1 rwx, EL0 rwx");
    m_tree = makeList("tablesTree", m_browser->tree(),
        { QStringLiteral("          ") + address, QStringLiteral("1022.5 GiB"), QString(),
            QStringLiteral("000\u2013511"), QStringLiteral("0x0060 0000 4000 0701"),
            QStringLiteral("invalid entries: 511"), ipa, rights,
            QStringLiteral("Normal, Write-Back, Inner Shareable") });
    m_tree->setRootIsDecorated(true);
    m_tree->setExpandsOnDoubleClick(false); // activated() does it, for Enter too
    connect(m_tree, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        const QModelIndex row = index.siblingAtColumn(0);
        if (m_browser->tree()->hasChildren(row))
            m_tree->setExpanded(row, !m_tree->isExpanded(row));
    });
    m_mappings = makeList("tablesMappings", m_browser->mappings(),
        { QStringLiteral("TTBR1_EL1"), address, QStringLiteral("1022 MiB"), ipa, rights,
            QStringLiteral("Normal, Write-Back, Inner Shareable"), QStringLiteral("511 at levels 2 to 3") });
    m_mappedBy = makeList("tablesMappedBy", m_browser->mappedBy(),
        { address, rights, ipa, rights, ipa, QStringLiteral("1022 MiB") });
    m_findings = makeList("tablesFindings", m_browser->findings(),
        { QStringLiteral("\u25b3 warning"), QString(60, QLatin1Char('n')), QStringLiteral("TTBR1_EL1"),
            address });

    auto* list = new QWidget;
    auto* listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->setSpacing(0);
    listLayout->addWidget(m_filter);
    listLayout->addWidget(m_mappings, 1);
    m_tabs->setDocumentMode(true);
    for (QWidget* page : { static_cast<QWidget*>(m_tree), list, static_cast<QWidget*>(m_mappedBy),
             static_cast<QWidget*>(m_findings) })
        m_tabs->addTab(page, QString());
    m_splitter->setObjectName(QStringLiteral("tablesSplitter"));
    m_splitter->setChildrenCollapsible(false);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_splitterMoved = true; });
    m_splitter->addWidget(m_tabs);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    layout->addWidget(m_splitter, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(2 * quarter, quarter / 2, quarter, quarter / 2);
    foot->addWidget(m_status, 1);
    foot->addWidget(m_cancel);
    layout->addLayout(foot);
    setBody(body);
    setFocusProxy(m_tree);

    connect(m_address, &QLineEdit::returnPressed, this, &TablesView::submit);
    connect(m_root, &QLineEdit::returnPressed, this, &TablesView::submitRoot);
    connect(m_rootTree, &QComboBox::activated, this, &TablesView::submitRoot);
    connect(m_tabs, &QTabWidget::currentChanged, this, &TablesView::onTabChanged);
    connect(m_filter, &TableFilterBar::changed, this, &TablesView::list);
    connect(m_detailsButton, &QToolButton::clicked, this, [this](bool shown) {
        m_detailsChosen = true;
        showDetails(shown);
    });
    connect(m_cancel, &QPushButton::clicked, m_browser, &models::TableBrowser::cancel);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& current) {
            const auto facts = m_browser->tree()->factsOf(current);
            if (facts)
                m_details->showDescriptor(*facts);
            else
                m_details->clear();
        });
    connect(m_findings, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        const auto& found = m_browser->findings()->report().findings;
        if (index.row() < static_cast<int>(found.size())) {
            const mmu::LintFinding& finding = found[static_cast<std::size_t>(index.row())];
            showInTree(static_cast<int>(finding.tree), finding.input.first);
        }
    });
    connect(m_mappedBy, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        const auto& ways = m_browser->mappedBy()->ways();
        if (index.row() >= static_cast<int>(ways.size()))
            return;
        const mmu::MappedBy& way = ways[static_cast<std::size_t>(index.row())];
        if (way.va)
            showMapping(AddressSpace::Va, way.va->first);
        else
            showMapping(AddressSpace::Ipa, way.ipa.first);
    });
    connect(m_mappings, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        const auto& rows = m_browser->mappings()->rows();
        if (index.row() < static_cast<int>(rows.size())) {
            const models::MappingRow& row = rows[static_cast<std::size_t>(index.row())];
            showInTree(row.tree, row.range.input);
        }
    });
    connect(m_browser, &models::TableBrowser::snapshotChanged, this, &TablesView::onSnapshotChanged);
    for (const auto signal : { &models::TableBrowser::listChanged, &models::TableBrowser::findChanged,
             &models::TableBrowser::lintChanged })
        connect(m_browser, signal, this, &TablesView::updateStatus);
    connect(m_browser, &models::TableBrowser::exported, this, &TablesView::exported);
    connect(
        session, &models::Session::sourceChanged, this, [this] { setEmpty(!this->session()->hasSource()); });
    showDetails(false);
    retranslate();
}

ItemView* TablesView::makeList(const char* name, QAbstractItemModel* model, const QStringList& samples)
{
    auto* view = new ItemView(this);
    view->setObjectName(QLatin1String(name));
    view->setRootIsDecorated(false);
    view->setIndentation(view->fontMetrics().height());
    view->setColumnSamples(samples);
    view->setModel(model);
    connect(view, &ItemView::menuAboutToShow, this, &TablesView::addToMenu);
    // Enter goes to the entry.
    view->setEnterFollowsAddresses(false);
    connect(view, &ItemView::addressActivated, this, &Panel::addressActivated);
    return view;
}

void TablesView::submit()
{
    QString error;
    const auto space = static_cast<AddressSpace>(m_space->currentData().toInt());
    const auto target = models::parseAddress(m_address->text(), space, session()->guest(), &error);
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
    if (target)
        showMapping(target->space, target->address);
}

void TablesView::submitRoot()
{
    std::optional<models::TypedRoot> root;
    QString error;
    if (!m_root->text().trimmed().isEmpty()) {
        const auto target
            = models::parseAddress(m_root->text(), AddressSpace::Pa, session()->guest(), &error);
        if (target)
            root = models::TypedRoot { static_cast<mmu::TreeName>(m_rootTree->currentData().toInt()),
                target->address };
    }
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
    if (!error.isEmpty())
        return;
    m_browser->setTypedRoot(root);
    if (root) {
        m_tabs->setCurrentIndex(Tree);
        const QModelIndex index = m_browser->tree()->index(m_browser->tree()->rowCount() - 1, 0);
        m_tree->expand(index);
        m_tree->setCurrentIndex(index);
        m_tree->setFocus();
    }
}

void TablesView::showMapping(AddressSpace space, quint64 address)
{
    m_browser->setLive(true);
    m_space->setCurrentIndex(m_space->findData(static_cast<int>(space)));
    m_address->setText(models::copyHex(address));
    m_error->hide();
    if (space == AddressSpace::Pa) {
        showWhoMaps(space, { address, address });
        return;
    }
    const auto& snapshot = m_browser->snapshot();
    for (int tree = 0; snapshot && tree < snapshot->count(); ++tree) {
        const mmu::TableTree& in = snapshot->tree(tree);
        const bool covers = in.isUsed() && models::inputSpaceOf(in) == space && address >= in.firstInput()
            && address <= in.lastInput();
        if (covers) {
            showInTree(tree, address);
            return;
        }
    }
    m_error->setText(tr("No tables translate %1 %2: it is out of their range, or its stage is off.")
                         .arg(spaceName(space), models::displayHex(address)));
    m_error->show();
}

void TablesView::showInTree(int tree, quint64 input)
{
    m_tabs->setCurrentIndex(Tree);
    const QModelIndex index = m_browser->tree()->find(tree, input);
    if (!index.isValid())
        return;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        m_tree->expand(above);
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_tree->setFocus();
}

void TablesView::showWhoMaps(AddressSpace space, const mmu::AddressSpan& span)
{
    m_browser->findWhoMaps(space, span);
    m_tabs->setCurrentIndex(MappedBy);
    m_mappedBy->setFocus();
    updateStatus();
}

void TablesView::onTabChanged(int tab)
{
    if (isLive() && tab == Mappings && !m_browser->isListed() && !m_browser->isListing())
        list();
    if (isLive() && tab == Findings && !m_browser->isLinted() && !m_browser->isLinting())
        m_browser->lint();
    m_details->setVisible(m_detailsButton->isChecked() && tab == Tree);
    updateStatus();
}

void TablesView::list()
{
    if (const auto question = m_filter->question())
        m_browser->list(*question);
}

void TablesView::onSnapshotChanged()
{
    setEmpty(!session()->hasSource());
    QStringList titles;
    const auto& snapshot = m_browser->snapshot();
    for (int tree = 0; snapshot && tree < snapshot->count(); ++tree)
        titles << snapshot->title(tree);
    m_filter->setTrees(titles);
    // What is chosen may hold something else now.
    if (const auto facts = m_browser->tree()->factsOf(m_tree->currentIndex()))
        m_details->showDescriptor(*facts);
    updateStatus();
}

void TablesView::updateStatus()
{
    QString text;
    bool busy = false;
    switch (static_cast<Tab>(m_tabs->currentIndex())) {
    case Tree:
        text = tr("Enter opens a table; the tables are read as they are opened.");
        break;
    case Mappings:
        text = m_browser->listText();
        busy = m_browser->isListing();
        break;
    case MappedBy:
        text = m_browser->findText();
        busy = m_browser->isFinding();
        if (text.isEmpty())
            text = tr("Type a PA above to see which IPAs and VAs lead there.");
        break;
    case Findings:
        text = m_browser->lintText();
        busy = m_browser->isLinting();
        break;
    }
    m_status->setText(text);
    m_cancel->setVisible(busy);
}

void TablesView::addToMenu(QMenu* menu, const QModelIndex& index)
{
    // The addresses of a row in the spaces that it has.
    for (int column = 0; index.isValid() && column < index.model()->columnCount(index.parent()); ++column) {
        const QModelIndex cell = index.siblingAtColumn(column);
        const QVariant value = cell.data(models::AddressRole);
        if (!value.isValid())
            continue;
        const auto space = static_cast<AddressSpace>(cell.data(models::AddressSpaceRole).toInt());
        const quint64 at = value.toULongLong();
        const QString name = spaceName(space) + QLatin1Char(' ') + models::copyHex(at);
        if (space != AddressSpace::Pa)
            connect(menu->addAction(tr("Which table maps %1").arg(name)), &QAction::triggered, this,
                [this, space, at] { showMapping(space, at); });
        if (space != AddressSpace::Va)
            connect(
                menu->addAction(tr("Who maps %1").arg(name)), &QAction::triggered, this, [this, space, at] {
                    showWhoMaps(space, { at, at });
                });
        if (space != AddressSpace::Pa)
            connect(menu->addAction(tr("Walk for %1").arg(name)), &QAction::triggered, this,
                [this, space, at] { emit walkRequested(space, at); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("E&xport the mappings…")), &QAction::triggered, this,
        [this] { emit actionRequested(QStringLiteral("export.tables")); });
    menu->addSeparator();
}

/// Three parts of five for what the fields belong to, until a person has moved the handle.
void TablesView::shareRoom()
{
    const int room = m_splitter->orientation() == Qt::Vertical ? height() : width();
    if (!m_splitterMoved)
        m_splitter->setSizes({ room * 3 / 5, room * 2 / 5 });
}

void TablesView::showDetails(bool shown)
{
    m_detailsButton->setChecked(shown);
    m_details->setVisible(shown && m_tabs->currentIndex() == Tree);
    shareRoom();
}

void TablesView::focusAddress()
{
    m_address->setFocus();
    m_address->selectAll();
}

void TablesView::exportMappings(const QString& path)
{
    m_browser->exportMappings(path);
}

void TablesView::setLive(bool live)
{
    m_browser->setLive(live);
    if (live) {
        setEmpty(!session()->hasSource());
        onTabChanged(m_tabs->currentIndex());
    }
}

void TablesView::resizeEvent(QResizeEvent* event)
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

void TablesView::retranslate()
{
    m_label->setText(tr("&Go to:"));
    m_space->setToolTip(tr("A VA or an IPA shows the entry that translates it, a PA who maps it."));
    m_space->setAccessibleName(tr("Kind of address"));
    m_address->setPlaceholderText(tr("0x9000000, x1 + 8, pa:0x140000000"));
    m_address->setToolTip(
        tr("A number, a register or a sum of them; va:, ipa: or pa: before it says of which kind."));
    m_address->setAccessibleName(tr("Address to find"));
    m_rootTree->setToolTip(tr("The tables that another root is tried for."));
    m_rootTree->setAccessibleName(tr("Register of the other root"));
    m_root->setPlaceholderText(tr("other root"));
    m_root->setToolTip(
        tr("Another address for the tables of this register, shown as one tree more. Empty: none."));
    m_root->setAccessibleName(tr("Other root of tables"));
    m_detailsButton->setText(tr("Fiel&ds"));
    m_detailsButton->setToolTip(tr("Shows the chosen descriptor bit by bit."));
    m_cancel->setText(tr("&Cancel"));
    m_cancel->setToolTip(tr("Gives up; what was found before stays."));
    m_tabs->setTabText(Tree, tr("Tree"));
    m_tabs->setTabText(Mappings, tr("Mappings"));
    m_tabs->setTabText(MappedBy, tr("Who maps"));
    m_tabs->setTabText(Findings, tr("Findings"));
    m_tabs->setAccessibleName(tr("Ways to look at the tables"));
    m_tree->setAccessibleName(tr("Translation tables"));
    m_tree->setAccessibleDescription(tr("Tables of both stages, entry by entry. Right opens a table."));
    m_mappings->setAccessibleName(tr("Mappings"));
    m_mappings->setAccessibleDescription(
        tr("Ranges of addresses that are mapped alike. Enter goes to the entry."));
    m_mappedBy->setAccessibleName(tr("Who maps the address"));
    m_findings->setAccessibleName(tr("Findings"));
    m_findings->setAccessibleDescription(tr("What looks wrong in the tables. Enter goes to the descriptor."));
    m_filter->retranslate();
    m_details->retranslate();
    setEmptyText(
        tr("The guest's translation tables can be browsed here once a lesson or a scenario is open."),
        QStringLiteral("file.open"), tr("Open…"));
    setEmpty(!session()->hasSource());
    updateStatus();
}

} // namespace fscope::widgets
