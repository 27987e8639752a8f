// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/helpwindow.h"

#include "app/gui/actions.h"
#include "widgets/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QKeySequence>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace fscope::gui {
namespace {

/// The keys of all actions as rows of an HTML table.
QString keyRows()
{
    QString out;
    for (const ActionRow& row : actionRows()) {
        QStringList keys;
        const auto sequences = QKeySequence::listFromString(QLatin1String(row.shortcuts));
        for (const QKeySequence& key : sequences)
            keys << key.toString(QKeySequence::NativeText).toHtmlEscaped();
        const QString text = plainText(QCoreApplication::translate("Actions", row.text)).toHtmlEscaped();
        const QString tip = QCoreApplication::translate("Actions", row.tip).toHtmlEscaped();
        out += QStringLiteral("<tr><td><b>%1</b></td><td>%2</td><td>%3</td></tr>")
                   .arg(keys.join(QStringLiteral("<br>")), text, tip);
    }
    return out;
}

} // namespace

HelpWindow::HelpWindow(QWidget* parent)
    : QDialog(parent)
    , m_text(new QTextBrowser)
{
    setObjectName(QStringLiteral("helpWindow"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenExternalLinks(false);
    m_text->document()->setDocumentMargin(3 * widgets::Theme::quarterLine(this));
    layout->addWidget(m_text);
    const int line = fontMetrics().height();
    resize(line * 44, line * 40);
    retranslate();
}

QString HelpWindow::page(const QString& language) const
{
    for (const QString& suffix : { QString(QLatin1Char('.') + language), QString() }) {
        QFile file(QStringLiteral(":/help/help") + suffix + QStringLiteral(".html"));
        if (file.open(QIODevice::ReadOnly))
            return QString::fromUtf8(file.readAll());
    }
    return {};
}

void HelpWindow::showTopic(const QString& topic, const QString& language)
{
    m_topic = topic;
    m_language = language;
    QString text = page(language);
    text.replace(QStringLiteral("<!--keys-->"), keyRows());
    const widgets::Theme& theme = widgets::Theme::current();
    m_text->document()->setDefaultStyleSheet(
        QStringLiteral(
            "a { color: %1; } code { font-family: '%2'; } td { padding-right: 12px; padding-bottom: 4px; }")
            .arg(theme.color(widgets::ThemeRole::Accent).name(), widgets::Theme::fixedFont().family()));
    m_text->setHtml(text);
    m_text->scrollToAnchor(topic);
    show();
    raise();
    activateWindow();
}

void HelpWindow::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HelpWindow::retranslate()
{
    setWindowTitle(tr("Faultscope help"));
    m_text->setAccessibleName(tr("Help"));
}

} // namespace fscope::gui
