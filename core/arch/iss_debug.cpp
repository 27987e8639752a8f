// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Breakpoint, Vector Catch, Software Step, Watchpoint and profiling exceptions.

#include "core/arch/issrows.h"
#include "core/base/bits.h"

namespace fscope::arch::table {
namespace {

/// All 64 fault status codes of a debug exception: one is meant.
constexpr std::array<NamedValue, 64> kDebugCodes = [] {
    std::array<NamedValue, 64> values {};
    for (unsigned i = 0; i < values.size(); ++i)
        values[i] = { i, FSCOPE_TR("Core", "Reserved fault status code"), true };
    values[0x22] = { 0x22, FSCOPE_TR("Core", "Debug exception") };
    return values;
}();
constexpr Field status(const char* name, const char* source)
{
    return code(name, 5, 0, FSCOPE_TR("Core", "Fault status code"),
        FSCOPE_TR("Core", "Says that this is a debug exception, in the same code as an abort would."),
        kDebugCodes, source);
}

constexpr const char* kBreakpoint = "Arm ARM D24.2, ESR_ELx, ISS encoding for an exception from a Breakpoint "
                                    "or Vector Catch debug exception";
constexpr auto kBreakpointRows
    = withEsrHead(std::array { res0(24, 6, kBreakpoint), status("IFSC", kBreakpoint) });
constexpr EsrLayouts kBreakpointLayouts = esrLayouts(kBreakpointRows);

constexpr const char* kStep
    = "Arm ARM D24.2, ESR_ELx, ISS encoding for an exception from a Software Step exception";
bool stepIsValid(std::uint64_t esr)
{
    return bit(esr, 24);
}
constexpr std::array kStepIsv {
    NamedValue { 0, FSCOPE_TR("Core", "EX is reserved") },
    NamedValue { 1, FSCOPE_TR("Core", "EX is valid") },
};
constexpr std::array kExValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not a Load-Exclusive") },
    NamedValue { 1, FSCOPE_TR("Core", "A Load-Exclusive was stepped") },
};
constexpr auto kStepRows = withEsrHead(std::array {
    flag("ISV", 24, FSCOPE_TR("Core", "Instruction syndrome valid"),
        FSCOPE_TR("Core", "Whether EX tells something about the instruction that was stepped."), kStepIsv,
        kStep),
    res0(23, 7, kStep),
    only(flag("EX", 6, FSCOPE_TR("Core", "Exclusive operation"),
             FSCOPE_TR("Core",
                 "Whether a Load-Exclusive instruction was stepped, so that the monitor may be lost."),
             kExValues, kStep),
        stepIsValid, FSCOPE_TR("Core", "Not valid: ISV is 0.")),
    status("IFSC", kStep),
});
constexpr EsrLayouts kStepLayouts = esrLayouts(kStepRows, mask(24, 24));

constexpr const char* kWatchpoint
    = "Arm ARM D24.2, ESR_ELx, ISS encoding for an exception from a Watchpoint exception";
constexpr const char* kWatchpoint2
    = "Arm ARM D24.2, ESR_ELx, ISS2 encoding for an exception from a Watchpoint exception";
constexpr std::array kGcsValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not a Guarded Control Stack data access") },
    NamedValue { 1, FSCOPE_TR("Core", "A Guarded Control Stack data access") },
};
constexpr std::array kWptvValues {
    NamedValue { 0, FSCOPE_TR("Core", "WPT is not valid") },
    NamedValue { 1, FSCOPE_TR("Core", "WPT is valid") },
};
constexpr std::array kWpfValues {
    NamedValue { 0, FSCOPE_TR("Core", "The watchpoint matched an address that was accessed") },
    NamedValue {
        1, FSCOPE_TR("Core", "Maybe a false positive: the watched address may not have been accessed") },
};
constexpr std::array kFnpValues {
    NamedValue { 0, FSCOPE_TR("Core", "FAR holds an address that triggered the watchpoint") },
    NamedValue { 1, FSCOPE_TR("Core", "FAR holds any address in the granule") },
};
constexpr std::array kVncrValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not an access through VNCR_EL2") },
    NamedValue { 1, FSCOPE_TR("Core", "An access through VNCR_EL2, made by EL1") },
};
constexpr std::array kFnvValues {
    NamedValue { 0, FSCOPE_TR("Core", "FAR is valid") },
    NamedValue { 1, FSCOPE_TR("Core", "FAR is not valid") },
};
constexpr std::array kCmValues {
    NamedValue { 0, FSCOPE_TR("Core", "Not from a cache maintenance instruction") },
    NamedValue { 1, FSCOPE_TR("Core", "From a cache maintenance instruction") },
};
constexpr std::array kWnrValues {
    NamedValue { 0, FSCOPE_TR("Core", "Caused by a read") },
    NamedValue { 1, FSCOPE_TR("Core", "Caused by a write") },
};
constexpr Field kVncr = flag("VNCR", 13, FSCOPE_TR("Core", "Access through VNCR_EL2"),
    FSCOPE_TR("Core", "Whether EL1 used a register that FEAT_NV2 keeps in memory."), kVncrValues,
    kWatchpoint);

