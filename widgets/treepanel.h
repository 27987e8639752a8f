// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/panel.h"

#include <QStringList>

namespace fscope::models {
class SessionTreeModel;
}

namespace fscope::widgets {

class ItemView;

/// A panel around one tree of value rows: registers, devices, events.
class TreePanel : public Panel
{
    Q_OBJECT
public:
    /// Takes the model over. @p samples as ItemView::setColumnSamples().
    TreePanel(models::SessionTreeModel* model, const char* name, const QStringList& samples, QWidget* parent);

protected:
    ItemView* view() const { return m_view; }
    models::SessionTreeModel* model() const { return m_model; }
    /// Whether a row that appears is shown open.
    virtual bool isExpandedAtFirst(const QModelIndex& index) const;
    virtual bool isEmpty() const;
    void updateEmpty();
    void setLive(bool live) override;

private:
    void expandNew(const QModelIndex& parent, int first, int last);
    models::SessionTreeModel* m_model;
    ItemView* m_view;
};

/// X0 to X30, SP, PC, PSTATE, V0 to V31 and the system registers an abort needs; what the last step wrote is
/// marked.
class RegistersPanel : public TreePanel
{
    Q_OBJECT
public:
    explicit RegistersPanel(models::Session* session, QWidget* parent = nullptr);

protected:
    void retranslate() override;
    bool isExpandedAtFirst(const QModelIndex& index) const override;
    bool isEmpty() const override { return false; }
};

/// The devices on the guest's bus, register by register and field by field.
class DevicesPanel : public TreePanel
{
    Q_OBJECT
public:
    explicit DevicesPanel(models::Session* session, QWidget* parent = nullptr);

protected:
    void retranslate() override;
    bool isExpandedAtFirst(const QModelIndex& index) const override;
};

/// Exceptions the policy has given to the guest, decoded.
class EventsPanel : public TreePanel
{
    Q_OBJECT
public:
    explicit EventsPanel(models::Session* session, QWidget* parent = nullptr);

protected:
    void retranslate() override;
};

} // namespace fscope::widgets
