// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "models/memorymapcontent.h"
#include "models/sessiontreemodel.h"

#include <QThreadPool>

namespace fscope::models {

/// The guest's physical address space, one row for each region and hole, with the states of its pages at the
/// current position; and the same as content() for the strip.
///
/// By IPA it is the hypervisor's own map of the guest; by PA it has the RAM outside of that map too, where
/// the tables of stage 2 lie. Dirty is what differs from the guest as the intercept found it. The map of a
/// guest with very many pages is made on a thread of its own and follows a moment later.
class MemoryMapModel : public SessionTreeModel
{
    Q_OBJECT
public:
    enum Column { Name, Kind, Intermediate, Physical, Size, Access, Touched, Dirty, Locked, ColumnCount };

    explicit MemoryMapModel(Session* session, QObject* parent = nullptr);
    ~MemoryMapModel() override;

    /// Immutable; another one after each contentChanged(). Its stretches are the rows. Never nullptr.
    const std::shared_ptr<const MemoryMapContent>& content() const { return m_content; }
    AddressSpace space() const { return m_space; }
    void setSpace(AddressSpace space); ///< Ipa (the default) or Pa
    /// Where a person's address expression leads on the map, or what is wrong with it.
    std::optional<quint64> goTo(const QString& expression, QString* error) const;

signals:
    void contentChanged();

protected:
    QStringList columnTitles() const override;
    std::vector<TreeRow> makeRows() const override;
    void refresh() override;

private:
    using Runs = std::shared_ptr<const std::vector<PageRun>>;
    struct Made;
    static Made make(const machine::Guest& guest, const machine::Guest& before, memory::MapSpace space,
        const Runs& touchedBefore);
    void take(Made made, const std::shared_ptr<const machine::InterceptRun>& run, qint64 ns);
    void show(memory::MemoryMap map);
    void describe(MapStretch& stretch) const;
    QString sizeText(quint64 bytes) const;
    std::shared_ptr<const MemoryMapContent> m_content;
    AddressSpace m_space = AddressSpace::Ipa;
    bool m_isSlow = false; ///< the last map took so long that the next is made in the background
    /// Pages that exist before the run: gone through once for each run and space.
    Runs m_touchedBefore;
    std::shared_ptr<const machine::InterceptRun> m_touchedOf;
    quint64 m_job = 0;
    QThreadPool m_pool;
};

} // namespace fscope::models
