// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>

namespace islet {

//! `text` with %1 to %9 replaced by `arguments`, in one pass: a %1 inside an argument stays. Placeholders without an
//! argument stay, too.
inline QString filledIn(const QString &text, const QStringList &arguments)
{
    QString filled;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int number = text[i] == u'%' && i + 1 < text.size() ? text[i + 1].digitValue() : 0;
        if (number < 1 || number > arguments.size()) {
            filled += text[i];
            continue;
        }
        filled += arguments[number - 1];
        ++i;
    }
    return filled;
}

} // namespace islet
