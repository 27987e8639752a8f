// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/mmu/standardregime.h"
#include "core/mmu/tablebuilder.h"
#include "models/tabletreemodel.h"
#include "tests/bench/benchreport.h"
#include "widgets/itemview.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QScrollBar>

#include <algorithm>
#include <memory>

namespace {

using namespace fscope;

constexpr std::uint64_t kPages = std::uint64_t { 1 } << 20;
constexpr std::uint64_t kTables = std::uint64_t { 1 } << 32;

/// A guest whose stage 2 maps a million pages one by one.
const machine::Guest& guestOfAMillionPages()
{
    static const std::unique_ptr<machine::Guest> kGuest = [] {
        auto guest = std::make_unique<machine::Guest>();
        if (!guest->memory.addRam(Pa(kTables), std::uint64_t { 64 } << 20))
            return guest;
        std::uint64_t next = kTables;
        mmu::TableBuilder::Storage storage;
        storage.allocate = [&next](std::uint64_t bytes) -> Result<std::uint64_t> {
            next = (next + bytes - 1) / bytes * bytes;
            const std::uint64_t table = next;
            next += bytes;
            return table;
        };
        storage.locate = [](std::uint64_t table) -> Result<Pa> { return Pa(table); };
        mmu::TableBuilder builder(mmu::Stage::Two, guest->memory, storage);
        mmu::Mapping mapping;
        mapping.size = kPages * kPageSize;
        mapping.output = std::uint64_t { 1 } << 36;
        mapping.attrIndex = mmu::standard::kStage2Normal;
        (void)builder.map(mapping);
        mmu::TranslationRegisters& regs = guest->vcpu.translation;
        regs.hcr = mmu::standard::kHcrVm;
        regs.vtcr = mmu::standard::kVtcr;
        regs.vttbr = builder.root().value_or(0);
        return guest;
    }();
    return *kGuest;
}

struct Shown {
    models::TableTreeModel model;
    widgets::ItemView view;
    QImage image { 1000, 700, QImage::Format_RGB32 };

    void open()
    {
        view.resize(image.size());
        view.setUniformRowHeights(true);
        view.setModel(&model);
        model.setSnapshot(std::make_shared<const models::TableSnapshot>(guestOfAMillionPages()));
        // Down to the first page, as somebody who opens one table after the other.
        const QModelIndex page = model.find(2, 0);
        for (QModelIndex above = page.parent(); above.isValid(); above = above.parent())
            view.expand(above);
        view.show();
        QCoreApplication::processEvents();
        view.render(&image);
    }
    /// Table by table, from the top: expandAll() would keep a persistent index for each page, which Qt takes
    /// minutes to let go.
    void openAll(const QModelIndex& table)
    {
        if (model.canFetchMore(table))
            model.fetchMore(table);
        view.expand(table);
        for (int row = 0; row < model.rowCount(table); ++row) {
            const QModelIndex below = model.index(row, 0, table);
            if (model.hasChildren(below))
                openAll(below);
        }
    }
};

double millisecondsToOpen()
{
    guestOfAMillionPages();
    Shown shown;
    QElapsedTimer timer;
    timer.start();
    shown.open();
    return double(timer.nsecsElapsed()) / 1e6;
}

/// The worst frame while scrolling through all of a tree that is open to its last page.
double millisecondsOfTheWorstFrame()
{
    Shown shown;
    shown.open();
    shown.openAll(shown.model.index(2, 0));
    QCoreApplication::processEvents();
    constexpr int kFrames = 200;
    double worst = 0;
    QScrollBar* bar = shown.view.verticalScrollBar();
    for (int frame = 0; frame < kFrames; ++frame) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(int(double(bar->maximum()) * frame / kFrames));
        QCoreApplication::processEvents();
        shown.view.render(&shown.image);
        worst = std::max(worst, double(timer.nsecsElapsed()) / 1e6);
    }
    return worst;
}

} // namespace

FSCOPE_BENCH(
    "opening the page tables of a million pages", "ms", 100, false, [] { return millisecondsToOpen(); });
FSCOPE_BENCH("scrolling through a million open pages, worst frame", "ms", 16, false,
    [] { return millisecondsOfTheWorstFrame(); });
