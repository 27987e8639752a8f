// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// The guarded accesses of trycopy.h for AArch64 (baseline Armv8.0), procedure call standard AAPCS64.
///
/// Everything between fscopeGuardBegin and fscopeGuardEnd may fault. It uses neither the stack nor a
/// callee-saved register, so the handler only puts the fault's address into x0 and its status into x1 and
/// continues at fscopeGuardRecovery, which returns.

#include "core/memory/faultguard.h"

#if FSCOPE_GUARD_ARM

#define FSCOPE_DONE "    mov x1, #0\n    ret\n"

/// An exchange by exclusive load and store: what was found goes to x0, whether equal or not. A store even of
/// what was found keeps the rule that an exchange needs write permission.
#define FSCOPE_EXCHANGE(name, suffix, reg, extend)                                                           \
    FSCOPE_FUNCTION(name)                                                                                    \
    "    " extend "\n"                                                                                       \
    "1:  ldaxr" suffix " " reg "3, [x0]\n"                                                                   \
    "    cmp " reg "3, " reg "1\n"                                                                           \
    "    csel " reg "4, " reg "2, " reg "3, eq\n"                                                            \
    "    stlxr" suffix " w5, " reg "4, [x0]\n"                                                               \
    "    cbnz w5, 1b\n"                                                                                      \
    "    mov " reg "0, " reg "3\n" FSCOPE_DONE                                                               \
    FSCOPE_END(name)

