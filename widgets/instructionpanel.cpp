// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/instructionpanel.h"

#include "models/listingmodel.h"
#include "models/session.h"
#include "widgets/encodingview.h"
#include "widgets/itemview.h"
#include "widgets/statedelegate.h"

#include <QSplitter>

namespace fscope::widgets {

using models::ListingModel;

InstructionPanel::InstructionPanel(models::Session* session, QWidget* parent)
    : Panel(session, "instruction", parent)
    , m_listing(new ListingModel(session, this))
    , m_encoding(new EncodingView(session))
    , m_view(new ItemView(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    m_listing->setLive(false);
    m_view->setObjectName(QStringLiteral("listingView"));
    m_view->setRootIsDecorated(false);
    m_view->setFollowCurrent(true);
    m_view->stateDelegate()->setMarkColumn(ListingModel::Address);
    m_view->setColumnSamples({ QStringLiteral("0xffff 8000 0800 12c4 \u25b6"), QStringLiteral("b8004422") });
    m_view->setModel(m_listing);
    m_splitter->setObjectName(QStringLiteral("instructionSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_encoding);
    m_splitter->addWidget(m_view);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    connect(m_view, &ItemView::addressActivated, this, &Panel::addressActivated);
    connect(m_encoding, &Panel::addressActivated, this, &Panel::addressActivated);
    connect(m_encoding, &Panel::actionRequested, this, &Panel::actionRequested);
    connect(
        session, &models::Session::sourceChanged, this, [this] { setEmpty(!this->session()->hasSource()); });
    setBody(m_splitter);
    setFocusProxy(m_view);
    retranslate();
}

void InstructionPanel::setLive(bool live)
{
    m_listing->setLive(live);
    m_encoding->setCovered(!live);
}

void InstructionPanel::retranslate()
{
    m_view->setAccessibleName(tr("Code around the instruction"));
    m_view->setAccessibleDescription(tr("Disassembly before and after the PC of the intercept."));
    setEmptyText(
        tr("The instruction of an intercept, its bits and the code around it appear here once a lesson or a "
           "recording is open."),
        QStringLiteral("file.open"), tr("Open…"));
    setEmpty(!session()->hasSource());
}

} // namespace fscope::widgets
