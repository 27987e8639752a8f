// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/translationactions.h"

#include "app/gui/actions.h"
#include "app/gui/panelhost.h"
#include "app/gui/panels.h"
#include "widgets/tablesview.h"
#include "widgets/walkbar.h"
#include "widgets/walkview.h"

#include <QFileDialog>
#include <QFileInfo>

namespace fscope::gui {

TranslationActions::TranslationActions(ActionRegistry* actions, PanelHost* panels, QWidget* window)
    : QObject(window)
    , m_panels(panels)
    , m_window(window)
{
    actions->handle("export.diagram", [this] {
        m_panels->focusPanel(QStringLiteral("translation")); // a panel that was never seen has nothing yet
        chooseFile(tr("Export the diagram"), { tr("SVG drawing (*.svg)"), tr("PNG image (*.png)") },
            QStringLiteral("walk.svg"), &TranslationActions::exportDiagram);
    });
    actions->handle("export.walk", [this] {
        m_panels->focusPanel(QStringLiteral("translation")); // a panel that was never seen has nothing yet
        chooseFile(tr("Export the walk"), { tr("JSON (*.json)"), tr("CSV (*.csv)") },
            QStringLiteral("walk.json"), &TranslationActions::exportWalk);
    });
    actions->handle("export.tables", [this] {
        m_panels->focusPanel(QStringLiteral("tables")); // a panel that was never seen has nothing yet
        chooseFile(tr("Export page tables"), { tr("JSON (*.json)"), tr("CSV (*.csv)") },
            QStringLiteral("tables.json"), &TranslationActions::exportTables);
    });
    actions->handle("go.walk", [this] {
        m_panels->focusPanel(QStringLiteral("translation"));
        m_panels->panelAs<widgets::WalkView>("translation")->bar()->focusAddress();
    });
    actions->handle("go.mapping", [this] {
        m_panels->focusPanel(QStringLiteral("tables"));
        m_panels->panelAs<widgets::TablesView>("tables")->focusAddress();
    });
    for (const PanelRow& row : panelRows()) {
        const widgets::Panel* panel = m_panels->panel(QLatin1String(row.id));
        connect(panel, &widgets::Panel::mappingRequested, this, &TranslationActions::showMapping);
        connect(panel, &widgets::Panel::walkRequested, this, &TranslationActions::showWalk);
    }
    connect(m_panels->panelAs<widgets::TablesView>("tables"), &widgets::TablesView::exported, this,
        &TranslationActions::report);
}

void TranslationActions::chooseFile(const QString& title, const QStringList& filters, const QString& name,
    void (TranslationActions::*write)(const QString& path))
{
    auto* dialog = new QFileDialog(m_window, title);
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(QFileInfo(name).suffix());
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.section(QStringLiteral("*."), 1).chopped(1));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, write](const QString& path) { (this->*write)(path); });
    dialog->open();
}

void TranslationActions::report(const QString& path, const QString& error)
{
    const QString name = QFileInfo(path).fileName();
    if (error.isEmpty())
        emit message(tr("%1 is written.").arg(name));
    else
        emit failed(tr("%1 could not be written.").arg(name), error);
}

void TranslationActions::exportDiagram(const QString& path)
{
    QString error;
    m_panels->panelAs<widgets::WalkView>("translation")->exportDiagram(path, &error);
    report(path, error);
}

void TranslationActions::exportWalk(const QString& path)
{
    QString error;
    m_panels->panelAs<widgets::WalkView>("translation")->exportWalk(path, &error);
    report(path, error);
}

void TranslationActions::exportTables(const QString& path)
{
    m_panels->panelAs<widgets::TablesView>("tables")->exportMappings(path);
}

void TranslationActions::showMapping(models::AddressSpace space, quint64 address)
{
    m_panels->focusPanel(QStringLiteral("tables"));
    m_panels->panelAs<widgets::TablesView>("tables")->showMapping(space, address);
}

void TranslationActions::showWalk(models::AddressSpace space, quint64 address)
{
    m_panels->focusPanel(QStringLiteral("translation"));
    m_panels->panelAs<widgets::WalkView>("translation")->askAddress(space, address);
}

} // namespace fscope::gui
