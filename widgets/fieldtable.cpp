// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/fieldtable.h"

#include "widgets/bitfieldview.h"
#include "widgets/itemview.h"
#include "widgets/theme.h"

#include <QHeaderView>
#include <QItemSelectionModel>

namespace fscope::widgets {

void setUpFieldTable(ItemView* table, QAbstractItemModel* model, BitFieldView* bits)
{
    table->setRootIsDecorated(false);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setColumnSamples(
        { QStringLiteral("63:63"), QStringLiteral("AllocTag_"), QStringLiteral("0b00000000") });
    table->setModel(model);
    bits->setModel(model);
    fitFieldTable(table);
    QObject::connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, bits,
        [bits](const QModelIndex& current) {
            if (current.isValid())
                bits->setCurrentRow(current.row());
        });
    QObject::connect(bits, &BitFieldView::currentRowChanged, table, [table, model](int row) {
        const QModelIndex index = model->index(row, 0);
        if (index.isValid() && table->currentIndex().row() != row)
            table->setCurrentIndex(index);
    });
}

void fitFieldTable(ItemView* table)
{
    constexpr int kLeastRows = 5;
    table->setMinimumHeight(table->fontMetrics().height() * (kLeastRows + 1) + Theme::quarterLine(table) * 4);
}

} // namespace fscope::widgets
