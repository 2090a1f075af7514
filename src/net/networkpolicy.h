// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"

class QUrl;

namespace islet {

//! Which connections may be unencrypted.
struct NetworkPolicy {
    //! Allows ws:// and http:// to other machines; if false, only to this one. Anyone on the network path can then read
    //! and change the traffic, so the user interface must show that it is on.
    bool allowsPlain = false;
};

//! Whether the host is this machine: localhost, names ending in .localhost, 127.0.0.0/8, ::1.
bool isLoopback(const QUrl &url);
//! As isLoopback(), but also 0.0.0.0 and ::, which reach this machine on some systems.
bool leadsHere(const QUrl &url);

//! InsecureConnection unless the URL is https, wss, or unencrypted and allowed.
Expected<void> checkEncrypted(const QUrl &url, const NetworkPolicy &policy);

} // namespace islet
