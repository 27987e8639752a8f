// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/decodeform.h"

#include "core/arch/esr.h"
#include "core/arch/vmxreason.h"
#include "models/decodepaste.h"
#include "models/texts.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <utility>

namespace fscope::widgets {
namespace {

using Kind = models::DecodeSubject::Kind;
using Side = models::DecodeEditor::Side;

/// A list that narrows as one types any part of an entry.
void makeFilterable(QComboBox* combo)
{
    combo->setEditable(true);
    combo->setInsertPolicy(QComboBox::NoInsert);
    auto* completer = new QCompleter(combo->model(), combo);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    combo->setCompleter(completer);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    constexpr int kVisible = 24;
    combo->setMaxVisibleItems(kVisible);
    // What is half typed gives way to what is chosen.
    QObject::connect(combo->lineEdit(), &QLineEdit::editingFinished, combo,
        [combo] { combo->setEditText(combo->itemText(combo->currentIndex())); });
}

QLineEdit* numberEdit(const QString& name)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setFont(Theme::fixedFont());
    edit->setClearButtonEnabled(false);
    edit->setPlaceholderText(QStringLiteral("0x…"));
    return edit;
}

} // namespace

DecodeForm::DecodeForm(models::DecodeEditor* editor, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_chooserLabel(new QLabel)
    , m_chooser(new QComboBox)
    , m_form(new QWidget)
    , m_stage(new QComboBox)
    , m_granule(new QComboBox)
    , m_level(new QComboBox)
    , m_wide(new QCheckBox)
    , m_reason(new QComboBox)
    , m_valueLabel(new QLabel)
    , m_value(numberEdit(QStringLiteral("decodeValue")))
    , m_secondLabel(new QLabel)
    , m_second(numberEdit(QStringLiteral("decodeSecond")))
    , m_tools(new QHBoxLayout)
    , m_besideRow(new QWidget)
    , m_fwb(new QCheckBox)
    , m_error(new QLabel)
{
    const int quarter = Theme::quarterLine(this);
    m_chooser->setObjectName(QStringLiteral("decodeRegister"));
    m_reason->setObjectName(QStringLiteral("decodeReason"));
    m_error->setObjectName(QStringLiteral("decodeError"));
    m_stage->setObjectName(QStringLiteral("decodeStage"));
    m_granule->setObjectName(QStringLiteral("decodeGranule"));
    m_level->setObjectName(QStringLiteral("decodeLevel"));
    m_wide->setObjectName(QStringLiteral("decodeWide"));
    m_fwb->setObjectName(QStringLiteral("decodeFwb"));
    m_chooserLabel->setBuddy(m_chooser);
    m_valueLabel->setBuddy(m_value);
    m_secondLabel->setBuddy(m_second);
    m_value->setFont(Theme::fixedFont(1.2));
    m_second->setFont(Theme::fixedFont(1.2));
    m_error->setWordWrap(true);
    m_error->setContentsMargins(quarter, 0, quarter, 0);
    m_error->setVisible(false);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * quarter, quarter, 2 * quarter, 0);
    column->setSpacing(quarter);
    auto* first = new QHBoxLayout;
    first->setSpacing(2 * quarter);
    first->addWidget(m_chooserLabel);
    first->addWidget(m_chooser, 2);
    auto* form = new QHBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    for (QWidget* widget : std::initializer_list<QWidget*> { m_stage, m_granule, m_level, m_wide })
        form->addWidget(widget);
    first->addWidget(m_form, 1);
    first->addWidget(m_reason, 1);
    column->addLayout(first);
    auto* second = new QHBoxLayout;
    second->setSpacing(2 * quarter);
    second->addWidget(m_valueLabel);
    second->addWidget(m_value, 2);
    second->addWidget(m_secondLabel);
    second->addWidget(m_second, 2);
    second->addLayout(m_tools);
    column->addLayout(second);
    column->addWidget(m_error);

    auto* beside = new QHBoxLayout(m_besideRow);
    beside->setContentsMargins(0, 0, 0, 0);
    beside->setSpacing(2 * quarter);
    using Companions = models::DecodeCompanions;
    for (const auto& [name, member] :
        { std::pair { "ESR_EL2", &Companions::esr }, std::pair { "FAR_EL2", &Companions::far },
            std::pair { "HPFAR_EL2", &Companions::hpfar }, std::pair { "MAIR_EL1", &Companions::mair } }) {
        const QString text = QLatin1String(name);
        auto* edit = numberEdit(QStringLiteral("beside.") + text);
        auto* label = new QLabel(text);
        label->setBuddy(edit);
        beside->addWidget(label);
        beside->addWidget(edit, 1);
        m_beside.push_back({ name, member, label, edit });
    }
    beside->addWidget(m_fwb);
    column->addWidget(m_besideRow);

    for (const Beside& row : m_beside) {
        connect(row.edit, &QLineEdit::textEdited, this, [this, row] { readBeside(row); });
        connect(row.edit, &QLineEdit::editingFinished, this, [this] {
            m_typing = nullptr;
            refresh();
        });
    }
    const auto watch = [this](QLineEdit* edit, Side side) {
        edit->installEventFilter(this);
        connect(edit, &QLineEdit::textEdited, this, [this, edit, side] { typed(edit, side); });
        connect(edit, &QLineEdit::editingFinished, this, [this] {
            if (m_typing != nullptr && error().isEmpty()) {
                m_typing = nullptr;
                m_editor->endTyping();
                m_editor->remember();
                refresh();
            }
        });
    };
    watch(m_value, Side::First);
    watch(m_second, Side::Second);

    makeFilterable(m_chooser);
    makeFilterable(m_reason);
    m_chooser->setMinimumContentsLength(24);
    m_reason->setMinimumContentsLength(16);
    for (const arch::vmx::ExitReason& reason : arch::vmx::exitReasons())
        m_reason->addItem(
            QStringLiteral("%1  %2").arg(reason.number).arg(QLatin1String(reason.ident)), reason.number);
    m_stage->addItem({}, 1);
    m_stage->addItem({}, 2);
    for (const auto& [text, granule] : { std::pair { "4 KiB", arch::Granule::K4 },
             std::pair { "16 KiB", arch::Granule::K16 }, std::pair { "64 KiB", arch::Granule::K64 } })
        m_granule->addItem(QLatin1String(text), static_cast<int>(granule));
    for (int level = -1; level <= 3; ++level)
        m_level->addItem({}, level);
    connect(m_chooser, &QComboBox::activated, this, &DecodeForm::chooseRegister);
    for (QComboBox* combo : { m_stage, m_granule, m_level, m_reason })
        connect(combo, &QComboBox::activated, this, &DecodeForm::readForm);
    connect(m_wide, &QCheckBox::clicked, this, &DecodeForm::readForm);
    connect(m_fwb, &QCheckBox::clicked, this, [this](bool on) {
        models::DecodeCompanions companions = m_editor->companions();
        companions.fwb = on;
        m_editor->setCompanions(companions);
    });
    connect(m_editor, &models::DecodeEditor::changed, this, [this] {
        // What was wrong is past; the place of a descriptor may still be.
        if (m_typing == nullptr && m_editor->subject().kind != Kind::Descriptor)
            showError({});
        refresh();
    });
    retranslate();
}

