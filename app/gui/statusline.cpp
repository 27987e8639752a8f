// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/statusline.h"

#include "app/gui/elidedlabel.h"
#include "core/hypervisor/microstep.h"
#include "models/session.h"
#include "models/sessionedits.h"
#include "models/texts.h"
#include "widgets/theme.h"

#include <QCoreApplication>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolButton>

#include <algorithm>

namespace fscope::gui {

QString positionText(const models::Session& session)
{
    if (!session.hasSource())
        return {};
    const models::Position position = session.position();
    const QLocale locale;
    QString text
        = QCoreApplication::translate("Position", "%1/%2 · step %3/%4")
              .arg(locale.toString(position.intercept + 1), locale.toString(session.interceptCount()),
                  locale.toString(position.step), locale.toString(session.stepCount()));
    if (const hypervisor::MicroStep* step = session.lastStep()) {
        const hypervisor::StepChange change = hypervisor::stepChange(*step);
        if (!change.what.empty() && !change.after.empty())
            text += QStringLiteral(" · ") + models::toQString(change.what) + QStringLiteral(" \u2192 ")
                + models::toQString(change.after);
    }
    return text;
}

QString unknownText(const models::Session& session)
{
    if (!session.hasSource())
        return {};
    const auto run = session.run();
    if (run == nullptr)
        return session.runError();
    if (run->intercept && !run->intercept->hpfarValid)
        return QCoreApplication::translate("Position", "HPFAR_EL2 is UNKNOWN here");
    return {};
}

StatusLine::StatusLine(models::Session* session, QStatusBar* bar)
    : QObject(bar)
    , m_session(session)
    , m_position(new ElidedLabel)
    , m_source(new ElidedLabel)
    , m_unknown(new ElidedLabel)
    , m_edits(new QToolButton)
    , m_work(new QLabel)
    , m_progress(new QProgressBar)
    , m_cancel(new QToolButton)
{
    m_position->setObjectName(QStringLiteral("statusPosition"));
    m_source->setObjectName(QStringLiteral("statusSource"));
    m_unknown->setObjectName(QStringLiteral("statusUnknown"));
    m_edits->setObjectName(QStringLiteral("statusEdits"));
    m_edits->setAutoRaise(true);
    m_work->setObjectName(QStringLiteral("statusWork"));
    m_progress->setObjectName(QStringLiteral("statusProgress"));
    m_cancel->setObjectName(QStringLiteral("statusCancel"));
    m_progress->setMaximumWidth(bar->fontMetrics().averageCharWidth() * 24);
    m_progress->setMaximumHeight(bar->fontMetrics().height());
    const int quarter = widgets::Theme::quarterLine(bar);
    for (QLabel* label : std::initializer_list<QLabel*> { m_position, m_source, m_unknown, m_work })
        label->setContentsMargins(quarter, 0, 2 * quarter, 0);
    for (ElidedLabel* label : { m_position, m_source, m_unknown }) {
        label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
        bar->addWidget(label);
    }
    bar->addPermanentWidget(m_edits);
    bar->addPermanentWidget(m_work);
    bar->addPermanentWidget(m_progress);
    bar->addPermanentWidget(m_cancel);
    showProgress({}, 0);
    connect(m_edits, &QToolButton::clicked, session, [session] { session->edits()->revertAll(); });
    connect(session->edits(), &models::SessionEdits::changed, this, &StatusLine::update);
    connect(m_cancel, &QToolButton::clicked, session, &models::Session::cancel);
    connect(session, &models::Session::progress, this, &StatusLine::showProgress);
    for (const auto signal : { &models::Session::sourceChanged, &models::Session::momentChanged,
             &models::Session::runChanged, &models::Session::policyChanged })
        connect(session, signal, this, &StatusLine::update);
    retranslate();
}

void StatusLine::update()
{
    m_position->setText(positionText(*m_session));
    m_source->setText(m_session->hasSource() ? m_session->sourceTitle() : tr("Nothing open"));
    m_source->setToolTip(m_session->hasSource()
            ? m_session->sourceName() + QStringLiteral(" (") + m_session->sourceKind() + QLatin1Char(')')
            : QString());
    m_unknown->setText(unknownText(*m_session));
    const int edited = m_session->edits()->byteCount();
    //: a button that gives all of them their own values again
    m_edits->setText(tr("\u2260 bytes edited: %n \u00b7 Revert", nullptr, edited));
    m_edits->setVisible(edited > 0);
    for (ElidedLabel* label : { m_position, m_unknown })
        label->setVisible(!label->text().isEmpty());
}

void StatusLine::showProgress(const QString& what, int percent)
{
    const bool busy = !what.isEmpty();
    m_work->setVisible(busy);
    m_progress->setVisible(busy);
    m_cancel->setVisible(busy);
    m_work->setText(what);
    if (percent < 0) {
        m_progress->setRange(0, 0);
    } else {
        m_progress->setRange(0, 100);
        m_progress->setValue(std::min(percent, 100));
    }
}

void StatusLine::retranslate()
{
    m_position->setToolTip(tr("Intercept, micro-steps done, and what the last one changed"));
    m_position->setAccessibleName(tr("Position"));
    m_source->setAccessibleName(tr("Source"));
    m_unknown->setAccessibleName(tr("What is unknown"));
    m_edits->setToolTip(tr("Gives every edited byte of memory the value that the source has (Ctrl+Alt+Z)."));
    m_progress->setAccessibleName(tr("Progress"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Gives up what is under way; what was open stays."));
    update();
}

} // namespace fscope::gui
