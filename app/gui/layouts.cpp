// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/layouts.h"

namespace fscope::gui {
namespace {

constexpr std::array<const char*, 4> kIds { "debug", "teach", "trace", "decode" };

// Each id: rows from the one that needs most room to one that needs none.
const std::array kRows {
    LayoutRow { "debug", { 1380, 760 }, { 25, 50, 25 }, { { { "intercepts", 32 }, { "steps", 68 }, {} } },
        { { { "picture", 32 }, { "syndrome instruction", 29 }, { "translation tables cache decode", 39 }, {} } },
        { { { "registers", 40 }, { "devices events", 26 }, { "lesson", 34 }, {} } }, 18,
        { { { "timeline", 50 }, { "memory memorymap log", 50 }, {} } } },
    LayoutRow { "debug", { 0, 0 }, { 23, 54, 23 }, { { { "steps", 62 }, { "intercepts", 38 }, {} } },
        { { { "picture", 50 }, { "syndrome instruction translation tables cache decode", 50 }, {}, {} } },
        { { { "registers devices events", 55 }, { "lesson", 45 }, {}, {} } }, 20,
        { { { "timeline", 45 }, { "memory memorymap log", 55 }, {} } } },

    LayoutRow { "teach", { 0, 0 }, { 22, 50, 28 }, { { { "steps intercepts", 100 }, {}, {} } },
        { { { "picture", 55 }, { "instruction syndrome translation tables cache decode", 45 }, {}, {} } },
        { { { "lesson", 60 }, { "registers devices events memory", 40 }, {}, {} } }, 0, { { {}, {}, {} } } },

    LayoutRow { "trace", { 0, 0 }, { 33, 46, 21 }, { { { "intercepts", 100 }, {}, {} } },
        { { { "picture", 50 }, { "syndrome instruction translation tables cache decode", 50 }, {}, {} } },
        { { { "steps", 60 }, { "registers devices events", 40 }, {}, {} } }, 30,
        { { { "timeline", 65 }, { "memory memorymap log", 35 }, {} } } },

    LayoutRow { "decode", { 0, 0 }, { 0, 100, 0 }, {}, { { { "decode", 100 }, {}, {}, {} } }, {}, 0, {} },
};

} // namespace

std::span<const LayoutRow> layoutRows()
{
    return kRows;
}

std::span<const char* const> layoutIds()
{
    return kIds;
}

const LayoutRow* layoutFor(const QString& id, const QSize& size)
{
    for (const LayoutRow& row : kRows) {
        const bool fits = size.width() >= row.atLeast.width() && size.height() >= row.atLeast.height();
        if (fits && id == QLatin1String(row.id))
            return &row;
    }
    return nullptr;
}

} // namespace fscope::gui
