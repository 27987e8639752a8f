// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QDialog>
#include <QIcon>

#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace fscope::gui {

/// Something the palette can do.
struct PaletteEntry {
    QString text;
    QString kind; ///< "Action", "Panel", "Lesson": shown after the text
    QString keys;
    QIcon icon;
    bool enabled = true;
    std::function<void()> run;
};

/// A list of all that can be done, narrowed by typing: every word typed must occur, in any order.
class CommandPalette : public QDialog
{
    Q_OBJECT
public:
    CommandPalette(std::vector<PaletteEntry> entries, const QString& hint, QWidget* parent);

    const std::vector<PaletteEntry>& entries() const { return m_entries; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void narrow(const QString& words);
    void runCurrent();
    std::vector<PaletteEntry> m_entries;
    QLineEdit* m_filter;
    QListWidget* m_list;
};

} // namespace fscope::gui
