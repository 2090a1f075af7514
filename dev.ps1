#!/usr/bin/env pwsh
# SPDX-FileCopyrightText: The Islet authors
# SPDX-License-Identifier: Apache-2.0
#
# The twin of ./dev for Windows: MSVC, with the libraries of packaging/windows/vcpkg.json built by vcpkg.
# UNTESTED: written beside ./dev, never yet run on Windows. Reports and mends are welcome.
#
# Start it in a "Developer PowerShell for VS": cl, cmake and ninja are there, and VCPKG_ROOT if that came along.
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$verb, $rest = $args # no param(): it would take ctest's -R for one of its own
$rest = @($rest | Where-Object { $null -ne $_ })
if (-not $verb) { $verb = 'help' }

function Stop-With([int] $Status, [string] $Text) {
    [Console]::Error.WriteLine("dev: $Text")
    exit $Status
}

# Call PROGRAM [ARGS]: run it, and go no further when it fails.
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
    $studio = 'Start this in a "Developer PowerShell for VS", with the C++ workload installed.'
    Need @{ cl = $studio; cmake = $studio; ninja = $studio }
    if (-not $env:VCPKG_ROOT) {
        Stop-With 1 ('VCPKG_ROOT is not set. Clone https://github.com/microsoft/vcpkg, run its bootstrap-vcpkg.bat, ' +
            'and let VCPKG_ROOT be its folder.')
    }
}

function Build([string] $Preset) {
    Need-Build
    if ($env:CI -or -not (Test-Path "build/$Preset/build.ninja")) {
        Write-Host "Configuring build/$Preset (vcpkg builds the libraries first; with Qt that is hours, once)."
        $werror = if ($env:CI) { 'ON' } else { 'OFF' }
        Call cmake --preset $Preset "-DISLET_WERROR=$werror" "-DVCPKG_MANIFEST_DIR=$root/packaging/windows" `
            "-DCMAKE_TOOLCHAIN_FILE=$env:VCPKG_ROOT/scripts/buildsystems/vcpkg.cmake"
    }
    Write-Host "Building build/$Preset."
    Call cmake --build "build/$Preset"
    # The libraries come beside the programs by themselves, Qt's plugins and QML modules do not.
    $qt = (Get-ChildItem "build/$Preset/vcpkg_installed/*-windows*/Qt6" | Select-Object -First 1).FullName
    $env:QT_PLUGIN_PATH = "$qt/plugins"
    $env:QML_IMPORT_PATH = "$qt/qml"
}

# The servers and clients that nobody here wrote, as pinned; again when the pins change.
function Install-Peers {
    Need @{ node = 'Install it with: winget install OpenJS.NodeJS.LTS'; npm = 'It comes with node.' }
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
                Stop-With 2 "there is no benchmark `"$($rest[0])`"; there are: $names."
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
./dev.ps1 VERB

  run [ARGS]       build and open the window; ARGS go to islet
  build            build for daily work, into build/dev
  test [ARGS]      run the tests; ARGS go to ctest, as in: ./dev.ps1 test -R identity
  lint             check the layout and, with clang-tidy, the code
  format           lay the code out with clang-format
  bench [NAME]     measure what is promised, all of it or one thing
  translate        bring resources/translations up to date with the words in the sources
  clean            remove build/
  help             this text
'@
        }
        default { Stop-With 2 "there is no verb `"$verb`"; ./dev.ps1 help lists those there are." }
    }
} finally {
    Set-Location $calledFrom
}
