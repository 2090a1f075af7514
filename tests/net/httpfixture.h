// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/closesentences.h"
#include "net/httprequest.h"

#include <QRegularExpression>

#include <optional>

namespace islet::test {

//! The outcome of an HttpRequest or a SignedHttpRequest.
template<typename Request> struct Outcome {
    explicit Outcome(Request &request)
    {
        QObject::connect(&request, &Request::answered, &request, [this](const HttpResponse &got) {
            response = got;
            ++count;
        });
        QObject::connect(&request, &Request::failed, &request, [this](const CloseReason &got) {
            failure = got;
            ++count;
        });
    }

    std::optional<HttpResponse> response;
    std::optional<CloseReason> failure;
    int count = 0;

    //! The code of the failure; empty without one.
    QString code() const { return failure ? nameOf(*failure) : QString(); }
};

//! Whether a message is fit for users: ends with a full stop, also of quoted words, is short, and has no placeholders
//! or control characters.
inline bool isSentence(const QString &text)
{
    static const QRegularExpression bad(QStringLiteral("[\\x{0}-\\x{1f}\\x{7f}-\\x{9f}]|%\\d"));
    const bool isEnded = text.endsWith(QLatin1Char('.')) || text.endsWith(QStringLiteral(".”"));
    return isEnded && text.size() < 500 && !text.contains(bad);
}

} // namespace islet::test
