// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"

class QUrl;

namespace islet {

//! What may be spoken without TLS.
struct NetworkPolicy {
    //! Plain ws:// and http:// to other machines too; without it, to this one alone. Everybody on the way can then read
    //! and change what is said, so whoever switches it on keeps it in sight.
    bool allowsPlain = false;
};

//! This machine, by its name or number: localhost and what ends in .localhost, 127.0.0.0/8, ::1.
bool isLoopback(const QUrl &url);
//! Also by what is no address of it, and gets here on some systems all the same: 0.0.0.0 and ::.
bool leadsHere(const QUrl &url);

//! InsecureConnection unless the URL is https, wss, or plain and allowed.
Expected<void> checkEncrypted(const QUrl &url, const NetworkPolicy &policy);

} // namespace islet
