// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "net/closecode.h"

#include <QMetaType>
#include <QStringList>

#include <memory>

namespace islet {

//! Why a transport closed. comms/closesentences.h makes a sentence of it.
struct CloseReason {
    enum class Kind {
        Requested, //!< by us
        Kicked, //!< by the server; not retried
        Rejected, //!< refused before joining
        Protocol, //!< the other side violated the protocol
        Network, //!< the connection was lost, or the server or realm is unreachable at the moment
    };
    //! The phase of the session in which it happened.
    enum class When {
        Joining, //!< before the room was joined for the first time
        Reconnecting, //!< while reconnecting after a loss
        Joined, //!< in the room
    };

    Kind kind = Kind::Requested;
    CloseCode code = CloseCode::Left;
    QStringList arguments = {}; //!< see CloseCode
    When when = When::Joining; //!< set by CommsSession
    std::shared_ptr<const CloseReason> cause = {}; //!< of IslandLost: why its room closed

    //! Only a network failure is retried automatically; everything else needs the user.
    bool isRetryable() const { return kind == Kind::Network; }
};

//! `requested`, `kicked` and so on, for programs and logs.
QString nameOf(CloseReason::Kind kind);
//! `joining`, `reconnecting` or `joined`.
QString nameOf(CloseReason::When when);
//! The name of its code, with the HTTP status where there is one: `http.502`.
QString nameOf(const CloseReason &reason);

} // namespace islet
