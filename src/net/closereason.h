// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMetaType>
#include <QString>

namespace islet {

//! Why a transport closed. `detail` is a sentence for the user; text from the server is quoted in it, bounded.
struct CloseReason {
    enum class Kind {
        Requested, //!< by us
        Kicked, //!< by the server; not retried
        Rejected, //!< refused before joining
        Protocol, //!< the other side violated the protocol
        Network, //!< the connection was lost, or the server or realm is unreachable at the moment
    };

    Kind kind = Kind::Requested;
    QString detail;

    //! Only a network failure is retried automatically; everything else needs the user.
    bool isRetryable() const { return kind == Kind::Network; }
};

//! `requested`, `kicked` and so on, for programs and logs.
QString nameOf(CloseReason::Kind kind);

} // namespace islet
