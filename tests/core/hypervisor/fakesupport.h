// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "core/base/bytes.h"
#include "core/base/hex.h"
#include "core/hypervisor/support.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace fscope::test {

/// A guest of a few lines: what lies where is set by the test, and each question is written down.
class FakeSupport final : public hypervisor::InterceptSupport
{
public:
    using AccessKind = mmu::AccessKind;

    a64::CpuState state;
    std::uint64_t vaToIpa = 0;              ///< added to each VA
    std::set<std::uint64_t> untranslated;   ///< VA pages
    std::optional<std::uint64_t> hostEvent; ///< of a failed translation
    std::function<hypervisor::Target(std::uint64_t ipa, AccessKind kind)> targetOf
        = [](std::uint64_t, AccessKind) { return hypervisor::Target::Device; };
    bool deniesExecute = true; ///< of Target::Protected
    std::function<std::uint8_t(std::uint64_t ipa)> byteAt
        = [](std::uint64_t) { return std::uint8_t { 0x5a }; };
    std::function<bool(std::uint64_t ipa)> memoryWorks = [](std::uint64_t) { return true; };
    unsigned width = 8;
    std::vector<std::string> log; ///< "tr 0x10020 r", "check 0x1010020 r", "dev r 0x1010020+4", …

    a64::CpuState& cpu() override { return state; }

    tl::expected<Ipa, hypervisor::TranslationFailure> translate(
        Va va, const mmu::Access& access, hypervisor::StepObserver*) override
    {
        log.push_back("tr " + hex(va) + " " + letter(access.kind));
        if (untranslated.count(va.value & ~std::uint64_t { 0xfff }) != 0)
            return tl::unexpected(hypervisor::TranslationFailure { {}, hostEvent });
        return Ipa(va.value + vaToIpa);
    }
    Check check(Ipa ipa, AccessKind kind, unsigned, hypervisor::StepObserver*) override
    {
        log.push_back("check " + hex(ipa) + " " + letter(kind));
        Check out;
        out.target = targetOf(ipa.value, kind);
        out.deniesExecute = deniesExecute;
        out.allowed = out.target != hypervisor::Target::Protected
            && !(out.target == hypervisor::Target::Rom && kind == AccessKind::Write);
        return out;
    }
    bool readMemory(Ipa ipa, unsigned size, U128& value, hypervisor::StepObserver*) override
    {
        return memoryWorks(ipa.value) && read("ram", ipa, size, value);
    }
    bool writeMemory(Ipa ipa, unsigned size, U128 value, hypervisor::StepObserver*) override
    {
        return memoryWorks(ipa.value) && write("ram", ipa, size, value);
    }
    bool readDevice(Ipa ipa, unsigned size, U128& value, hypervisor::StepObserver*) override
    {
        return read("dev", ipa, size, value);
    }
    bool writeDevice(Ipa ipa, unsigned size, U128 value, hypervisor::StepObserver*) override
    {
        return write("dev", ipa, size, value);
    }
    unsigned deviceWidth(Ipa) const override { return width; }

    std::string logText() const
    {
        std::string text;
        for (const std::string& entry : log)
            text += (text.empty() ? "" : "; ") + entry;
        return text;
    }

private:
    static std::string letter(AccessKind kind)
    {
        return kind == AccessKind::Read ? "r" : kind == AccessKind::Write ? "w" : "x";
    }
    bool read(const char* what, Ipa ipa, unsigned size, U128& value)
    {
        value = {};
        for (unsigned i = 0; i < size; ++i)
            (i < 8 ? value.lo : value.hi) |= std::uint64_t { byteAt(ipa.value + i) } << (i % 8 * 8);
        log.push_back(std::string(what) + " r " + hex(ipa) + "+" + std::to_string(size));
        return true;
    }
    bool write(const char* what, Ipa ipa, unsigned size, U128 value)
    {
        std::array<std::uint8_t, 16> bytes {};
        storeLe(bytes.data(), value.lo, 8);
        storeLe(bytes.data() + 8, value.hi, 8);
        log.push_back(std::string(what) + " w " + hex(ipa) + " " + hexBytes(bytes.data(), size));
        return true;
    }
};

} // namespace fscope::test
