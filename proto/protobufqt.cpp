// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "protobufqt.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/message_lite.h>

namespace islet::proto {

QByteArray serialised(const google::protobuf::MessageLite &message)
{
    QByteArray bytes(static_cast<qsizetype>(message.ByteSizeLong()), Qt::Uninitialized);
    {
        google::protobuf::io::ArrayOutputStream array(bytes.data(), static_cast<int>(bytes.size()));
        google::protobuf::io::CodedOutputStream out(&array);
        out.SetSerializationDeterministic(true);
        message.SerializeWithCachedSizes(&out);
    }
    return bytes;
}

} // namespace islet::proto
