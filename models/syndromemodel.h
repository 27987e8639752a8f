// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/fieldmodel.h"

namespace fscope::models {

/// ESR_EL2 of the current intercept, field by field. Not known where the CPU carried the instruction out
/// without a trap.
class SyndromeModel : public FieldModel
{
    Q_OBJECT
public:
    explicit SyndromeModel(Session* session, QObject* parent = nullptr);
    /// The whole syndrome in one sentence; empty if not known.
    QString sentence() const;

private:
    void follow();
};

} // namespace fscope::models
