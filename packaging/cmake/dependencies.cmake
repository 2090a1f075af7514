# SPDX-FileCopyrightText: The Islet authors
# SPDX-License-Identifier: Apache-2.0

# The libraries that Islet needs. If one is missing, the error names the command that installs it.

# islet_missing(what debian brew vcpkg): stops, and says how to install it.
function(islet_missing what debian brew vcpkg)
    message(FATAL_ERROR "${what} is missing. Install it with `sudo apt install ${debian}` on Debian, "
                        "`brew install ${brew}` on macOS, or `vcpkg install ${vcpkg}` on Windows, then run this again.")
endfunction()

find_package(Qt6 6.4.2 QUIET COMPONENTS Core Network WebSockets Multimedia Gui Qml Quick QuickControls2 Sql Svg)
if(NOT Qt6_FOUND)
    islet_missing("Qt 6.4.2 or newer (with WebSockets, Multimedia, Quick and Svg)"
        "qt6-base-dev qt6-declarative-dev qt6-websockets-dev qt6-multimedia-dev qt6-svg-dev" "qt"
        "qtbase qtdeclarative qtwebsockets qtmultimedia qtsvg")
endif()

find_package(Qt6 6.4.2 QUIET OPTIONAL_COMPONENTS DBus) # appearance settings and notifications of Linux desktops

find_package(Qt6LinguistTools QUIET)
if(NOT Qt6LinguistTools_FOUND OR NOT TARGET Qt6::lrelease)
    islet_missing("Qt's tools for translations" "qt6-tools-dev qt6-l10n-tools" "qt" "qttools")
endif()

find_package(Protobuf CONFIG QUIET)
if(NOT Protobuf_FOUND)
    find_package(Protobuf MODULE QUIET)
endif()
if(NOT Protobuf_FOUND OR NOT TARGET protobuf::protoc)
    islet_missing("Protocol Buffers" "protobuf-compiler libprotobuf-dev" "protobuf" "protobuf")
endif()

find_package(tl-expected CONFIG QUIET)
if(NOT tl-expected_FOUND)
    islet_missing("tl::expected" "libexpected-dev" "tl-expected" "tl-expected")
endif()

find_package(libsecp256k1 CONFIG QUIET)             # upstream's own package file
find_package(unofficial-secp256k1 CONFIG QUIET)     # that of older vcpkg ports
if(TARGET libsecp256k1::secp256k1)
    add_library(islet_secp256k1 ALIAS libsecp256k1::secp256k1)
elseif(TARGET unofficial::secp256k1)
    add_library(islet_secp256k1 ALIAS unofficial::secp256k1)
else()
    find_package(PkgConfig QUIET)
    if(PkgConfig_FOUND)
        pkg_check_modules(secp256k1 QUIET IMPORTED_TARGET libsecp256k1)
    endif()
    if(NOT TARGET PkgConfig::secp256k1)
        islet_missing("libsecp256k1 (with recovery)" "libsecp256k1-dev pkg-config" "secp256k1 pkg-config" "secp256k1")
    endif()
    add_library(islet_secp256k1 ALIAS PkgConfig::secp256k1)
endif()

find_package(Qt6Keychain CONFIG QUIET)
if(NOT TARGET Qt6Keychain::Qt6Keychain)
    islet_missing("QtKeychain for Qt 6" "qtkeychain-qt6-dev" "qtkeychain" "qtkeychain-qt6")
endif()

# islet_pkg(name module debian brew vcpkg): finds a library through pkg-config, as target islet_NAME.
find_package(PkgConfig QUIET)
function(islet_pkg name module debian brew vcpkg)
    if(PkgConfig_FOUND)
        pkg_check_modules(${name} QUIET IMPORTED_TARGET ${module})
    endif()
    if(NOT TARGET PkgConfig::${name})
        islet_missing("${module}" "${debian} pkg-config" "${brew} pkg-config" "${vcpkg} pkgconf")
    endif()
    add_library(islet_${name} INTERFACE)
    target_link_libraries(islet_${name} INTERFACE PkgConfig::${name})
endfunction()

islet_pkg(libcurl libcurl>=7.87 libcurl4-openssl-dev curl curl) # with OpenSSL, not GnuTLS
islet_pkg(opus opus libopus-dev opus opus)
islet_pkg(speexdsp speexdsp libspeexdsp-dev speexdsp speexdsp)
islet_pkg(sndfile sndfile libsndfile1-dev libsndfile libsndfile)
