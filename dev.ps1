#!/usr/bin/env pwsh
# SPDX-FileCopyrightText: The Islet authors
# SPDX-License-Identifier: Apache-2.0
#
# The Windows counterpart of ./dev: uses MSVC and the libraries in packaging/windows/vcpkg.json, which vcpkg builds.
# UNTESTED: never run on Windows so far. Reports and fixes are welcome.
#
# Run it in a "Developer PowerShell for VS", which provides cl, cmake, ninja and, if Visual Studio includes vcpkg, VCPKG_ROOT.
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$verb, $rest = $args # no param(): PowerShell would parse ctest's -R as a parameter of this script
$rest = @($rest | Where-Object { $null -ne $_ })
if (-not $verb) { $verb = 'help' }

function Stop-With([int] $Status, [string] $Text) {
    [Console]::Error.WriteLine("dev: $Text")
    exit $Status
}

# Call PROGRAM [ARGS]: runs the program and exits if it fails.
function Call {
    $program, $arguments = $args
    & $program @arguments
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

function Need([hashtable] $Tools) {
    foreach ($tool in $Tools.Keys) {
        if (-not (Get-Command $tool -ErrorAction SilentlyContinue)) {
            Stop-With 1 "$tool is missing. $($Tools[$tool])"
        }
    }
}

function Need-Build {
    $studio = 'Run this in a "Developer PowerShell for VS" with the C++ workload installed.'
    Need @{ cl = $studio; cmake = $studio; ninja = $studio }
    if (-not $env:VCPKG_ROOT) {
        Stop-With 1 ('VCPKG_ROOT is not set. Clone https://github.com/microsoft/vcpkg, run its bootstrap-vcpkg.bat, ' +
            'and set VCPKG_ROOT to its folder.')
    }
}

function Build([string] $Preset) {
    Need-Build
    if ($env:CI -or -not (Test-Path "build/$Preset/build.ninja")) {
        Write-Host "Configuring build/$Preset (vcpkg builds the libraries first; with Qt this takes hours, once)."
        $werror = if ($env:CI) { 'ON' } else { 'OFF' }
        Call cmake --preset $Preset "-DISLET_WERROR=$werror" "-DVCPKG_MANIFEST_DIR=$root/packaging/windows" `
            "-DCMAKE_TOOLCHAIN_FILE=$env:VCPKG_ROOT/scripts/buildsystems/vcpkg.cmake"
    }
    Write-Host "Building build/$Preset."
    Call cmake --build "build/$Preset"
    # vcpkg copies the libraries next to the programs, but not Qt's plugins and QML modules.
    $qt = (Get-ChildItem "build/$Preset/vcpkg_installed/*-windows*/Qt6" | Select-Object -First 1).FullName
    $env:QT_PLUGIN_PATH = "$qt/plugins"
    $env:QML_IMPORT_PATH = "$qt/qml"
}

# Installs the pinned npm peers, again when the pins change.
function Install-Peers {
    Need @{ node = 'Install it with: winget install OpenJS.NodeJS.LTS'; npm = 'It is included with node.' }
    $note = Get-Item tests/peers/node_modules/.package-lock.json -Force -ErrorAction SilentlyContinue
    if ($note -and $note.LastWriteTime -gt (Get-Item tests/peers/package-lock.json).LastWriteTime) { return }
    Call npm ci --ignore-scripts --loglevel=error --prefix tests/peers
}

function Get-Sources([string[]] $Folders) {
    (Get-ChildItem $Folders -Recurse -Include *.cpp, *.h | Where-Object FullName -NotMatch 'node_modules').FullName
}

$calledFrom = Get-Location
Set-Location $root
try {
    switch ($verb) {
        'run' {
            Build dev
            Set-Location $calledFrom
            Call "$root/build/dev/bin/islet.exe" @rest
        }
        'build' { Build dev }
        'test' {
            if ($rest -contains '--sanitize') {
                Stop-With 2 'test --sanitize needs GCC or Clang: use ./dev on Linux or macOS.'
            }
            Install-Peers
            Build dev
            Call ctest --preset dev --parallel 2 @rest
        }
        'lint' {
            $llvm = 'Install it with: winget install LLVM.LLVM'
            Need @{ 'clang-format' = $llvm; 'clang-tidy' = $llvm }
            $files = Get-Sources app, src, tests, bench
            Call clang-format --dry-run -Werror @files
            Build dev
            $files = @(Get-Sources app, src) -like '*.cpp'
            Call clang-tidy --quiet -p build/dev @files
        }
        'format' {
            Need @{ 'clang-format' = 'Install it with: winget install LLVM.LLVM' }
            $files = Get-Sources app, src, tests, bench
            Call clang-format -i @files
        }
        'bench' {
            Install-Peers
            Build bench
            $programs = @(Get-ChildItem build/bench/bin/bench_*.exe)
            $names = $programs.BaseName -replace '^bench_'
            if ($rest -and $names -notcontains $rest[0]) {
                Stop-With 2 "unknown benchmark `"$($rest[0])`"; choose one of: $names."
            }
            $env:ISLET_PEERS = "$root/tests/peers"
            foreach ($name in $(if ($rest) { $rest[0] } else { $names })) {
                Write-Host "== $name"
                Call "build/bench/bin/bench_$name.exe"
            }
        }
        'translate' {
            Build dev
            Call cmake --build build/dev --target islet_translate
        }
        'clean' { Remove-Item build -Recurse -Force -ErrorAction SilentlyContinue }
        { $_ -in 'help', '-h', '--help' } {
            @'
./dev.ps1 COMMAND

  run [ARGS]       build, and open the window; ARGS are passed to islet
  build            build for development, into build/dev
  test [ARGS]      run the tests; ARGS are passed to ctest: ./dev.ps1 test -R identity
  lint             check the format and, with clang-tidy, the code
  format           format the code with clang-format
  bench [NAME]     run the benchmarks, all of them or one
  translate        update resources/translations from the strings in the sources
  clean            remove build/
  help             show this text
'@
        }
        default { Stop-With 2 "unknown command `"$verb`"; ./dev.ps1 help lists all commands." }
    }
} finally {
    Set-Location $calledFrom
}
