# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Faultscope developers

# Tools that make builds quicker when they are there and that nobody has to have.

find_program(FSCOPE_CCACHE ccache)
mark_as_advanced(FSCOPE_CCACHE)
if(FSCOPE_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    # Paths relative to the source tree: a second clone or build folder then finds what the first one compiled.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${FSCOPE_CCACHE}")
endif()

# mold and lld link the Qt programs several times faster than the system's linker. Each must be proved by
# linking: a compiler may be unable to drive a linker that is installed. Clang's own run-time libraries
# may need the linker of its version, so the choice stays the compiler's there.
option(FSCOPE_FAST_LINKER "Link with mold or lld when the compiler can" ON)
if(FSCOPE_FAST_LINKER AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT CMAKE_CROSSCOMPILING)
    include(CheckLinkerFlag)
    foreach(linker IN ITEMS mold lld)
        check_linker_flag(CXX "-fuse-ld=${linker}" FSCOPE_HAS_${linker})
        if(FSCOPE_HAS_${linker})
            add_link_options("-fuse-ld=${linker}")
            break()
        endif()
    endforeach()
endif()
