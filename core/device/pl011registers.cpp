// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/device/fieldrows.h"
#include "core/device/pl011.h"

#include <array>

namespace fscope::device {

namespace {

using arch::NamedValue;

constexpr std::array kErrorValues = {
    NamedValue { 0, FSCOPE_TR("Core", "No error") },
    NamedValue { 1, FSCOPE_TR("Core", "Error") },
};
constexpr std::array kNoYesValues = {
    NamedValue { 0, FSCOPE_TR("Core", "No") },
    NamedValue { 1, FSCOPE_TR("Core", "Yes") },
};
constexpr std::array kActiveValues = {
    NamedValue { 0, FSCOPE_TR("Core", "Inactive") },
    NamedValue { 1, FSCOPE_TR("Core", "Active") },
};
constexpr std::array kParityValues = {
    NamedValue { 0, FSCOPE_TR("Core", "Odd parity") },
    NamedValue { 1, FSCOPE_TR("Core", "Even parity") },
};
constexpr std::array kStopValues = {
    NamedValue { 0, FSCOPE_TR("Core", "One stop bit") },
    NamedValue { 1, FSCOPE_TR("Core", "Two stop bits") },
};
constexpr std::array kFifoValues = {
    NamedValue { 0, FSCOPE_TR("Core", "Off: one character deep") },
    NamedValue { 1, FSCOPE_TR("Core", "On: 16 characters deep") },
};
constexpr std::array kWordValues = {
    NamedValue { 0, FSCOPE_TR("Core", "5 bits") },
    NamedValue { 1, FSCOPE_TR("Core", "6 bits") },
    NamedValue { 2, FSCOPE_TR("Core", "7 bits") },
    NamedValue { 3, FSCOPE_TR("Core", "8 bits") },
};
constexpr std::array kLevelValues = {
    NamedValue { 0, FSCOPE_TR("Core", "1/8 full") },
    NamedValue { 1, FSCOPE_TR("Core", "1/4 full") },
    NamedValue { 2, FSCOPE_TR("Core", "1/2 full") },
    NamedValue { 3, FSCOPE_TR("Core", "3/4 full") },
    NamedValue { 4, FSCOPE_TR("Core", "7/8 full") },
    NamedValue { 5, FSCOPE_TR("Core", "Reserved") },
    NamedValue { 6, FSCOPE_TR("Core", "Reserved") },
    NamedValue { 7, FSCOPE_TR("Core", "Reserved") },
};

constexpr const char* kDrSource = "Arm DDI 0183, 3.3.1";
constexpr std::array kDrFields = {
    reserved(31, 12, kDrSource),
    flag("OE", 11, FSCOPE_TR("Core", "Overrun error: a character came while the receive FIFO was full"),
        kErrorValues, kDrSource),
    flag("BE", 10, FSCOPE_TR("Core", "Break error: the line was held low for longer than a character"),
        kErrorValues, kDrSource),
    flag("PE", 9, FSCOPE_TR("Core", "Parity error"), kErrorValues, kDrSource),
    flag("FE", 8, FSCOPE_TR("Core", "Framing error: no valid stop bit"), kErrorValues, kDrSource),
    number("DATA", 7, 0, FSCOPE_TR("Core", "Character received, or to be transmitted"), kDrSource),
};

constexpr const char* kRsrSource = "Arm DDI 0183, 3.3.2";
constexpr std::array kRsrFields = {
    reserved(31, 4, kRsrSource),
    flag("OE", 3, FSCOPE_TR("Core", "Overrun error, until cleared by a write"), kErrorValues, kRsrSource),
    flag("BE", 2, FSCOPE_TR("Core", "Break error of the character read last"), kErrorValues, kRsrSource),
    flag("PE", 1, FSCOPE_TR("Core", "Parity error of the character read last"), kErrorValues, kRsrSource),
    flag("FE", 0, FSCOPE_TR("Core", "Framing error of the character read last"), kErrorValues, kRsrSource),
};

constexpr const char* kFrSource = "Arm DDI 0183, 3.3.3";
constexpr std::array kFrFields = {
    reserved(31, 9, kFrSource),
    flag("RI", 8, FSCOPE_TR("Core", "Ring indicator"), kActiveValues, kFrSource),
    flag("TXFE", 7, FSCOPE_TR("Core", "Transmit FIFO empty"), kNoYesValues, kFrSource),
    flag("RXFF", 6, FSCOPE_TR("Core", "Receive FIFO full"), kNoYesValues, kFrSource),
    flag("TXFF", 5, FSCOPE_TR("Core", "Transmit FIFO full"), kNoYesValues, kFrSource),
    flag("RXFE", 4, FSCOPE_TR("Core", "Receive FIFO empty"), kNoYesValues, kFrSource),
    flag("BUSY", 3, FSCOPE_TR("Core", "Transmitting, or characters are waiting"), kNoYesValues, kFrSource),
    flag("DCD", 2, FSCOPE_TR("Core", "Data carrier detect"), kActiveValues, kFrSource),
    flag("DSR", 1, FSCOPE_TR("Core", "Data set ready"), kActiveValues, kFrSource),
    flag("CTS", 0, FSCOPE_TR("Core", "Clear to send"), kActiveValues, kFrSource),
};

constexpr const char* kIlprSource = "Arm DDI 0183, 3.3.4";
constexpr std::array kIlprFields = {
    reserved(31, 8, kIlprSource),
    number("ILPDVSR", 7, 0, FSCOPE_TR("Core", "Divisor of the IrDA low-power clock"), kIlprSource),
};
constexpr const char* kIbrdSource = "Arm DDI 0183, 3.3.5";
constexpr std::array kIbrdFields = {
    reserved(31, 16, kIbrdSource),
    number("BAUDDIVINT", 15, 0, FSCOPE_TR("Core", "Integer part of the baud rate divisor"), kIbrdSource),
};
constexpr const char* kFbrdSource = "Arm DDI 0183, 3.3.6";
constexpr std::array kFbrdFields = {
    reserved(31, 6, kFbrdSource),
    number("BAUDDIVFRAC", 5, 0, FSCOPE_TR("Core", "Fraction of the baud rate divisor, in 1/64"), kFbrdSource),
};

constexpr const char* kLcrSource = "Arm DDI 0183, 3.3.7";
constexpr std::array kLcrFields = {
    reserved(31, 8, kLcrSource),
    flag("SPS", 7, FSCOPE_TR("Core", "Stick parity"), kEnabledValues, kLcrSource),
    code("WLEN", 6, 5, FSCOPE_TR("Core", "Word length"), kWordValues, kLcrSource),
    flag("FEN", 4, FSCOPE_TR("Core", "FIFOs"), kFifoValues, kLcrSource),
    flag("STP2", 3, FSCOPE_TR("Core", "Stop bits"), kStopValues, kLcrSource),
    flag("EPS", 2, FSCOPE_TR("Core", "Kind of parity"), kParityValues, kLcrSource),
    flag("PEN", 1, FSCOPE_TR("Core", "Parity"), kEnabledValues, kLcrSource),
    flag("BRK", 0, FSCOPE_TR("Core", "Send break"), kNoYesValues, kLcrSource),
};

constexpr const char* kCrSource = "Arm DDI 0183, 3.3.8";
constexpr std::array kCrFields = {
    reserved(31, 16, kCrSource),
    flag("CTSEN", 15, FSCOPE_TR("Core", "CTS hardware flow control"), kEnabledValues, kCrSource),
    flag("RTSEN", 14, FSCOPE_TR("Core", "RTS hardware flow control"), kEnabledValues, kCrSource),
    flag("Out2", 13, FSCOPE_TR("Core", "Modem output Out2 (as DTE: ring indicator)"), kActiveValues,
        kCrSource),
    flag("Out1", 12, FSCOPE_TR("Core", "Modem output Out1 (as DTE: data carrier detect)"), kActiveValues,
        kCrSource),
    flag("RTS", 11, FSCOPE_TR("Core", "Request to send"), kActiveValues, kCrSource),
    flag("DTR", 10, FSCOPE_TR("Core", "Data transmit ready"), kActiveValues, kCrSource),
    flag("RXE", 9, FSCOPE_TR("Core", "Receiver"), kEnabledValues, kCrSource),
    flag("TXE", 8, FSCOPE_TR("Core", "Transmitter"), kEnabledValues, kCrSource),
    flag("LBE", 7, FSCOPE_TR("Core", "Loopback: what is transmitted is received"), kEnabledValues, kCrSource),
    reserved(6, 3, kCrSource),
    flag("SIRLP", 2, FSCOPE_TR("Core", "IrDA low-power mode"), kEnabledValues, kCrSource),
    flag("SIREN", 1, FSCOPE_TR("Core", "IrDA encoder and decoder"), kEnabledValues, kCrSource),
    flag("UARTEN", 0, FSCOPE_TR("Core", "UART"), kEnabledValues, kCrSource),
};

constexpr const char* kIflsSource = "Arm DDI 0183, 3.3.9";
constexpr std::array kIflsFields = {
    reserved(31, 6, kIflsSource),
    code("RXIFLSEL", 5, 3, FSCOPE_TR("Core", "The receive interrupt rises when the FIFO becomes this full"),
        kLevelValues, kIflsSource),
    code("TXIFLSEL", 2, 0, FSCOPE_TR("Core", "The transmit interrupt rises when the FIFO falls to this"),
        kLevelValues, kIflsSource),
};

/// UARTIMSC, UARTRIS, UARTMIS and UARTICR have a bit for each interrupt in the same places.
constexpr std::array<arch::Field, 12> interruptFields(std::span<const NamedValue> values, const char* source)
{
    return { {
        reserved(31, 11, source),
        flag("OE", 10, FSCOPE_TR("Core", "Overrun error interrupt"), values, source),
        flag("BE", 9, FSCOPE_TR("Core", "Break error interrupt"), values, source),
        flag("PE", 8, FSCOPE_TR("Core", "Parity error interrupt"), values, source),
        flag("FE", 7, FSCOPE_TR("Core", "Framing error interrupt"), values, source),
        flag("RT", 6, FSCOPE_TR("Core", "Receive timeout interrupt"), values, source),
        flag("TX", 5, FSCOPE_TR("Core", "Transmit interrupt"), values, source),
        flag("RX", 4, FSCOPE_TR("Core", "Receive interrupt"), values, source),
        flag("DSR", 3, FSCOPE_TR("Core", "DSR modem interrupt"), values, source),
        flag("DCD", 2, FSCOPE_TR("Core", "DCD modem interrupt"), values, source),
        flag("CTS", 1, FSCOPE_TR("Core", "CTS modem interrupt"), values, source),
        flag("RI", 0, FSCOPE_TR("Core", "RI modem interrupt"), values, source),
    } };
}
constexpr std::array kImscFields = interruptFields(kEnabledValues, "Arm DDI 0183, 3.3.10");
constexpr std::array kRisFields = interruptFields(kPendingValues, "Arm DDI 0183, 3.3.11");
constexpr std::array kMisFields = interruptFields(kPendingValues, "Arm DDI 0183, 3.3.12");
constexpr std::array kIcrFields = interruptFields(kClearValues, "Arm DDI 0183, 3.3.13");

constexpr const char* kDmaSource = "Arm DDI 0183, 3.3.14";
constexpr std::array kDmacrFields = {
    reserved(31, 3, kDmaSource),
    flag("DMAONERR", 2, FSCOPE_TR("Core", "Receive DMA stops on an error"), kNoYesValues, kDmaSource),
    flag("TXDMAE", 1, FSCOPE_TR("Core", "Transmit DMA"), kEnabledValues, kDmaSource),
    flag("RXDMAE", 0, FSCOPE_TR("Core", "Receive DMA"), kEnabledValues, kDmaSource),
};

constexpr std::array kLayouts = {
    arch::RegisterLayout { "UARTDR", FSCOPE_TR("Core", "Data register"), 32, kDrFields },
    arch::RegisterLayout {
        "UARTRSR/UARTECR", FSCOPE_TR("Core", "Receive status, error clear"), 32, kRsrFields },
    arch::RegisterLayout { "UARTFR", FSCOPE_TR("Core", "Flag register"), 32, kFrFields },
    arch::RegisterLayout { "UARTILPR", FSCOPE_TR("Core", "IrDA low-power counter"), 32, kIlprFields },
    arch::RegisterLayout { "UARTIBRD", FSCOPE_TR("Core", "Integer baud rate"), 32, kIbrdFields },
    arch::RegisterLayout { "UARTFBRD", FSCOPE_TR("Core", "Fractional baud rate"), 32, kFbrdFields },
    arch::RegisterLayout { "UARTLCR_H", FSCOPE_TR("Core", "Line control"), 32, kLcrFields },
    arch::RegisterLayout { "UARTCR", FSCOPE_TR("Core", "Control register"), 32, kCrFields },
    arch::RegisterLayout { "UARTIFLS", FSCOPE_TR("Core", "Interrupt FIFO level select"), 32, kIflsFields },
    arch::RegisterLayout { "UARTIMSC", FSCOPE_TR("Core", "Interrupt mask set or clear"), 32, kImscFields },
    arch::RegisterLayout { "UARTRIS", FSCOPE_TR("Core", "Raw interrupt status"), 32, kRisFields },
    arch::RegisterLayout { "UARTMIS", FSCOPE_TR("Core", "Masked interrupt status"), 32, kMisFields },
    arch::RegisterLayout { "UARTICR", FSCOPE_TR("Core", "Interrupt clear"), 32, kIcrFields },
    arch::RegisterLayout { "UARTDMACR", FSCOPE_TR("Core", "DMA control"), 32, kDmacrFields },
};

constexpr std::array kRegisters = {
    readWrite(Pl011::kDr, kLayouts[0], true, true),
    readWrite(Pl011::kRsr, kLayouts[1], true, true),
    readWrite(Pl011::kFr, kLayouts[2], true, false),
    readWrite(Pl011::kIlpr, kLayouts[3], true, true),
    readWrite(Pl011::kIbrd, kLayouts[4], true, true),
    readWrite(Pl011::kFbrd, kLayouts[5], true, true),
    readWrite(Pl011::kLcrH, kLayouts[6], true, true),
    readWrite(Pl011::kCr, kLayouts[7], true, true),
    readWrite(Pl011::kIfls, kLayouts[8], true, true),
    readWrite(Pl011::kImsc, kLayouts[9], true, true),
    readWrite(Pl011::kRis, kLayouts[10], true, false),
    readWrite(Pl011::kMis, kLayouts[11], true, false),
    readWrite(Pl011::kIcr, kLayouts[12], false, true),
    readWrite(Pl011::kDmacr, kLayouts[13], true, true),
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

std::span<const DeviceRegister> pl011Registers()
{
    return kRegisters;
}

} // namespace fscope::device
