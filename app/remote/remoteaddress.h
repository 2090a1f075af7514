// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace islet {

//! Where the running window of this user listens for its remote control: a socket in the user's own runtime folder, or
//! a named pipe on Windows. Empty when there is no folder that is the user's alone.
QString remoteAddress();

} // namespace islet
