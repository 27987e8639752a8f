// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/scenario/translationreader.h"

#include "core/mmu/notmodelled.h"
#include "core/mmu/registertable.h"
#include "core/mmu/standardregime.h"
#include "core/scenario/nodevalues.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace fscope::scenario {
namespace {

constexpr std::size_t kMaxMappings = 4096;

/// The keys of a stage that say its sizes, by the member of TableFormat that TableFormat::check() names.
struct SizeKey {
    std::string_view member;
    const char* stage1;
    const char* stage2;
};
constexpr std::array kSizeKeys {
    SizeKey { "grainBits", "granule", "granule" },
    SizeKey { "inputBits", "va_bits", "ipa_bits" },
    SizeKey { "outputBits", "output_bits", "output_bits" },
    SizeKey { "startLevel", "start_level", "start_level" },
    SizeKey { "wide", "ds", "ds" },
};

/// 0 to 3, or "-1".
int readLevel(const JsonNode& node)
{
    return node.isString() && node.string() == "-1" ? -1 : static_cast<int>(node.numberIn(0, 3));
}

mmu::TableFormat readFormat(const JsonNode& node, bool stage2)
{
    mmu::TableFormat format;
    format.stage = stage2 ? mmu::Stage::Two : mmu::Stage::One;
    if (const auto granule = node.find("granule"))
        format.grainBits = std::array { 12U, 14U, 16U }[granule->oneOf({ "4k", "16k", "64k" })];
    if (const auto width = node.find(stage2 ? "ipa_bits" : "va_bits"))
        format.inputBits = static_cast<unsigned>(width->numberIn(1, 64));
    if (const auto width = node.find("output_bits"))
        format.outputBits = static_cast<unsigned>(width->numberIn(1, 64));
    if (const auto level = node.find("start_level"))
        format.startLevel = readLevel(*level);
    if (const auto ds = node.find("ds"))
        format.wide = ds->boolean();
    if (const auto bigEndian = node.find("big_endian"))
        format.bigEndian = bigEndian->boolean();
    if (node.failed())
        return format;
    if (const auto checked = format.check(); !checked) {
        const Error& error = checked.error();
        for (const SizeKey& key : kSizeKeys) {
            if (key.member != error.where)
                continue;
            // A size that does not fit the others need not stand in the file.
            const auto at = node.find(stage2 ? key.stage2 : key.stage1);
            (at ? *at : node).wrong(error.what, error.hint);
        }
        return { .stage = format.stage };
    }
    return format;
}

std::uint8_t readAttribute(const JsonNode& node, bool stage2)
{
    using namespace mmu::standard;
    if (!node.isString())
        return static_cast<std::uint8_t>(node.numberIn(0, stage2 ? 15 : 7));
    const bool device = node.oneOf({ "normal", "device" }) == 1;
    if (stage2)
        return device ? kStage2Device : kStage2Normal;
    return device ? kDeviceIndex : kNormalIndex;
}

/// The bits of a descriptor that are plainly set or not.
struct Flag {
    const char* key;
    bool mmu::Mapping::*member;
};
constexpr std::array kFlags {
    Flag { "access_flag", &mmu::Mapping::accessFlag },
    Flag { "contiguous", &mmu::Mapping::contiguous },
    Flag { "dirty_modifier", &mmu::Mapping::dirtyModifier },
};
constexpr std::array kStage1Flags {
    Flag { "user", &mmu::Mapping::user },
    Flag { "not_global", &mmu::Mapping::notGlobal },
    Flag { "guarded", &mmu::Mapping::guarded },
};

template <std::size_t Size>
void readFlags(const JsonNode& node, const std::array<Flag, Size>& flags, mmu::Mapping& mapping)
{
    for (const Flag& flag : flags)
        if (const auto value = node.find(flag.key))
            mapping.*flag.member = value->boolean();
}

mmu::Mapping readMapping(const JsonNode& node, const mmu::TableFormat& format)
{
    const bool stage2 = format.stage == mmu::Stage::Two;
    mmu::Mapping mapping;
    if (stage2)
        node.onlyKeys({ "ipa", "pa", "size", "rights", "execute_el1", "execute_el0", "attr", "sh",
            "access_flag", "contiguous", "dirty_modifier", "level" });
    else
        node.onlyKeys({ "va", "ipa", "size", "rights", "user", "execute_el1", "execute_el0", "attr", "sh",
            "access_flag", "contiguous", "dirty_modifier", "not_global", "guarded", "level" });
    mapping.input = pageAddress(node.at(stage2 ? "ipa" : "va"), stage2 ? kIpaBits : 64);
    mapping.output = pageAddress(node.at(stage2 ? "pa" : "ipa"), kIpaBits);
    mapping.size = rangeSize(node.at("size"));
    mapping.attrIndex = stage2 ? mmu::standard::kStage2Normal : mmu::standard::kNormalIndex;
    if (const auto rights = node.find("rights")) {
        const Rights given = readRights(*rights);
        if (!given.mapped)
            rights->wrong("A mapping has rights; leave it out if nothing is to be mapped.");
        if (!stage2 && !given.read)
            rights->wrong("Stage 1 cannot take the right to read away.");
        mapping.read = given.read;
        mapping.write = given.write;
        mapping.execute = given.execute;
    }
    readFlags(node, kFlags, mapping);
    if (!stage2)
        readFlags(node, kStage1Flags, mapping);
    if (const auto execute = node.find("execute_el1"))
        mapping.executeEl1 = execute->boolean();
    if (const auto execute = node.find("execute_el0"))
        mapping.executeEl0 = execute->boolean();
    if (const auto attr = node.find("attr"))
        mapping.attrIndex = readAttribute(*attr, stage2);
    if (const auto sh = node.find("sh"))
        mapping.sh = std::array<std::uint8_t, 3> { 0, 2, 3 }[sh->oneOf({ "non", "outer", "inner" })];
    if (const auto level = node.find("level")) {
        if (level->isString() && level->string() == "largest")
            mapping.largestBlocks = true;
        else
            mapping.level = static_cast<int>(
                level->numberIn(static_cast<std::uint64_t>(std::max(0, format.firstBlockLevel())), 3));
    }
    return mapping;
}

StageDescription readStage(const JsonNode& node, bool stage2)
{
    StageDescription stage;
    node.onlyKeys({ "on", "granule", stage2 ? "ipa_bits" : "va_bits", "output_bits", "start_level", "ds",
        "big_endian", "tables", "mappings", "entries" });
    if (const auto on = node.find("on"))
        stage.on = on->boolean();
    stage.format = readFormat(node, stage2);
    if (const auto tables = node.find("tables"))
        stage.tables = pageAddress(*tables, kIpaBits);
    std::uint64_t entries = 0;
    if (const auto mappings = node.find("mappings"))
        mappings->elements(kMaxMappings, [&](std::size_t, const JsonNode& one) {
            const mmu::Mapping mapping = readMapping(one, stage.format);
            // The largest blocks: at most one table of each level at either end, and the blocks between.
            const int level = mapping.largestBlocks ? 2 : mapping.level;
            entries += mapping.size >> stage.format.shift(level);
            if (entries > kMaxMappedEntries)
                one.wrong(fmt::format("The mappings make more than {} table entries.", kMaxMappedEntries),
                    "Use level 1 or 2 to map blocks.");
            stage.mappings.emplace_back(mapping, one.path());
        });
    if (const auto list = node.find("entries"))
        list->elements(kMaxMappings, [&](std::size_t, const JsonNode& one) {
            const std::string_view input = stage2 ? "ipa" : "va";
            one.onlyKeys({ input, "level", "descriptor" });
            StageDescription::Entry entry;
            entry.input = one.at(input).number(stage2 ? kIpaBits : 64);
            entry.level = readLevel(one.at("level"));
            entry.descriptor = one.at("descriptor").number();
            entry.path = one.path();
            stage.entries.push_back(entry);
        });
    return stage;
}

mmu::TranslationRegisters readRawTranslation(const JsonNode& node)
{
    mmu::TranslationRegisters regs;
    node.onlyKeys({ "sctlr_el1", "tcr_el1", "ttbr0_el1", "ttbr1_el1", "mair_el1", "hcr_el2", "vtcr_el2",
        "vttbr_el2", "sctlr_el2", "tcr2_el1", "gpccr_el3" });
    for (const mmu::RegisterRow& row : mmu::kRegisterRows)
        if (const auto value = node.find(row.name))
            regs.*row.member = value->number();
    if (const auto why = mmu::notModelled(regs))
        node.wrong(why->str());
    return regs;
}

} // namespace

void readTranslation(const JsonNode& node, Scenario& scenario)
{
    node.onlyKeys({ "raw", "stage1", "stage2" });
    if (const auto raw = node.find("raw")) {
        if (node.has("stage1") || node.has("stage2"))
            raw->wrong("Either the registers are given (raw), or the stages are described, not both.");
        scenario.rawTranslation = readRawTranslation(*raw);
    }
    if (const auto stage = node.find("stage1"))
        scenario.stage1 = readStage(*stage, false);
    if (const auto stage = node.find("stage2"))
        scenario.stage2 = readStage(*stage, true);
}

} // namespace fscope::scenario
