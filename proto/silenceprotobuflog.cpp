// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "silenceprotobuflog.h"

#include <google/protobuf/stubs/common.h>
#if GOOGLE_PROTOBUF_VERSION < 4022000
#include <google/protobuf/stubs/logging.h>
#endif

namespace islet::proto {

void silenceProtobufLog()
{
#if GOOGLE_PROTOBUF_VERSION < 4022000 // newer versions log through Abseil, as configured at build time
    [[maybe_unused]] static const auto before = google::protobuf::SetLogHandler(nullptr);
#endif
}

} // namespace islet::proto
