// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/lessonpanel.h"

#include "models/lessonmodel.h"
#include "models/session.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QScrollBar>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

namespace fscope::widgets {
namespace {

using models::ItemState;
using models::LessonModel;

/// Text with blank lines between paragraphs, and `code` in backquotes, as HTML.
QString paragraphs(const QString& text)
{
    QString out;
    const QStringList parts = text.split(QStringLiteral("\n\n"), Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        const QStringList pieces = part.simplified().toHtmlEscaped().split(QLatin1Char('`'));
        QString line;
        for (qsizetype i = 0; i < pieces.size(); ++i) {
            const bool code = i % 2 == 1;
            line += code ? QString(QStringLiteral("<code>") + pieces[i] + QStringLiteral("</code>"))
                         : pieces[i];
        }
        out += QStringLiteral("<p>") + line + QStringLiteral("</p>");
    }
    return out;
}

} // namespace

LessonPanel::LessonPanel(models::Session* session, QWidget* parent)
    : Panel(session, "lesson", parent)
    , m_model(new LessonModel(session, this))
    , m_text(new QTextBrowser)
    , m_foot(new QLabel)
{
    m_model->setLive(false);
    auto* body = new QWidget(this);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_text->setObjectName(QStringLiteral("lessonView"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_foot->setObjectName(QStringLiteral("lessonProgress"));
    const int quarter = Theme::quarterLine(this);
    m_text->document()->setDocumentMargin(2 * quarter);
    m_foot->setContentsMargins(2 * quarter, quarter, 2 * quarter, quarter);
    m_foot->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_foot);
    connect(m_text, &QTextBrowser::anchorClicked, this, &LessonPanel::follow);
    for (const auto signal : { &QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved })
        connect(m_model, signal, this, &LessonPanel::scheduleUpdate);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &LessonPanel::scheduleUpdate);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LessonPanel::scheduleUpdate);
    connect(session, &models::Session::sourceChanged, this, &LessonPanel::scheduleUpdate);
    setBody(body);
    setFocusProxy(m_text);
    retranslate();
}

void LessonPanel::setLive(bool live)
{
    m_model->setLive(live);
    if (live)
        updateText();
}

void LessonPanel::scheduleUpdate()
{
    if (m_scheduled || !isLive())
        return;
    m_scheduled = true;
    QMetaObject::invokeMethod(this, &LessonPanel::updateText, Qt::QueuedConnection);
}

void LessonPanel::updateText()
{
    m_scheduled = false;
    const int parts = m_model->rowCount();
    setEmpty(parts == 0);
    if (parts == 0) {
        m_shown.clear();
        m_text->clear();
        return;
    }
    const Theme& theme = Theme::current();
    QString html = QStringLiteral("<h3>") + m_model->title().toHtmlEscaped() + QStringLiteral("</h3>");
    int reached = 0;
    for (int row = 0; row < parts; ++row) {
        const QModelIndex index = m_model->index(row, LessonModel::Text);
        const auto state = static_cast<ItemState>(index.data(models::StateRole).toInt());
        if (state == ItemState::Pending)
            continue;
        ++reached;
        const QString text = paragraphs(index.data().toString());
        const bool current = state == ItemState::Current || index.data(models::CurrentRole).toBool();
        const QVariant step = index.data(models::StepRole);
        QString heading;
        if (step.isValid()) {
            heading = QStringLiteral("<p class=\"step\"><a href=\"step:%1\">%2</a></p>")
                          .arg(step.toInt() + 1)
                          .arg((current ? tr("\u25b6 Step %1") : tr("Step %1"))
                                   .arg(step.toInt() + 1)
                                   .toHtmlEscaped());
        }
        if (current) {
            // A table cell is the one block with a ground and an edge in Qt's rich text.
            html += QStringLiteral(
                "<table width=\"100%\" cellspacing=\"0\" cellpadding=\"6\"><tr><td width=\"3\" "
                "bgcolor=\"%1\"></td><td bgcolor=\"%2\"><a name=\"current\"></a>%3</td></tr></table>")
                        .arg(theme.color(ThemeRole::Current).name(), theme.fill(ThemeRole::Current).name(),
                            heading + text);
        } else {
            html += heading + text;
        }
    }
    m_foot->setText(reached < parts ? tr("Part %1 of %2. Step on to read the next.").arg(reached).arg(parts)
                                    : tr("Part %1 of %2. That was all.").arg(reached).arg(parts));
    if (html == m_shown)
        return;
    m_shown = html;
    m_text->document()->setDefaultStyleSheet(
        QStringLiteral("p { margin-top: 0; margin-bottom: %1px; } h3 { margin-top: 0; margin-bottom: %1px; } "
                       "p.step { margin-bottom: 2px; } code { font-family: '%2'; } a { color: %3; }")
            .arg(Theme::quarterLine(this) * 2)
            .arg(Theme::fixedFont().family(), theme.color(ThemeRole::Accent).name()));
    m_text->setHtml(html);
    m_text->scrollToAnchor(QStringLiteral("current"));
    if (m_text->verticalScrollBar()->value() == 0 && reached > 1)
        m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
}

void LessonPanel::follow(const QUrl& link)
{
    if (link.scheme() == QStringLiteral("step"))
        session()->goToStep(link.path().toInt());
}

void LessonPanel::restyle()
{
    m_shown.clear();
    scheduleUpdate();
}

void LessonPanel::retranslate()
{
    m_text->setAccessibleName(tr("Lesson"));
    m_text->setAccessibleDescription(tr("The lesson's text up to the current step."));
    setEmptyText(tr("What is open has no lesson. A lesson explains here, step by step, what the hypervisor "
                    "does and why."),
        QStringLiteral("file.lessons"), tr("Choose a lesson…"));
    m_shown.clear();
    updateText();
}

} // namespace fscope::widgets
