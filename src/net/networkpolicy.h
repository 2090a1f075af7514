// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"

#include <QNetworkProxy>

#include <functional>

class QUrl;

namespace islet {

//! The proxy that the environment names for the URL (see ProxyRules), or else the system's; NoProxy without one. The
//! environment is read once. The first answer for a host may take a moment where the system runs a script for it.
QNetworkProxy systemProxy(const QUrl &url);

//! Which connections may be unencrypted, and which go through a proxy.
struct NetworkPolicy {
    //! Allows ws:// and http:// to other machines; if false, only to this one. Anyone on the network path can then read
    //! and change the traffic, so the user interface must show that it is on.
    bool allowsPlain = false;
    //! Ask proxyFor() instead, which excludes this machine.
    std::function<QNetworkProxy(const QUrl &url)> chooseProxy = systemProxy;
};

//! Whether the host is this machine: localhost, names ending in .localhost, 127.0.0.0/8, ::1.
bool isLoopback(const QUrl &url);
//! As isLoopback(), but also 0.0.0.0 and ::, which reach this machine on some systems.
bool leadsHere(const QUrl &url);

//! The proxy for a connection to `url`: HttpProxy, Socks5Proxy, or NoProxy; never a proxy for this machine.
QNetworkProxy proxyFor(const QUrl &url, const NetworkPolicy &policy);
//! `host:port`, without the credentials.
QString nameOf(const QNetworkProxy &proxy);

//! InsecureConnection unless the URL is https, wss, or unencrypted and allowed.
Expected<void> checkEncrypted(const QUrl &url, const NetworkPolicy &policy);

} // namespace islet
