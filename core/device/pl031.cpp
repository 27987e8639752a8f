// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/device/pl031.h"

#include "core/device/fieldrows.h"

#include <array>

namespace fscope::device {

namespace {

constexpr std::uint32_t kPeripheralId = 0x00041031; ///< part 0x031, designer 0x41, revision r1p0
constexpr const char* kSource = "Arm DDI 0224, 3.3";

constexpr std::array kStartValues = {
    arch::NamedValue { 0, FSCOPE_TR("Core", "Stopped") },
    arch::NamedValue { 1, FSCOPE_TR("Core", "Running") },
};

constexpr std::array kNumberFields = { number("VALUE", 31, 0, FSCOPE_TR("Core", "Seconds"), kSource) };
constexpr std::array kControlFields = {
    reserved(31, 1, kSource),
    flag("RTCEN", 0, FSCOPE_TR("Core", "RTC start"), kStartValues, kSource),
};
constexpr std::array kMaskFields = {
    reserved(31, 1, kSource),
    flag("RTCIMSC", 0, FSCOPE_TR("Core", "Match interrupt mask"), kEnabledValues, kSource),
};
constexpr std::array kRawFields = {
    reserved(31, 1, kSource),
    flag("RTCRIS", 0, FSCOPE_TR("Core", "Match interrupt, before the mask"), kPendingValues, kSource),
};
constexpr std::array kMaskedFields = {
    reserved(31, 1, kSource),
    flag("RTCMIS", 0, FSCOPE_TR("Core", "Match interrupt, after the mask"), kPendingValues, kSource),
};
constexpr std::array kClearFields = {
    reserved(31, 1, kSource),
    flag("RTCICR", 0, FSCOPE_TR("Core", "Match interrupt clear"), kClearValues, kSource),
};

constexpr arch::RegisterLayout kDataLayout { "RTCDR", FSCOPE_TR("Core", "Data register"), 32, kNumberFields };
constexpr arch::RegisterLayout kMatchLayout { "RTCMR", FSCOPE_TR("Core", "Match register"), 32,
    kNumberFields };
constexpr arch::RegisterLayout kLoadLayout { "RTCLR", FSCOPE_TR("Core", "Load register"), 32, kNumberFields };
constexpr arch::RegisterLayout kControlLayout { "RTCCR", FSCOPE_TR("Core", "Control register"), 32,
    kControlFields };
constexpr arch::RegisterLayout kMaskLayout { "RTCIMSC", FSCOPE_TR("Core", "Interrupt mask set or clear"), 32,
    kMaskFields };
constexpr arch::RegisterLayout kRawLayout { "RTCRIS", FSCOPE_TR("Core", "Raw interrupt status"), 32,
    kRawFields };
constexpr arch::RegisterLayout kMaskedLayout { "RTCMIS", FSCOPE_TR("Core", "Masked interrupt status"), 32,
    kMaskedFields };
constexpr arch::RegisterLayout kClearLayout { "RTCICR", FSCOPE_TR("Core", "Interrupt clear"), 32,
    kClearFields };

constexpr std::array kRegisters = {
    readWrite(Pl031::kDr, kDataLayout, true, false),
    readWrite(Pl031::kMr, kMatchLayout, true, true),
    readWrite(Pl031::kLr, kLoadLayout, true, true),
    readWrite(Pl031::kCr, kControlLayout, true, true),
    readWrite(Pl031::kImsc, kMaskLayout, true, true),
    readWrite(Pl031::kRis, kRawLayout, true, false),
    readWrite(Pl031::kMis, kMaskedLayout, true, false),
    readWrite(Pl031::kIcr, kClearLayout, false, true),
    readWrite(0xfe0, kIdLayouts[0], true, false),
    readWrite(0xfe4, kIdLayouts[1], true, false),
    readWrite(0xfe8, kIdLayouts[2], true, false),
    readWrite(0xfec, kIdLayouts[3], true, false),
    readWrite(0xff0, kIdLayouts[4], true, false),
    readWrite(0xff4, kIdLayouts[5], true, false),
    readWrite(0xff8, kIdLayouts[6], true, false),
    readWrite(0xffc, kIdLayouts[7], true, false),
};

} // namespace

std::span<const DeviceRegister> Pl031::registers() const
{
    return kRegisters;
}

std::uint32_t Pl031::peekRegister(std::uint64_t offset) const
{
    switch (offset) {
    case kDr:
        return m_data;
    case kMr:
        return m_match;
    case kLr:
        return m_load;
    case kCr:
        return m_cr;
    case kImsc:
        return m_imsc;
    case kRis:
        return m_ris;
    case kMis:
        return m_ris & m_imsc;
    default: // an offset is a number, not one of a closed set; RTCICR reads as zero
        return primeCellId(offset, kPeripheralId);
    }
}

void Pl031::writeRegister(std::uint64_t offset, std::uint32_t value)
{
    switch (offset) {
    case kMr:
        m_match = value;
        match();
        break;
    case kLr:
        m_load = value;
        m_data = value;
        match();
        break;
    case kCr: // once started, only a reset stops it
        if (m_cr == 0 && (value & 1) != 0) {
            m_cr = 1;
            match();
        }
        break;
    case kImsc:
        m_imsc = value & 1;
        break;
    case kIcr:
        m_ris &= ~value;
        break;
    default: // read-only, reserved or none
        break;
    }
}

void Pl031::match()
{
    if (m_cr != 0 && m_data == m_match)
        m_ris = 1;
}

DeviceState Pl031::save() const
{
    return { { m_data, m_match, m_load, m_cr, m_imsc, m_ris }, {} };
}

void Pl031::restore(const DeviceState& state)
{
    std::uint32_t* const registers[] = { &m_data, &m_match, &m_load, &m_cr, &m_imsc, &m_ris };
    for (std::size_t i = 0; i < std::size(registers); ++i)
        *registers[i] = i < state.words.size() ? static_cast<std::uint32_t>(state.words[i]) : 0;
}

} // namespace fscope::device
