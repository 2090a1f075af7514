// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QNetworkProxy>
#include <QProcessEnvironment>
#include <QStringList>

class QUrl;

namespace islet {

//! The proxies that the environment names, in curl's variables: `http_proxy` (lower case only: a web server may set the
//! other from a request) for http and ws, `https_proxy` for https and wss, `all_proxy` for both; `no_proxy` has hosts
//! without one, as `example.org` (its subdomains too), `example.org:8080` or `*`. The values are
//! `[scheme://][user:password@]host[:port]`; http and socks5 are supported. The default port is 1080.
class ProxyRules {
public:
    explicit ProxyRules(const QProcessEnvironment &environment);

    //! Whether the environment has proxy settings, even if they name no proxy for some URLs.
    bool isAnySet() const { return m_isAnySet; }
    //! Whether no_proxy names the host.
    bool excludes(const QUrl &url) const;
    //! DefaultProxy if the environment names none. An unsupported proxy is returned as an HTTP proxy without
    //! credentials: connections then fail instead of bypassing it.
    QNetworkProxy proxyFor(const QUrl &url) const;

private:
    bool m_isAnySet;
    QNetworkProxy m_http;
    QNetworkProxy m_https;
    QStringList m_excluded;
};

} // namespace islet
