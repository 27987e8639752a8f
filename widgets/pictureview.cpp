// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/pictureview.h"

#include "models/picturemodel.h"
#include "models/session.h"
#include "widgets/picturecanvas.h"

#include <QScrollArea>

#include <variant>

namespace fscope::widgets {
namespace {

using TargetKind = PictureContent::TargetKind;

TargetKind kindOf(hypervisor::Target target)
{
    switch (target) {
    case hypervisor::Target::Ram:
    case hypervisor::Target::Rom:
    case hypervisor::Target::Protected:
        return TargetKind::Ram;
    case hypervisor::Target::Device:
        return TargetKind::Device;
    case hypervisor::Target::Hole:
        return TargetKind::Nothing;
    }
    return TargetKind::Unknown;
}

/// What the access has met by @p done steps.
TargetKind targetOf(const machine::InterceptRun& run, int done)
{
    TargetKind kind = TargetKind::Unknown;
    const auto count = std::min(run.steps.size(), static_cast<std::size_t>(std::max(done, 0)));
    for (std::size_t i = 0; i < count; ++i) {
        const hypervisor::MicroStep& step = run.steps[i];
        if (const auto* checked = std::get_if<hypervisor::AccessChecked>(&step))
            kind = kindOf(checked->target);
        else if (std::holds_alternative<hypervisor::MmioAccessed>(step))
            kind = TargetKind::Device;
        else if (std::holds_alternative<hypervisor::MemoryRead>(step)
            || std::holds_alternative<hypervisor::MemoryWritten>(step))
            kind = TargetKind::Ram;
    }
    return kind;
}

PictureStation stationOf(const models::PictureModel& model, int row)
{
    const QModelIndex title = model.index(row, models::PictureModel::Title);
    const QModelIndex text = model.index(row, models::PictureModel::Text);
    PictureStation station;
    station.title = title.data().toString();
    station.text = text.data().toString();
    station.toolTip = title.data(Qt::ToolTipRole).toString();
    station.accessible = title.data(Qt::AccessibleTextRole).toString();
    station.state = static_cast<models::ItemState>(title.data(models::StateRole).toInt());
    station.current = title.data(models::CurrentRole).toBool();
    const QVariant step = title.data(models::StepRole);
    station.step = step.isValid() ? step.toInt() : -1;
    return station;
}

} // namespace

PictureView::PictureView(models::Session* session, QWidget* parent)
    : Panel(session, "picture", parent)
    , m_model(new models::PictureModel(session, this))
    , m_canvas(new PictureCanvas)
{
    auto* area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("pictureArea"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(m_canvas);
    setBody(area);
    setFocusProxy(m_canvas);
    m_model->setLive(false);

    const auto go = [this](int item) {
        const auto& stations = m_canvas->content().stations;
        if (item < 0 || item >= static_cast<int>(stations.size()))
            return;
        const int step = stations[static_cast<std::size_t>(item)].step;
        if (step >= 0)
            this->session()->goToStep(step + 1);
    };
    connect(m_canvas, &Canvas::itemClicked, this, go);
    connect(m_canvas, &Canvas::itemActivated, this, go);
    for (const auto signal : { &models::Session::momentChanged, &models::Session::runChanged,
             &models::Session::sourceChanged, &models::Session::languageChanged })
        connect(session, signal, this, &PictureView::refresh);
    retranslate();
}

void PictureView::refresh()
{
    setEmpty(!session()->hasSource());
    if (!m_model->isLive())
        return;
    PictureContent content;
    const int rows = std::min<int>(m_model->rowCount(), PictureContent::PlaceCount);
    for (int row = 0; row < rows; ++row)
        content.stations[static_cast<std::size_t>(row)] = stationOf(*m_model, row);
    content.syndromeUsed = m_model->isSyndromeUsed() && content.isReached(PictureContent::Syndrome);
    content.outcome = m_model->outcome();
    content.outcomeText = m_model->outcomeText();
    if (const auto run = session()->run())
        content.target = targetOf(*run, session()->position().step);
    m_canvas->setContent(content);
}

QImage PictureView::render(const QSize& size, qreal scale) const
{
    return m_canvas->image(size, scale);
}

bool PictureView::saveSvg(const QString& path) const
{
    return m_canvas->saveSvg(path);
}

void PictureView::retranslate()
{
    m_canvas->setAccessibleName(tr("Picture"));
    m_canvas->setAccessibleDescription(
        tr("The way of the intercept from the instruction to the registers. Arrow keys walk the stations, "
           "Enter goes to the step of one."));
    setEmptyText(tr("The way of one intercept, from the instruction to RAM or a device, is drawn here once a "
                    "lesson or a file is open."),
        QStringLiteral("file.open"), tr("Open…"));
    refresh();
}

void PictureView::setLive(bool live)
{
    m_model->setLive(live);
    refresh();
}

void PictureView::restyle()
{
    m_canvas->update();
}

} // namespace fscope::widgets
