// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/error.h"

#include <QUrl>

namespace islet {

//! Where to go, as ADR-180 writes it: `protocol:parameters`, split at the first colon.
class ConnectionString {
public:
    static constexpr qsizetype maxLength = 4'096;

    //! The grammar alone; whether the protocol can be spoken is TransportFactory's to say. A bare `offline` is taken,
    //! as the web client writes it.
    static Expected<ConnectionString> parse(QStringView text);
    //! The same for what a person typed: white space around it goes, and a bare ws:// or wss:// URL is a ws-room.
    static Expected<ConnectionString> fromTyped(QStringView text);

    const QString &protocol() const { return m_protocol; }
    const QString &parameters() const { return m_parameters; }
    QString toString() const;
    //! For people, logs and settings: the value of every query item that may be a secret is replaced by an ellipsis.
    QString toDisplay() const;

    //! For ws-room: its URL; wss:// is put before what begins neither with ws:// nor wss://.
    Expected<QUrl> webSocketUrl() const;

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
