// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QWidget>

class QLabel;

namespace fscope::models {
class DescriptorModel;
class Session;
struct DescriptorFacts;
} // namespace fscope::models

namespace fscope::widgets {

class BitFieldView;
class ItemView;

/// One translation table descriptor: what it is, its bits, its fields and what each of them did.
class DescriptorDetails : public QWidget
{
    Q_OBJECT
public:
    DescriptorDetails(models::Session* session, const QString& name, QWidget* parent = nullptr);

    void showDescriptor(const models::DescriptorFacts& facts);
    void clear();
    models::DescriptorModel* model() const { return m_model; }
    ItemView* table() const { return m_table; }
    void retranslate();

private:
    void refresh();
    models::DescriptorModel* m_model;
    QLabel* m_title;
    QLabel* m_summary;
    BitFieldView* m_bits;
    ItemView* m_table;
};

} // namespace fscope::widgets
