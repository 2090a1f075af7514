// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "net/networkcontext.h"

namespace islet {

class Identity;

//! What every transport is made with.
struct TransportContext {
    const Identity &identity; //!< must outlive all transports made with it
    NetworkContext network = {};
};

} // namespace islet
