// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/arch/esr.h"
#include "core/arch/esrtable.h"

namespace fscope::arch {
namespace table {
namespace {

// A class without a layout: nothing is reserved where nothing is defined.
constexpr auto kUnknownRows = withEsrHead(std::array {
    number("ISS", 24, 0, FSCOPE_TR("Core", "Instruction specific syndrome"),
        FSCOPE_TR("Core", "Bits without a meaning: the exception class is unallocated."), kEsrSource),
});
constexpr EsrLayouts kUnknownLayouts = esrLayouts(kUnknownRows);

/// The layouts of all 64 classes.
const std::array<const EsrLayouts*, 64>& layoutsByClass()
{
    static const std::array<const EsrLayouts*, 64> kByClass = [] {
        std::array<const EsrLayouts*, 64> layouts {};
        for (unsigned ec = 0; ec < layouts.size(); ++ec) {
            layouts[ec] = &kUnknownLayouts;
            for (const auto& part : { trapLayouts, callLayouts, faultLayouts, debugLayouts, abortLayouts }) {
                if (const EsrLayouts* found = part(ec))
                    layouts[ec] = found;
            }
        }
        return layouts;
    }();
    return kByClass;
}

} // namespace

const RegisterLayout& esrLayout(RegisterName name, std::uint64_t value)
{
    return layoutsByClass()[exceptionClass(value)]->at(name);
}

} // namespace table

std::span<const ExceptionClass> exceptionClasses()
{
    return table::kExceptionClasses;
}

const ExceptionClass& exceptionClassRow(unsigned code)
{
    return table::kExceptionClasses[code & 63];
}

} // namespace fscope::arch
