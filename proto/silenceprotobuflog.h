// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace islet::proto {

//! Stops libprotobuf from writing to standard error about bytes that strangers send. Cheap to call again.
void silenceProtobufLog();

} // namespace islet::proto
