// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/serverwords.h"

#include "base/quoted.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace islet {

QString serverWords(const HttpResponse &response)
{
    constexpr qsizetype maxLength = 300;
    const QJsonObject body = QJsonDocument::fromJson(response.body).object();
    const QString error = body["error"_L1].toString();
    const QString message = body["message"_L1].toString();
    const QString words = (message.isEmpty() ? error : message).simplified();
    return words.isEmpty() ? QString() : quoted(words, maxLength);
}

CloseReason refusedBy(const HttpResponse &response, CloseReason reason)
{
    if (isTemporary(response.status))
        reason.kind = CloseReason::Kind::Network;
    reason.httpStatus = response.status;
    reason.retryAfter = response.retryAfter;
    return reason;
}

} // namespace islet
