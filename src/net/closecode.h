// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <cstddef>

namespace islet {

//! Why a connection ended, one code for each cause. The comment names the arguments of the CloseReason: they contain no
//! secret, and untrusted text in them is quoted and bounded. "The error's sentence" is Error::detail, in the language
//! of the time when the error occurred.
//!
//! New codes need a name in closecode.cpp, a sentence in comms/closesentences.cpp and a line in docs/terminal.md.
enum class CloseCode {
    // Session.
    Left,
    AddressRefused, //!< the error's sentence
    // Reaching a server.
    NoAnswer, //!< host
    NothingListening, //!< host
    HostNotFound, //!< host name, quoted
    ClosedAtOnce, //!< host
    Unreachable, //!< host, Qt's message, quoted
    StoppedReading, //!< host
    StoppedResponding, //!< host
    ConnectionLost, //!< host
    ProxyFailed, //!< host, proxy
    LeadsHere, //!< host
    TlsHostname, //!< host
    TlsExpired, //!< host
    TlsNotYetValid, //!< host
    TlsUntrusted, //!< host
    TlsInvalid, //!< host, Qt's message, quoted
    TlsUnexplained, //!< host
    TlsHandshake, //!< host, Qt's message, quoted, unencrypted scheme
    TlsClosedAtOnce, //!< host
    // The WebSocket.
    HttpStatus, //!< host, status, server's words, quoted
    NotWebSocket, //!< host
    MessageTooLarge, //!< host, bytes
    // An HTTP request.
    RequestUnanswered, //!< host
    RequestNotListening, //!< host
    RequestClosed, //!< host
    RequestTlsClosed, //!< host
    RequestCutOff, //!< host
    RequestTooLarge, //!< host, bytes
    RequestNotHttp, //!< host
    RequestRedirected, //!< host, target, quoted
    RequestUnsigned, //!< the error's sentence
    RequestModuleMissing,
    // A realm.
    RealmStatus, //!< host, status, server's words, quoted
    RealmWebPage, //!< host
    RealmMalformed, //!< host
    RealmNotAccepting, //!< host
    RealmUnhealthy, //!< host
    RealmBadAdapter, //!< host, the error's sentence
    RealmAdapterRefused, //!< host, the error's sentence
    // A signed login; the last argument is how far the local clock is behind, in seconds.
    LoginDenied, //!< host, server's text, quoted, clock
    LoginWebPage, //!< host, status, clock
    LoginStatus, //!< host, status, clock
    LoginAdapterRefused, //!< host, the error's sentence
    // The handshake with a room.
    HandshakeMalformed, //!< host, bytes
    HandshakeText, //!< host
    HandshakeNotChallenge, //!< host
    HandshakeNotWelcome, //!< host
    HandshakeBadChallenge, //!< the error's sentence
    HandshakeNoChallenge, //!< host
    HandshakeNoWelcome, //!< host
    ClosedBeforeChallenge, //!< host
    ClosedBeforeWelcome, //!< host
    // A room.
    TooManyPeers, //!< host, number, limit
    NotAdmitted, //!< host, server's reason, quoted
    NotAdmittedSilently, //!< host
    Kicked, //!< server's reason, quoted
    KickedSilently,
    // An archipelago.
    ArchipelagoMalformed, //!< host, bytes
    ArchipelagoText, //!< host
    ArchipelagoNotChallenge, //!< host
    ArchipelagoNotWelcome, //!< host
    ArchipelagoNoChallenge, //!< host
    ArchipelagoClosedBeforeChallenge, //!< host
    ArchipelagoClosedBeforeWelcome, //!< host
    ArchipelagoUnreadable, //!< host
    ArchipelagoKicked,
    IslandWithoutAddress, //!< island, quoted
    IslandRefused, //!< the error's sentence
    IslandLost, //!< island, quoted; has a cause
};

inline constexpr std::size_t closeCodeCount = static_cast<std::size_t>(CloseCode::IslandLost) + 1;

//! The stable name for scripts and logs: `tls.expired`. Contains %1 where an HTTP status belongs.
QString nameOf(CloseCode code);

} // namespace islet
