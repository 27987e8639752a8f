// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/descriptoreffects.h"
#include "models/fieldmodel.h"

#include <optional>

namespace fscope::models {

/// The fields of one translation table descriptor, with what each of them did: a list that BitFieldView can
/// show.
class DescriptorModel : public RowTreeModel
{
    Q_OBJECT
public:
    enum Column {
        Bits = FieldModel::Bits,
        Name = FieldModel::Name,
        Value = FieldModel::Value,
        Meaning = FieldModel::Meaning,
        Effect,
        ColumnCount
    };

    /// @p session is followed for the language only.
    explicit DescriptorModel(Session* session, QObject* parent = nullptr);

    void show(const DescriptorFacts& facts);
    void clear();
    bool isKnown() const { return m_facts.has_value(); } ///< also false where no value could be read
    quint64 value() const { return m_facts ? m_facts->read.value : 0; }
    const std::optional<DescriptorFacts>& facts() const { return m_facts; }

    /// "stage 2 page at level 3, 4 KiB at 0x9000000, …"; why there is none; empty after clear().
    QString title() const;
    /// Rights, memory and what limits them, each a line; before → after where hardware updated it.
    QString summary() const;

signals:
    void changed();

protected:
    QStringList columnTitles() const override;

private:
    void rebuild();
    std::optional<DescriptorFacts> m_facts;
};

} // namespace fscope::models