constexpr auto watchpointRows(Field vncr)
{
    return std::array {
        res0(63, 41, kWatchpoint2),
        flag("GCS", 40, FSCOPE_TR("Core", "Guarded Control Stack access"),
            FSCOPE_TR("Core", "Whether the watched access was one to a Guarded Control Stack (FEAT_GCS)."),
            kGcsValues, kWatchpoint2),
        res0(39, 32, kWatchpoint2),
        kEsrEc,
        kEsrIl,
        res0(24, 24, kWatchpoint),
        number("WPT", 23, 18, FSCOPE_TR("Core", "Watchpoint number"),
            FSCOPE_TR("Core", "Which watchpoint matched; it means something if WPTV is 1."), kWatchpoint),
        flag("WPTV", 17, FSCOPE_TR("Core", "Watchpoint number valid"),
            FSCOPE_TR("Core", "Whether WPT holds the number of the watchpoint."), kWptvValues, kWatchpoint),
        flag("WPF", 16, FSCOPE_TR("Core", "Watchpoint might be false positive"),
            FSCOPE_TR("Core",
                "Whether an access wider than the watched bytes may have matched by chance (SVE, SME)."),
            kWpfValues, kWatchpoint),
        flag("FnP", 15, FSCOPE_TR("Core", "FAR not precise"),
            FSCOPE_TR("Core", "Whether FAR names only some byte of the granule that was accessed."),
            kFnpValues, kWatchpoint),
        res0(14, 14, kWatchpoint),
        vncr,
        res0(12, 11, kWatchpoint),
        flag("FnV", 10, FSCOPE_TR("Core", "FAR not valid"), FSCOPE_TR("Core", "Whether FAR is of no use."),
            kFnvValues, kWatchpoint),
        res0(9, 9, kWatchpoint),
        flag("CM", 8, FSCOPE_TR("Core", "Cache maintenance"),
            FSCOPE_TR("Core", "Whether a cache maintenance instruction hit the watchpoint."), kCmValues,
            kWatchpoint),
        res0(7, 7, kWatchpoint),
        flag("WnR", 6, FSCOPE_TR("Core", "Write not Read"),
            FSCOPE_TR("Core", "The direction of the watched access. Cache maintenance counts as a write."),
            kWnrValues, kWatchpoint),
        status("DFSC", kWatchpoint),
    };
}
constexpr auto kWatchpointRows = watchpointRows(kVncr);
constexpr auto kWatchpointEl1Rows = watchpointRows(res0(13, 13, kWatchpoint));
constexpr EsrLayouts kWatchpointLayouts = esrLayouts(kWatchpointEl1Rows, kWatchpointRows, kWatchpointRows, 0);

constexpr const char* kProfiling = "Arm ARM D24.2, ESR_ELx, ISS encoding for a profiling exception";
constexpr std::array<NamedValue, 32> kProfilingCodes = [] {
    std::array<NamedValue, 32> values {};
    for (unsigned i = 0; i < values.size(); ++i)
        values[i] = { i, FSCOPE_TR("Core", "Reserved value"), true };
    values[0] = { 0, FSCOPE_TR("Core", "PMU profiling exception") };
    values[1] = { 1, FSCOPE_TR("Core", "Profiling Buffer management event (SPE)") };
    values[2] = { 2, FSCOPE_TR("Core", "Trace Buffer management event") };
    return values;
}();
constexpr std::array kSyncValues {
    NamedValue { 0, FSCOPE_TR("Core", "Asynchronous") },
    NamedValue { 1, FSCOPE_TR("Core", "Synchronous, by the instruction at ELR (PMU only)") },
};
constexpr auto kProfilingRows = withEsrHead(std::array {
    res0(24, 6, kProfiling),
    code("FSC", 5, 1, FSCOPE_TR("Core", "Fault status code"),
        FSCOPE_TR("Core", "Which profiling unit asks for attention."), kProfilingCodes, kProfiling),
    flag("SYNC", 0, FSCOPE_TR("Core", "Synchronous"),
        FSCOPE_TR("Core", "Whether the event is tied to one instruction (FEAT_SEBEP)."), kSyncValues,
        kProfiling),
});
constexpr EsrLayouts kProfilingLayouts = esrLayouts(kProfilingRows);

} // namespace

const EsrLayouts* debugLayouts(unsigned exceptionClass)
{
    switch (exceptionClass) {
    case 0x30:
    case 0x31:
    case 0x3a:
        return &kBreakpointLayouts;
    case 0x32:
    case 0x33:
        return &kStepLayouts;
    case 0x34:
    case 0x35:
        return &kWatchpointLayouts;
    case 0x3d:
        return &kProfilingLayouts;
    default:
        return nullptr;
    }
}

} // namespace fscope::arch::table
