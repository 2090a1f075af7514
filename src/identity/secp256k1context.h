// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/address.h"

#include <secp256k1.h>

// Private to this folder: nothing outside it sees libsecp256k1.
namespace islet {

//! One immutable context per process: creating it costs more than a signature.
const secp256k1_context *secp256k1Context();

Address addressOf(const secp256k1_pubkey &key);

} // namespace islet
