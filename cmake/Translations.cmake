# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Faultscope developers

# Qt Linguist: `cmake --build build/dev --target update_translations` reads the strings of the sources into
# translations/*.ts; every build compiles those into :/i18n/*.qm of the desktop program.

set(fscope_ts "${PROJECT_SOURCE_DIR}/translations/faultscope_zh_CN.ts")

# core/ has no Qt: it marks what people read with FSCOPE_TR("Core", "text"), which lupdate takes for QT_TRANSLATE_NOOP.
# Without -I . lupdate does not find our headers, and so files tr() of a namespace's class under a context that does not exist.
# Line numbers stay out of the .ts, so that a change of code is not a change of translations.
set(FSCOPE_LUPDATE_ARGUMENTS -I . core models widgets app -recursive -extensions cpp,h
    -tr-function-alias QT_TRANSLATE_NOOP+=FSCOPE_TR
    -locations none -source-language en -target-language zh_CN
    CACHE INTERNAL "for the test of translations as well")
add_custom_target(update_translations
    COMMAND "${CMAKE_COMMAND}" -E make_directory translations
    COMMAND Qt6::lupdate ${FSCOPE_LUPDATE_ARGUMENTS} -no-obsolete -ts ${fscope_ts}
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
    COMMENT "Collecting texts for translators"
    VERBATIM)

set(qm_dir "${PROJECT_BINARY_DIR}/i18n")
set(qrc_rows "")
foreach(ts IN LISTS fscope_ts)
    if(NOT EXISTS "${ts}")
        continue()
    endif()
    cmake_path(GET ts STEM LAST_ONLY stem)
    set(qm "${qm_dir}/${stem}.qm")
    add_custom_command(OUTPUT "${qm}"
        COMMAND Qt6::lrelease -silent "${ts}" -qm "${qm}"
        DEPENDS "${ts}"
        VERBATIM)
    string(APPEND qrc_rows "    <file>${stem}.qm</file>\n")
endforeach()

set(FSCOPE_TRANSLATIONS_QRC "${qm_dir}/i18n.qrc")
file(CONFIGURE OUTPUT "${FSCOPE_TRANSLATIONS_QRC}"
    CONTENT "<RCC>\n  <qresource prefix=\"/i18n\">\n@qrc_rows@  </qresource>\n</RCC>\n" @ONLY)
