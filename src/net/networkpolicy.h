// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"

#include <QNetworkProxy>

#include <functional>

class QHostAddress;
class QUrl;

namespace islet {

//! The proxy for the URL that the environment names (see ProxyRules) or, if it has no proxy settings, the system;
//! NoProxy without one. The environment is read once, the system's settings again after 30 s. That may take a moment
//! where the system runs a script.
QNetworkProxy systemProxy(const QUrl &url);

//! Which connections may be unencrypted, and which go through a proxy.
struct NetworkPolicy {
    //! Allows ws:// and http:// to other machines; if false, only to this one. Anyone on the network path can then read
    //! and change the traffic, so the user interface must show that it is on.
    bool allowsPlain = false;
    //! false for what a server on another machine names: its host name may resolve to this machine, whose local
    //! services must not be exposed to it.
    bool mayReachThisMachine = true;
    //! Ask proxyFor() instead, which excludes this machine.
    std::function<QNetworkProxy(const QUrl &url)> chooseProxy = systemProxy;
};

//! Whether the host is this machine: localhost, names ending in .localhost, 127.0.0.0/8, ::1.
bool isLoopback(const QUrl &url);
//! As isLoopback(), but also 0.0.0.0 and ::, which reach this machine on some systems.
bool leadsHere(const QUrl &url);
bool leadsHere(const QHostAddress &address);

//! The proxy for a connection to `url`: HttpProxy, Socks5Proxy, or NoProxy; never a proxy for this machine.
QNetworkProxy proxyFor(const QUrl &url, const NetworkPolicy &policy);
//! `host:port`, without the credentials.
QString nameOf(const QNetworkProxy &proxy);

//! InsecureConnection unless the URL is https, wss, or unencrypted and allowed.
Expected<void> checkEncrypted(const QUrl &url, const NetworkPolicy &policy);

} // namespace islet
