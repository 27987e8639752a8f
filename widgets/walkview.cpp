// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/walkview.h"

#include "models/session.h"
#include "models/walkmodel.h"
#include "widgets/itemview.h"
#include "widgets/theme.h"
#include "widgets/walkcanvas.h"

#include <QItemSelectionModel>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace fscope::widgets {
namespace {

using Model = models::WalkModel;

/// Fields of a block or page that decide about an access, in the order they are shown.
constexpr std::array kAttributeNames { "AF", "AP", "S2AP", "XN", "UXN", "PXN", "AttrIndx", "MemAttr", "SH" };

/// "AF=1 S2AP=3 XN=0", in lines of at most three.
QString attributesOf(const Model& model, const QModelIndex& descriptor)
{
    QStringList found;
    for (const char* name : kAttributeNames) {
        for (int row = 0; row < model.rowCount(descriptor); ++row) {
            if (model.index(row, Model::Stage, descriptor).data().toString() != QLatin1String(name))
                continue;
            const QString value
                = model.index(row, Model::Descriptor, descriptor).data(models::CopyRole).toString();
            bool ok = false;
            const quint64 number = value.toULongLong(&ok, 0);
            found << QLatin1String(name) + QLatin1Char('=') + (ok ? QString::number(number) : value);
            break;
        }
    }
    QStringList lines;
    for (qsizetype i = 0; i < found.size(); i += 3)
        lines << found.mid(i, 3).join(QLatin1Char(' '));
    return lines.join(QLatin1Char('\n'));
}

bool isLeaf(mmu::DescriptorType type)
{
    return type == mmu::DescriptorType::Block || type == mmu::DescriptorType::Page;
}

bool leadsNowhere(const mmu::DescriptorRead& read)
{
    return read.aborted || read.type == mmu::DescriptorType::Invalid
        || read.type == mmu::DescriptorType::Reserved;
}

/// The words and the state of a mark, from its row.
void fillMark(const Model& model, WalkMark& mark)
{
    const QModelIndex row = model.index(mark.row, 0);
    if (!row.isValid())
        return;
    mark.state = static_cast<models::ItemState>(row.data(models::StateRole).toInt());
    mark.current = row.data(models::CurrentRole).toBool();
    mark.type = row.siblingAtColumn(Model::Type).data().toString();
    mark.output = row.siblingAtColumn(Model::Output).data().toString();
    mark.accessible = row.data(Qt::AccessibleTextRole).toString();
    QStringList tip { mark.accessible };
    for (const int column : { Model::Stage, Model::Index, Model::Address, Model::Type, Model::Output }) {
        const QString text = row.siblingAtColumn(column).data(Qt::ToolTipRole).toString();
        if (!text.isEmpty() && !tip.contains(text))
            tip << text;
    }
    mark.toolTip = tip.join(QLatin1Char('\n'));
}

void fillCards(const Model& model, std::vector<WalkCard>& cards)
{
    for (WalkCard& card : cards) {
        fillMark(model, card.mark);
        if (card.mark.state != models::ItemState::Pending && leadsNowhere(card.read))
            card.mark.state = models::ItemState::Fault;
        if (isLeaf(card.read.type))
            card.mark.attributes = attributesOf(model, model.index(card.mark.row, 0));
        fillCards(model, card.side);
    }
}

void fillPath(const Model& model, WalkPath& path)
{
    for (WalkPart& part : path) {
        if (part.cache)
            fillMark(model, *part.cache);
        for (WalkChain& chain : part.chains) {
            fillCards(model, chain.cards);
            if (chain.end)
                fillMark(model, *chain.end);
        }
    }
}

} // namespace

