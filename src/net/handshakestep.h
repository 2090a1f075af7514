// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMetaType>
#include <QStringList>

namespace islet {

//! A step of connecting, one code for each thing that can be said about it. The comment names the arguments of the
//! HandshakeStep: they contain no secret, and untrusted text in them is quoted and bounded.
//!
//! New codes need a name in handshakestep.cpp, a sentence in comms/stepsentences.cpp and a line in docs/terminal.md.
enum class StepCode {
    RealmAsked, //!< host
    RealmAnswered, //!< the comms address, quoted
    RealmWithoutComms, //!< the realm names no room
    LoginAsked, //!< host, our address
    LoginAnswered, //!< HTTP status
    Resolved, //!< host name
    Connected, //!< IP address, port
    Encrypted, //!< protocol, cipher
    Upgraded, //!< subprotocol, quoted
    UpgradedPlain, //!< the server chose no subprotocol
    Identified, //!< our address
    Challenged,
    ChallengedInRoom, //!< our other connection to the room will be closed
    ChallengedConnected, //!< our other connection to the archipelago will be closed
    Signed,
    Welcomed, //!< number of others
    WelcomedUnverified, //!< number of others; the room required no signature
    WelcomedArchipelago, //!< an island follows
    Moved, //!< island, quoted, number of people
};

inline constexpr int stepCodeCount = static_cast<int>(StepCode::Moved) + 1;

//! A completed step of connecting to a room. comms/stepsentences.h makes a sentence of it.
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

    StepCode code;
    QStringList arguments = {}; //!< see StepCode

    Kind kind() const;
};

//! `realmAsked` and so on, for scripts.
QString nameOf(HandshakeStep::Kind kind);

//! The stable name of a code, for scripts: `realm.asked`.
QString nameOf(StepCode code);

} // namespace islet
