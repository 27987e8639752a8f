// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/arch/field.h"
#include "models/rowtreemodel.h"
#include "models/session.h"

#include <optional>
#include <span>

namespace fscope::models {

/// The fields of one register value, from high to low bits, with BitRangeRole and FieldKindRole: a list.
///
/// Used for syndromes, fault addresses, PSTATE and descriptors; empty after clear().
class FieldModel : public RowTreeModel
{
    Q_OBJECT
public:
    enum Column { Bits, Name, Value, Meaning, ColumnCount };

    /// @p session is followed for the language only.
    explicit FieldModel(Session* session, QObject* parent = nullptr);

    void setRegister(arch::RegisterName name, quint64 value);
    void clear();
    bool isKnown() const { return m_register.has_value(); }
    quint64 value() const { return m_value; } ///< 0 if not known
    unsigned width() const;                   ///< bits of the register; 64 if not known
    QString registerText() const;             ///< "ESR_EL2"; empty if not known

signals:
    void valueChanged();

protected:
    QStringList columnTitles() const override;
    Session* session() const { return m_session; }

private:
    void rebuild();
    Session* m_session;
    std::optional<arch::RegisterName> m_register;
    quint64 m_value = 0;
};

/// The rows of the fields of one value, as FieldModel shows them and other trees hang them below their own
/// rows. Cells are those of FieldModel::Column.
std::vector<TreeRow> fieldRows(const arch::RegisterLayout& layout, quint64 value);
/// The same of fields that are decoded already.
std::vector<TreeRow> fieldRows(std::span<const arch::FieldValue> fields);

} // namespace fscope::models
