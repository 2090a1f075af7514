// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/handshakestep.h"

#include "base/sentence.h"

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

QString welcomeDetail(qsizetype others, bool isAuthenticated)
{
    const QString present = others == 0 ? Sentence::tr("no one else is there")
        : others == 1                   ? Sentence::tr("one other person is there")
                                        : Sentence::tr("%1 others are there").arg(others);
    return (isAuthenticated ? Sentence::tr("Let in; %1.")
                            : Sentence::tr("Let in without a signature; %1. No one's address is verified."))
        .arg(present);
}

} // namespace islet
