// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/memorymappanel.h"

#include "core/base/address.h"
#include "models/memorymapmodel.h"
#include "models/session.h"
#include "models/texts.h"
#include "widgets/itemview.h"
#include "widgets/memorymapcanvas.h"
#include "widgets/statedelegate.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fscope::widgets {

using models::AddressSpace;
using models::MemoryMapModel;

MemoryMapPanel::MemoryMapPanel(models::Session* session, QWidget* parent)
    : Panel(session, "memorymap", parent)
    , m_model(new MemoryMapModel(session, this))
    , m_canvas(new MemoryMapCanvas)
    , m_table(new ItemView(this))
    , m_split(new QSplitter)
    , m_addressLabel(new QLabel)
    , m_space(new QComboBox)
    , m_address(new QLineEdit)
    , m_zoomOut(new QToolButton)
    , m_zoomIn(new QToolButton)
    , m_zoomAll(new QToolButton)
    , m_selection(new QLabel)
    , m_problem(new QLabel)
{
    m_model->setLive(false);
    auto* body = new QWidget(this);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const int quarter = Theme::quarterLine(this);
    m_problem->setObjectName(QStringLiteral("mapProblem"));
    m_problem->setWordWrap(true);
    m_problem->setContentsMargins(quarter, 0, quarter, quarter / 2);
    m_problem->hide();
    m_bar = makeBar();
    layout->addWidget(m_bar);
    layout->addWidget(m_problem);
    m_split->setObjectName(QStringLiteral("mapSplit"));
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(m_canvas);
    m_split->addWidget(m_table);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    layout->addWidget(m_split, 1);

    m_table->setObjectName(QStringLiteral("mapTable"));
    m_table->setRootIsDecorated(false);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    const QString address = QStringLiteral("0x4000 0000 00");
    const QString count = QStringLiteral("1,048,576");
    m_table->setColumnSamples({ QStringLiteral("\u25b6  framebuffer"), QStringLiteral("protected"), address,
        address, QStringLiteral("1023.9 GiB"), QStringLiteral("read, write"), count, count, count });
    m_table->stateDelegate()->setMarkColumn(MemoryMapModel::Name);
    m_table->setModel(m_model);

    connect(m_model, &MemoryMapModel::contentChanged, this, &MemoryMapPanel::showContent);
    connect(m_canvas, &MemoryMapCanvas::addressSelected, this, &MemoryMapPanel::onSelected);
    connect(m_canvas, &MemoryMapCanvas::addressActivated, this,
        [this](quint64 ipa) { emit addressActivated(m_model->space(), ipa & ~(kPageSize - 1)); });
    connect(m_table, &ItemView::addressActivated, this, &Panel::addressActivated);
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        // A cell that is an address leads there by itself.
        if (!index.data(models::AddressRole).isValid())
            emit addressActivated(
                m_model->space(), m_model->content()->stretches[static_cast<std::size_t>(index.row())].start);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &MemoryMapPanel::onRowChanged);
    connect(m_address, &QLineEdit::returnPressed, this, [this] { goTo(m_address->text()); });
    connect(m_zoomIn, &QToolButton::clicked, m_canvas, &MemoryMapCanvas::zoomIn);
    connect(m_zoomOut, &QToolButton::clicked, m_canvas, &MemoryMapCanvas::zoomOut);
    connect(m_zoomAll, &QToolButton::clicked, m_canvas, &MemoryMapCanvas::showAll);
    connect(session, &models::Session::sourceChanged, this, &MemoryMapPanel::retranslate);
    setBody(body);
    setFocusProxy(m_canvas);
    retranslate();
}

QWidget* MemoryMapPanel::makeBar()
{
    auto* widget = new QWidget;
    auto* bar = new QHBoxLayout(widget);
    const int quarter = Theme::quarterLine(this);
    bar->setContentsMargins(quarter, quarter / 2, quarter, quarter / 2);
    bar->setSpacing(quarter);
    m_address->setObjectName(QStringLiteral("mapAddress"));
    m_address->setFont(Theme::fixedFont());
    m_addressLabel->setBuddy(m_address);
    m_selection->setObjectName(QStringLiteral("mapSelection"));
    m_selection->setMinimumWidth(0);
    m_selection->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_zoomOut->setObjectName(QStringLiteral("mapZoomOut"));
    m_zoomOut->setText(QStringLiteral("\u2212"));
    m_zoomIn->setObjectName(QStringLiteral("mapZoomIn"));
    m_zoomIn->setText(QStringLiteral("+"));
    m_zoomAll->setObjectName(QStringLiteral("mapZoomAll"));
    m_space->setObjectName(QStringLiteral("mapSpace"));
    // As the Arm ARM spells them.
    m_space->addItem(QStringLiteral("IPA"), static_cast<int>(AddressSpace::Ipa));
    m_space->addItem(QStringLiteral("PA"), static_cast<int>(AddressSpace::Pa));
    connect(m_space, &QComboBox::currentIndexChanged, this,
        [this] { m_model->setSpace(static_cast<AddressSpace>(m_space->currentData().toInt())); });
    bar->addWidget(m_addressLabel);
    bar->addWidget(m_space);
    bar->addWidget(m_address, 2);
    for (QToolButton* button : { m_zoomOut, m_zoomIn, m_zoomAll }) {
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAutoRaise(true);
        bar->addWidget(button);
    }
    bar->addWidget(m_selection, 3);
    return widget;
}

