// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "net/closecode.h"

#include <QMetaType>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>

namespace islet {

//! Why a transport closed. comms/closesentences.h makes a sentence of it.
struct CloseReason {
    enum class Kind {
        Requested, //!< by us
        Kicked, //!< by the server
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
    int httpStatus = 0; //!< of the answer that refused us; 0 without one
    std::optional<std::chrono::seconds> retryAfter = {}; //!< as the server asked, not yet bounded
};

//! Whether an HTTP status means that the server cannot answer at the moment: 408, 425, 429 and 5xx.
bool isTemporary(int httpStatus);

//! `requested`, `kicked` and so on, for programs and logs.
QString nameOf(CloseReason::Kind kind);
//! `joining`, `reconnecting` or `joined`.
QString nameOf(CloseReason::When when);
//! The name of its code, with the HTTP status where there is one: `http.502`.
QString nameOf(const CloseReason &reason);

} // namespace islet
