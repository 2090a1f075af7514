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
#if GOOGLE_PROTOBUF_VERSION < 4022000 // later ones log through Abseil, and only what they are built to
    [[maybe_unused]] static const auto before = google::protobuf::SetLogHandler(nullptr);
#endif
}

} // namespace islet::proto
