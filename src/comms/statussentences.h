// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "net/closereason.h"

namespace islet {

//! What an HTTP status means for the user, if it is one of a refusal by an upgrade, a realm or a login, with
//! placeholders for the arguments of the reason; nullptr if the code's own sentence says it.
const char *statusSentence(const CloseReason &reason);

} // namespace islet
