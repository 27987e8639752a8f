// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "tests/core/mmu/referencewalker.h"

/// The small functions of the pseudocode that the reference walker calls. Granules are log2 of their size.
namespace fscope::reference {

enum class Kind { Invalid, Table, Leaf };

std::uint64_t reversed(std::uint64_t value);
unsigned addrTop(bool tbi, bool tbid, bool fetch);         // AddrTop
bool txszFaults(unsigned granule, bool ds, unsigned txsz); // AArch64.S1TxSZFaults
int stage1StartLevel(unsigned granule, unsigned iasize);   // AArch64.S1StartLevel
std::optional<int> stage2StartLevel(
    unsigned granule, bool ds, unsigned sl0, unsigned sl2);           // S2StartLevel, S2InvalidSL
bool inconsistentStart(unsigned granule, unsigned iasize, int start); // AArch64.S2InconsistentSL
unsigned translationSize(unsigned granule, int level);                // TranslationSize
/// @param iasize  at the start level the size of the input address, else any larger number
std::uint64_t tableIndex(std::uint64_t input, unsigned granule, int level, unsigned iasize); // TTEntryAddress
std::uint64_t tableBase(
    std::uint64_t ttbr, unsigned granule, bool ds, unsigned ps, unsigned iasize, int start); // TTBaseAddress
bool outOfRange(std::uint64_t address, unsigned granule, bool ds, unsigned ps);              // OAOutOfRange
Kind kindOf(std::uint64_t descriptor, unsigned granule, bool ds, int level); // DecodeDescriptorType
std::uint64_t descriptorAddress(
    std::uint64_t descriptor, unsigned granule, bool ds, unsigned lowest); // LeafBase
bool contiguousBit(std::uint64_t descriptor, unsigned granule, int level);
void applyTable(std::uint64_t descriptor, bool hasUnprivileged, bool nv1, unsigned& apTable, bool& uxnTable,
    bool& pxnTable); // S1ApplyTablePerms

MemoryType normal(Cacheability both, unsigned shareability);
MemoryType decodeMair(unsigned mair, unsigned shareability, bool cacheable); // S1DecodeMemAttrs
MemoryType combinedType(
    MemoryType stage1, unsigned attr, unsigned shareability, bool uncached); // S2CombineS1MemAttrs
MemoryType forcedType(
    MemoryType stage1, unsigned attr, unsigned shareability, bool uncached); // S2ApplyFWBMemAttrs

} // namespace fscope::reference
