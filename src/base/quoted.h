// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace islet {

//! Untrusted text for use inside a sentence: in quotation marks, at most `maxCharacters`, control and format characters
//! (line breaks, bidi overrides) replaced by U+FFFD, and anything that may be a key, signature or token by an ellipsis.
QString quoted(QStringView text, qsizetype maxCharacters = 64);
//! The same for user input that may hold a key by mistake: also redacts 32 or more hexadecimal digits.
QString quotedWithoutKeys(const QString &text);

} // namespace islet
