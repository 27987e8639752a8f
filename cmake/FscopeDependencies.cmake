# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Faultscope developers

# Every third party, found once, with the oldest version it was tried with. Imported targets count as system headers, so their warnings stay out.

option(FSCOPE_HEADER_ONLY_LIBRARIES "Use fmt, JSON, CLI11 and tl-expected as headers of the host, for cross builds" OFF)
if(FSCOPE_HEADER_ONLY_LIBRARIES)
    include(FscopeHeaderOnly)
else()
    find_package(fmt 9 REQUIRED)
    find_package(nlohmann_json 3.10 REQUIRED)
    find_package(CLI11 2.1 REQUIRED)
    find_package(tl-expected 1.0 REQUIRED)
endif()
find_package(ZLIB 1.2 REQUIRED)
find_package(Threads REQUIRED)

if(FSCOPE_GUI)
    find_package(Qt6 6.4 REQUIRED COMPONENTS
        Concurrent Core Gui LinguistTools Network PrintSupport Svg Widgets)
    find_package(QCustomPlotQt6 REQUIRED)
endif()
if(FSCOPE_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Test)
    # A second opinion on the text of instructions; the tests that ask for it skip themselves without it.
    find_package(PkgConfig QUIET)
    if(PKG_CONFIG_FOUND)
        pkg_check_modules(CAPSTONE QUIET IMPORTED_TARGET capstone)
    endif()
    add_feature_info(capstone CAPSTONE_FOUND "compares disassembly in tests (libcapstone-dev)")
endif()
if(FSCOPE_BENCH)
    find_package(benchmark 1.7 QUIET)
    add_feature_info(benchmark benchmark_FOUND "the programs of ./dev bench (libbenchmark-dev)")
endif()
add_feature_info(ccache FSCOPE_CCACHE "keeps compiled objects between builds")
