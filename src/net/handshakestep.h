// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMetaType>
#include <QString>

namespace islet {

//! How far getting in has come; what a person or a script sees of the handshake.
struct HandshakeStep {
    enum class Kind {
        RealmAsked, //!< for its description (ADR-110)
        RealmAnswered,
        LoginAsked, //!< signed-login (ADR-180)
        LoginAnswered,
        Resolved, //!< the host's name (DNS)
        Connected, //!< TCP
        Encrypted, //!< TLS
        Upgraded, //!< to a WebSocket
        Identified, //!< our address was sent
        Challenged, //!< a text to sign came
        Signed, //!< its signature was sent
        Welcomed,
        Moved, //!< to an island
    };

    Kind kind;
    //! Plain words on what was seen: no secret, and foreign text quoted and bounded. May be empty.
    QString detail;
};

//! `realmAsked` and so on, for programs.
QString nameOf(HandshakeStep::Kind kind);

} // namespace islet
