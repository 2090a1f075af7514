// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/closesentences.h"

#include "base/sentence.h"
#include "comms/filledin.h"
#include "comms/statussentences.h"

#include <algorithm>
#include <array>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

struct Row {
    CloseCode code;
    const char *text;
};

//! In the order of the codes.
constexpr std::array rows = std::to_array<Row>({
    {CloseCode::Left, QT_TRANSLATE_NOOP("Sentence", "You left.")},
    {CloseCode::AddressRefused, "%1"},
    {CloseCode::NoAnswer, QT_TRANSLATE_NOOP("Sentence", "%1 didn't answer. Check the address and the network.")},
    {CloseCode::NothingListening,
     QT_TRANSLATE_NOOP("Sentence", "Nothing is listening at %1. Check the address, or start the server.")},
    {CloseCode::HostNotFound, QT_TRANSLATE_NOOP("Sentence", "Couldn't find the host %1. Check the address.")},
    {CloseCode::ClosedAtOnce,
     QT_TRANSLATE_NOOP("Sentence", "%1 accepted the connection and closed it at once. It may not be a room server.")},
    {CloseCode::Unreachable, QT_TRANSLATE_NOOP("Sentence", "Couldn't reach %1: %2.")},
    {CloseCode::StoppedReading,
     QT_TRANSLATE_NOOP("Sentence", "%1 stopped reading what Islet sends; the connection was closed.")},
    {CloseCode::StoppedResponding, QT_TRANSLATE_NOOP("Sentence", "%1 stopped responding; the connection was lost.")},
    {CloseCode::ConnectionLost, QT_TRANSLATE_NOOP("Sentence", "The connection to %1 was lost.")},
    {CloseCode::ProxyFailed,
     QT_TRANSLATE_NOOP("Sentence", "Couldn't reach %1 through the proxy %2. Check this computer's proxy settings.")},
    {CloseCode::LeadsHere,
     QT_TRANSLATE_NOOP("Sentence", "%1 leads to this computer. Remote servers aren't allowed to send you there.")},
    {CloseCode::TlsHostname,
     QT_TRANSLATE_NOOP("Sentence",
                       "The certificate of %1 was issued for another name; someone else may be answering. Check the "
                       "address; nothing was sent.")},
    {CloseCode::TlsExpired,
     QT_TRANSLATE_NOOP("Sentence",
                       "The certificate of %1 has expired. Its owner must renew it, or this computer's clock is wrong; "
                       "nothing was sent.")},
    {CloseCode::TlsNotYetValid,
     QT_TRANSLATE_NOOP("Sentence",
                       "The certificate of %1 isn't valid yet. Check this computer's clock; nothing was sent.")},
    {CloseCode::TlsUntrusted,
     QT_TRANSLATE_NOOP("Sentence",
                       "The certificate of %1 isn't trusted by this system. If it is your own, install its certificate "
                       "authority on this system; nothing was sent.")},
    {CloseCode::TlsInvalid, QT_TRANSLATE_NOOP("Sentence", "The certificate of %1 isn't valid (%2); nothing was sent.")},
    {CloseCode::TlsUnexplained, QT_TRANSLATE_NOOP("Sentence", "The certificate of %1 isn't valid; nothing was sent.")},
    {CloseCode::TlsHandshake,
     QT_TRANSLATE_NOOP("Sentence",
                       "Couldn't establish a secure connection to %1: %2. Unencrypted addresses begin with %3.")},
    {CloseCode::TlsClosedAtOnce,
     QT_TRANSLATE_NOOP("Sentence",
                       "%1 accepted the connection and closed it at once. It may not be a room server, or it may "
                       "accept only unencrypted connections (ws://).")},
    {CloseCode::HttpStatus,
     QT_TRANSLATE_NOOP("Sentence", "%1 answered with HTTP %2 instead of opening a WebSocket. Check the address.")},
    {CloseCode::NotWebSocket,
     QT_TRANSLATE_NOOP("Sentence", "%1 answered, but it isn't a WebSocket server. Check the address.")},
    {CloseCode::MessageTooLarge,
     QT_TRANSLATE_NOOP("Sentence", "%1 sent a message larger than %2 bytes, the most that Islet accepts.")},
    {CloseCode::RequestUnanswered,
     QT_TRANSLATE_NOOP("Sentence", "%1 didn't answer in time. Check the address and the network, or try again later.")},
    {CloseCode::RequestNotListening,
     QT_TRANSLATE_NOOP("Sentence", "Nothing is listening at %1. Check the address, or try again later.")},
    {CloseCode::RequestClosed, QT_TRANSLATE_NOOP("Sentence", "%1 closed the connection without answering. Try again.")},
    {CloseCode::RequestTlsClosed,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "%1 closed the connection without answering. It may accept only unencrypted connections (http://).")},
    {CloseCode::RequestCutOff,
     QT_TRANSLATE_NOOP("Sentence", "%1 closed the connection in the middle of its answer. Try again.")},
    {CloseCode::RequestTooLarge,
     QT_TRANSLATE_NOOP("Sentence",
                       "%1 answered with more than %2 bytes, the most that Islet reads. Check the address.")},
    {CloseCode::RequestNotHttp,
     QT_TRANSLATE_NOOP("Sentence", "%1 answered, but it isn't a web server. Check the address.")},
    {CloseCode::RequestRedirected,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "%1 redirects to %2, and Islet doesn't follow redirects. If you trust that address, enter it instead.")},
    {CloseCode::RequestUnsigned, "%1"},
    {CloseCode::RequestModuleMissing,
     QT_TRANSLATE_NOOP("Sentence",
                       "The part of Islet that makes web requests is missing or damaged. Reinstall Islet.")},
    {CloseCode::RealmStatus,
     QT_TRANSLATE_NOOP("Sentence", "%1 answered with HTTP %2 instead of a realm description. Check the address.")},
    {CloseCode::RealmWebPage,
     QT_TRANSLATE_NOOP("Sentence", "%1 answered with a web page, not a realm description. Check the address.")},
    {CloseCode::RealmMalformed,
     QT_TRANSLATE_NOOP("Sentence", "%1 answered with something other than a realm description. Check the address.")},
    {CloseCode::RealmNotAccepting,
     QT_TRANSLATE_NOOP("Sentence",
                       "Realm %1 isn't accepting visitors right now; it is full or closing. Try again later.")},
    {CloseCode::RealmUnhealthy, QT_TRANSLATE_NOOP("Sentence", "Realm %1 reports a problem. Try again later.")},
    {CloseCode::RealmBadAdapter, QT_TRANSLATE_NOOP("Sentence", "Realm %1 uses comms that Islet can't connect to: %2")},
    {CloseCode::RealmAdapterRefused, QT_TRANSLATE_NOOP("Sentence", "Couldn't join realm %1: %2")},
    {CloseCode::LoginDenied, QT_TRANSLATE_NOOP("Sentence", "%1 denied access: %2.")},
    {CloseCode::LoginWebPage,
     QT_TRANSLATE_NOOP("Sentence", "%1 answered with a web page (HTTP %2). It isn't a login server.")},
    {CloseCode::LoginStatus, QT_TRANSLATE_NOOP("Sentence", "%1 denied access without giving a reason (HTTP %2).")},
    {CloseCode::LoginAdapterRefused,
     QT_TRANSLATE_NOOP("Sentence", "%1 let you in, but gave an address that Islet can't connect to: %2")},
    {CloseCode::HandshakeMalformed,
     QT_TRANSLATE_NOOP("Sentence",
                       "%1 sent %2 bytes that aren't a ws-room packet. It isn't a room server, or it is faulty.")},
    {CloseCode::HandshakeText,
     QT_TRANSLATE_NOOP("Sentence", "%1 sent text instead of a ws-room packet. It isn't a room server.")},
    {CloseCode::HandshakeNotChallenge,
     QT_TRANSLATE_NOOP("Sentence",
                       "%1 sent something other than a challenge. It isn't a room server, or it is faulty.")},
    {CloseCode::HandshakeNotWelcome,
     QT_TRANSLATE_NOOP("Sentence", "%1 sent something other than a welcome. It isn't a room server, or it is faulty.")},
    {CloseCode::HandshakeBadChallenge, "%1"},
    {CloseCode::HandshakeNoChallenge,
     QT_TRANSLATE_NOOP("Sentence",
                       "%1 accepted the connection but didn't ask for a signature. It may not be a room server.")},
    {CloseCode::HandshakeNoWelcome,
     QT_TRANSLATE_NOOP("Sentence", "%1 didn't confirm the signature in time. Try again.")},
    {CloseCode::ClosedBeforeChallenge,
     QT_TRANSLATE_NOOP("Sentence",
                       "%1 closed the connection before asking for a signature. It may refuse this address, or Islet "
                       "took longer than the one second that room servers allow.")},
    {CloseCode::ClosedBeforeWelcome,
     QT_TRANSLATE_NOOP("Sentence",
                       "%1 closed the connection while checking the signature. A room does this when the clock is "
                       "wrong, the key has expired or the address is banned. Check the time, or try again.")},
    {CloseCode::TooManyPeers,
     QT_TRANSLATE_NOOP("Sentence", "%1 reports %2 people in the room; Islet accepts at most %3.")},
    {CloseCode::NotAdmitted, QT_TRANSLATE_NOOP("Sentence", "%1 didn't let you in: %2.")},
    {CloseCode::NotAdmittedSilently, QT_TRANSLATE_NOOP("Sentence", "%1 didn't let you in and gave no reason.")},
    {CloseCode::Kicked,
     QT_TRANSLATE_NOOP("Sentence",
                       "The room disconnected you, probably because this identity joined from elsewhere. It says: "
                       "%1.")},
    {CloseCode::KickedSilently,
     QT_TRANSLATE_NOOP("Sentence",
                       "The room disconnected you without giving a reason. This identity has probably joined from "
                       "elsewhere.")},
    {CloseCode::ArchipelagoMalformed,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "%1 sent %2 bytes that aren't an archipelago packet. It isn't an archipelago server, or it is faulty.")},
    {CloseCode::ArchipelagoText,
     QT_TRANSLATE_NOOP("Sentence", "%1 sent text instead of an archipelago packet. It isn't an archipelago server.")},
    {CloseCode::ArchipelagoNotChallenge,
     QT_TRANSLATE_NOOP("Sentence",
                       "%1 sent something other than a challenge. It isn't an archipelago server, or it is faulty.")},
    {CloseCode::ArchipelagoNotWelcome,
     QT_TRANSLATE_NOOP("Sentence",
                       "%1 sent something other than a welcome. It isn't an archipelago server, or it is faulty.")},
    {CloseCode::ArchipelagoNoChallenge,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "%1 accepted the connection but didn't ask for a signature. It may not be an archipelago server.")},
    {CloseCode::ArchipelagoClosedBeforeChallenge,
     QT_TRANSLATE_NOOP("Sentence",
                       "%1 closed the connection instead of asking for a signature. An archipelago does this when the "
                       "address is banned, the key has expired or the clock is wrong. Check the time, or try again.")},
    {CloseCode::ArchipelagoClosedBeforeWelcome,
     QT_TRANSLATE_NOOP("Sentence",
                       "%1 closed the connection while checking the signature. An archipelago does this when the "
                       "address is banned, the key has expired or the clock is wrong. Check the time, or try again.")},
    {CloseCode::ArchipelagoUnreadable,
     QT_TRANSLATE_NOOP("Sentence", "%1 couldn't read Islet's message. It may use another version of the protocol.")},
    {CloseCode::ArchipelagoKicked,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The archipelago disconnected you: this identity joined from another window or device, or is banned.")},
    {CloseCode::IslandWithoutAddress,
     QT_TRANSLATE_NOOP("Sentence",
                       "The archipelago assigned you to island %1 but didn't say how to connect. It does this when an "
                       "address is banned.")},
    {CloseCode::IslandRefused,
     QT_TRANSLATE_NOOP("Sentence", "The archipelago assigned you to an island that Islet can't connect to: %1")},
    {CloseCode::IslandLost, QT_TRANSLATE_NOOP("Sentence", "Couldn't connect to island %1: %2")},
});

