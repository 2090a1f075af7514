// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/error.h"

using namespace Qt::StringLiterals;

namespace islet {

QString quoted(QStringView text)
{
    constexpr qsizetype maxLength = 64;
    QString shown;
    for (const QChar c : text.first(qMin(text.size(), maxLength))) {
        const auto category = c.category();
        const bool harmful = category == QChar::Other_Control || category == QChar::Other_Format
            || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
        shown += harmful ? QChar(QChar::ReplacementCharacter) : c;
    }
    if (text.size() > maxLength)
        shown += u"…"_s;
    return u"“%1”"_s.arg(shown);
}

} // namespace islet