QString MemoryMapPanel::goTo(const QString& expression)
{
    if (!session()->hasSource() || expression.trimmed().isEmpty())
        return {};
    QString error;
    const auto found = m_model->goTo(expression, &error);
    const bool onMap = found && m_model->content()->stretchAt(*found) >= 0;
    if (found && !onMap)
        error = tr("%1 is beyond the end of the map.").arg(models::displayHex(*found));
    m_problem->setText(error);
    m_problem->setVisible(!onMap);
    if (onMap) {
        m_canvas->zoomTo(*found);
        onSelected(*found);
    }
    return error;
}

void MemoryMapPanel::showContent()
{
    m_canvas->setContent(m_model->content());
    showSelection();
}

/// From the strip to the table.
void MemoryMapPanel::onSelected(quint64 ipa)
{
    const QScopedValueRollback<bool> selecting(m_isSelecting, true);
    const int region = m_model->content()->stretchAt(ipa);
    if (region >= 0)
        m_table->setCurrentIndex(m_model->index(region, 0));
    showSelection();
}

/// From the table to the strip.
void MemoryMapPanel::onRowChanged()
{
    const auto row = static_cast<std::size_t>(m_table->currentIndex().row());
    const auto& regions = m_model->content()->stretches;
    if (m_isSelecting || !m_table->currentIndex().isValid() || row >= regions.size())
        return;
    const auto selected = m_canvas->selected();
    if (!selected || !regions[row].contains(*selected))
        m_canvas->select(regions[row].start);
    showSelection();
}

void MemoryMapPanel::showSelection()
{
    const auto selected = m_canvas->selected();
    const QString text = selected ? m_canvas->describe(*selected) : QString();
    const QString line = selected
        ? models::displayHex(*selected) + QStringLiteral(" \u00b7 ") + text.section(QLatin1Char('\n'), 0, 0)
        : QString();
    m_selection->setText(line);
    m_selection->setToolTip(text);
}

QSize MemoryMapPanel::minimumSizeHint() const
{
    // That of the low form, whichever it has: or it could never become low again.
    return { Panel::minimumSizeHint().width(),
        m_bar->minimumSizeHint().height() + m_canvas->minimumSizeHint().height() };
}

void MemoryMapPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    // The table stands below the strip where there is room for its heading and some rows, else beside it.
    const bool isLow = height() < fontMetrics().height() * 14;
    const Qt::Orientation orientation = isLow ? Qt::Horizontal : Qt::Vertical;
    if (m_split->orientation() == orientation && !m_split->sizes().contains(0))
        return;
    m_split->setOrientation(orientation);
    const int strip = MemoryMapDrawing::preferredSize().toSize().height();
    m_split->setSizes(isLow ? QList<int> { width() * 3 / 5, width() * 2 / 5 }
                            : QList<int> { strip, std::max(1, height() - strip) });
}

void MemoryMapPanel::setLive(bool live)
{
    m_model->setLive(live);
    if (live && m_model->content().get() != &m_canvas->content())
        showContent();
}

void MemoryMapPanel::retranslate()
{
    m_addressLabel->setText(tr("&Address:"));
    m_address->setPlaceholderText(tr("0x9000000, va:x1 + 8"));
    m_space->setAccessibleName(tr("Addresses of the map"));
    m_space->setToolTip(
        tr("By intermediate physical address, as the guest has it, or by physical address with "
           "the RAM that is hidden from the guest."));
    m_address->setToolTip(
        tr("Goes to a number, a register or a sum of them; va:, ipa: or pa: before it says of which kind."));
    m_zoomOut->setToolTip(tr("Shows more of the map (-)"));
    m_zoomOut->setAccessibleName(tr("Zoom out"));
    m_zoomIn->setToolTip(tr("Shows less of the map, larger (+)"));
    m_zoomIn->setAccessibleName(tr("Zoom in"));
    m_zoomAll->setText(tr("All"));
    m_zoomAll->setToolTip(tr("Shows the whole address space (0)"));
    m_zoomAll->setAccessibleName(tr("Show all"));
    m_selection->setAccessibleName(tr("Selected address"));
    m_canvas->setAccessibleName(tr("Memory map"));
    m_canvas->setAccessibleDescription(tr(
        "The guest's physical address space as a strip. Up and Down go through its regions, Left and Right "
        "move it, plus and minus zoom, Enter shows the selected address in Memory."));
    m_table->setAccessibleName(tr("Regions"));
    m_table->setAccessibleDescription(
        tr("Every region and hole of the map. Enter shows its first address in Memory."));
    if (session()->hasSource())
        setEmptyText(tr("This intercept could not be run, so there is no guest to draw a map of."));
    else
        setEmptyText(
            tr("RAM, ROM, devices and holes of the guest are drawn here once a lesson or a recording is "
               "open."),
            QStringLiteral("file.open"), tr("Open…"));
    setEmpty(!session()->hasSource());
    showSelection();
}

} // namespace fscope::widgets
