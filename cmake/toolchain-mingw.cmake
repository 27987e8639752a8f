# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Faultscope developers

# core/ and fscope for Windows, built on Debian (packages g++-mingw-w64-x86-64 and libz-mingw-w64-dev):
#
#     cmake -S . -B build/mingw -G Ninja -D FSCOPE_GUI=OFF -D FSCOPE_TESTS=OFF \
#         -D CMAKE_TOOLCHAIN_FILE=cmake/toolchain-mingw.cmake
#
# Debian has no Qt for MinGW, so the desktop program is not part of this. fmt, JSON, CLI11 and tl-expected are used as
# headers, of the host's packages: see FscopeHeaderOnly.cmake.

set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(triple x86_64-w64-mingw32)

# The "posix" flavour has std::thread.
set(CMAKE_CXX_COMPILER ${triple}-g++-posix)
set(CMAKE_RC_COMPILER ${triple}-windres)

set(CMAKE_FIND_ROOT_PATH /usr/${triple})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# One .exe that runs without DLLs beside it.
set(CMAKE_EXE_LINKER_FLAGS_INIT "-static")
set(FSCOPE_HEADER_ONLY_LIBRARIES ON CACHE BOOL "")