WalkView::WalkView(models::Session* session, QWidget* parent)
    : Panel(session, "walk", parent)
    , m_model(new models::WalkModel(session, this))
    , m_canvas(new WalkCanvas)
    , m_tree(new ItemView)
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_note(new QLabel)
{
    auto* area = new QScrollArea;
    area->setObjectName(QStringLiteral("walkArea"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(m_canvas);
    m_tree->setObjectName(QStringLiteral("walkTree"));
    m_splitter->addWidget(area);
    m_splitter->addWidget(m_tree);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(true);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_splitterMoved = true; });

    auto* content = new QWidget(this);
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    auto* layout = new QVBoxLayout(content);
    const int quarter = Theme::quarterLine(this);
    layout->setContentsMargins(0, quarter, 0, 0);
    layout->setSpacing(0);
    m_note->setObjectName(QStringLiteral("walkNote"));
    m_note->setWordWrap(true);
    m_note->setContentsMargins(2 * quarter, 0, 2 * quarter, quarter);
    layout->addWidget(m_note);
    layout->addWidget(m_splitter, 1);
    setBody(content);
    setFocusProxy(m_canvas);

    m_model->setLive(false);
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
            if (top.isValid())
                m_canvas->setCurrentRow(top.row());
        });
    connect(m_canvas, &WalkCanvas::rowChosen, this, [this](int row) {
        const QModelIndex index = m_model->index(row, 0);
        const QModelIndex current = m_tree->currentIndex();
        const bool inside = current.parent().isValid() ? current.parent().row() == row : current.row() == row;
        if (index.isValid() && !inside)
            m_tree->setCurrentIndex(index);
    });
    connect(m_canvas, &WalkCanvas::stepActivated, this,
        [this](int step) { this->session()->goToStep(step + 1); });
    connect(session, &models::Session::runChanged, m_canvas, &WalkCanvas::foldAll);
    for (const auto signal : { &models::Session::momentChanged, &models::Session::runChanged,
             &models::Session::sourceChanged, &models::Session::languageChanged })
        connect(session, signal, this, &WalkView::refresh);
    retranslate();
}

void WalkView::refresh()
{
    setEmpty(!session()->hasSource());
    if (!m_model->isLive())
        return;
    const auto run = session()->run();
    const bool hardware = m_model->showsHardwareWalk();
    WalkPath path;
    if (run)
        path = walkPathOf(*run, hardware);
    fillPath(*m_model, path);
    m_canvas->setPath(path);
    // After the scroll area has given the canvas its new size.
    QTimer::singleShot(0, m_canvas, &WalkCanvas::revealCurrentStep);

    QString note = session()->runError();
    if (run && path.empty())
        note = tr("Nothing is translated for this intercept.");
    else if (hardware)
        note = tr("The policy translates nothing here; this is how the CPU itself walked for the access.");
    else if (run)
        note = tr("One-entry cache: %1").arg(m_model->cacheText());
    m_note->setText(note);
}

QImage WalkView::render(const QSize& size, qreal scale) const
{
    return m_canvas->image(size, scale);
}

bool WalkView::saveSvg(const QString& path) const
{
    return m_canvas->saveSvg(path);
}

void WalkView::retranslate()
{
    m_canvas->setAccessibleName(tr("Path through the translation tables"));
    m_canvas->setAccessibleDescription(tr(
        "Each table that was looked up, the bits that chose the entry, and the descriptor found. Arrow keys "
        "walk the tables, Enter goes to the step."));
    m_tree->setAccessibleName(tr("Descriptors and their fields"));
    m_note->setToolTip(tr("The policy's translation cache as it is at this step."));
    setEmptyText(
        tr("The way of an address through both stages of tables is drawn here once a lesson or a file "
           "is open."),
        QStringLiteral("file.open"), tr("Open…"));
    refresh();
}

/// Where there is no room for both, the path has it all; the tree is a drag of the splitter away. What a
/// person has chosen stays.
void WalkView::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    if (m_splitterMoved)
        return;
    constexpr int kLinesForBoth = 24;
    const int room = height();
    if (room < kLinesForBoth * fontMetrics().lineSpacing())
        m_splitter->setSizes({ room, 0 });
    else
        m_splitter->setSizes({ room * 3 / 5, room * 2 / 5 });
}

void WalkView::setLive(bool live)
{
    m_model->setLive(live);
    refresh();
}

void WalkView::restyle()
{
    m_canvas->update();
}

} // namespace fscope::widgets
