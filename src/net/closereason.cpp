// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/closereason.h"

using namespace Qt::StringLiterals;

namespace islet {

bool isTemporary(int httpStatus)
{
    return httpStatus == 408 || httpStatus == 425 || httpStatus == 429 || httpStatus / 100 == 5;
}

QString nameOf(CloseReason::Kind kind)
{
    switch (kind) {
    case CloseReason::Kind::Requested: return u"requested"_s;
    case CloseReason::Kind::Kicked: return u"kicked"_s;
    case CloseReason::Kind::Rejected: return u"rejected"_s;
    case CloseReason::Kind::Protocol: return u"protocol"_s;
    case CloseReason::Kind::Network: return u"network"_s;
    }
    Q_UNREACHABLE();
}

QString nameOf(CloseReason::When when)
{
    switch (when) {
    case CloseReason::When::Joining: return u"joining"_s;
    case CloseReason::When::Reconnecting: return u"reconnecting"_s;
    case CloseReason::When::Joined: return u"joined"_s;
    }
    Q_UNREACHABLE();
}

QString nameOf(const CloseReason &reason)
{
    const QString name = nameOf(reason.code);
    return name.contains(u'%') ? name.arg(reason.arguments.value(1)) : name;
}

} // namespace islet
