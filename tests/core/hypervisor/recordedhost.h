// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/base/hex.h"
#include "core/hypervisor/support.h"
#include "tests/core/a64/recordedcase.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

namespace fscope::test {

/// Answers as the host of one line of openvmm.jsonl did, and writes down what it was asked, in the form of
/// `out.log`.
class RecordedHost final : public hypervisor::InterceptSupport
{
public:
    using Json = nlohmann::json;
    static constexpr std::uint64_t kCodePage = 0x40c0de000;

    explicit RecordedHost(const Json& line)
        : m_in(line.at("in"))
        , m_seed(hexNumber(line.at("seed")))
        , m_word(static_cast<std::uint32_t>(hexNumber(line.at("insn"))))
        , m_pc(hexNumber(line.at("pc")))
        , m_windowVa(hexNumber(line.at("win_va")))
        , m_tbi(line.value("tbi", false))
    {
        for (const Json& page : line.at("win_ipa"))
            m_windowIpa.push_back(hexNumber(page));
        m_cpu = stateBefore(line).cpu;
        m_cpu.pstate = hexNumber(m_in.at("spsr"));
    }

    std::vector<Json> log;

    hypervisor::Intercept intercept() const
    {
        hypervisor::Intercept out;
        out.esr = hexNumber(m_in.at("esr"));
        out.pc = m_pc;
        out.pstate = m_cpu.pstate;
        out.hpfarValid = false;
        if (m_in.contains("gpa"))
            out.ipa = Ipa(hexNumber(m_in["gpa"]));
        out.instructionByteCount = m_in.value("bytes", std::uint8_t { 0 });
        if (out.instructionByteCount != 0)
            storeLe(out.instructionBytes.data(), m_word, 4);
        if (m_in.contains("init")) {
            const Json& init = m_in["init"];
            out.initialTranslation = { Va(hexNumber(init[0])), Ipa(hexNumber(init[1])), kindOf(init[2]) };
        }
        out.interruptionPending = m_in.value("pending", false);
        return out;
    }

    /// RAM that was changed: guest physical address to byte.
    std::map<std::uint64_t, std::uint8_t> changedRam() const
    {
        std::map<std::uint64_t, std::uint8_t> out;
        for (const auto& [gpa, byte] : m_ram) {
            if (byte != initialByte(gpa))
                out[gpa] = byte;
        }
        return out;
    }

    a64::CpuState& cpu() override { return m_cpu; }

    tl::expected<Ipa, hypervisor::TranslationFailure> translate(
        Va va, const mmu::Access& access, hypervisor::StepObserver*) override
    {
        const std::string kind = kindName(access.kind);
        const std::uint64_t address = m_tbi ? signExtend(va.value, 56) : va.value;
        const std::uint64_t page = address & ~std::uint64_t { 0xfff };
        Json name;
        std::uint64_t gpa = 0;
        if (page - m_windowVa < 0x3000) {
            name = (page - m_windowVa) / 0x1000;
            gpa = m_windowIpa[(page - m_windowVa) / 0x1000] + (address & 0xfff);
        } else if (page == (m_pc & ~std::uint64_t { 0xfff })) {
            name = "code";
            gpa = kCodePage + (address & 0xfff);
        } else {
            return refuse(va, kind, access.kind == mmu::AccessKind::Write ? 0x96000046 : 0x96000006);
        }
        if (m_in.contains("fault")) {
            const Json& fault = m_in["fault"];
            const auto& pages = fault.at("pages");
            if (fault.at("modes").get<std::string>().find(kind) != std::string::npos
                && std::find(pages.begin(), pages.end(), name) != pages.end()) {
                // Codes that the wrapper does not know lose the event (FORMAT-openvmm.md, the
                // reference's 8.6).
                const unsigned code = fault.at("code");
                std::optional<std::uint64_t> event;
                if (fault.contains("event") && code >= 1 && code <= 9)
                    event = hexNumber(fault["event"]);
                return refuse(va, kind, event);
            }
        }
        log.push_back({ "tr", hex(va), kind, hex(gpa) });
        if (m_in.contains("overlay") && kind == "w") {
            const Json& pages = m_in["overlay"];
            if (std::find(pages.begin(), pages.end(), name) != pages.end())
                return tl::unexpected(hypervisor::TranslationFailure {});
        }
        return Ipa(gpa);
    }

    Check check(Ipa ipa, mmu::AccessKind kind, unsigned, hypervisor::StepObserver*) override
    {
        Check out;
        const std::string letter = kindName(kind);
        if (m_in.contains("vtl")
            && m_in["vtl"].at("deny").get<std::string>().find(letter) != std::string::npos) {
            constexpr unsigned kExecute = 4 | 8;
            log.push_back({ "vtl", hex(ipa), letter, false });
            out.target = hypervisor::Target::Protected;
            out.allowed = false;
            out.deniesExecute = (hexNumber(m_in["vtl"].at("flags")) & kExecute) != 0;
            return out;
        }
        log.push_back({ "vtl", hex(ipa), letter, true });
        const bool write = kind == mmu::AccessKind::Write;
        const bool mapped = isRam(ipa.value, write);
        log.push_back({ "map", hex(ipa), write ? "w" : "r", mapped });
        out.target = mapped ? hypervisor::Target::Ram : hypervisor::Target::Device;
        return out;
    }

