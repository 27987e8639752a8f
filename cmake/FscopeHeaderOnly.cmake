# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Faultscope developers

# For cross builds: the libraries that need no compiling, taken from the host's headers. /usr/include itself must not be
# searched by a compiler for another system, so each library is reached by a link in a folder of its own.

set(FSCOPE_HOST_INCLUDE "/usr/include" CACHE PATH "Where the host keeps fmt/, nlohmann/, CLI/ and tl/")
set(linked "${PROJECT_BINARY_DIR}/host-include")
file(MAKE_DIRECTORY "${linked}")
foreach(folder IN ITEMS CLI fmt nlohmann tl)
    if(NOT EXISTS "${FSCOPE_HOST_INCLUDE}/${folder}")
        message(FATAL_ERROR "There is no ${FSCOPE_HOST_INCLUDE}/${folder}; set FSCOPE_HOST_INCLUDE")
    endif()
    file(CREATE_LINK "${FSCOPE_HOST_INCLUDE}/${folder}" "${linked}/${folder}" SYMBOLIC)
endforeach()

foreach(library IN ITEMS CLI11::CLI11 fmt::fmt nlohmann_json::nlohmann_json tl::expected)
    add_library(${library} INTERFACE IMPORTED GLOBAL)
    target_include_directories(${library} SYSTEM INTERFACE "${linked}")
endforeach()
target_compile_definitions(fmt::fmt INTERFACE FMT_HEADER_ONLY=1)
