# How this project states its targets: one concept, one library, one edge a line.

add_library(slipway-options INTERFACE)
target_compile_options(slipway-options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wconversion
    -Wno-sign-conversion -Wimplicit-fallthrough)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(slipway-options INTERFACE -Wno-missing-field-initializers)
elseif(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    target_compile_options(slipway-options INTERFACE -Wno-missing-designated-field-initializers -Wno-missing-field-initializers)
endif()
if(SLIPWAY_WERROR)
    target_compile_options(slipway-options INTERFACE -Werror)
endif()
if(SLIPWAY_SANITIZE)
    add_compile_options(-fsanitize=${SLIPWAY_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${SLIPWAY_SANITIZE})
    if(SLIPWAY_SANITIZE MATCHES "undefined")
        add_compile_options(-fno-sanitize-recover=undefined)
    endif()
endif()
# slipway_watch_qt(): each program that uses Qt tells ThreadSanitizer about it, and the modules that it loads do so through
# the program.
macro(slipway_watch_qt)
    foreach(name handoffs reports)
        target_sources(Qt6::Core INTERFACE
            $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:${CMAKE_SOURCE_DIR}/packaging/sanitizers/tsan_qt_${name}.cpp>)
    endforeach()
    set(CMAKE_EXECUTABLE_ENABLE_EXPORTS ON)
endmacro()
if(SLIPWAY_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)   # so that the fuzzer sees which branches an input takes
endif()
find_program(SLIPWAY_MOLD mold)
if(SLIPWAY_MOLD)
    add_link_options(-fuse-ld=mold)
endif()

# slipway_library(CONCEPT SOURCES a.cpp … [DEPENDS concept-or-target …] [PRIVATE_DEPENDS …] [QT])
# makes the target slipway-CONCEPT from the current folder. Its headers are included as "CONCEPT/header.h", and only by
# those that name it in DEPENDS: each target sees the folders of its own edges and no others.
function(slipway_library concept)
    cmake_parse_arguments(ARG "QT" "" "SOURCES;DEPENDS;PRIVATE_DEPENDS" ${ARGN})
    set(target slipway-${concept})
    add_library(${target} STATIC ${ARG_SOURCES})
    set(door ${CMAKE_BINARY_DIR}/include/${concept})
    file(MAKE_DIRECTORY ${door})
    file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${door}/${concept} SYMBOLIC)
    target_include_directories(${target} PUBLIC ${door})
    target_link_libraries(${target} PRIVATE slipway-options PUBLIC ${ARG_DEPENDS} PRIVATE ${ARG_PRIVATE_DEPENDS})
    if(ARG_QT)
        set_target_properties(${target} PROPERTIES AUTOMOC ON AUTORCC ON)
        target_compile_definitions(${target} PRIVATE QT_NO_CAST_FROM_ASCII QT_NO_KEYWORDS)
    endif()
endfunction()

# slipway_module(NAME SOURCES … DEPENDS … [QT]) makes slipway-NAME.so, the target slipway-NAME-module: a part that programs
# load when they first need it (core/module).
function(slipway_module name)
    cmake_parse_arguments(ARG "QT" "" "SOURCES;DEPENDS" ${ARGN})
    set(target slipway-${name}-module)
    add_library(${target} MODULE ${ARG_SOURCES})
    set_target_properties(${target} PROPERTIES OUTPUT_NAME slipway-${name} PREFIX "" CXX_VISIBILITY_PRESET hidden
        VISIBILITY_INLINES_HIDDEN ON LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib)
    target_link_libraries(${target} PRIVATE slipway-options ${ARG_DEPENDS})
    if(ARG_QT)
        set_target_properties(${target} PROPERTIES AUTOMOC ON)
        target_compile_definitions(${target} PRIVATE QT_NO_CAST_FROM_ASCII QT_NO_KEYWORDS)
    endif()
    install(TARGETS ${target} LIBRARY DESTINATION lib/slipway)
endfunction()

# slipway_test_entry(NAME COMMAND … [LABELS …] [TIMEOUT seconds]): ctest's entry for a program or script, with the
# environment that every test is given.
function(slipway_test_entry name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "COMMAND;LABELS" ${ARGN})
    add_test(NAME ${name} COMMAND ${ARG_COMMAND})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    # These end what hangs, and nothing that is slow because the machine is busy or a sanitizer watches.
    if(SLIPWAY_SANITIZE)
        math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 5")
    else()
        math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 2")
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;SLIPWAY_BINARIES=${CMAKE_BINARY_DIR}/bin;SLIPWAY_SOURCE=${CMAKE_SOURCE_DIR};LC_ALL=C.UTF-8;QTEST_FUNCTION_TIMEOUT=${ARG_TIMEOUT}000")
endfunction()

# slipway_test(NAME SOURCES … DEPENDS … [LABELS …] [TIMEOUT seconds]): a Qt Test program and its entry.
function(slipway_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;DEPENDS;LABELS" ${ARGN})
    set(target test_${name})
    add_executable(${target} ${ARG_SOURCES})
    set_target_properties(${target} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_link_libraries(${target} PRIVATE slipway-options ${ARG_DEPENDS} Qt6::Test)
    slipway_test_entry(${name} COMMAND ${target} TIMEOUT "${ARG_TIMEOUT}" LABELS ${ARG_LABELS})
endfunction()