    bool readMemory(Ipa ipa, unsigned size, U128& value, hypervisor::StepObserver*) override
    {
        if (!allRam(ipa, size, false)) {
            log.push_back({ "ram", "r", hex(ipa), nullptr, size });
            return false;
        }
        value = bytesAt(ipa, size);
        log.push_back({ "ram", "r", hex(ipa), text(value, size) });
        return true;
    }
    bool writeMemory(Ipa ipa, unsigned size, U128 value, hypervisor::StepObserver*) override
    {
        if (!allRam(ipa, size, true)) {
            log.push_back({ "ram", "w", hex(ipa), nullptr, size });
            return false;
        }
        for (unsigned i = 0; i < size; ++i)
            m_ram[ipa.value + i] = static_cast<std::uint8_t>((i < 8 ? value.lo : value.hi) >> (i % 8 * 8));
        log.push_back({ "ram", "w", hex(ipa), text(value, size) });
        return true;
    }
    bool readDevice(Ipa ipa, unsigned size, U128& value, hypervisor::StepObserver*) override
    {
        value = {};
        for (unsigned i = 0; i < size; ++i)
            (i < 8 ? value.lo : value.hi) |= std::uint64_t { initialByte(ipa.value + i) } << (i % 8 * 8);
        log.push_back({ "dev", "r", hex(ipa), text(value, size) });
        return true;
    }
    bool writeDevice(Ipa ipa, unsigned size, U128 value, hypervisor::StepObserver*) override
    {
        log.push_back({ "dev", "w", hex(ipa), text(value, size) });
        return true;
    }

private:
    static mmu::AccessKind kindOf(const std::string& letter)
    {
        return letter == "r" ? mmu::AccessKind::Read
            : letter == "w"  ? mmu::AccessKind::Write
                             : mmu::AccessKind::Execute;
    }
    static std::string kindName(mmu::AccessKind kind)
    {
        return kind == mmu::AccessKind::Read ? "r" : kind == mmu::AccessKind::Write ? "w" : "x";
    }
    static std::string text(U128 value, unsigned size)
    {
        std::array<std::uint8_t, 16> bytes {};
        storeLe(bytes.data(), value.lo, 8);
        storeLe(bytes.data() + 8, value.hi, 8);
        return hexBytes(bytes.data(), size);
    }
    tl::unexpected<hypervisor::TranslationFailure> refuse(
        Va va, const std::string& kind, std::optional<std::uint64_t> event)
    {
        log.push_back({ "tr", hex(va), kind, nullptr });
        return tl::unexpected(hypervisor::TranslationFailure { {}, event });
    }

    std::uint8_t initialByte(std::uint64_t gpa) const
    {
        const std::uint64_t word = kCodePage + (m_pc & 0xfff);
        if (gpa - word < 4)
            return static_cast<std::uint8_t>(m_word >> ((gpa - word) * 8));
        for (std::size_t j = 0; j < m_windowIpa.size(); ++j) {
            const std::uint64_t offset = gpa - m_windowIpa[j];
            if (offset < 0x1000)
                return static_cast<std::uint8_t>(
                    splitmix(m_seed, 0x1000 + (j * 0x1000 + offset) / 8) >> (offset % 8 * 8));
        }
        return static_cast<std::uint8_t>(splitmix(m_seed, 0x4000000000000000 + gpa / 8) >> (gpa % 8 * 8));
    }
    U128 bytesAt(Ipa ipa, unsigned size) const
    {
        U128 value;
        for (unsigned i = 0; i < size; ++i) {
            const auto changed = m_ram.find(ipa.value + i);
            const std::uint64_t byte = changed != m_ram.end() ? changed->second : initialByte(ipa.value + i);
            (i < 8 ? value.lo : value.hi) |= byte << (i % 8 * 8);
        }
        return value;
    }
    bool isRam(std::uint64_t gpa, bool write) const
    {
        const auto of
            = [&](const std::string& back) { return back == "ram" || back == (write ? "wom" : "rom"); };
        for (std::size_t j = 0; j < m_windowIpa.size(); ++j) {
            if (gpa - m_windowIpa[j] < 0x1000)
                return of(m_in.at("back").at(j));
        }
        if (gpa - kCodePage < 0x1000)
            return of(m_in.at("code"));
        if (!m_in.value("after", false))
            return false;
        return std::any_of(m_windowIpa.begin(), m_windowIpa.end(),
            [&](std::uint64_t page) { return gpa - (page + 0x1000) < 0x1000; });
    }
    bool allRam(Ipa ipa, unsigned size, bool write) const
    {
        for (unsigned i = 0; i < size; ++i) {
            if (!isRam(ipa.value + i, write))
                return false;
        }
        return true;
    }

    const Json& m_in;
    std::uint64_t m_seed;
    std::uint32_t m_word;
    std::uint64_t m_pc;
    std::uint64_t m_windowVa;
    bool m_tbi;
    std::vector<std::uint64_t> m_windowIpa;
    a64::CpuState m_cpu;
    std::map<std::uint64_t, std::uint8_t> m_ram; ///< bytes written
};

} // namespace fscope::test
