# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Faultscope developers

# Files compiled into the programs for code that has no Qt, and so no .qrc. Read them with core/base/embedded.h.
#
# fscope_embed(fscope_resources FILES lessons/a.json samples/b.bin.gz)
#
# A static library that defines fscope::embeddedFiles() with the listed files under the names they are listed by.
# Each file becomes a .cpp of its own (an array of bytes, which every compiler takes), written when the file changes, so
# that editing one lesson compiles one lesson. A byte costs five bytes of source: right for some hundred KiB a file.
function(fscope_embed target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "FILES")
    set(generated "${CMAKE_CURRENT_BINARY_DIR}/${target}")
    set(script "${PROJECT_SOURCE_DIR}/cmake/EmbedFile.cmake")
    # Sorted by name: embeddedFile() searches by halves.
    list(SORT arg_FILES)
    list(REMOVE_DUPLICATES arg_FILES)
    set(sources "")
    set(declarations "")
    set(rows "")
    foreach(file IN LISTS arg_FILES)
        set(input "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
        if(NOT EXISTS "${input}")
            message(FATAL_ERROR "fscope_embed(${target}): there is no file ${input}")
        endif()
        string(MAKE_C_IDENTIFIER "${file}" symbol)
        set(output "${generated}/${symbol}.cpp")
        add_custom_command(OUTPUT "${output}"
            COMMAND "${CMAKE_COMMAND}" -D "INPUT=${input}" -D "OUTPUT=${output}" -D "SYMBOL=${symbol}" -P "${script}"
            DEPENDS "${input}" "${script}"
            COMMENT "Embedding ${file}"
            VERBATIM)
        list(APPEND sources "${output}")
        string(APPEND declarations
            "extern const unsigned char ${symbol}[];\nextern const std::size_t ${symbol}_size;\n")
        string(APPEND rows "        row(\"${file}\", embedded::${symbol}, embedded::${symbol}_size),\n")
    endforeach()
    list(LENGTH arg_FILES count)
    configure_file("${PROJECT_SOURCE_DIR}/cmake/EmbeddedFiles.cpp.in" "${generated}/embeddedfiles.cpp" @ONLY)
    add_library(${target} STATIC ${sources} "${generated}/embeddedfiles.cpp"
        "${PROJECT_SOURCE_DIR}/core/base/embedded.h")
    target_link_libraries(${target} PUBLIC fscope_options PRIVATE fscope_warnings)
endfunction()
