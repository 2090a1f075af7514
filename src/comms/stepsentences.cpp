// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/stepsentences.h"

#include "base/sentence.h"
#include "comms/filledin.h"

using namespace Qt::StringLiterals;

namespace islet {

namespace {

QString presence(const HandshakeStep &step)
{
    const int others = step.arguments.value(0).toInt();
    return others == 0 ? Sentence::tr("Let in; no one else is there.")
        : others == 1  ? Sentence::tr("Let in; one other person is there.")
                       : Sentence::tr("Let in; %1 others are there.").arg(others);
}

QString textOf(const HandshakeStep &step)
{
    switch (step.code) {
    case StepCode::RealmAsked: return Sentence::tr("Asked %1 for the address of its comms.");
    case StepCode::RealmAnswered: return Sentence::tr("The address of its comms is %1.");
    case StepCode::RealmWithoutComms: return Sentence::tr("It has no comms: you won't meet anyone there.");
    case StepCode::LoginAsked: return Sentence::tr("Sent %1 a signed request to join as %2.");
    case StepCode::LoginAnswered: return u"HTTP %1."_s;
    case StepCode::Resolved: return Sentence::tr("Found the address of %1.");
    case StepCode::Connected: return Sentence::tr("%1 port %2 accepted the connection.");
    case StepCode::Encrypted: return Sentence::tr("%1 with %2; the certificate is valid.");
    case StepCode::Upgraded: return Sentence::tr("WebSocket open with subprotocol %1.");
    case StepCode::UpgradedPlain: return Sentence::tr("WebSocket open; the server chose no subprotocol.");
    case StepCode::Identified: return Sentence::tr("Identified as %1.");
    case StepCode::Challenged: return Sentence::tr("The server asked for a signature.");
    case StepCode::ChallengedInRoom:
        return Sentence::tr(
            "The server asked for a signature. This address is already in a room there; its other connection will be "
            "closed.");
    case StepCode::ChallengedConnected:
        return Sentence::tr("The server asked for a signature. This address is already connected; its other connection "
                            "will be closed.");
    case StepCode::Signed: return Sentence::tr("Signed with the ephemeral key.");
    case StepCode::Welcomed: return presence(step);
    case StepCode::WelcomedUnverified:
        return presence(step) + u' ' + Sentence::tr("No signature was asked for, so no one's address is verified.");
    case StepCode::WelcomedArchipelago: return Sentence::tr("Let in; waiting for an island.");
    case StepCode::Moved: return Sentence::tr("Moved to island %1 with %2 people.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString sentenceOf(const HandshakeStep &step)
{
    return filledIn(textOf(step), step.arguments);
}

} // namespace islet
