// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "net/closereason.h"

namespace islet {

//! A sentence for the user, in the current language: what happened, where, and what to do.
QString sentenceOf(const CloseReason &reason);

} // namespace islet
