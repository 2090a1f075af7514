// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "net/httprequest.h"

#include <QRegularExpression>

#include <optional>

namespace islet::test {

//! What came of a request; a HttpRequest or a SignedHttpRequest.
template<typename Fetch> struct Outcome {
    explicit Outcome(Fetch &fetch)
    {
        QObject::connect(&fetch, &Fetch::answered, &fetch, [this](const HttpResponse &got) {
            answer = got;
            ++count;
        });
        QObject::connect(&fetch, &Fetch::failed, &fetch, [this](const Error &got) {
            error = got;
            ++count;
        });
    }

    std::optional<HttpResponse> answer;
    std::optional<Error> error;
    int count = 0;
};

//! For people: it ends, it is short, nothing in it was to be filled in, and nothing steers a terminal.
inline bool isSentence(const QString &text)
{
    static const QRegularExpression bad(QStringLiteral("[\\x{0}-\\x{1f}\\x{7f}-\\x{9f}]|%\\d"));
    return text.endsWith(QLatin1Char('.')) && text.size() < 500 && !text.contains(bad);
}

} // namespace islet::test