void DecodeForm::addTool(QWidget* tool)
{
    m_tools->addWidget(tool);
}

void DecodeForm::showError(const QString& error)
{
    m_errorText = error;
    m_error->setText(QStringLiteral("<span style=\"color:%1\">\u2715 %2</span>")
                         .arg(Theme::current().color(ThemeRole::Fault).name(), error.toHtmlEscaped()));
    m_error->setVisible(!error.isEmpty());
    m_value->setAccessibleDescription(error.isEmpty() ? m_value->toolTip() : error);
}

void DecodeForm::fillChooser()
{
    m_chooser->clear();
    for (const models::DecodeChoice& choice : models::decodeChoices())
        m_chooser->addItem(models::choiceText(choice));
}

void DecodeForm::chooseRegister(int index)
{
    if (m_refreshing || index < 0 || static_cast<std::size_t>(index) >= models::decodeChoices().size())
        return;
    const models::DecodeChoice& choice = models::decodeChoices()[static_cast<std::size_t>(index)];
    models::DecodeSubject subject = m_editor->subject();
    subject.kind = choice.kind;
    if (choice.kind == Kind::Register)
        subject.name = choice.name;
    showError({});
    m_editor->setSubject(subject);
    m_editor->remember();
    refresh();
}

void DecodeForm::readForm()
{
    if (m_refreshing)
        return;
    models::DecodeSubject subject = m_editor->subject();
    subject.vmxReason = m_reason->currentData().toUInt();
    subject.form.stage = m_stage->currentData().toUInt();
    subject.form.granule = static_cast<arch::Granule>(m_granule->currentData().toInt());
    subject.form.level = m_level->currentData().toInt();
    subject.form.lpa2 = m_wide->isChecked();
    showError(subject.kind == Kind::Descriptor && !arch::isLevelOf(subject.form)
            ? tr("Walks with a granule of %1 have no level %2 here; level -1 needs 4 KiB and 52-bit "
                 "addresses.")
                  .arg(m_granule->currentText())
                  .arg(subject.form.level)
            : QString());
    m_editor->setSubject(subject);
}

