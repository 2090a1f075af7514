// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "net/handshakestep.h"

namespace islet {

//! A sentence for the user, in the current language: what was done, or what was learned.
QString sentenceOf(const HandshakeStep &step);

} // namespace islet
