// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/mmu/rangefilter.h"
#include "widgets/panel.h"

class QAbstractItemModel;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QModelIndex;
class QPushButton;
class QSplitter;
class QTabWidget;
class QToolButton;

namespace fscope::models {
class TableBrowser;
}

namespace fscope::widgets {

class DescriptorDetails;
class ItemView;
class TableFilterBar;

/// The translation tables of the guest: a tree that is read as it is opened, the mappings as a list with a
/// filter, who maps an address, and what looks wrong in the tables.
class TablesView : public Panel
{
    Q_OBJECT
public:
    explicit TablesView(models::Session* session, QWidget* parent = nullptr);

    models::TableBrowser* browser() const { return m_browser; }
    ItemView* tree() const { return m_tree; }
    ItemView* mappings() const { return m_mappings; }
    ItemView* mappedBy() const { return m_mappedBy; }
    ItemView* findings() const { return m_findings; }
    DescriptorDetails* details() const { return m_details; }
    bool offersMappingActions() const override { return false; }

public slots:
    /// Shows the entry that translates a VA or an IPA, or, of a PA, who maps it.
    void showMapping(fscope::models::AddressSpace space, quint64 address);
    void focusAddress();

public:
    void exportMappings(const QString& path);

signals:
    void exported(const QString& path, const QString& error);

protected:
    void retranslate() override;
    void setLive(bool live) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum Tab { Tree, Mappings, MappedBy, Findings };
    void submit();
    void submitRoot();
    void showInTree(int tree, quint64 input);
    void showWhoMaps(models::AddressSpace space, const mmu::AddressSpan& span);
    void onTabChanged(int tab);
    void onSnapshotChanged();
    void updateStatus();
    void list();
    void addToMenu(QMenu* menu, const QModelIndex& index);
    void showDetails(bool shown);
    void shareRoom();
    ItemView* makeList(const char* name, QAbstractItemModel* model, const QStringList& samples);
    models::TableBrowser* m_browser;
    QLabel* m_label;
    QComboBox* m_space;
    QLineEdit* m_address;
    QComboBox* m_rootTree;
    QLineEdit* m_root;
    QToolButton* m_detailsButton;
    QLabel* m_error;
    QTabWidget* m_tabs;
    ItemView* m_tree;
    ItemView* m_mappings;
    ItemView* m_mappedBy;
    ItemView* m_findings;
    TableFilterBar* m_filter;
    QSplitter* m_splitter;
    DescriptorDetails* m_details;
    QLabel* m_status;
    QPushButton* m_cancel;
    bool m_detailsChosen = false;
    bool m_splitterMoved = false;
};

} // namespace fscope::widgets
