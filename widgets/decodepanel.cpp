// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/decodepanel.h"

#include "models/decodemodel.h"
#include "models/decodepaste.h"
#include "models/session.h"
#include "models/texts.h"
#include "widgets/bitfieldview.h"
#include "widgets/decodeform.h"
#include "widgets/fielddelegate.h"
#include "widgets/fieldtable.h"
#include "widgets/itemview.h"
#include "widgets/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTabWidget>
#include <QTextBlock>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace fscope::widgets {
namespace {

using Side = models::DecodeEditor::Side;

struct CopyRow {
    arch::ReportFormat format;
    const char* name;
    const char* text;
};
constexpr std::array kCopies {
    CopyRow { arch::ReportFormat::Table, "decodeCopyText",
        QT_TRANSLATE_NOOP("fscope::widgets::DecodePanel", "&Text") },
    CopyRow { arch::ReportFormat::Markdown, "decodeCopyMarkdown",
        QT_TRANSLATE_NOOP("fscope::widgets::DecodePanel", "&Markdown") },
    CopyRow { arch::ReportFormat::Json, "decodeCopyJson",
        QT_TRANSLATE_NOOP("fscope::widgets::DecodePanel", "&JSON") },
    CopyRow { arch::ReportFormat::C, "decodeCopyC", QT_TRANSLATE_NOOP("fscope::widgets::DecodePanel", "&C") },
};

QString code(const QString& text)
{
    return QStringLiteral("<span style=\"font-family:'%1'\">%2</span>")
        .arg(Theme::fixedFont().family(), text.toHtmlEscaped());
}

QString colored(ThemeRole role, const QString& html)
{
    return QStringLiteral("<span style=\"color:%1\">%2</span>")
        .arg(Theme::current().color(role).name(), html);
}

/// The value and what it says as a whole, in one line.
QString sentenceHtml(const arch::Report& report)
{
    const auto digits = static_cast<int>((report.width + 3) / 4);
    QString html = QStringLiteral("<b>%1</b>")
                       .arg(code(models::toQString(report.name) + QLatin1Char(' ')
                           + models::displayHex(report.value, digits)));
    const QString sentence = models::toQString(report.sentence);
    const QString title = models::toQString(report.longName);
    html += QStringLiteral("&nbsp;&nbsp;") + (sentence.isEmpty() ? title : sentence).toHtmlEscaped();
    if (!report.instruction.empty())
        html += QStringLiteral("&nbsp;&nbsp;") + code(models::toQString(report.instruction));
    return html;
}

void setUpList(ItemView* view, models::DecodeListModel* model, const char* name)
{
    view->setObjectName(QLatin1String(name));
    view->setRootIsDecorated(false);
    view->setColumnSamples(
        { QStringLiteral("0000"), QStringLiteral("HPFAR_EL2"), QStringLiteral("0xffff 8000 0800 12c4") });
    view->setModel(model);
}

} // namespace

