// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QString>

#include <algorithm>
#include <string>

namespace google::protobuf {
class MessageLite;
}

namespace islet::proto {

//! Reads at most `maxBytes` bytes of the UTF-8.
inline QString toQt(const std::string &utf8, std::size_t maxBytes = std::string::npos)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(std::min(utf8.size(), maxBytes)));
}

//! Deterministic: maps are written in the order of their keys.
QByteArray serialised(const google::protobuf::MessageLite &message);

} // namespace islet::proto
