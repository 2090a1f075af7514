// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace islet::proto {

//! Stops libprotobuf from logging malformed input from peers to standard error. Cheap to call again.
void silenceProtobufLog();

} // namespace islet::proto