// clang-format off
asm(
    FSCOPE_ASM_BEGIN
    ".p2align 6\n"
    FSCOPE_LABEL("fscopeGuardBegin")

    FSCOPE_FUNCTION("fscopeTryLoad8")
    "    ldrb w0, [x0]\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryLoad8")
    FSCOPE_FUNCTION("fscopeTryLoad16")
    "    ldrh w0, [x0]\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryLoad16")
    FSCOPE_FUNCTION("fscopeTryLoad32")
    "    ldr w0, [x0]\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryLoad32")
    FSCOPE_FUNCTION("fscopeTryLoad64")
    "    ldr x0, [x0]\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryLoad64")

    FSCOPE_FUNCTION("fscopeTryStore8")
    "    strb w1, [x0]\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryStore8")
    FSCOPE_FUNCTION("fscopeTryStore16")
    "    strh w1, [x0]\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryStore16")
    FSCOPE_FUNCTION("fscopeTryStore32")
    "    str w1, [x0]\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryStore32")
    FSCOPE_FUNCTION("fscopeTryStore64")
    "    str x1, [x0]\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryStore64")

    // In: x0 at, x1 expected, x2 desired.
    FSCOPE_EXCHANGE("fscopeTryExchange8", "b", "w", "and w1, w1, #0xff")
    FSCOPE_EXCHANGE("fscopeTryExchange16", "h", "w", "and w1, w1, #0xffff")
    FSCOPE_EXCHANGE("fscopeTryExchange32", "", "w", "")
    FSCOPE_EXCHANGE("fscopeTryExchange64", "", "x", "")

    // In: x0 to, x1 from, x2 size. Up to 64 bytes all loads come before the first store, in ascending order.
    FSCOPE_FUNCTION("fscopeTryCopy")
    "    cmp x2, #8\n"
    "    b.hi 10f\n"
    "    b.eq 7f\n"
    "    cmp x2, #4\n"
    "    b.hi 6f\n"
    "    b.eq 5f\n"
    "    cmp x2, #2\n"
    "    b.hi 4f\n"
    "    b.eq 3f\n"
    "    cbz x2, 2f\n"
    "    ldrb w3, [x1]\n"
    "    strb w3, [x0]\n"
    "2:\n" FSCOPE_DONE
    "3:  ldrh w3, [x1]\n"
    "    strh w3, [x0]\n" FSCOPE_DONE
    "4:  ldrh w3, [x1]\n"                                // 3
    "    ldrb w4, [x1, #2]\n"
    "    strh w3, [x0]\n"
    "    strb w4, [x0, #2]\n" FSCOPE_DONE
    "5:  ldr w3, [x1]\n"
    "    str w3, [x0]\n" FSCOPE_DONE
    "6:  add x5, x1, x2\n"                               // 5 to 7
    "    add x6, x0, x2\n"
    "    ldr w3, [x1]\n"
    "    ldur w4, [x5, #-4]\n"
    "    str w3, [x0]\n"
    "    stur w4, [x6, #-4]\n" FSCOPE_DONE
    "7:  ldr x3, [x1]\n"
    "    str x3, [x0]\n" FSCOPE_DONE

    "10: add x5, x1, x2\n"                               // ends of both
    "    add x6, x0, x2\n"
    "    cmp x2, #16\n"
    "    b.hi 11f\n"
    "    ldr x3, [x1]\n"                                 // 9 to 16
    "    ldur x4, [x5, #-8]\n"
    "    str x3, [x0]\n"
    "    stur x4, [x6, #-8]\n" FSCOPE_DONE
    "11: cmp x2, #32\n"
    "    b.hi 12f\n"
    "    ldr q0, [x1]\n"                                 // 17 to 32
    "    ldur q1, [x5, #-16]\n"
    "    str q0, [x0]\n"
    "    stur q1, [x6, #-16]\n" FSCOPE_DONE
    "12: cmp x2, #64\n"
    "    b.hi 13f\n"
    "    ldp q0, q1, [x1]\n"                             // 33 to 64
    "    ldp q2, q3, [x5, #-32]\n"
    "    stp q0, q1, [x0]\n"
    "    stp q2, q3, [x6, #-32]\n" FSCOPE_DONE

    // Overlap either way: to - from or from - to is below the size (unsigned).
    "13: sub x7, x0, x1\n"
    "    sub x8, x1, x0\n"
    "    cmp x7, x2\n"
    "    b.lo 30f\n"
    "    cmp x8, x2\n"
    "    b.lo 20f\n"
    // Apart: 64 a turn, then the last 64, which may overlap what is done.
    "    sub x5, x5, #64\n"
    "    sub x6, x6, #64\n"
    "14: ldp q0, q1, [x1]\n"
    "    ldp q2, q3, [x1, #32]\n"
    "    stp q0, q1, [x0]\n"
    "    stp q2, q3, [x0, #32]\n"
    "    add x1, x1, #64\n"
    "    add x0, x0, #64\n"
    "    cmp x1, x5\n"
    "    b.lo 14b\n"
    "    ldp q0, q1, [x5]\n"
    "    ldp q2, q3, [x5, #32]\n"
    "    stp q0, q1, [x6]\n"
    "    stp q2, q3, [x6, #32]\n" FSCOPE_DONE

    // Overlapping, to below from: forward.
    "20: subs x2, x2, #16\n"
    "    b.lo 22f\n"
    "21: ldr q0, [x1], #16\n"
    "    str q0, [x0], #16\n"
    "    subs x2, x2, #16\n"
    "    b.hs 21b\n"
    "22: adds x2, x2, #16\n"
    "    b.eq 24f\n"
    "23: ldrb w3, [x1], #1\n"
    "    strb w3, [x0], #1\n"
    "    subs x2, x2, #1\n"
    "    b.ne 23b\n"
    "24:\n" FSCOPE_DONE

    // Overlapping, to above (or at) from: backward.
    "30: subs x2, x2, #16\n"
    "    b.lo 32f\n"
    "31: ldr q0, [x5, #-16]!\n"
    "    str q0, [x6, #-16]!\n"
    "    subs x2, x2, #16\n"
    "    b.hs 31b\n"
    "32: adds x2, x2, #16\n"
    "    b.eq 34f\n"
    "33: ldrb w3, [x5, #-1]!\n"
    "    strb w3, [x6, #-1]!\n"
    "    subs x2, x2, #1\n"
    "    b.ne 33b\n"
    "34:\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryCopy")

    // In: x0 to, x1 byte, x2 size.
    FSCOPE_FUNCTION("fscopeTryFill")
    "    dup v0.16b, w1\n"
    "    add x6, x0, x2\n"
    "    cmp x2, #16\n"
    "    b.hs 12f\n"
    "    cmp x2, #8\n"
    "    b.lo 10f\n"
    "    str d0, [x0]\n"                                 // 8 to 15
    "    stur d0, [x6, #-8]\n" FSCOPE_DONE
    "10: cbz x2, 11f\n"
    "9:  strb w1, [x0], #1\n"                            // 1 to 7
    "    subs x2, x2, #1\n"
    "    b.ne 9b\n"
    "11:\n" FSCOPE_DONE
    "12: cmp x2, #64\n"
    "    b.hi 14f\n"
    "13: str q0, [x0], #16\n"                            // 16 to 64
    "    subs x2, x2, #16\n"
    "    cmp x2, #16\n"
    "    b.hs 13b\n"
    "    stur q0, [x6, #-16]\n" FSCOPE_DONE
    "14: sub x5, x6, #64\n"
    "15: stp q0, q0, [x0]\n"
    "    stp q0, q0, [x0, #32]\n"
    "    add x0, x0, #64\n"
    "    cmp x0, x5\n"
    "    b.lo 15b\n"
    "    stp q0, q0, [x5]\n"
    "    stp q0, q0, [x5, #32]\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryFill")

    FSCOPE_LABEL("fscopeGuardEnd")
    FSCOPE_LABEL("fscopeGuardRecovery")
    "    ret\n"

    // In: x0 at, x1 found (expected on entry), x2 and x3 desired. A pair that was loaded is known to be of one
    // piece only once the store succeeds, so what was found is stored back when it differs.
    FSCOPE_FUNCTION("fscopeTryExchange128")
    "    ldp x4, x5, [x1]\n"
    FSCOPE_LABEL("fscopeGuard128Begin")
    "1:  ldaxp x6, x7, [x0]\n"
    "    cmp x6, x4\n"
    "    ccmp x7, x5, #0, eq\n"
    "    csel x8, x2, x6, eq\n"
    "    csel x9, x3, x7, eq\n"
    "    stlxp w10, x8, x9, [x0]\n"
    "    cbnz w10, 1b\n"
    FSCOPE_LABEL("fscopeGuard128End")
    "    cset x0, eq\n"
    "    b.eq 2f\n"
    "    stp x6, x7, [x1]\n"
    "2:\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryExchange128")
    FSCOPE_LABEL("fscopeGuard128Recovery")
    "    ret\n"
    FSCOPE_ASM_END
);
// clang-format on

namespace fscope::memory::detail {

void chooseGuardFeatures() { }

} // namespace fscope::memory::detail

#endif
