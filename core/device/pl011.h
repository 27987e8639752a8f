// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include "core/device/apb32device.h"

#include <array>
#include <string_view>

namespace fscope::device {

/// The PrimeCell UART (PL011, revision r1p5) of Arm DDI 0183.
///
/// There is no clock: a character that may be transmitted is transmitted at once, so the transmit FIFO
/// empties as it is filled. Choices where that, or the manual, leaves room:
/// - while the UART or its transmitter is disabled, or CTSEN waits for a CTS that never comes, characters
/// wait in the
///   transmit FIFO, are lost once that is full, and leave when they may;
/// - received characters come from inject() only; while the UART or its receiver is disabled they are lost;
/// - the receive timeout (32 bit periods of silence) has passed as soon as inject() returns with characters
/// in the FIFO;
/// - with loopback on, what is transmitted is received and does not reach the outside;
/// - modem inputs are inactive, except in loopback, where they follow the modem outputs;
/// - IrDA (SIREN) is remembered and has no effect, as have the baud rate, the word format and DMA.
class Pl011 final : public Apb32Device
{
public:
    static constexpr std::uint64_t kDr = 0x000;
    static constexpr std::uint64_t kRsr = 0x004;
    static constexpr std::uint64_t kFr = 0x018;
    static constexpr std::uint64_t kIlpr = 0x020;
    static constexpr std::uint64_t kIbrd = 0x024;
    static constexpr std::uint64_t kFbrd = 0x028;
    static constexpr std::uint64_t kLcrH = 0x02c;
    static constexpr std::uint64_t kCr = 0x030;
    static constexpr std::uint64_t kIfls = 0x034;
    static constexpr std::uint64_t kImsc = 0x038;
    static constexpr std::uint64_t kRis = 0x03c;
    static constexpr std::uint64_t kMis = 0x040;
    static constexpr std::uint64_t kIcr = 0x044;
    static constexpr std::uint64_t kDmacr = 0x048;

    // Bits of IMSC, RIS, MIS and ICR.
    static constexpr std::uint32_t kRi = 1U << 0;
    static constexpr std::uint32_t kCts = 1U << 1;
    static constexpr std::uint32_t kDcd = 1U << 2;
    static constexpr std::uint32_t kDsr = 1U << 3;
    static constexpr std::uint32_t kRx = 1U << 4;
    static constexpr std::uint32_t kTx = 1U << 5;
    static constexpr std::uint32_t kRt = 1U << 6;
    static constexpr std::uint32_t kFe = 1U << 7;
    static constexpr std::uint32_t kPe = 1U << 8;
    static constexpr std::uint32_t kBe = 1U << 9;
    static constexpr std::uint32_t kOe = 1U << 10;
    // Errors that arrive with a character: bits 10:8 of DR.
    static constexpr std::uint16_t kFramingError = 1U << 8;
    static constexpr std::uint16_t kParityError = 1U << 9;
    static constexpr std::uint16_t kBreakError = 1U << 10;

    /// As after reset: disabled.
    Pl011() = default;
    /// As firmware hands it to a guest: enabled, 8N1 with FIFOs. What makeDevice("pl011") makes.
    static Pl011 handedOver();

    /// Characters arrive on the line, each with the given error bits.
    void inject(std::string_view bytes, std::uint16_t errors = 0);
    /// The level of the combined interrupt output (UARTINTR).
    bool interrupt() const { return (m_ris & m_imsc) != 0; }

    const char* model() const override { return "PL011"; }
    std::span<const DeviceRegister> registers() const override;
    DeviceState save() const override;
    void restore(const DeviceState& state) override;
    std::unique_ptr<Device> clone() const override { return std::make_unique<Pl011>(*this); }

protected:
    std::uint32_t readRegister(std::uint64_t offset) override;
    void writeRegister(std::uint64_t offset, std::uint32_t value) override;
    std::uint32_t peekRegister(std::uint64_t offset) const override;

private:
    static constexpr unsigned kFifoSize = 16;
    /// One direction's characters, oldest first; entries of the receive side have error bits as in DR.
    struct Fifo {
        std::array<std::uint16_t, kFifoSize> entries {};
        std::uint32_t count = 0;
        void push(std::uint16_t entry) { entries[count++] = entry; }
        std::uint16_t pop();
    };

    unsigned depth() const;
    bool transmitting() const;
    std::uint32_t flags() const;
    std::uint32_t modemInputs() const;
    void transmitWaiting();
    void receive(std::uint16_t entry);
    void updateReceiveLevel();
    void writeLineControl(std::uint32_t value);
    void writeControl(std::uint32_t value);

    Fifo m_rx;
    Fifo m_tx;
    bool m_overrun = false;  ///< shown in DR.OE until a character finds room again
    std::uint32_t m_rsr = 0; ///< errors of the character read last, and OE
    std::uint32_t m_ilpr = 0;
    std::uint32_t m_ibrd = 0;
    std::uint32_t m_fbrd = 0;
    std::uint32_t m_lcrH = 0;
    std::uint32_t m_cr = 0x300;  ///< RXE and TXE
    std::uint32_t m_ifls = 0x12; ///< both at half full
    std::uint32_t m_imsc = 0;
    std::uint32_t m_ris = 0;
    std::uint32_t m_dmacr = 0;
    std::string m_output;
};

/// The registers of the PL011 with their fields (Arm DDI 0183, chapter 3), for Pl011::registers().
std::span<const DeviceRegister> pl011Registers();

} // namespace fscope::device
