// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"

#include <QUrl>

#include <optional>

namespace islet {

//! Where to go, as ADR-180 writes it: `protocol:parameters`, split at the first colon.
class ConnectionString {
public:
    static constexpr qsizetype maxLength = 4'096;

    //! The grammar alone; whether the protocol can be spoken is TransportFactory's to say. A bare `offline` is taken,
    //! as the web client writes it.
    static Expected<ConnectionString> parse(QStringView text);
    //! The same for what a person typed: white space around it goes, a bare ws:// or wss:// URL is a ws-room, and a
    //! URL, a host (`peer.example.org`, `localhost:8000`) or a name (`name.dcl.eth`, `main`) is a realm. What a realm
    //! may name is taken too, see fromAdapter(). What is wrong is said in words for people, not of the grammar.
    static Expected<ConnectionString> fromTyped(QStringView text);
    //! The same for what a realm names (ADR-110): `fixed-adapter:` is taken off as often as it stands there, and
    //! `archipelago:` once before another or before a wss: that is an archipelago's.
    static Expected<ConnectionString> fromAdapter(QStringView text);

    //! The same for a link that a browser or a chat hands over: `dcl-comms:` or `dcl-comms://`, then what a person
    //! might type, percent-encoded or not.
    static Expected<ConnectionString> fromLink(QStringView link);
    static constexpr QStringView linkScheme = u"dcl-comms:";

    static ConnectionString offline() { return ConnectionString(QStringLiteral("offline"), QString()); }

    const QString &protocol() const { return m_protocol; }
    const QString &parameters() const { return m_parameters; }
    QString toString() const;
    //! For people, logs and settings: the value of every query item that may be a secret is replaced by an ellipsis.
    QString toDisplay() const;

    //! A realm by its name alone, `name.dcl.eth`, which stands in no host.
    bool isName() const;
    //! For ws-room and archipelago: its URL; wss:// is put before what begins neither with ws:// nor wss://.
    Expected<QUrl> webSocketUrl() const;
    //! For realm: where its description (ADR-110) is; `name.dcl.eth` is a world's, `main` the main realm (ADR-144).
    Expected<QUrl> aboutUrl() const;
    //! For signed-login: its URL, http or https.
    Expected<QUrl> loginUrl() const;
    //! Any of the three, as the protocol has it; nothing for a protocol without a server, or a URL that is none.
    std::optional<QUrl> serverUrl() const;

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
