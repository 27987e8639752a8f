// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QByteArray>

namespace fscope::test {

/// A recorded abort: ldrsb x10, [x12, #4095] at EL1, ISV = 1, whose first window page stage 2 does not map.
inline QByteArray recordText()
{
    return R"({"id":"a00000","class":"gpr.uimm","insn":"0x39bffd8a","asm":"ldrsb x10, [x12, #4095]",)"
           R"("seed":"0x99b85345731ffea","el":1,"spsel":1,"pc":"0x7f12345c03a0","s1":1,"win_va":"0x7f1234610000",)"
           R"("win_ipa":["0x8c0a35000","0x8c0a3a000","0x8c0a37000"],"s2":["none","rw","rw"],)"
           R"("x":{"10":"0x8df0ba970617e8ea","12":"0x7f123460f938"},"sp_el0":"0xf57f1325fcb47a0",)"
           R"("sp_el1":"0xa891d73a91b6ee60","nzcv":5,)"
           R"("out":{"kind":"s2abort","esr":"0x932a8007","far":"0x7f1234610937","hpfar":"0x8c0a350",)"
           R"("elr":"0x7f12345c03a0","spsr":"0x500003c5"},)"
           R"("done":{"kind":"exec","pc":"0x7f12345c03a4","x":{"10":"0xd"}}})";
}

/// The same with one piece of text replaced.
inline QByteArray recordText(const char* from, const char* to)
{
    return recordText().replace(from, to);
}

} // namespace fscope::test
