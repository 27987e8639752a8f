/* ESR_EL2 = 0x000000009f803cc5 */
/* Memory Copy or Memory Set exception: Memory set (SET*) */
static const uint64_t value = 0
    | (UINT64_C(0x27) << 26) /* EC: Memory Copy or Memory Set exception */
    | (UINT64_C(0x1) << 25) /* IL: 32-bit instruction, or a class that does not tell */
    | (UINT64_C(0x1) << 24) /* MemInst: Memory set (SET*) */
    | (UINT64_C(0x1) << 23) /* isSETG: Sets Allocation Tags: SETGM* or SETGE* */
    | (UINT64_C(0xf) << 10) /* destreg: x15 */
    | (UINT64_C(0x6) << 5) /* srcreg: x6 */
    | (UINT64_C(0x5) << 0) /* sizereg: x5 */;
