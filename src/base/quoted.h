// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace islet {

//! Foreign text for use inside a sentence: in quotation marks, at most `mostCharacters`, control and format characters
//! (line breaks, bidi overrides) shown as U+FFFD, and an ellipsis for what may be a key, a signature or a token.
QString quoted(QStringView text, qsizetype mostCharacters = 64);
//! The same for what was typed where a key might have been: 32 hexadecimal digits and more are left out.
QString quotedWithoutKeys(const QString &text);

} // namespace islet
