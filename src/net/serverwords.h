// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "net/httprequest.h"

namespace islet {

//! The reason that a server gives for a refusal: `message` (ADR-180, the middlewares) or `error` (worlds, gatekeeper)
//! of a JSON body, quoted and bounded. Empty without one.
QString serverWords(const HttpResponse &response);

//! `reason` for this response: with its status and Retry-After, and as a network failure if the status can pass.
CloseReason refusedBy(const HttpResponse &response, CloseReason reason);

} // namespace islet
