// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <functional>

class QObject;
class QTcpSocket;

// Private to this folder.
namespace islet {

//! Bounds what an HTTP proxy answers to a socket that connects through one; Qt keeps it, without limit, until its head
//! is complete. Calls `tooMuch` after 64 KiB, or after 64 pieces. Call it once connecting has begun.
void boundProxyAnswer(QTcpSocket &socket, QObject *context, const std::function<void()> &tooMuch);

} // namespace islet
