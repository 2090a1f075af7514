// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/displaytext.h"
#include "base/error.h"

#include <variant>

namespace islet {

//! The longest chat message sent, in UTF-8 bytes; godot-explorer shows the first 200.
constexpr qsizetype maxChatBytes = 2'000;

//! Prepares typed text for sending: splits lines as displayLines() does, and removes other control characters and the
//! three control pictures that other explorers swallow. InvalidInput if nothing is left, TooLarge beyond maxChatBytes.
Expected<QString> outgoingChat(QStringView typed);

//! The kinds of Chat messages, told apart by their first character, as in the web client.
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

//! A base emote's name or a URN: 1 to 256 ASCII letters, digits and `:._-/`.
bool isEmoteUrn(QStringView urn);

} // namespace islet
