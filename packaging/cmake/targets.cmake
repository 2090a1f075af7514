# SPDX-FileCopyrightText: The Islet authors
# SPDX-License-Identifier: Apache-2.0

# How the code of this project is compiled.

add_library(islet_rules INTERFACE)
target_compile_definitions(islet_rules INTERFACE
    # Implicit string conversions are errors, as in libQuotient.
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_STRICT_ITERATORS
    ISLET_VERSION="${PROJECT_VERSION}"
    $<$<CONFIG:RelWithDebInfo>:QT_FORCE_ASSERTS>)
if(MSVC)
    target_compile_options(islet_rules INTERFACE /W4 /permissive- /utf-8 $<$<BOOL:${ISLET_WERROR}>:/WX>)
else()
    target_compile_options(islet_rules INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast
        -Woverloaded-virtual -Wconversion -Wno-sign-conversion -Wnull-dereference $<$<BOOL:${ISLET_WERROR}>:-Werror>)
endif()
if(UNIX AND NOT APPLE)
    # Some libraries require it. With it everywhere, all targets can share precompiled headers.
    target_compile_options(islet_rules INTERFACE -pthread)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 reports false null dereferences in Qt's inlined containers.
    target_compile_options(islet_rules INTERFACE -Wno-null-dereference)
endif()
if(NOT MSVC)
    add_compile_options($<$<CONFIG:Debug,RelWithDebInfo>:${ISLET_DEBUG_INFO}>)
endif()
if(ISLET_SANITIZE)
    add_compile_options(-O1 -fsanitize=${ISLET_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${ISLET_SANITIZE})
endif()

# islet_precompiled(name libraries... HEADERS headers...): precompiles headers for other targets to reuse. GCC rejects
# precompiled headers for a target that defines other macros which those headers test.
function(islet_precompiled name)
    cmake_parse_arguments(arg "" "" "HEADERS" ${ARGN})
    set(source ${CMAKE_BINARY_DIR}/${name}.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT "// Only for the precompiled headers.\n")
    add_library(${name} OBJECT ${source})
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    target_link_libraries(${name} PRIVATE islet_rules ${arg_UNPARSED_ARGUMENTS})
    target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
endfunction()

set(core_headers <algorithm> <array> <chrono> <cmath> <functional> <memory> <optional> <span> <utility> <vector>
    <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList>
    <QObject> <QPointer> <QRegularExpression> <QSet> <QSettings> <QString> <QStringList> <QTimer> <QUrl> <tl/expected.hpp>)
set(window_headers <QGuiApplication> <QImage> <QPainter> <QQmlEngine> <QQuickItem> <QQuickWindow>
    <QtQml/qqmlregistration.h>)
set(test_headers <QSignalSpy> <QTemporaryDir> <QTest>)
islet_precompiled(islet_pch tl::expected Qt6::Core HEADERS ${core_headers})
islet_precompiled(islet_pch_window tl::expected Qt6::Quick HEADERS ${core_headers} ${window_headers})

# islet_library(name SOURCES ... PUBLIC ... PRIVATE ...): one library for one folder. Headers of src/ are included as
# "folder/name.h", those of app/ as "app/folder/name.h".
function(islet_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${arg_PUBLIC} PRIVATE islet_rules ${arg_PRIVATE})
    target_precompile_headers(${name} REUSE_FROM islet_pch)
endfunction()

# islet_loads(loader MACRO module library main.cpp): puts a library that is seldom needed, and all that it needs, into a
# loadable module, which `loader` loads on demand from the path in MACRO, relative to the program's folder; the path is
# the same in the build tree and installed. On systems other than Linux, without MACRO, the library is linked instead.
function(islet_loads loader macro module library main)
    if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
        include(GNUInstallDirs)
        file(RELATIVE_PATH folder ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBDIR}/islet)
        add_library(${module} MODULE ${main})
        target_link_libraries(${module} PRIVATE ${library} islet_rules)
        # Exports only its entry point, so that none of its symbols override those of the program.
        target_link_options(${module} PRIVATE -Wl,--exclude-libs,ALL)
        set_target_properties(${module} PROPERTIES
            PREFIX "" CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
            LIBRARY_OUTPUT_DIRECTORY ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/${folder})
        target_compile_definitions(${loader} PRIVATE ${macro}="${folder}/${module}.so")
        add_dependencies(${loader} ${module})
    else()
        target_sources(${library} PRIVATE ${main})
        target_link_libraries(${loader} PRIVATE ${library})
    endif()
endfunction()
