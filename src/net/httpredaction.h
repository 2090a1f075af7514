// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/packettap.h"

#include <QUrl>

// Private to this folder.
namespace islet {

//! The head and the body of requests and responses for a PacketTap, with "[N bytes]" in place of everything that may be
//! a secret: the values of headers that carry credentials, and whatever withoutSecrets() finds elsewhere.

//! Headers as "name: value" lines with line ends; a line that is not a header is a request line or a status line.
QByteArray redactedHead(const QByteArray &lines);
//! A body that is not UTF-8 text, or has more than 64 KiB, is only counted.
QByteArray redactedBody(const QByteArray &body);
//! A whole request or response.
FrameSummary describeHttp(Direction direction, const QByteArray &frame);
//! Without user information, query and fragment, and without secrets in the path.
QString redactedUrl(const QUrl &url);

} // namespace islet
