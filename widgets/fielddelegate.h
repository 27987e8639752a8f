// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/statedelegate.h"

namespace fscope::widgets {

/// Edits a field of a models::DecodeModel where it stands: a list of the values with their meanings, a spin
/// box for a plain number, a line for what is wider.
class FieldDelegate : public StateDelegate
{
    Q_OBJECT
public:
    using StateDelegate::StateDelegate;

    QWidget* createEditor(
        QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(
        QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void commit(QWidget* editor);
};

} // namespace fscope::widgets