DecodePanel::DecodePanel(models::Session* session, QWidget* parent)
    : Panel(session, "decode", parent)
    , m_editor(new models::DecodeEditor(this))
    , m_fields(new models::DecodeModel(m_editor, Side::First, this))
    , m_secondFields(new models::DecodeModel(m_editor, Side::Second, this))
    , m_diff(new models::DecodeDiffModel(m_editor, this))
    , m_found(new models::DecodeListModel(this))
    , m_history(new models::DecodeListModel(this))
    , m_form(new DecodeForm(m_editor))
    , m_sentence(new QLabel)
    , m_bits(new BitFieldView)
    , m_secondBits(new BitFieldView)
    , m_secondSentence(new QLabel)
    , m_notes(new QLabel)
    , m_table(new ItemView)
    , m_diffTable(new ItemView)
    , m_splitter(new QSplitter)
    , m_tabs(new QTabWidget)
    , m_paste(new QPlainTextEdit)
    , m_pasteMessage(new QLabel)
    , m_foundView(new ItemView)
    , m_historyView(new ItemView)
    , m_copy(new QToolButton)
    , m_compare(new QToolButton)
    , m_undo(new QToolButton)
    , m_redo(new QToolButton)
    , m_searchTimer(new QTimer(this))
{
    QVBoxLayout* layout = setScrollingBody();
    const int quarter = Theme::quarterLine(this);
    for (QLabel* label : { m_sentence, m_secondSentence, m_notes }) {
        label->setWordWrap(true);
        label->setContentsMargins(2 * quarter, 0, 2 * quarter, 0);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_sentence->setObjectName(QStringLiteral("decodeSentence"));
    m_secondSentence->setObjectName(QStringLiteral("decodeSecondSentence"));
    m_notes->setObjectName(QStringLiteral("decodeNotes"));
    m_bits->setObjectName(QStringLiteral("decodeBits"));
    m_secondBits->setObjectName(QStringLiteral("decodeSecondBits"));
    m_table->setObjectName(QStringLiteral("decodeFields"));
    m_diffTable->setObjectName(QStringLiteral("decodeDiff"));
    makeTools();
    layout->addWidget(m_form);
    layout->addWidget(m_sentence);
    layout->addWidget(m_bits);
    layout->addWidget(m_secondSentence);
    layout->addWidget(m_secondBits);
    layout->addWidget(m_notes);

    auto* tables = new QWidget;
    auto* tablesLayout = new QVBoxLayout(tables);
    tablesLayout->setContentsMargins(0, 0, 0, 0);
    tablesLayout->addWidget(m_table);
    tablesLayout->addWidget(m_diffTable);
    m_splitter->setObjectName(QStringLiteral("decodeSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(tables);
    m_splitter->addWidget(makeSide());
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    // It takes what is left; what it would like must not make the panel scroll.
    m_splitter->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_splitter->setMinimumHeight(fontMetrics().height() * 11);
    layout->addWidget(m_splitter, 1);

    m_table->setStateDelegate(new FieldDelegate(m_table));
    setUpFieldTable(m_table, m_fields, m_bits);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked
        | QAbstractItemView::EditKeyPressed);
    // Enter changes the row, wherever in it the cursor is.
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        const QModelIndex value = index.siblingAtColumn(models::FieldModel::Value);
        if ((m_fields->flags(value) & Qt::ItemIsEditable) != 0 && m_table->indexWidget(value) == nullptr
            && m_table->findChild<QWidget*>(QStringLiteral("fieldEditor")) == nullptr)
            m_table->edit(value);
    });
    m_diffTable->setRootIsDecorated(false);
    m_diffTable->setColumnSamples(
        { QStringLiteral("63:63"), QStringLiteral("AllocTag_"), QStringLiteral("0b00000000"),
            QStringLiteral("Translation fault, level 2"), QStringLiteral("0b00000000") });
    m_diffTable->setModel(m_diff);
    m_secondBits->setModel(m_secondFields);
    m_bits->setEditable(true);
    m_secondBits->setEditable(true);
    connect(m_bits, &BitFieldView::bitFlipped, this,
        [this](int bit) { m_editor->flipBit(static_cast<unsigned>(bit)); });
    connect(m_secondBits, &BitFieldView::bitFlipped, this,
        [this](int bit) { m_editor->flipBit(static_cast<unsigned>(bit), Side::Second); });
    connect(m_fields, &models::DecodeModel::refused, m_form, &DecodeForm::showError);
    connect(m_form, &DecodeForm::textEntered, this, &DecodePanel::decodeText);
    connect(m_editor, &models::DecodeEditor::changed, this, &DecodePanel::refresh);
    connect(m_editor, &models::DecodeEditor::historyChanged, this, &DecodePanel::showHistory);
    connect(session, &models::Session::languageChanged, this, &DecodePanel::retranslate);

    setFocusProxy(m_form->valueEdit());
    m_editor->show({ .subject = {}, .value = 0x93c08006, .companions = {}, .line = 0, .source = {} });
    m_editor->undoStack()->clear();
    m_editor->clearHistory();
    retranslate();
}

