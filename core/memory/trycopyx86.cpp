// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// The guarded accesses of trycopy.h for x86-64, System V calling convention (also on Windows).
///
/// Everything between fscopeGuardBegin and fscopeGuardEnd may fault. It uses no stack, so the return address
/// is where it was on entry, and no callee-saved register except in the 16-byte exchange, which has a
/// recovery of its own. The handler puts the fault's address into rax and its status into rdx and continues
/// there.

#include "core/memory/faultguard.h"

#if FSCOPE_GUARD_X86

#include <cpuid.h>

extern "C" {
/// 1: AVX2, 2: AVX-512 (F and VL), 4: string moves are fast (ERMS). Set once by installFaultGuard().
[[gnu::used]] FSCOPE_GUARD_HIDDEN std::uint32_t fscopeGuardFeatures = 0;
}

#define FSCOPE_DONE "    xorl %edx, %edx\n    ret\n"

// clang-format off
asm(
    FSCOPE_ASM_BEGIN
    ".p2align 6\n"
    FSCOPE_LABEL("fscopeGuardBegin")

    FSCOPE_FUNCTION("fscopeTryLoad8")
    "    movzbl (%rdi), %eax\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryLoad8")
    FSCOPE_FUNCTION("fscopeTryLoad16")
    "    movzwl (%rdi), %eax\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryLoad16")
    FSCOPE_FUNCTION("fscopeTryLoad32")
    "    movl (%rdi), %eax\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryLoad32")
    FSCOPE_FUNCTION("fscopeTryLoad64")
    "    movq (%rdi), %rax\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryLoad64")

    FSCOPE_FUNCTION("fscopeTryStore8")
    "    movb %sil, (%rdi)\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryStore8")
    FSCOPE_FUNCTION("fscopeTryStore16")
    "    movw %si, (%rdi)\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryStore16")
    FSCOPE_FUNCTION("fscopeTryStore32")
    "    movl %esi, (%rdi)\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryStore32")
    FSCOPE_FUNCTION("fscopeTryStore64")
    "    movq %rsi, (%rdi)\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryStore64")

    // In: rdi at, rsi expected, rdx desired. The exchange leaves in rax what was found, whether equal or not.
    FSCOPE_FUNCTION("fscopeTryExchange8")
    "    movzbl %sil, %eax\n"
    "    lock cmpxchgb %dl, (%rdi)\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryExchange8")
    FSCOPE_FUNCTION("fscopeTryExchange16")
    "    movzwl %si, %eax\n"
    "    lock cmpxchgw %dx, (%rdi)\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryExchange16")
    FSCOPE_FUNCTION("fscopeTryExchange32")
    "    movl %esi, %eax\n"
    "    lock cmpxchgl %edx, (%rdi)\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryExchange32")
    FSCOPE_FUNCTION("fscopeTryExchange64")
    "    movq %rsi, %rax\n"
    "    lock cmpxchgq %rdx, (%rdi)\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryExchange64")

    // In: rdi to, rsi from, rdx size. Small sizes first; up to 128 bytes all loads come before the first store,
    // which is right for overlapping ranges, and they are in ascending order, so that the first fault reported
    // is the lowest.
    FSCOPE_FUNCTION("fscopeTryCopy")
    "    cmpq $8, %rdx\n"
    "    jne 1f\n"
    "    movq (%rsi), %rax\n"
    "    movq %rax, (%rdi)\n" FSCOPE_DONE
    "1:  ja 10f\n"
    "    cmpl $4, %edx\n"
    "    jb 3f\n"
    "    movl (%rsi), %eax\n"
    "    je 2f\n"
    "    movl -4(%rsi,%rdx), %ecx\n"                     // 5 to 7
    "    movl %eax, (%rdi)\n"
    "    movl %ecx, -4(%rdi,%rdx)\n" FSCOPE_DONE
    "2:  movl %eax, (%rdi)\n" FSCOPE_DONE
    "3:  cmpl $2, %edx\n"
    "    jb 5f\n"
    "    movzwl (%rsi), %eax\n"
    "    je 4f\n"
    "    movzbl 2(%rsi), %ecx\n"                         // 3
    "    movw %ax, (%rdi)\n"
    "    movb %cl, 2(%rdi)\n" FSCOPE_DONE
    "4:  movw %ax, (%rdi)\n" FSCOPE_DONE
    "5:  testl %edx, %edx\n"
    "    jz 6f\n"
    "    movzbl (%rsi), %eax\n"
    "    movb %al, (%rdi)\n"
    "6:" FSCOPE_DONE

    "10: cmpq $16, %rdx\n"
    "    ja 11f\n"
    "    movq (%rsi), %rax\n"                            // 9 to 16
    "    movq -8(%rsi,%rdx), %rcx\n"
    "    movq %rax, (%rdi)\n"
    "    movq %rcx, -8(%rdi,%rdx)\n" FSCOPE_DONE
    "11: cmpq $32, %rdx\n"
    "    ja 12f\n"
    "    movups (%rsi), %xmm0\n"                         // 17 to 32
    "    movups -16(%rsi,%rdx), %xmm1\n"
    "    movups %xmm0, (%rdi)\n"
    "    movups %xmm1, -16(%rdi,%rdx)\n" FSCOPE_DONE
    "12: cmpq $64, %rdx\n"
    "    ja 13f\n"
    "    movups (%rsi), %xmm0\n"                         // 33 to 64
    "    movups 16(%rsi), %xmm1\n"
    "    movups -32(%rsi,%rdx), %xmm2\n"
    "    movups -16(%rsi,%rdx), %xmm3\n"
    "    movups %xmm0, (%rdi)\n"
    "    movups %xmm1, 16(%rdi)\n"
    "    movups %xmm2, -32(%rdi,%rdx)\n"
    "    movups %xmm3, -16(%rdi,%rdx)\n" FSCOPE_DONE
    "13: cmpq $128, %rdx\n"
    "    ja 14f\n"
    "    movups (%rsi), %xmm0\n"                         // 65 to 128
    "    movups 16(%rsi), %xmm1\n"
    "    movups 32(%rsi), %xmm2\n"
    "    movups 48(%rsi), %xmm3\n"
    "    movups -64(%rsi,%rdx), %xmm4\n"
    "    movups -48(%rsi,%rdx), %xmm5\n"
    "    movups -32(%rsi,%rdx), %xmm6\n"
    "    movups -16(%rsi,%rdx), %xmm7\n"
    "    movups %xmm0, (%rdi)\n"
    "    movups %xmm1, 16(%rdi)\n"
    "    movups %xmm2, 32(%rdi)\n"
    "    movups %xmm3, 48(%rdi)\n"
    "    movups %xmm4, -64(%rdi,%rdx)\n"
    "    movups %xmm5, -48(%rdi,%rdx)\n"
    "    movups %xmm6, -32(%rdi,%rdx)\n"
    "    movups %xmm7, -16(%rdi,%rdx)\n" FSCOPE_DONE

    // More than 128. Overlap either way: r8 = to - from or r9 = from - to is below the size (unsigned).
    "14: movq %rdi, %r8\n"
    "    movq %rsi, %r9\n"
    "    subq %rsi, %r8\n"
    "    subq %rdi, %r9\n"
    "    cmpq %rdx, %r8\n"
    "    jb 60f\n"
    "    cmpq %rdx, %r9\n"
    "    jb 50f\n"
    "    movl fscopeGuardFeatures(%rip), %eax\n"
    "    testl $4, %eax\n"
    "    jz 15f\n"
    "    cmpq $16384, %rdx\n"
    "    ja 40f\n"
    "15: testl $2, %eax\n"
    "    jnz 30f\n"
    "    testl $1, %eax\n"
    "    jnz 20f\n"

    // Apart, SSE2: 64 a turn, then the last 64, which may overlap what is done.
    "    leaq -64(%rsi,%rdx), %r8\n"
    "    leaq -64(%rdi,%rdx), %r9\n"
    "16: movups (%rsi), %xmm0\n"
    "    movups 16(%rsi), %xmm1\n"
    "    movups 32(%rsi), %xmm2\n"
    "    movups 48(%rsi), %xmm3\n"
    "    movups %xmm0, (%rdi)\n"
    "    movups %xmm1, 16(%rdi)\n"
    "    movups %xmm2, 32(%rdi)\n"
    "    movups %xmm3, 48(%rdi)\n"
    "    addq $64, %rsi\n"
    "    addq $64, %rdi\n"
    "    cmpq %r8, %rsi\n"
    "    jb 16b\n"
    "    movups (%r8), %xmm0\n"
    "    movups 16(%r8), %xmm1\n"
    "    movups 32(%r8), %xmm2\n"
    "    movups 48(%r8), %xmm3\n"
    "    movups %xmm0, (%r9)\n"
    "    movups %xmm1, 16(%r9)\n"
    "    movups %xmm2, 32(%r9)\n"
    "    movups %xmm3, 48(%r9)\n" FSCOPE_DONE

    // Apart, AVX2: 128 a turn, then the last 128.
    "20: leaq -128(%rsi,%rdx), %r8\n"
    "    leaq -128(%rdi,%rdx), %r9\n"
    "    .p2align 4\n"
    "21: vmovdqu (%rsi), %ymm0\n"
    "    vmovdqu 32(%rsi), %ymm1\n"
    "    vmovdqu 64(%rsi), %ymm2\n"
    "    vmovdqu 96(%rsi), %ymm3\n"
    "    vmovdqu %ymm0, (%rdi)\n"
    "    vmovdqu %ymm1, 32(%rdi)\n"
    "    vmovdqu %ymm2, 64(%rdi)\n"
    "    vmovdqu %ymm3, 96(%rdi)\n"
    "    subq $-128, %rsi\n"
    "    subq $-128, %rdi\n"
    "    cmpq %r8, %rsi\n"
    "    jb 21b\n"
    "    vmovdqu (%r8), %ymm0\n"
    "    vmovdqu 32(%r8), %ymm1\n"
    "    vmovdqu 64(%r8), %ymm2\n"
    "    vmovdqu 96(%r8), %ymm3\n"
    "    vmovdqu %ymm0, (%r9)\n"
    "    vmovdqu %ymm1, 32(%r9)\n"
    "    vmovdqu %ymm2, 64(%r9)\n"
    "    vmovdqu %ymm3, 96(%r9)\n"
    "    vzeroupper\n" FSCOPE_DONE

    // Apart, AVX-512: up to 256 in one go, else 256 a turn and the last 256. Registers from 16 on need no
    // vzeroupper.
    "30: cmpq $256, %rdx\n"
    "    ja 31f\n"
    "    vmovdqu64 (%rsi), %zmm16\n"
    "    vmovdqu64 64(%rsi), %zmm17\n"
    "    vmovdqu64 -128(%rsi,%rdx), %zmm18\n"
    "    vmovdqu64 -64(%rsi,%rdx), %zmm19\n"
    "    vmovdqu64 %zmm16, (%rdi)\n"
    "    vmovdqu64 %zmm17, 64(%rdi)\n"
    "    vmovdqu64 %zmm18, -128(%rdi,%rdx)\n"
    "    vmovdqu64 %zmm19, -64(%rdi,%rdx)\n" FSCOPE_DONE
    "31: leaq -256(%rsi,%rdx), %r8\n"
    "    leaq -256(%rdi,%rdx), %r9\n"
    "    .p2align 4\n"
    "32: vmovdqu64 (%rsi), %zmm16\n"
    "    vmovdqu64 64(%rsi), %zmm17\n"
    "    vmovdqu64 128(%rsi), %zmm18\n"
    "    vmovdqu64 192(%rsi), %zmm19\n"
    "    vmovdqu64 %zmm16, (%rdi)\n"
    "    vmovdqu64 %zmm17, 64(%rdi)\n"
    "    vmovdqu64 %zmm18, 128(%rdi)\n"
    "    vmovdqu64 %zmm19, 192(%rdi)\n"
    "    addq $256, %rsi\n"
    "    addq $256, %rdi\n"
    "    cmpq %r8, %rsi\n"
    "    jb 32b\n"
    "    vmovdqu64 (%r8), %zmm16\n"
    "    vmovdqu64 64(%r8), %zmm17\n"
    "    vmovdqu64 128(%r8), %zmm18\n"
    "    vmovdqu64 192(%r8), %zmm19\n"
    "    vmovdqu64 %zmm16, (%r9)\n"
    "    vmovdqu64 %zmm17, 64(%r9)\n"
    "    vmovdqu64 %zmm18, 128(%r9)\n"
    "    vmovdqu64 %zmm19, 192(%r9)\n" FSCOPE_DONE

    "40: movq %rdx, %rcx\n"
    "    rep movsb\n" FSCOPE_DONE

    // Overlapping, to below from: forward, 16 at a time, then bytes. Nothing is read after it was written over.
    "50: subq $16, %rdx\n"
    "    jb 52f\n"
    "51: movups (%rsi), %xmm0\n"
    "    movups %xmm0, (%rdi)\n"
    "    addq $16, %rsi\n"
    "    addq $16, %rdi\n"
    "    subq $16, %rdx\n"
    "    jae 51b\n"
    "52: addq $16, %rdx\n"
    "    jz 54f\n"
    "53: movzbl (%rsi), %eax\n"
    "    movb %al, (%rdi)\n"
    "    incq %rsi\n"
    "    incq %rdi\n"
    "    decq %rdx\n"
    "    jnz 53b\n"
    "54:" FSCOPE_DONE

    // Overlapping, to above (or at) from: the same backward.
    "60: subq $16, %rdx\n"
    "    jb 62f\n"
    "61: movups (%rsi,%rdx), %xmm0\n"
    "    movups %xmm0, (%rdi,%rdx)\n"
    "    subq $16, %rdx\n"
    "    jae 61b\n"
    "62: addq $16, %rdx\n"
    "    jz 64f\n"
    "63: movzbl -1(%rsi,%rdx), %eax\n"
    "    movb %al, -1(%rdi,%rdx)\n"
    "    decq %rdx\n"
    "    jnz 63b\n"
    "64:" FSCOPE_DONE
    FSCOPE_END("fscopeTryCopy")

    // In: rdi to, rsi byte, rdx size.
    FSCOPE_FUNCTION("fscopeTryFill")
    "    movzbl %sil, %eax\n"
    "    movabsq $0x0101010101010101, %rcx\n"
    "    imulq %rcx, %rax\n"
    "    cmpq $8, %rdx\n"
    "    jb 3f\n"
    "    cmpq $16, %rdx\n"
    "    ja 10f\n"
    "    movq %rax, (%rdi)\n"                            // 8 to 16
    "    movq %rax, -8(%rdi,%rdx)\n" FSCOPE_DONE
    "3:  cmpl $4, %edx\n"
    "    jb 4f\n"
    "    movl %eax, (%rdi)\n"                            // 4 to 7
    "    movl %eax, -4(%rdi,%rdx)\n" FSCOPE_DONE
    "4:  cmpl $2, %edx\n"
    "    jb 5f\n"
    "    movw %ax, (%rdi)\n"                             // 2 and 3
    "    movb %al, -1(%rdi,%rdx)\n" FSCOPE_DONE
    "5:  testl %edx, %edx\n"
    "    jz 6f\n"
    "    movb %al, (%rdi)\n"
    "6:" FSCOPE_DONE
    "10: movq %rax, %xmm0\n"
    "    punpcklqdq %xmm0, %xmm0\n"
    "    cmpq $32, %rdx\n"
    "    ja 11f\n"
    "    movups %xmm0, (%rdi)\n"                         // 17 to 32
    "    movups %xmm0, -16(%rdi,%rdx)\n" FSCOPE_DONE
    "11: cmpq $64, %rdx\n"
    "    ja 12f\n"
    "    movups %xmm0, (%rdi)\n"                         // 33 to 64
    "    movups %xmm0, 16(%rdi)\n"
    "    movups %xmm0, -32(%rdi,%rdx)\n"
    "    movups %xmm0, -16(%rdi,%rdx)\n" FSCOPE_DONE
    "12: testl $4, fscopeGuardFeatures(%rip)\n"
    "    jz 14f\n"
    "    cmpq $16384, %rdx\n"
    "    jbe 14f\n"
    "    movq %rdx, %rcx\n"
    "    rep stosb\n" FSCOPE_DONE
    "14: leaq -64(%rdi,%rdx), %r8\n"
    "    testl $2, fscopeGuardFeatures(%rip)\n"
    "    jnz 20f\n"
    "    testl $1, fscopeGuardFeatures(%rip)\n"
    "    jnz 15f\n"
    "13: movups %xmm0, (%rdi)\n"
    "    movups %xmm0, 16(%rdi)\n"
    "    movups %xmm0, 32(%rdi)\n"
    "    movups %xmm0, 48(%rdi)\n"
    "    addq $64, %rdi\n"
    "    cmpq %r8, %rdi\n"
    "    jb 13b\n"
    "    movups %xmm0, (%r8)\n"
    "    movups %xmm0, 16(%r8)\n"
    "    movups %xmm0, 32(%r8)\n"
    "    movups %xmm0, 48(%r8)\n" FSCOPE_DONE
    "15: vinserti128 $1, %xmm0, %ymm0, %ymm0\n"
    "16: vmovdqu %ymm0, (%rdi)\n"
    "    vmovdqu %ymm0, 32(%rdi)\n"
    "    addq $64, %rdi\n"
    "    cmpq %r8, %rdi\n"
    "    jb 16b\n"
    "    vmovdqu %ymm0, (%r8)\n"
    "    vmovdqu %ymm0, 32(%r8)\n"
    "    vzeroupper\n" FSCOPE_DONE
    "20: vpbroadcastq %rax, %zmm16\n"
    "21: vmovdqu64 %zmm16, (%rdi)\n"
    "    addq $64, %rdi\n"
    "    cmpq %r8, %rdi\n"
    "    jb 21b\n"
    "    vmovdqu64 %zmm16, (%r8)\n" FSCOPE_DONE
    FSCOPE_END("fscopeTryFill")
    FSCOPE_LABEL("fscopeGuardEnd")

    // Where a fault continues: rax and rdx are set already.
    FSCOPE_LABEL("fscopeGuardRecovery")
    "    testl $1, fscopeGuardFeatures(%rip)\n"
    "    jz 1f\n"
    "    vzeroupper\n"
    "1:  ret\n"

    // In: rdi at, rsi found (expected on entry), rdx and rcx desired. cmpxchg16b wants rbx, which is the caller's.
    FSCOPE_FUNCTION("fscopeTryExchange128")
    "    movq %rbx, %r8\n"
    "    movq %rdx, %rbx\n"
    "    movq (%rsi), %rax\n"
    "    movq 8(%rsi), %rdx\n"
    FSCOPE_LABEL("fscopeGuard128Begin")
    "    lock cmpxchg16b (%rdi)\n"
    FSCOPE_LABEL("fscopeGuard128End")
    "    movq %r8, %rbx\n"
    "    jnz 1f\n"
    "    movl $1, %eax\n" FSCOPE_DONE
    "1:  movq %rax, (%rsi)\n"
    "    movq %rdx, 8(%rsi)\n"
    "    xorl %eax, %eax\n" FSCOPE_DONE
    FSCOPE_LABEL("fscopeGuard128Recovery")
    "    movq %r8, %rbx\n"
    "    ret\n"
    FSCOPE_END("fscopeTryExchange128")
    FSCOPE_ASM_END
);
// clang-format on

namespace fscope::memory::detail {

void chooseGuardFeatures()
{
    __builtin_cpu_init();
    std::uint32_t features = 0;
    if (__builtin_cpu_supports("avx2"))
        features |= 1;
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl"))
        features |= 2;
    unsigned eax = 0;
    unsigned ebx = 0;
    unsigned ecx = 0;
    unsigned edx = 0;
    if (__get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx) != 0 && (ebx & (1U << 9)) != 0)
        features |= 4;
    fscopeGuardFeatures = features;
}

} // namespace fscope::memory::detail

#endif
