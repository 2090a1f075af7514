// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/closecode.h"

#include <algorithm>
#include <array>

namespace islet {

namespace {

struct Row {
    CloseCode code;
    const char *name;
};

//! In the order of the codes. Programs depend on these names: do not change them.
constexpr std::array rows = std::to_array<Row>({
    {CloseCode::Left, "left"},
    {CloseCode::AddressRefused, "address.refused"},
    {CloseCode::NoAnswer, "net.timeout"},
    {CloseCode::NothingListening, "net.refused"},
    {CloseCode::HostNotFound, "net.host-not-found"},
    {CloseCode::ClosedAtOnce, "net.closed"},
    {CloseCode::Unreachable, "net.unreachable"},
    {CloseCode::StoppedReading, "net.not-reading"},
    {CloseCode::StoppedResponding, "net.not-responding"},
    {CloseCode::ConnectionLost, "net.lost"},
    {CloseCode::ProxyFailed, "net.proxy"},
    {CloseCode::LeadsHere, "net.this-computer"},
    {CloseCode::TlsHostname, "tls.hostname"},
    {CloseCode::TlsExpired, "tls.expired"},
    {CloseCode::TlsNotYetValid, "tls.not-yet-valid"},
    {CloseCode::TlsUntrusted, "tls.untrusted"},
    {CloseCode::TlsInvalid, "tls.invalid"},
    {CloseCode::TlsUnexplained, "tls.unexplained"},
    {CloseCode::TlsHandshake, "tls.handshake"},
    {CloseCode::TlsClosedAtOnce, "tls.closed"},
    {CloseCode::HttpStatus, "http.%1"},
    {CloseCode::NotWebSocket, "ws.not-websocket"},
    {CloseCode::MessageTooLarge, "ws.too-large"},
    {CloseCode::RequestUnanswered, "request.timeout"},
    {CloseCode::RequestNotListening, "request.refused"},
    {CloseCode::RequestClosed, "request.closed"},
    {CloseCode::RequestTlsClosed, "request.tls-closed"},
    {CloseCode::RequestCutOff, "request.cut-off"},
    {CloseCode::RequestTooLarge, "request.too-large"},
    {CloseCode::RequestNotHttp, "request.not-http"},
    {CloseCode::RequestRedirected, "request.redirected"},
    {CloseCode::RequestUnsigned, "request.unsigned"},
    {CloseCode::RequestModuleMissing, "request.no-module"},
    {CloseCode::RealmStatus, "realm.http.%1"},
    {CloseCode::RealmWebPage, "realm.web-page"},
    {CloseCode::RealmMalformed, "realm.malformed"},
    {CloseCode::RealmNotAccepting, "realm.not-accepting"},
    {CloseCode::RealmUnhealthy, "realm.unhealthy"},
    {CloseCode::RealmBadAdapter, "realm.bad-adapter"},
    {CloseCode::RealmAdapterRefused, "realm.adapter-refused"},
    {CloseCode::LoginDenied, "login.denied"},
    {CloseCode::LoginWebPage, "login.web-page"},
    {CloseCode::LoginStatus, "login.http.%1"},
    {CloseCode::LoginAdapterRefused, "login.adapter-refused"},
    {CloseCode::HandshakeMalformed, "handshake.malformed"},
    {CloseCode::HandshakeText, "handshake.text"},
    {CloseCode::HandshakeNotChallenge, "handshake.not-challenge"},
    {CloseCode::HandshakeNotWelcome, "handshake.not-welcome"},
    {CloseCode::HandshakeBadChallenge, "handshake.bad-challenge"},
    {CloseCode::HandshakeNoChallenge, "handshake.no-challenge"},
    {CloseCode::HandshakeNoWelcome, "handshake.no-welcome"},
    {CloseCode::ClosedBeforeChallenge, "handshake.closed-before-challenge"},
    {CloseCode::ClosedBeforeWelcome, "handshake.closed-before-welcome"},
    {CloseCode::TooManyPeers, "room.too-many-peers"},
    {CloseCode::NotAdmitted, "room.not-admitted"},
    {CloseCode::NotAdmittedSilently, "room.not-admitted-silently"},
    {CloseCode::Kicked, "kicked"},
    {CloseCode::KickedSilently, "kicked.no-reason"},
    {CloseCode::ArchipelagoMalformed, "archipelago.malformed"},
    {CloseCode::ArchipelagoText, "archipelago.text"},
    {CloseCode::ArchipelagoNotChallenge, "archipelago.not-challenge"},
    {CloseCode::ArchipelagoNotWelcome, "archipelago.not-welcome"},
    {CloseCode::ArchipelagoNoChallenge, "archipelago.no-challenge"},
    {CloseCode::ArchipelagoClosedBeforeChallenge, "archipelago.closed-before-challenge"},
    {CloseCode::ArchipelagoClosedBeforeWelcome, "archipelago.closed-before-welcome"},
    {CloseCode::ArchipelagoUnreadable, "archipelago.unreadable"},
    {CloseCode::ArchipelagoKicked, "archipelago.kicked"},
    {CloseCode::IslandWithoutAddress, "island.no-address"},
    {CloseCode::IslandRefused, "island.refused"},
    {CloseCode::IslandLost, "island.lost"},
});

static_assert(rows.size() == closeCodeCount);
static_assert(std::ranges::adjacent_find(rows, std::ranges::greater_equal(), &Row::code) == rows.end());

} // namespace

QString nameOf(CloseCode code)
{
    return QString::fromLatin1(rows[static_cast<std::size_t>(code)].name);
}

} // namespace islet
