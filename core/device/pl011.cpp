// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/device/pl011.h"

#include "core/base/bits.h"

#include <algorithm>

namespace fscope::device {

namespace {

// UARTRSR: FE, PE, BE are DR bits 10:8 shifted down; OE is bit 3.
constexpr std::uint32_t kRsrOverrun = 1U << 3;
constexpr std::uint32_t kDrOverrun = 1U << 11;

constexpr std::uint32_t kLcrFen = 1U << 4;

constexpr std::uint32_t kCrUarten = 1U << 0;
constexpr std::uint32_t kCrLbe = 1U << 7;
constexpr std::uint32_t kCrTxe = 1U << 8;
constexpr std::uint32_t kCrRxe = 1U << 9;
constexpr std::uint32_t kCrCtsen = 1U << 15;
// Modem outputs in UARTCR.
constexpr unsigned kCrDtr = 10;
constexpr unsigned kCrRts = 11;
constexpr unsigned kCrOut1 = 12;
constexpr unsigned kCrOut2 = 13;

constexpr std::uint32_t kFrCts = 1U << 0;
constexpr std::uint32_t kFrDsr = 1U << 1;
constexpr std::uint32_t kFrDcd = 1U << 2;
constexpr std::uint32_t kFrBusy = 1U << 3;
constexpr std::uint32_t kFrRxfe = 1U << 4;
constexpr std::uint32_t kFrTxff = 1U << 5;
constexpr std::uint32_t kFrRxff = 1U << 6;
constexpr std::uint32_t kFrTxfe = 1U << 7;
constexpr std::uint32_t kFrRi = 1U << 8;

constexpr std::uint32_t kAllInterrupts = 0x7ff;
constexpr std::uint32_t kPeripheralId = 0x00341011; ///< part 0x011, designer 0x41, revision r1p5

/// Bits that a register keeps of what is written to it.
constexpr std::uint32_t kCrMask = 0xff87;
constexpr std::uint32_t kLcrMask = 0xff;
constexpr std::uint32_t kIflsMask = 0x3f;
constexpr std::uint32_t kDmacrMask = 0x7;

/// Characters at which the receive interrupt rises, and at or below which the transmit interrupt does
/// (UARTIFLS).
constexpr std::array<unsigned, 8> kReceiveLevel = { 2, 4, 8, 12, 14, 14, 14, 14 };
constexpr std::array<unsigned, 8> kTransmitLevel = { 2, 4, 8, 12, 14, 14, 14, 14 };

/// What one modem input is: its place in FR, the output that loops back to it, the interrupt its change
/// raises.
struct ModemLine {
    std::uint32_t flag;
    unsigned controlBit;
    std::uint32_t interrupt;
};
constexpr std::array kModemLines = {
    ModemLine { kFrCts, kCrRts, Pl011::kCts },
    ModemLine { kFrDsr, kCrDtr, Pl011::kDsr },
    ModemLine { kFrDcd, kCrOut1, Pl011::kDcd },
    ModemLine { kFrRi, kCrOut2, Pl011::kRi },
};

} // namespace

std::uint16_t Pl011::Fifo::pop()
{
    const std::uint16_t first = entries[0];
    std::copy(entries.begin() + 1, entries.end(), entries.begin());
    entries.back() = 0;
    --count;
    return first;
}

Pl011 Pl011::handedOver()
{
    Pl011 uart;
    uart.m_lcrH = 0x70; // WLEN 8, FEN
    uart.m_cr |= kCrUarten;
    return uart;
}

unsigned Pl011::depth() const
{
    return (m_lcrH & kLcrFen) != 0 ? kFifoSize : 1;
}

bool Pl011::transmitting() const
{
    constexpr std::uint32_t kNeeded = kCrUarten | kCrTxe;
    if ((m_cr & kNeeded) != kNeeded)
        return false;
    return (m_cr & kCrCtsen) == 0 || (modemInputs() & kFrCts) != 0;
}

std::uint32_t Pl011::modemInputs() const
{
    if ((m_cr & kCrLbe) == 0)
        return 0;
    std::uint32_t inputs = 0;
    for (const ModemLine& line : kModemLines)
        inputs |= bit(m_cr, line.controlBit) ? line.flag : 0;
    return inputs;
}

std::uint32_t Pl011::flags() const
{
    std::uint32_t value = modemInputs();
    value |= m_rx.count == 0 ? kFrRxfe : 0;
    value |= m_rx.count >= depth() ? kFrRxff : 0;
    value |= m_tx.count == 0 ? kFrTxfe : kFrBusy;
    value |= m_tx.count >= depth() ? kFrTxff : 0;
    return value;
}

void Pl011::transmitWaiting()
{
    if (!transmitting() || m_tx.count == 0)
        return;
    while (m_tx.count != 0) {
        const std::uint16_t character = m_tx.pop() & 0xffU;
        if ((m_cr & kCrLbe) != 0)
            receive(character);
        else
            m_output.push_back(static_cast<char>(character));
    }
    // The FIFO has just fallen to its level, which is what raises the interrupt (DDI 0183, 2.8.2): zero is
    // below each.
    m_ris |= kTx;
}

void Pl011::inject(std::string_view bytes, std::uint16_t errors)
{
    for (const char c : bytes)
        receive(static_cast<std::uint16_t>(static_cast<unsigned char>(c) | (errors & 0x700U)));
}

void Pl011::receive(std::uint16_t entry)
{
    constexpr std::uint32_t kNeeded = kCrUarten | kCrRxe;
    if ((m_cr & kNeeded) != kNeeded)
        return;
    if (m_rx.count >= depth()) {
        m_overrun = true;
        m_rsr |= kRsrOverrun;
        m_ris |= kOe;
        return;
    }
    m_overrun = false;
    m_rx.push(entry);
    // FE, PE and BE stand in the same order in DR (8 to 10) and in RIS (7 to 9).
    m_ris |= (entry & 0x700U) >> 1;
    m_ris |= (m_lcrH & kLcrFen) != 0 ? kRt : 0;
    updateReceiveLevel();
}

void Pl011::updateReceiveLevel()
{
    const unsigned level = (m_lcrH & kLcrFen) != 0 ? kReceiveLevel[bits(m_ifls, 5, 3)] : 1;
    if (m_rx.count >= level)
        m_ris |= kRx;
    else
        m_ris &= ~kRx;
    if (m_rx.count == 0)
        m_ris &= ~kRt;
}

std::uint32_t Pl011::readRegister(std::uint64_t offset)
{
    if (offset != kDr)
        return peekRegister(offset);
    const std::uint32_t value = peekRegister(kDr);
    if (m_rx.count != 0) {
        m_rsr = (m_rsr & kRsrOverrun) | ((value >> 8) & 0x7);
        m_rx.pop();
        updateReceiveLevel();
    }
    return value;
}

std::uint32_t Pl011::peekRegister(std::uint64_t offset) const
{
    switch (offset) {
    case kDr:
        return (m_rx.count == 0 ? 0U : m_rx.entries[0]) | (m_overrun ? kDrOverrun : 0);
    case kRsr:
        return m_rsr;
    case kFr:
        return flags();
    case kIlpr:
        return m_ilpr;
    case kIbrd:
        return m_ibrd;
    case kFbrd:
        return m_fbrd;
    case kLcrH:
        return m_lcrH;
    case kCr:
        return m_cr;
    case kIfls:
        return m_ifls;
    case kImsc:
        return m_imsc;
    case kRis:
        return m_ris;
    case kMis:
        return m_ris & m_imsc;
    case kDmacr:
        return m_dmacr;
    default: // an offset is a number, not one of a closed set; UARTICR reads as zero
        return primeCellId(offset, kPeripheralId);
    }
}

void Pl011::writeRegister(std::uint64_t offset, std::uint32_t value)
{
    switch (offset) {
    case kDr:
        if (m_tx.count < depth())
            m_tx.push(value & 0xff);
        if (m_tx.count > ((m_lcrH & kLcrFen) != 0 ? kTransmitLevel[bits(m_ifls, 2, 0)] : 0))
            m_ris &= ~kTx;
        transmitWaiting();
        break;
    case kRsr: // UARTECR: any value
        m_rsr = 0;
        break;
    case kIlpr:
        m_ilpr = value & 0xff;
        break;
    case kIbrd:
        m_ibrd = value & 0xffff;
        break;
    case kFbrd:
        m_fbrd = value & 0x3f;
        break;
    case kLcrH:
        writeLineControl(value & kLcrMask);
        break;
    case kCr:
        writeControl(value & kCrMask);
        break;
    case kIfls:
        m_ifls = value & kIflsMask;
        updateReceiveLevel();
        break;
    case kImsc:
        m_imsc = value & kAllInterrupts;
        break;
    case kIcr:
        m_ris &= ~(value & kAllInterrupts);
        break;
    case kDmacr:
        m_dmacr = value & kDmacrMask;
        break;
    default: // read-only, reserved or none
        break;
    }
}

void Pl011::writeLineControl(std::uint32_t value)
{
    const bool changesDepth = ((value ^ m_lcrH) & kLcrFen) != 0;
    m_lcrH = value;
    if (!changesDepth)
        return;
    // Turning the FIFOs on or off flushes them, which drivers use to do just that.
    m_rx = {};
    m_tx = {};
    updateReceiveLevel();
}

void Pl011::writeControl(std::uint32_t value)
{
    const std::uint32_t before = modemInputs();
    m_cr = value;
    const std::uint32_t changed = before ^ modemInputs();
    for (const ModemLine& line : kModemLines)
        m_ris |= (changed & line.flag) != 0 ? line.interrupt : 0;
    transmitWaiting();
}

DeviceState Pl011::save() const
{
    DeviceState state;
    state.words = { m_rsr, m_ilpr, m_ibrd, m_fbrd, m_lcrH, m_cr, m_ifls, m_imsc, m_ris, m_dmacr, m_overrun,
        m_rx.count, m_tx.count };
    state.words.insert(state.words.end(), m_rx.entries.begin(), m_rx.entries.end());
    state.words.insert(state.words.end(), m_tx.entries.begin(), m_tx.entries.end());
    state.output = m_output;
    return state;
}

void Pl011::restore(const DeviceState& state)
{
    // A saved state may come from a file: missing words are zero and counts are kept in range.
    const auto word = [&](std::size_t i) {
        return i < state.words.size() ? static_cast<std::uint32_t>(state.words[i]) : 0U;
    };
    std::uint32_t* const registers[]
        = { &m_rsr, &m_ilpr, &m_ibrd, &m_fbrd, &m_lcrH, &m_cr, &m_ifls, &m_imsc, &m_ris, &m_dmacr };
    std::size_t i = 0;
    for (std::uint32_t* reg : registers)
        *reg = word(i++);
    m_overrun = word(i++) != 0;
    m_rx.count = std::min(word(i++), std::uint32_t { kFifoSize });
    m_tx.count = std::min(word(i++), std::uint32_t { kFifoSize });
    for (Fifo* fifo : { &m_rx, &m_tx }) {
        for (std::uint16_t& entry : fifo->entries)
            entry = static_cast<std::uint16_t>(word(i++));
    }
    m_output = state.output;
}

std::span<const DeviceRegister> Pl011::registers() const
{
    return pl011Registers();
}

} // namespace fscope::device
