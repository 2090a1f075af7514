// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

// Its .cpp is compiled into the one program that uses it: it stands in front of malloc and others for the whole
// program, libraries in C included.

#include <QStringList>

#include <functional>

//! Proof that an action does nothing that may hold up the thread that runs it.
namespace islet::test {

//! The functions that take or give back memory, lock, wait, write a log or touch a file and that this thread called
//! during `action`, each by name once; the first few.
QStringList trespassesIn(const std::function<void()> &action);

//! Which kinds of them are seen here: sanitizers take the place in front of malloc for themselves.
enum class Watched {
    Nothing, //!< not Linux with glibc
    Memory,
    Everything,
};
Watched watched();

} // namespace islet::test
