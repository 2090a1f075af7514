// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace islet {

//! What is said in one go may stand on so many lines; who could write more would push away what others said.
constexpr int maxChatLines = 5;

//! Text of a stranger made fit to be shown on one line: control characters and line breaks become spaces, format
//! characters (bidi overrides, zero-width) go, at most three combining marks stay on a letter, and at most `maxLength`
//! UTF-16 units stay, with an ellipsis. Still to be shown as plain text only.
QString displayText(QStringView text, qsizetype maxLength = 2'000);

//! The same, but that at most maxChatLines lines stay, parted by a line feed each and what is more joined to the last
//! by spaces. Empty lines go: after enough of them a line would seem to be somebody else's.
QString displayLines(QStringView text, qsizetype maxLength = 2'000);

//! Lines without blanks at their ends and none that is empty; those beyond maxChatLines go on in the last one.
QString limitedLines(const QString &text);
//! Whether a character ends a line: line feed, form feed and the like, and Unicode's separators.
bool endsLine(char32_t character);

} // namespace islet