void DecodePanel::makeTools()
{
    auto* menu = new QMenu(m_copy);
    menu->setObjectName(QStringLiteral("decodeCopyMenu"));
    for (const CopyRow& row : kCopies) {
        QAction* action = menu->addAction(QString());
        action->setObjectName(QLatin1String(row.name));
        const arch::ReportFormat format = row.format;
        connect(action, &QAction::triggered, this, [this, format] { copyAs(format); });
    }
    m_copy->setObjectName(QStringLiteral("decodeCopy"));
    m_copy->setMenu(menu);
    m_copy->setPopupMode(QToolButton::InstantPopup);
    m_compare->setObjectName(QStringLiteral("decodeCompare"));
    m_compare->setCheckable(true);
    connect(m_compare, &QToolButton::toggled, m_editor, &models::DecodeEditor::setComparing);
    // The buttons keep their words, so that they keep their places; the tip says what would be undone.
    // The keys are the window's, whose Undo acts on the panel with the keyboard.
    const auto addUndo = [this](QToolButton* button, QAction* action, const char* name, auto keys) {
        action->setObjectName(QLatin1String(name));
        addAction(action);
        const auto follow = [button, action, keys] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(action->text() + QStringLiteral(" (")
                + QKeySequence(keys).toString(QKeySequence::NativeText) + QLatin1Char(')'));
        };
        connect(action, &QAction::changed, button, follow);
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        follow();
    };
    addUndo(m_undo, m_editor->undoStack()->createUndoAction(this), "decodeUndo", QKeySequence::Undo);
    addUndo(m_redo, m_editor->undoStack()->createRedoAction(this), "decodeRedo", QKeySequence::Redo);
    m_undo->setObjectName(QStringLiteral("decodeUndoButton"));
    m_redo->setObjectName(QStringLiteral("decodeRedoButton"));
    for (QToolButton* button : { m_copy, m_compare, m_undo, m_redo }) {
        button->setFocusPolicy(Qt::StrongFocus);
        m_form->addTool(button);
    }
}

QUndoStack* DecodePanel::undoStack() const
{
    return m_editor->undoStack();
}

