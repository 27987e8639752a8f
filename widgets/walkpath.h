// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/machine/run.h"
#include "models/addressparts.h"
#include "models/descriptoreffects.h"
#include "models/roles.h"
#include "models/walkquery.h"

#include <QString>

#include <optional>
#include <vector>

namespace fscope::widgets {

/// What one mark of a walk refers to, and the words for it.
struct WalkMark {
    int row = -1;  ///< of models::WalkModel
    int step = -1; ///< micro-step, or -1 for a walk that is no part of the run
    models::ItemState state = models::ItemState::Pending;
    bool current = false;
    QString type;       ///< "table", "page", "cache hit" …
    QString output;     ///< where it leads, or what failed
    QString attributes; ///< "AF=1 S2AP=3", of a block or page; rights and memory, of a result
    QString toolTip;
    QString accessible;
};

/// One descriptor of a walk, with the stage-2 walk that found its table, if any.
struct WalkCard {
    mmu::DescriptorRead read;
    WalkMark mark;
    std::vector<WalkCard> side;
    std::vector<WalkCard> update; ///< the stage-2 walk behind it, by which hardware updates the descriptor
};

/// Whose address the stage-2 walk of a chain translates.
enum class WalkPurpose : int { Access, Table, Update };

/// The tables one stage goes through for one address.
struct WalkChain {
    mmu::Stage stage = mmu::Stage::One;
    WalkPurpose purpose = WalkPurpose::Access; ///< others stand for themselves only where they failed
    quint64 input = 0;
    std::vector<WalkCard> cards;
    std::optional<WalkMark> end;            ///< result or fault, where the walk says one of its own
    std::vector<models::AddressPart> parts; ///< of the input
    bool endsInPa = false; ///< what it gives is physical: stage 2, or stage 1 while that is off
    /// The output address where the walk ended in a block or page.
    std::optional<quint64> result() const;
};

/// One translation: what the cache said, then the chains.
struct WalkPart {
    enum class Origin : int {
        Policy,   ///< the steps of the run
        Hardware, ///< the CPU's own walk, shown where the policy walks nothing
        Asked,    ///< somebody asked what an access would do
    };
    quint64 va = 0;                      ///< an IPA if somebody asked about one
    std::optional<mmu::AccessKind> kind; ///< not told by the steps of all runs
    std::optional<WalkMark> cache;
    bool cacheHit = false;
    Origin origin = Origin::Policy;
    bool isIpa = false;
    std::optional<mmu::Access> access; ///< of what somebody asked
    std::vector<WalkChain> chains;
};

struct WalkPath {
    mmu::TranslationRegisters regs;
    mmu::Access cpu; ///< whose rights the accesses of the run have: its EL and PAN
    std::vector<WalkPart> parts;
    bool empty() const { return parts.empty(); }
};

/// Groups what models::WalkModel lists into translations, chains and side walks, in its order.
///
/// Row numbers in the marks count as WalkModel does: cache look-ups and fills, descriptors, results and
/// faults of the steps, then, with @p hardware, those of the hardware's walk. Words are left empty, but for
/// the attributes of results.
WalkPath walkPathOf(const machine::InterceptRun& run, bool hardware);
/// The same for the walk of an access that somebody asked about.
WalkPath walkPathOf(const models::WalkAnswer& answer);

/// The descriptor in a row of models::WalkModel, with those above it in its walk; nothing for other rows.
std::optional<models::DescriptorFacts> descriptorFacts(const WalkPath& path, int row);

} // namespace fscope::widgets
