// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/transportregistry.h"

namespace islet {

//! All protocols that Islet supports, for the window, isletctl, the embedded room, tests and benchmarks.
TransportRegistry allProtocols();

} // namespace islet
