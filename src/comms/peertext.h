// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/error.h"

#include <variant>

namespace islet {

//! The longest chat line sent, in UTF-8 bytes; godot-explorer shows 200 of them.
constexpr qsizetype maxChatBytes = 2'000;

//! Text of a stranger made fit to be shown on one line: control characters and line breaks become spaces, format
//! characters (bidi overrides, zero-width) go, at most three combining marks stay on a letter, and at most `maxLength`
//! UTF-16 units stay, with an ellipsis. Still to be shown as plain text only.
QString displayText(QStringView text, qsizetype maxLength = 2'000);

//! A line as a person typed it, made fit to be sent: trimmed, without control characters and without the three control
//! pictures that other explorers swallow. InvalidInput when nothing is left, TooLarge past maxChatBytes.
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
