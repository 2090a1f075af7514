// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMetaType>
#include <QString>

namespace islet {

//! A completed step of connecting to a room, as shown to the user and to scripts.
struct HandshakeStep {
    enum class Kind {
        RealmAsked, //!< its description was requested (ADR-110)
        RealmAnswered,
        LoginAsked, //!< signed-login (ADR-180)
        LoginAnswered,
        Resolved, //!< the host's name (DNS)
        Connected, //!< TCP
        Encrypted, //!< TLS
        Upgraded, //!< to a WebSocket
        Identified, //!< our address was sent
        Challenged, //!< the challenge was received
        Signed, //!< the signed challenge was sent
        Welcomed,
        Moved, //!< to an island
    };

    Kind kind;
    //! What happened, in a sentence: contains no secret; untrusted text is quoted and bounded. May be empty.
    QString detail;
};

//! `realmAsked` and so on, for scripts.
QString nameOf(HandshakeStep::Kind kind);

//! The detail of a Welcomed step: how many others are present, and whether the room authenticated their addresses.
QString welcomeDetail(qsizetype others, bool isAuthenticated);

} // namespace islet
