// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/startpage.h"

#include "core/sources/lessons.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QCommandLinkButton>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace fscope::gui {
namespace {

using widgets::Theme;

QLabel* heading(const QString& text, qreal scale)
{
    auto* label = new QLabel(text);
    QFont font = Theme::textFont(scale);
    font.setBold(true);
    label->setFont(font);
    return label;
}

} // namespace

StartPage::StartPage(QWidget* parent)
    : QScrollArea(parent)
{
    setObjectName(QStringLiteral("startPage"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    rebuild();
}

void StartPage::setLanguage(const QString& language)
{
    if (m_language == language)
        return;
    m_language = language;
    rebuild();
}

void StartPage::setRecentFiles(const QStringList& files)
{
    if (m_recent == files)
        return;
    m_recent = files;
    rebuild();
}

void StartPage::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

void StartPage::rebuild()
{
    setAccessibleName(tr("Start page"));
    auto* page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    const int quarter = Theme::quarterLine(this);
    auto* outer = new QHBoxLayout(page);
    auto* column = new QVBoxLayout;
    column->setSpacing(2 * quarter);
    outer->addStretch(1);
    outer->addLayout(column, 8);
    outer->addStretch(1);
    column->addStretch(1);

    auto* banner = new QHBoxLayout;
    banner->setSpacing(3 * quarter);
    auto* icon = new QLabel;
    icon->setPixmap(QIcon(QStringLiteral(":/icons/faultscope.svg")).pixmap(14 * quarter));
    banner->addWidget(icon);
    auto* titles = new QVBoxLayout;
    titles->setSpacing(quarter / 2);
    titles->addWidget(heading(QStringLiteral("Faultscope"), 1.5));
    auto* what = new QLabel(
        tr("Step through the moment a guest traps into its hypervisor, and see why each thing happens."));
    what->setWordWrap(true);
    what->setForegroundRole(QPalette::PlaceholderText);
    titles->addWidget(what);
    banner->addLayout(titles, 1);
    column->addLayout(banner);
    column->addSpacing(3 * quarter);

    column->addWidget(heading(tr("Lessons"), 1.2));
    auto* grid = new QGridLayout;
    grid->setSpacing(2 * quarter);
    int count = 0;
    for (const sources::LessonInfo& lesson : sources::listLessons(m_language.toStdString())) {
        const QString name = QString::fromStdString(lesson.name);
        const QString title = QString::fromStdString(lesson.title);
        const QString summary = QString::fromStdString(lesson.summary);
        auto* button
            = new QCommandLinkButton(QString(title).replace(QLatin1Char('&'), QStringLiteral("&&")), summary);
        button->setObjectName(QStringLiteral("lesson.") + name);
        button->setIcon(widgets::themedIcon(QStringLiteral("lesson"), widgets::ThemeRole::Accent));
        button->setToolTip(summary);
        button->setAccessibleName(title);
        button->setAccessibleDescription(summary);
        connect(button, &QCommandLinkButton::clicked, this, [this, name] { emit openRequested(name); });
        grid->addWidget(button, count / 2, count % 2);
        ++count;
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    column->addSpacing(2 * quarter);

    column->addWidget(heading(tr("Your own"), 1.2));
    auto* open = new QHBoxLayout;
    auto* choose = new QPushButton(widgets::themedIcon(QStringLiteral("open")), tr("&Open a file…"));
    choose->setObjectName(QStringLiteral("startOpen"));
    choose->setToolTip(tr("Opens a scenario or a recording of aborts (Ctrl+O)."));
    connect(choose, &QPushButton::clicked, this, &StartPage::chooseFileRequested);
    open->addWidget(choose);
    auto* sample
        = new QPushButton(widgets::themedIcon(QStringLiteral("file")), tr("Open the &sample recording"));
    sample->setObjectName(QStringLiteral("startSample"));
    sample->setToolTip(tr("Opens recorded stage-2 aborts that come with the program."));
    connect(sample, &QPushButton::clicked, this, [this] {
        emit openRequested(
            QString::fromLatin1(sources::kSampleName.data(), qsizetype(sources::kSampleName.size())));
    });
    open->addWidget(sample);
    auto* drop
        = new QLabel(tr("or drop a scenario (.json) or a recording (.jsonl, .jsonl.gz) on the window."));
    drop->setForegroundRole(QPalette::PlaceholderText);
    drop->setWordWrap(true);
    open->addWidget(drop, 1);
    column->addLayout(open);
    auto* decode = new QHBoxLayout;
    auto* edit = new QPushButton(tr("&Decode a value…"));
    edit->setObjectName(QStringLiteral("startDecode"));
    edit->setToolTip(tr("Explains and edits any register bit by bit (Ctrl+E)."));
    connect(edit, &QPushButton::clicked, this, &StartPage::decodeRequested);
    decode->addWidget(edit);
    auto* paste = new QLabel(tr("or paste a syndrome, a register or the lines of a log (Ctrl+V)."));
    paste->setForegroundRole(QPalette::PlaceholderText);
    paste->setWordWrap(true);
    decode->addWidget(paste, 1);
    column->addLayout(decode);
    for (const QString& file : std::as_const(m_recent)) {
        auto* button = new QPushButton(QFileInfo(file).fileName());
        button->setFlat(true);
        button->setToolTip(file);
        button->setIcon(widgets::themedIcon(QStringLiteral("file")));
        connect(button, &QPushButton::clicked, this, [this, file] { emit openRequested(file); });
        column->addWidget(button, 0, Qt::AlignLeft);
    }
    column->addStretch(2);
    setWidget(page);
}

} // namespace fscope::gui
