// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace islet {

//! The most lines a chat message may have, so that one message cannot push others off the screen.
constexpr int maxChatLines = 5;

//! Sanitizes untrusted text for display on one line: control characters and line breaks become spaces, format
//! characters (bidi overrides, zero-width) are removed, a letter keeps at most three combining marks, and the result is
//! truncated to `maxLength` UTF-16 units with an ellipsis. Must still be shown as plain text only.
QString displayText(QStringView text, qsizetype maxLength = 2'000);

//! As displayText(), but keeps up to maxChatLines lines, as limitedLines() does. Empty lines are removed: after enough
//! of them, a line could pass for someone else's message.
QString displayLines(QStringView text, qsizetype maxLength = 2'000);

//! Trims each line, removes empty ones, and joins lines beyond maxChatLines to the last one with spaces.
QString limitedLines(const QString &text);
//! Whether a character is a line break: line feed, form feed and the like, and Unicode's separators.
bool endsLine(char32_t character);

} // namespace islet
