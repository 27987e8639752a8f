// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

class QAbstractItemModel;

namespace fscope::widgets {

class BitFieldView;
class ItemView;

/// The list of fields below a row of bits: shows the same model, and each follows what is chosen in the
/// other.
void setUpFieldTable(ItemView* table, QAbstractItemModel* model, BitFieldView* bits);
/// Makes the table at least a few rows high; call again when fonts change.
void fitFieldTable(ItemView* table);

} // namespace fscope::widgets
