// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "protocol/chattext.h"

#include "base/displaytext.h"
#include "base/sentence.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr char16_t pongMark = u'\u2406';
constexpr char16_t emoteMark = u'\u2410';
constexpr char16_t pingMark = u'\u2411';

bool isControlPicture(QChar c)
{
    return c == pongMark || c == emoteMark || c == pingMark;
}

} // namespace

Expected<QString> outgoingChat(QStringView typed)
{
    QString text;
    for (const QChar c : typed) {
        if (isControlPicture(c))
            continue;
        if (endsLine(c.unicode()))
            text += u'\n';
        else
            text += c.category() == QChar::Other_Control ? QChar(u' ') : c;
    }
    text = limitedLines(text);
    if (text.isEmpty())
        return failure(ErrorCode::InvalidInput, Sentence::tr("Nothing to send: the message is empty."));
    if (const qsizetype bytes = text.toUtf8().size(); bytes > maxChatBytes) {
        return failure(ErrorCode::TooLarge,
                       Sentence::tr("The message is too long by %1 bytes (the limit is %2). Split it in two.")
                           .arg(bytes - maxChatBytes)
                           .arg(maxChatBytes));
    }
    return text;
}

ChatMeaning meaningOf(const QString &message)
{
    constexpr qsizetype maxNonceLength = 32;
    if (message.isEmpty())
        return ChatText{};
    const QStringView rest = QStringView(message).sliced(1);
    const qsizetype space = rest.indexOf(u' ');
    const QStringView firstWord = space < 0 ? rest : rest.first(space);
    switch (message.front().unicode()) {
    case pingMark: return ChatPing{firstWord.first(qMin(firstWord.size(), maxNonceLength)).toString()};
    case pongMark: return ChatPong{firstWord.first(qMin(firstWord.size(), maxNonceLength)).toString()};
    case emoteMark: return ChatEmote{firstWord.toString()};
    default: return ChatText{message};
    }
}

QString pingText(QStringView nonce)
{
    return QChar(pingMark) + nonce.toString();
}

QString pongText(QStringView nonce, QStringView ownAddress)
{
    return QChar(pongMark) + nonce.toString() + u' ' + ownAddress.toString();
}

QString emoteText(QStringView urn, qint64 unixMilliseconds)
{
    return QChar(emoteMark) + urn.toString() + u' ' + QString::number(unixMilliseconds);
}

bool isEmoteUrn(QStringView urn)
{
    constexpr qsizetype maxLength = 256;
    return !urn.isEmpty() && urn.size() <= maxLength && std::ranges::all_of(urn, [](QChar c) {
        const char16_t u = c.unicode();
        return u < 0x80 && (c.isLetterOrNumber() || QStringView(u":._-/").contains(c));
    });
}

} // namespace islet
