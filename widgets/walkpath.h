// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/machine/run.h"
#include "models/roles.h"

#include <QString>

#include <optional>
#include <vector>

namespace fscope::widgets {

/// What one mark of a walk refers to, and the words for it.
struct WalkMark {
    int row = -1;  ///< of models::WalkModel
    int step = -1; ///< micro-step, or -1 for the hardware's own walk
    models::ItemState state = models::ItemState::Pending;
    bool current = false;
    QString type;       ///< "table", "page", "cache hit" …
    QString output;     ///< where it leads, or what failed
    QString attributes; ///< "AF=1 S2AP=3", of a block or page
    QString toolTip;
    QString accessible;
};

/// One descriptor of a walk, with the stage-2 walk that found its table, if any.
struct WalkCard {
    mmu::DescriptorRead read;
    WalkMark mark;
    std::vector<WalkCard> side;
};

/// The tables one stage goes through for one address.
struct WalkChain {
    mmu::Stage stage = mmu::Stage::One;
    bool forTable = false; ///< stage 2 for the address of a stage-1 table, which failed
    quint64 input = 0;
    std::vector<WalkCard> cards;
    std::optional<WalkMark> end; ///< result or fault, where the walk says one of its own
    /// The output address where the walk ended in a block or page.
    std::optional<quint64> result() const;
};

/// One translation: what the cache said, then the chains.
struct WalkPart {
    quint64 va = 0;
    std::optional<mmu::AccessKind> kind; ///< not told by the steps of all runs
    std::optional<WalkMark> cache;
    bool cacheHit = false;
    bool hardware = false; ///< the CPU's own walk, shown where the policy walks nothing
    std::vector<WalkChain> chains;
};

using WalkPath = std::vector<WalkPart>;

/// Groups what models::WalkModel lists into translations, chains and side walks, in its order.
///
/// Row numbers in the marks count as WalkModel does: cache look-ups and fills, descriptors, results and
/// faults of the steps, then, with @p hardware, those of the hardware's walk. Words are left empty.
WalkPath walkPathOf(const machine::InterceptRun& run, bool hardware);

} // namespace fscope::widgets
