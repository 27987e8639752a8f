// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/panel.h"

class QLabel;

namespace fscope::models {
class CacheModel;
}

namespace fscope::widgets {

class CachePlot;
class ItemView;

/// The CPU's TLB and the hypervisor's one-entry cache at the current step: entries, counts, and how the
/// counts came about.
class CachePanel : public Panel
{
    Q_OBJECT
public:
    explicit CachePanel(models::Session* session, QWidget* parent = nullptr);

    models::CacheModel* model() const { return m_model; }
    ItemView* view() const { return m_view; }
    CachePlot* plot() const { return m_plot; }

protected:
    void retranslate() override;
    void setLive(bool live) override;

private:
    void follow();
    models::CacheModel* m_model;
    ItemView* m_view;
    CachePlot* m_plot;
    QLabel* m_statistics;
};

} // namespace fscope::widgets
