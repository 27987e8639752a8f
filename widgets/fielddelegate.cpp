// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/fielddelegate.h"

#include "models/decodemodel.h"
#include "models/decodepaste.h"
#include "widgets/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QTimer>

#include <algorithm>

namespace fscope::widgets {
namespace {

/// A spin box in hexadecimal that takes numbers as all fields here do.
class NumberBox : public QSpinBox
{
public:
    explicit NumberBox(QWidget* parent)
        : QSpinBox(parent)
    {
        setFont(Theme::fixedFont());
        setFrame(false);
    }

protected:
    QString textFromValue(int value) const override
    {
        return QStringLiteral("0x") + QString::number(value, 16);
    }
    int valueFromText(const QString& text) const override
    {
        const auto typed = models::typedNumber(text, 31);
        return typed ? static_cast<int>(*typed) : value();
    }
    QValidator::State validate(QString& text, int&) const override
    {
        const auto typed = models::typedNumber(text, 31);
        return typed && *typed <= static_cast<quint64>(maximum()) ? QValidator::Acceptable
                                                                  : QValidator::Intermediate;
    }
};

const models::DecodeModel* modelOf(const QModelIndex& index)
{
    return qobject_cast<const models::DecodeModel*>(index.model());
}

QComboBox* makeChoices(const models::DecodeModel& model, int row, QWidget* parent)
{
    auto* combo = new QComboBox(parent);
    for (const models::FieldChoice& choice : model.choices(row)) {
        combo->addItem(choice.text, choice.value);
        if (choice.reserved)
            combo->setItemData(
                combo->count() - 1, Theme::current().color(ThemeRole::Different), Qt::ForegroundRole);
    }
    constexpr int kVisible = 20;
    combo->setMaxVisibleItems(kVisible);
    return combo;
}

} // namespace

QWidget* FieldDelegate::createEditor(
    QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const models::DecodeModel* model = modelOf(index);
    if (model == nullptr)
        return nullptr;
    QWidget* editor = nullptr;
    switch (model->input(index.row())) {
    case models::FieldInput::None:
        return nullptr;
    case models::FieldInput::Choice: {
        auto* combo = makeChoices(*model, index.row(), parent);
        auto* self = const_cast<FieldDelegate*>(this);
        connect(combo, &QComboBox::activated, self, [self, combo] { self->commit(combo); });
        // The list is what was asked for; it opens once the box has its place.
        QTimer::singleShot(0, combo, &QComboBox::showPopup);
        editor = combo;
        break;
    }
    case models::FieldInput::Number: {
        auto* spin = new NumberBox(parent);
        spin->setRange(0, static_cast<int>(model->maximum(index.row())));
        editor = spin;
        break;
    }
    case models::FieldInput::Text: {
        auto* line = new QLineEdit(parent);
        line->setFont(Theme::fixedFont());
        line->setFrame(false);
        editor = line;
        break;
    }
    }
    editor->setObjectName(QStringLiteral("fieldEditor"));
    editor->setAutoFillBackground(true);
    editor->setAccessibleName(index.siblingAtColumn(models::FieldModel::Name).data().toString());
    editor->setAccessibleDescription(index.data(Qt::ToolTipRole).toString());
    return editor;
}

void FieldDelegate::commit(QWidget* editor)
{
    emit commitData(editor);
    emit closeEditor(editor);
}

void FieldDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    const models::DecodeModel* model = modelOf(index);
    if (model == nullptr)
        return;
    const quint64 value = model->fieldValue(index.row());
    if (auto* combo = qobject_cast<QComboBox*>(editor)) {
        combo->setCurrentIndex(static_cast<int>(value));
    } else if (auto* spin = qobject_cast<QSpinBox*>(editor)) {
        spin->setValue(static_cast<int>(value));
        spin->selectAll();
    } else if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        line->setText(index.data(Qt::EditRole).toString());
        line->selectAll();
    }
}

void FieldDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    if (const auto* combo = qobject_cast<QComboBox*>(editor)) {
        model->setData(index, combo->currentData());
    } else if (auto* spin = qobject_cast<QSpinBox*>(editor)) {
        // What does not fit is told about, not bent into the range.
        if (spin->hasAcceptableInput()) {
            spin->interpretText();
            model->setData(index, QVariant::fromValue(static_cast<quint64>(spin->value())));
        } else {
            model->setData(index, spin->text());
        }
    } else if (const auto* line = qobject_cast<QLineEdit*>(editor)) {
        model->setData(index, line->text());
    }
}

void FieldDelegate::updateEditorGeometry(
    QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    QRect rect = option.rect;
    // Room for a value and its meaning, over the neighbouring column where this one is narrow.
    rect.setWidth(std::max(rect.width(), editor->sizeHint().width()));
    if (const QWidget* area = editor->parentWidget())
        rect.setRight(std::min(rect.right(), std::max(area->width() - 1, option.rect.right())));
    const int height = std::max(rect.height(), editor->minimumSizeHint().height());
    rect.setTop(rect.center().y() - height / 2);
    rect.setHeight(height);
    editor->setGeometry(rect);
}

} // namespace fscope::widgets
