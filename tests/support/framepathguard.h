// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

// The .cpp is compiled into the one program that uses it: it interposes malloc and other functions for the whole
// program, including C libraries.

#include <QStringList>

#include <functional>

//! Verifies that an action does nothing that may block its thread.
namespace islet::test {

//! Returns the functions that this thread called during `action` and that allocate, free, lock, wait, log or access a
//! file: each name once, the first few only.
QStringList trespassesIn(const std::function<void()> &action);

//! What can be watched here: sanitizers interpose malloc themselves.
enum class Watched {
    Nothing, //!< not Linux with glibc
    Memory,
    Everything,
};
Watched watched();

} // namespace islet::test
