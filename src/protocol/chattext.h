// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/displaytext.h"
#include "base/error.h"

#include <variant>

namespace islet {

//! The longest chat line sent, in UTF-8 bytes; godot-explorer shows 200 of them.
constexpr qsizetype maxChatBytes = 2'000;

//! What a person typed, made fit to be sent: lines as displayLines() has them, without other control characters and
//! without the three control pictures that other explorers swallow. InvalidInput when nothing is left, TooLarge past
//! maxChatBytes.
Expected<QString> outgoingChat(QStringView typed);

//! What a Chat message means: the first character of the web client's control messages selects.
struct ChatText {
    QString text;
};
struct ChatPing {
    QString nonce;
};
struct ChatPong {
    QString nonce;
};
struct ChatEmote {
    QString urn;
};
using ChatMeaning = std::variant<ChatText, ChatPing, ChatPong, ChatEmote>;

ChatMeaning meaningOf(const QString &message);
QString pingText(QStringView nonce);
QString pongText(QStringView nonce, QStringView ownAddress);
QString emoteText(QStringView urn, qint64 unixMilliseconds);

//! A base emote's name or a URN: 1 to 256 of letters, digits and `:._-/`.
bool isEmoteUrn(QStringView urn);

} // namespace islet
