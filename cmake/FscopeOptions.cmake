# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Faultscope developers

# Two interface targets that every target of ours links:
#   fscope_options   language level, sanitizers, coverage, assertions; travels with the layer (PUBLIC)
#   fscope_warnings  the warnings our own sources are held to (PRIVATE)
# and one for code that uses Qt:
#   fscope_qt_options

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# One target that runs every moc, so that clang-tidy can read the tests without building them.
set(CMAKE_GLOBAL_AUTOGEN_TARGET ON)
set(CMAKE_GLOBAL_AUTOGEN_TARGET_NAME fscope_autogen)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Debug, Release, RelWithDebInfo or MinSizeRel" FORCE)
endif()

configure_file("${PROJECT_SOURCE_DIR}/core/base/version.h.in"
    "${PROJECT_BINARY_DIR}/generated/fscope/version.h" @ONLY)

add_library(fscope_options INTERFACE)
target_compile_features(fscope_options INTERFACE cxx_std_20)
# Our own headers are named from the root of the repository: #include "core/mmu/walk.h".
target_include_directories(fscope_options INTERFACE
    "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/generated")
if(MSVC)
    target_compile_options(fscope_options INTERFACE /utf-8 /permissive- /Zc:__cplusplus)
endif()
if(FSCOPE_ASSERTIONS)
    target_compile_definitions(fscope_options INTERFACE _GLIBCXX_ASSERTIONS)
endif()
if(FSCOPE_SANITIZE)
    string(REPLACE ";" "," fscope_sanitizers "${FSCOPE_SANITIZE}")
    target_compile_options(fscope_options INTERFACE "-fsanitize=${fscope_sanitizers}" -fno-omit-frame-pointer)
    target_link_options(fscope_options INTERFACE "-fsanitize=${fscope_sanitizers}")
    if("undefined" IN_LIST FSCOPE_SANITIZE)
        # A report that does not fail the test would not be seen.
        target_compile_options(fscope_options INTERFACE -fno-sanitize-recover=undefined)
    endif()
endif()
if(FSCOPE_COVERAGE)
    target_compile_options(fscope_options INTERFACE --coverage -fprofile-update=atomic)
    target_link_options(fscope_options INTERFACE --coverage)
endif()

add_library(fscope_warnings INTERFACE)
if(MSVC)
    target_compile_options(fscope_warnings INTERFACE /W4 $<$<BOOL:${FSCOPE_WERROR}>:/WX>)
else()
    target_compile_options(fscope_warnings INTERFACE -Wall -Wextra -Wconversion -Wshadow
        $<$<BOOL:${FSCOPE_WERROR}>:-Werror>)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND FSCOPE_SANITIZE)
    # GCC warns inside the checks it has inserted itself (GCC bug 105562 and its kin).
    target_compile_options(fscope_warnings INTERFACE -Wno-maybe-uninitialized)
endif()

add_library(fscope_qt_options INTERFACE)
target_compile_definitions(fscope_qt_options INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_FOREACH
    QT_USE_QSTRINGBUILDER
    $<$<BOOL:${FSCOPE_ASSERTIONS}>:QT_FORCE_ASSERTS>)
