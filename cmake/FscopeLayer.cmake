# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Faultscope developers

# The vocabulary of every CMakeLists.txt below the root. Sources are listed and sorted, never globbed, so that
# a file that is forgotten here is missed by the linker instead of depending on when CMake last ran.

# fscope_layer(mmu SOURCES walk.cpp walk.h DEPENDS memory [LIBRARIES tl::expected] [PRIVATE_LIBRARIES ZLIB::ZLIB] [QT])
#
# The static library fscope_<name> of one folder. DEPENDS names other layers without their prefix. LIBRARIES are seen by
# whoever uses the layer, PRIVATE_LIBRARIES stay behind its .cpp files. QT turns on moc and Qt's strict definitions.
# A layer with no source yet is an interface library: it can be depended on from the first day.
function(fscope_layer name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "QT" "" "SOURCES;DEPENDS;LIBRARIES;PRIVATE_LIBRARIES")
    _fscope_check_arguments(fscope_layer)
    list(TRANSFORM arg_DEPENDS PREPEND "fscope_")
    set(compiled ${arg_SOURCES})
    list(FILTER compiled INCLUDE REGEX "\\.cpp$")
    if(NOT compiled)
        add_library(fscope_${name} INTERFACE)
        target_sources(fscope_${name} PRIVATE ${arg_SOURCES})
        target_link_libraries(fscope_${name} INTERFACE
            fscope_options ${arg_DEPENDS} ${arg_LIBRARIES} ${arg_PRIVATE_LIBRARIES})
        return()
    endif()
    add_library(fscope_${name} STATIC ${arg_SOURCES})
    target_link_libraries(fscope_${name}
        PUBLIC fscope_options ${arg_DEPENDS} ${arg_LIBRARIES}
        PRIVATE fscope_warnings ${arg_PRIVATE_LIBRARIES})
    if(arg_QT)
        _fscope_use_qt(fscope_${name})
    endif()
endfunction()

# fscope_program(faultscope MAIN main.cpp LAYER gui [QT])
#
# An executable of one file over the layer that holds the rest, so that tests can link everything but main().
function(fscope_program name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "QT" "MAIN;LAYER" "")
    _fscope_check_arguments(fscope_program)
    add_executable(${name} ${arg_MAIN})
    target_link_libraries(${name} PRIVATE fscope_${arg_LAYER} fscope_warnings)
    if(arg_QT)
        _fscope_use_qt(${name})
        _fscope_use_qrc(${name})
    endif()
    install(TARGETS ${name} RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endfunction()

# fscope_test(tst_stage2walk LAYERS mmu [SOURCES tst_stage2walk.cpp fakeram.h] [LIBRARIES …] [TIMEOUT 60])
#
# One Qt Test program and one ctest entry of the same name. Without SOURCES it is <name>.cpp. Every test may also
# include "tests/support/paths.h" to find files of the source tree and the programs that were built.
function(fscope_test name)
    if(NOT FSCOPE_TESTS)
        return()
    endif()
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "SOURCES;LAYERS;LIBRARIES")
    _fscope_check_arguments(fscope_test)
    if(NOT arg_SOURCES)
        set(arg_SOURCES ${name}.cpp)
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()
    set(layers ${arg_LAYERS})
    list(TRANSFORM layers PREPEND "fscope_")
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE
        ${layers} ${arg_LIBRARIES} fscope_testsupport fscope_options fscope_warnings Qt6::Test)
    _fscope_use_qt(${name})
    if("widgets" IN_LIST arg_LAYERS OR "gui" IN_LIST arg_LAYERS)
        _fscope_use_qrc(${name})
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QT_LOGGING_RULES=qt.qpa.*=false"
        TIMEOUT ${arg_TIMEOUT})
endfunction()

# fscope_bench(bench_intercept LAYERS machine [SOURCES bench_intercept.cpp] [LIBRARIES …] [QT])
#
# One program of measurements, see tests/bench/benchreport.h. QT gives it an offscreen QApplication.
function(fscope_bench name)
    if(NOT FSCOPE_BENCH OR NOT benchmark_FOUND)
        return()
    endif()
    cmake_parse_arguments(PARSE_ARGV 1 arg "QT" "" "SOURCES;LAYERS;LIBRARIES")
    _fscope_check_arguments(fscope_bench)
    if(NOT arg_SOURCES)
        set(arg_SOURCES ${name}.cpp)
    endif()
    set(layers ${arg_LAYERS})
    list(TRANSFORM layers PREPEND "fscope_")
    add_executable(${name} ${arg_SOURCES})
    set(main fscope_benchmain)
    if(arg_QT)
        set(main fscope_benchmain_qt)
        _fscope_use_qt(${name})
        _fscope_use_qrc(${name})
    endif()
    target_link_libraries(${name} PRIVATE ${layers} ${arg_LIBRARIES} ${main} fscope_options fscope_warnings)
endfunction()

# fscope_fuzz(fuzz_tracefile LAYERS trace [SOURCES fuzz_tracefile.cpp] [LIBRARIES …])
#
# One libFuzzer target; its seeds are the files of corpus/<name without fuzz_>/ beside it, used by ./dev fuzz.
function(fscope_fuzz name)
    if(NOT FSCOPE_FUZZ)
        return()
    endif()
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LAYERS;LIBRARIES")
    _fscope_check_arguments(fscope_fuzz)
    if(NOT arg_SOURCES)
        set(arg_SOURCES ${name}.cpp)
    endif()
    set(layers ${arg_LAYERS})
    list(TRANSFORM layers PREPEND "fscope_")
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ${layers} ${arg_LIBRARIES} fscope_options fscope_warnings)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
endfunction()

macro(_fscope_check_arguments function)
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "${function}(${name}): do not know ${arg_UNPARSED_ARGUMENTS}")
    endif()
    set(_sorted ${arg_SOURCES})
    list(SORT _sorted)
    if(NOT "${_sorted}" STREQUAL "${arg_SOURCES}")
        string(REPLACE ";" "\n    " _sorted "${_sorted}")
        message(FATAL_ERROR "${function}(${name}): sources are kept sorted, so that two people's additions merge. "
            "The order is\n    ${_sorted}\n")
    endif()
endmacro()

function(_fscope_use_qt target)
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    # moc 6.4 cannot read libstdc++'s <concepts> where it is the first standard header of a file (<compare> brings it).
    # It needs nothing from there, so its include guard is set.
    set_target_properties(${target} PROPERTIES AUTOMOC_MOC_OPTIONS "-D_GLIBCXX_CONCEPTS")
    target_link_libraries(${target} PRIVATE fscope_qt_options)
endfunction()

# Icons, themes and translations, as objects: in a static library the linker would drop their registration.
function(_fscope_use_qrc target)
    if(TARGET fscope_qrc)
        target_link_libraries(${target} PRIVATE fscope_qrc)
    endif()
endfunction()