void DecodeForm::typed(QLineEdit* edit, Side side)
{
    m_typing = edit;
    const auto value = models::typedNumber(edit->text(), m_editor->width());
    showError(value || edit->text().trimmed().isEmpty() ? QString() : models::toQString(value.error()));
    if (value)
        m_editor->setValue(*value, side, true);
}

void DecodeForm::readBeside(const Beside& beside)
{
    m_typing = beside.edit;
    models::DecodeCompanions companions = m_editor->companions();
    companions.*beside.member = std::nullopt;
    QString wrong;
    if (!beside.edit->text().trimmed().isEmpty()) {
        if (const auto value = models::typedNumber(beside.edit->text(), 64))
            companions.*beside.member = *value;
        else
            wrong = QLatin1String(beside.name) + QStringLiteral(": ") + models::toQString(value.error());
    }
    showError(wrong);
    m_editor->setCompanions(companions);
}

bool DecodeForm::needs(const Beside& beside) const
{
    const models::DecodeSubject& subject = m_editor->subject();
    const auto isRegister = [&](arch::RegisterName name) {
        return subject == models::DecodeSubject::ofRegister(name)
            || (subject.kind == Kind::Register && subject.name == name);
    };
    const bool isAbort = isRegister(arch::RegisterName::EsrEl2)
        && (arch::isDataAbort(m_editor->value()) || arch::isInstructionAbort(m_editor->value()));
    const bool isHpfar = isRegister(arch::RegisterName::HpfarEl2);
    using Companions = models::DecodeCompanions;
    if (beside.member == &Companions::esr)
        return isHpfar || isRegister(arch::RegisterName::FarEl2);
    if (beside.member == &Companions::far)
        return isHpfar || isAbort;
    if (beside.member == &Companions::hpfar)
        return isAbort;
    return subject.kind == Kind::Descriptor && subject.form.stage == 1;
}

void DecodeForm::showValue(QLineEdit* edit, Side side)
{
    if (m_typing == edit)
        return;
    const auto digits = static_cast<int>((m_editor->width() + 3) / 4);
    const QString text
        = QStringLiteral("0x") + QString::number(m_editor->value(side), 16).rightJustified(digits, u'0');
    if (edit->text() != text)
        edit->setText(text);
}

void DecodeForm::refresh()
{
    const QScopedValueRollback<bool> guard(m_refreshing, true);
    const models::DecodeSubject& subject = m_editor->subject();
    const int choice = models::choiceOf(subject);
    m_chooser->setCurrentIndex(choice);
    m_chooser->setEditText(
        choice >= 0 ? m_chooser->itemText(choice) : models::toQString(m_editor->report().name));
    m_form->setVisible(subject.kind == Kind::Descriptor);
    m_stage->setCurrentIndex(m_stage->findData(subject.form.stage));
    m_granule->setCurrentIndex(m_granule->findData(static_cast<int>(subject.form.granule)));
    m_level->setCurrentIndex(m_level->findData(subject.form.level));
    m_wide->setChecked(subject.form.lpa2);
    m_reason->setVisible(subject.kind == Kind::VmxQualification);
    m_reason->setCurrentIndex(m_reason->findData(subject.vmxReason));
    m_reason->setEditText(m_reason->itemText(m_reason->currentIndex()));
    m_secondLabel->setVisible(m_editor->isComparing());
    m_second->setVisible(m_editor->isComparing());
    showValue(m_value, Side::First);
    showValue(m_second, Side::Second);
    bool any = false;
    for (const Beside& row : m_beside) {
        const bool needed = needs(row);
        row.label->setVisible(needed);
        row.edit->setVisible(needed);
        any = any || needed;
        const auto& value = m_editor->companions().*row.member;
        if (m_typing != row.edit)
            row.edit->setText(value ? models::copyHex(*value) : QString());
    }
    const bool isStage2 = subject.kind == Kind::Descriptor && subject.form.stage == 2;
    m_fwb->setVisible(isStage2);
    m_fwb->setChecked(m_editor->companions().fwb);
    m_besideRow->setVisible(any || isStage2);
}

