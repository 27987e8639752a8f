# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Faultscope developers

# Writes OUTPUT, a .cpp that holds the bytes of INPUT as the array SYMBOL; run by EmbedFiles.cmake with cmake -P.
file(READ "${INPUT}" hex HEX)
string(LENGTH "${hex}" size)
math(EXPR size "${size} / 2")
if(size EQUAL 0)
    set(bytes "0")
else()
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
    # Lines of twenty bytes, which compilers and people who open the file by accident can bear.
    string(REPEAT "....." 20 line)
    string(REGEX REPLACE "(${line})" "\\1\n" bytes "${bytes}")
endif()
file(WRITE "${OUTPUT}" "#include <cstddef>
namespace fscope::embedded {
extern const unsigned char ${SYMBOL}[];
extern const std::size_t ${SYMBOL}_size;
const unsigned char ${SYMBOL}[] = {
${bytes}
};
const std::size_t ${SYMBOL}_size = ${size};
}
")