static_assert(rows.size() == closeCodeCount);
static_assert(std::ranges::adjacent_find(rows, std::ranges::greater_equal(), &Row::code) == rows.end());

//! A login may be refused because of a wrong clock. `behind`: how far ours is behind the server's.
QString clockRemark(std::chrono::seconds behind)
{
    constexpr auto tolerance = 50s; // servers allow 60 s
    if (std::chrono::abs(behind) <= tolerance)
        return {};
    const QString remark = behind > 0s
        ? Sentence::tr("This computer's clock is %1 seconds slow. Set it, and try again.")
        : Sentence::tr("This computer's clock is %1 seconds fast. Set it, and try again.");
    return u' ' + remark.arg(std::chrono::abs(behind).count());
}

//! Whether the server's own words are its third argument.
bool holdsServerWords(const CloseReason &reason)
{
    return (reason.code == CloseCode::HttpStatus || reason.code == CloseCode::RealmStatus)
        && !reason.arguments.value(2).isEmpty();
}

bool isLoginRefusal(CloseCode code)
{
    return code == CloseCode::LoginDenied || code == CloseCode::LoginWebPage || code == CloseCode::LoginStatus;
}

} // namespace

QString sentenceOf(const CloseReason &reason)
{
    QStringList arguments = reason.arguments;
    if (reason.cause)
        arguments.append(sentenceOf(*reason.cause));
    const char *const ofStatus = statusSentence(reason);
    const char *const text = ofStatus != nullptr ? ofStatus : rows[static_cast<std::size_t>(reason.code)].text;
    QString sentence = filledIn(Sentence::tr(text), arguments);
    if (holdsServerWords(reason))
        sentence += u' ' + Sentence::tr("It says: %1.").arg(arguments[2]);
    sentence.replace(u".”."_s, u".”"_s); // quoted words may be a sentence already
    if (!isLoginRefusal(reason.code))
        return sentence;
    return sentence + clockRemark(std::chrono::seconds(reason.arguments.value(2).toLongLong()));
}

} // namespace islet
