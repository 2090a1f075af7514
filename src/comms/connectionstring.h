// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"

#include <QUrl>

#include <optional>

namespace islet {

//! A comms address as in ADR-180: `protocol:parameters`, split at the first colon.
class ConnectionString {
public:
    static constexpr qsizetype maxLength = 4'096;

    //! Checks the grammar only; TransportFactory decides whether the protocol is supported. Accepts a bare `offline`,
    //! as the web client writes it.
    static Expected<ConnectionString> parse(QStringView text);
    //! For user input: trims white space; a bare ws:// or wss:// URL is a ws-room, and an HTTP URL, a host
    //! (`peer.example.org`, `localhost:8000`) or a name (`name.dcl.eth`, `main`) is a realm. Also accepts what a realm
    //! may name, see fromAdapter(). Errors are worded for users rather than in terms of the grammar.
    static Expected<ConnectionString> fromTyped(QStringView text);
    //! For an adapter named by a realm (ADR-110): strips every leading `fixed-adapter:`, and one `archipelago:` before
    //! another `archipelago:`.
    static Expected<ConnectionString> fromAdapter(QStringView text);

    //! For a link from a browser or a chat: `dcl-comms:` or `dcl-comms://`, then anything fromTyped() accepts,
    //! percent-encoded or not.
    static Expected<ConnectionString> fromLink(QStringView link);
    static constexpr QStringView linkScheme = u"dcl-comms:";

    static ConnectionString offline() { return ConnectionString(QStringLiteral("offline"), QString()); }

    const QString &protocol() const { return m_protocol; }
    const QString &parameters() const { return m_parameters; }
    QString toString() const;
    //! The user info before an @, and the value of every query item, are replaced by an ellipsis. To show a connection
    //! string, use TransportRegistry::display().
    QString withoutSecrets() const { return withoutSecretsExcept({}); }
    //! The same, but the values of the query items named in `harmless` stay.
    QString withoutSecretsExcept(const QStringList &harmless) const;

    //! Whether this is a realm named only by `name.dcl.eth`, which contains no host.
    bool isName() const;
    //! For ws-room and archipelago: the server's URL; prepends wss:// unless it starts with ws:// or wss://.
    Expected<QUrl> webSocketUrl() const;
    //! For realm: the URL of its description (ADR-110); `name.dcl.eth` is a world, `main` the main realm (ADR-144).
    Expected<QUrl> aboutUrl() const;
    //! For signed-login: the login URL, http or https.
    Expected<QUrl> loginUrl() const;

    friend bool operator==(const ConnectionString &, const ConnectionString &) = default;

private:
    ConnectionString(QString protocol, QString parameters)
        : m_protocol(std::move(protocol))
        , m_parameters(std::move(parameters))
    { }

    QString m_protocol;
    QString m_parameters;
};

} // namespace islet
