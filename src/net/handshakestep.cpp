// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/handshakestep.h"

using namespace Qt::StringLiterals;

namespace islet {

QString nameOf(HandshakeStep::Kind kind)
{
    switch (kind) {
    case HandshakeStep::Kind::RealmAsked: return u"realmAsked"_s;
    case HandshakeStep::Kind::RealmAnswered: return u"realmAnswered"_s;
    case HandshakeStep::Kind::LoginAsked: return u"loginAsked"_s;
    case HandshakeStep::Kind::LoginAnswered: return u"loginAnswered"_s;
    case HandshakeStep::Kind::Resolved: return u"resolved"_s;
    case HandshakeStep::Kind::Connected: return u"connected"_s;
    case HandshakeStep::Kind::Encrypted: return u"encrypted"_s;
    case HandshakeStep::Kind::Upgraded: return u"upgraded"_s;
    case HandshakeStep::Kind::Identified: return u"identified"_s;
    case HandshakeStep::Kind::Challenged: return u"challenged"_s;
    case HandshakeStep::Kind::Signed: return u"signed"_s;
    case HandshakeStep::Kind::Welcomed: return u"welcomed"_s;
    case HandshakeStep::Kind::Moved: return u"moved"_s;
    }
    Q_UNREACHABLE();
}

QString nameOf(StepCode code)
{
    switch (code) {
    case StepCode::RealmAsked: return u"realm.asked"_s;
    case StepCode::RealmAnswered: return u"realm.answered"_s;
    case StepCode::RealmWithoutComms: return u"realm.no-comms"_s;
    case StepCode::LoginAsked: return u"login.asked"_s;
    case StepCode::LoginAnswered: return u"login.answered"_s;
    case StepCode::Resolved: return u"net.resolved"_s;
    case StepCode::Connected: return u"net.connected"_s;
    case StepCode::Encrypted: return u"tls.encrypted"_s;
    case StepCode::Upgraded: return u"ws.upgraded"_s;
    case StepCode::UpgradedPlain: return u"ws.no-subprotocol"_s;
    case StepCode::Identified: return u"handshake.identified"_s;
    case StepCode::Challenged: return u"handshake.challenged"_s;
    case StepCode::ChallengedInRoom: return u"handshake.already-in-room"_s;
    case StepCode::ChallengedConnected: return u"handshake.already-connected"_s;
    case StepCode::Signed: return u"handshake.signed"_s;
    case StepCode::Welcomed: return u"room.welcomed"_s;
    case StepCode::WelcomedUnverified: return u"room.welcomed-unverified"_s;
    case StepCode::WelcomedArchipelago: return u"archipelago.welcomed"_s;
    case StepCode::Moved: return u"island.moved"_s;
    }
    Q_UNREACHABLE();
}

HandshakeStep::Kind HandshakeStep::kind() const
{
    switch (code) {
    case StepCode::RealmAsked: return Kind::RealmAsked;
    case StepCode::RealmAnswered:
    case StepCode::RealmWithoutComms: return Kind::RealmAnswered;
    case StepCode::LoginAsked: return Kind::LoginAsked;
    case StepCode::LoginAnswered: return Kind::LoginAnswered;
    case StepCode::Resolved: return Kind::Resolved;
    case StepCode::Connected: return Kind::Connected;
    case StepCode::Encrypted: return Kind::Encrypted;
    case StepCode::Upgraded:
    case StepCode::UpgradedPlain: return Kind::Upgraded;
    case StepCode::Identified: return Kind::Identified;
    case StepCode::Challenged:
    case StepCode::ChallengedInRoom:
    case StepCode::ChallengedConnected: return Kind::Challenged;
    case StepCode::Signed: return Kind::Signed;
    case StepCode::Welcomed:
    case StepCode::WelcomedUnverified:
    case StepCode::WelcomedArchipelago: return Kind::Welcomed;
    case StepCode::Moved: return Kind::Moved;
    }
    Q_UNREACHABLE();
}

} // namespace islet