QWidget* DecodePanel::makeSide()
{
    auto* text = new QWidget;
    auto* layout = new QVBoxLayout(text);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(m_paste);
    split->addWidget(m_foundView);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    layout->addWidget(split, 1);
    layout->addWidget(m_pasteMessage);
    m_pasteMessage->setObjectName(QStringLiteral("decodePasteMessage"));
    m_pasteMessage->setWordWrap(true);
    m_pasteMessage->setVisible(false);
    m_pasteMessage->setContentsMargins(Theme::quarterLine(this), 0, Theme::quarterLine(this), 0);
    m_paste->setObjectName(QStringLiteral("decodePaste"));
    m_paste->setFont(Theme::fixedFont());
    m_paste->setFrameShape(QFrame::NoFrame);
    m_paste->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_paste->setTabChangesFocus(true);
    m_paste->setMinimumHeight(m_paste->fontMetrics().height() * 3);
    m_foundView->setMinimumHeight(m_paste->fontMetrics().height() * 3);
    setUpList(m_foundView, m_found, "decodeFound");
    setUpList(m_historyView, m_history, "decodeHistory");
    m_historyView->setColumnHidden(models::DecodeListModel::Line, true);
    m_tabs->setObjectName(QStringLiteral("decodeTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(text, QString());
    m_tabs->addTab(m_historyView, QString());
    for (ItemView* view : { m_foundView, m_historyView }) {
        view->setSelectionMode(QAbstractItemView::SingleSelection);
        connect(view, &QAbstractItemView::clicked, this, &DecodePanel::showItem);
        connect(view, &QAbstractItemView::activated, this, &DecodePanel::showItem);
    }
    m_searchTimer->setSingleShot(true);
    constexpr int kPauseMs = 150;
    m_searchTimer->setInterval(kPauseMs);
    connect(m_searchTimer, &QTimer::timeout, this, &DecodePanel::searchPasted);
    connect(m_paste, &QPlainTextEdit::textChanged, m_searchTimer, qOverload<>(&QTimer::start));
    return m_tabs;
}

void DecodePanel::decodeText(const QString& text)
{
    m_tabs->setCurrentIndex(0);
    // One number needs no box around it; a log does, so that its lines can be seen.
    models::DecodePaste found = models::decodePaste(text, m_editor->subject());
    if (found.items.size() == 1 && found.items[0].line == 0) {
        m_form->showError({});
        m_editor->show(found.items[0]);
        return;
    }
    if (m_paste->toPlainText() != text)
        m_paste->setPlainText(text);
    searchPasted();
    if (found.items.empty())
        m_form->showError(found.error);
}

void DecodePanel::searchPasted()
{
    m_searchTimer->stop();
    const QString text = m_paste->toPlainText();
    const models::DecodePaste found = models::decodePaste(text, m_editor->subject());
    const bool isNew = found.items != m_found->items();
    m_found->setItems(found.items);
    QString message = found.notice;
    if (found.items.empty() && !text.trimmed().isEmpty())
        message = QStringLiteral("\u2715 ") + found.error;
    m_pasteMessage->setText(message);
    m_pasteMessage->setVisible(!message.isEmpty());
    if (found.items.empty() || !isNew)
        return;
    // The syndrome tells most, wherever in the text it stands.
    std::size_t first = 0;
    for (std::size_t i = found.items.size(); i-- > 0;) {
        const models::DecodeSubject& subject = found.items[i].subject;
        if (subject.kind == models::DecodeSubject::Kind::Register
            && (subject.name == arch::RegisterName::EsrEl1 || subject.name == arch::RegisterName::EsrEl2
                || subject.name == arch::RegisterName::EsrEl3))
            first = i;
    }
    const QModelIndex index = m_found->index(static_cast<int>(first), 0);
    m_foundView->setCurrentIndex(index);
    showItem(index);
}

void DecodePanel::showItem(const QModelIndex& index)
{
    const auto* model = qobject_cast<const models::DecodeListModel*>(index.model());
    if (model == nullptr || static_cast<std::size_t>(index.row()) >= model->items().size())
        return;
    const models::DecodeItem item = model->items()[static_cast<std::size_t>(index.row())];
    m_form->showError({});
    m_editor->show(item);
    if (item.line <= 0 || model != m_found)
        return;
    const QTextBlock block = m_paste->document()->findBlockByNumber(static_cast<int>(item.line) - 1);
    QTextCursor cursor(block);
    cursor.select(QTextCursor::LineUnderCursor);
    m_paste->setTextCursor(cursor);
}

void DecodePanel::pasteClipboard()
{
    decodeText(QGuiApplication::clipboard()->text());
}

void DecodePanel::copyAs(arch::ReportFormat format)
{
    QGuiApplication::clipboard()->setText(models::toQString(arch::textOf(m_editor->report(), format)));
}

void DecodePanel::showHistory()
{
    m_history->setItems(m_editor->history());
}

QString DecodePanel::notesText() const
{
    QStringList lines;
    const auto add = [&lines](const arch::Report& report, const QString& prefix) {
        for (const arch::Note& note : report.notes) {
            const QString text = QStringLiteral("\u2260 ") + prefix + models::toQString(note.text);
            lines << colored(ThemeRole::Different, text.toHtmlEscaped());
        }
    };
    add(m_editor->report(), {});
    // Beside another value the room belongs to what differs.
    for (const Text& remark : m_editor->report().remarks) {
        if (!m_editor->isComparing())
            lines << models::toQString(remark).toHtmlEscaped();
    }
    if (m_editor->isComparing()) {
        add(m_editor->report(Side::Second), tr("Second: "));
        lines
            << QStringLiteral("<b>%1</b>").arg(tr("Fields that differ: %n", nullptr, m_diff->differences()));
    }
    return lines.join(QStringLiteral("<br>"));
}

void DecodePanel::refresh()
{
    const bool comparing = m_editor->isComparing();
    const auto width = static_cast<int>(m_editor->width());
    m_bits->setWord(m_editor->value(), width, true);
    m_secondBits->setWord(m_editor->value(Side::Second), width, comparing);
    m_secondBits->setVisible(comparing);
    m_secondSentence->setVisible(comparing);
    m_table->setVisible(!comparing);
    m_diffTable->setVisible(comparing);
    m_compare->setChecked(comparing);
    m_sentence->setText(sentenceHtml(m_editor->report()));
    m_secondSentence->setText(comparing ? sentenceHtml(m_editor->report(Side::Second)) : QString());
    const QString notes = notesText();
    m_notes->setText(notes);
    m_notes->setVisible(!notes.isEmpty());
    const QString name = models::toQString(m_editor->report().name);
    m_bits->setAccessibleName(tr("Bits of %1").arg(name));
    m_table->setAccessibleName(tr("Fields of %1").arg(name));
}

void DecodePanel::retranslate()
{
    m_form->retranslate();
    m_fields->retranslate();
    m_secondFields->retranslate();
    m_diff->retranslate();
    m_found->retranslate();
    m_history->retranslate();
    m_copy->setText(tr("Copy &as"));
    m_copy->setToolTip(tr("Copies the decoded value as text, Markdown, JSON or C."));
    for (const CopyRow& row : kCopies)
        findChild<QAction*>(QLatin1String(row.name))->setText(tr(row.text));
    m_compare->setText(tr("C&ompare"));
    m_compare->setToolTip(tr("Shows a second value of the same register side by side."));
    m_undo->setText(tr("&Undo"));
    m_redo->setText(tr("Re&do"));
    m_tabs->setAccessibleName(tr("Text and history"));
    m_tabs->setTabText(0, tr("Te&xt"));
    m_tabs->setTabText(1, tr("&History"));
    m_paste->setPlaceholderText(
        tr("Paste the lines of a kernel, KVM, Xen or QEMU message here: each value in them is found and "
           "listed below."));
    m_paste->setAccessibleName(tr("Text to search for values"));
    m_foundView->setAccessibleName(tr("Values found in the text"));
    m_historyView->setAccessibleName(tr("Values shown before"));
    m_diffTable->setAccessibleName(tr("Both values field by field"));
    m_secondBits->setAccessibleName(tr("Bits of the second value"));
    m_bits->setAccessibleDescription(
        tr("One box for each bit. Arrow keys walk the bits, Space flips the one that is chosen."));
    m_secondBits->setAccessibleDescription(m_bits->accessibleDescription());
    m_table->setAccessibleDescription(tr("Enter or F2 changes the field that is chosen."));
    refresh();
}

void DecodePanel::restyle()
{
    fitFieldTable(m_table);
    fitFieldTable(m_diffTable);
    m_paste->setFont(Theme::fixedFont());
    refresh();
}

void DecodePanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    // Side by side where there is room for both.
    const bool wide = width() > fontMetrics().averageCharWidth() * 110;
    const Qt::Orientation wanted = wide ? Qt::Horizontal : Qt::Vertical;
    if (m_splitter->orientation() != wanted)
        m_splitter->setOrientation(wanted);
}

void DecodePanel::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Paste)) {
        pasteClipboard();
        return;
    }
    Panel::keyPressEvent(event);
}

} // namespace fscope::widgets