bool DecodeForm::eventFilter(QObject* watched, QEvent* event)
{
    auto* edit = qobject_cast<QLineEdit*>(watched);
    if (edit != nullptr && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Paste)) {
        // A line takes one number; more than that is for the whole panel.
        const QString text = QGuiApplication::clipboard()->text();
        if (!models::typedNumber(text, m_editor->width())) {
            emit textEntered(text);
            return true;
        }
        edit->selectAll();
    } else if (edit != nullptr && event->type() == QEvent::FocusOut && m_typing == edit) {
        // What could not be read stays visible with its error until the value changes.
        if (error().isEmpty()) {
            m_typing = nullptr;
            m_editor->endTyping();
        }
    }
    return QWidget::eventFilter(watched, event);
}

void DecodeForm::retranslate()
{
    const QScopedValueRollback<bool> guard(m_refreshing, true);
    m_chooserLabel->setText(tr("&Register:"));
    m_chooser->setAccessibleName(tr("Register"));
    // What takes the keyboard of an editable box is the line inside.
    m_chooser->lineEdit()->setAccessibleName(tr("Register"));
    m_chooser->lineEdit()->setAccessibleName(m_chooser->accessibleName());
    m_chooser->setToolTip(tr("What the value is. Type a part of a name to narrow the list."));
    m_valueLabel->setText(tr("&Value:"));
    m_value->setAccessibleName(tr("Value"));
    m_value->setToolTip(
        tr("0x…, 0b…, decimal, or hexadecimal digits as logs print them; blanks, _ and ' may part digits."));
    m_value->setAccessibleDescription(m_value->toolTip());
    m_secondLabel->setText(tr("Seco&nd:"));
    m_second->setAccessibleName(tr("Second value"));
    m_second->setToolTip(tr("The value to compare with."));
    m_reason->setAccessibleName(tr("Basic exit reason"));
    m_reason->lineEdit()->setAccessibleName(tr("Basic exit reason"));
    m_reason->lineEdit()->setAccessibleName(m_reason->accessibleName());
    m_reason->setToolTip(tr("The exit reason decides what the bits of the qualification mean."));
    m_stage->setItemText(0, tr("Stage 1"));
    m_stage->setItemText(1, tr("Stage 2"));
    m_stage->setAccessibleName(tr("Stage of translation"));
    m_granule->setAccessibleName(tr("Granule"));
    m_level->setAccessibleName(tr("Level of the lookup"));
    for (int i = 0; i < m_level->count(); ++i)
        m_level->setItemText(i, tr("Level %1").arg(m_level->itemData(i).toInt()));
    m_wide->setText(tr("5&2-bit addresses"));
    m_wide->setToolTip(tr("TCR_ELx.DS or VTCR_EL2.DS is 1, or FEAT_LPA with 64 KiB."));
    m_fwb->setText(QStringLiteral("HCR_EL2.&FWB"));
    m_fwb->setToolTip(tr("HCR_EL2.FWB decides how stage 2 combines memory types."));
    for (const Beside& row : m_beside) {
        row.edit->setAccessibleName(QLatin1String(row.name));
        row.edit->setToolTip(
            tr("%1 of the same exception or table, if you know it.").arg(QLatin1String(row.name)));
    }
    m_error->setAccessibleName(tr("What is wrong with the number"));
    fillChooser();
    refresh();
}

} // namespace fscope::widgets
