// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/challenge.h"

#include "base/quoted.h"
#include "base/sentence.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr QStringView prefix = u"dcl-";

bool isAllowed(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'0' && u <= u'9') || (u >= u'A' && u <= u'Z') || (u >= u'a' && u <= u'z') || u == u'.' || u == u'_'
        || u == u'-';
}

} // namespace

Expected<Challenge> Challenge::parse(QStringView text)
{
    constexpr qsizetype minLength = 4;
    constexpr qsizetype maxLength = 124;
    const bool hasPrefix = text.startsWith(prefix);
    const QStringView rest = hasPrefix ? text.sliced(prefix.size()) : QStringView();
    if (rest.size() < minLength || rest.size() > maxLength || !std::ranges::all_of(rest, isAllowed)) {
        return failure(
            ErrorCode::RefusedChallenge,
            Sentence::tr("The server asked for a signature of %1, which isn't a challenge. Nothing was signed.")
                .arg(quoted(text)));
    }
    return Challenge(text.toString());
}

Challenge Challenge::random()
{
    constexpr QStringView digits = u"0123456789abcdefghijklmnopqrstuvwxyz";
    QString text = prefix.toString();
    for (int i = 0; i < 24; ++i)
        text += digits[QRandomGenerator::system()->bounded(static_cast<quint32>(digits.size()))];
    return Challenge(std::move(text));
}

} // namespace islet
