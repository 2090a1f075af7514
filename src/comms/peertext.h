// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/error.h"

#include <variant>

namespace islet {

//! The longest chat line sent, in UTF-8 bytes; godot-explorer shows 200 of them.
constexpr qsizetype maxChatBytes = 2'000;
//! What is said in one go may stand on so many lines; who could write more would push away what others said.
constexpr int maxChatLines = 5;

//! Text of a stranger made fit to be shown on one line: control characters and line breaks become spaces, format
//! characters (bidi overrides, zero-width) go, at most three combining marks stay on a letter, and at most `maxLength`
//! UTF-16 units stay, with an ellipsis. Still to be shown as plain text only.
QString displayText(QStringView text, qsizetype maxLength = 2'000);

//! The same, but that at most maxChatLines lines stay, parted by a line feed each and what is more joined to the last
//! by spaces. Empty lines go: after enough of them a line would seem to be somebody else's.
QString displayLines(QStringView text, qsizetype maxLength = 2'000);

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
