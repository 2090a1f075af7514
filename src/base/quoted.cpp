// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "base/quoted.h"

#include "base/secrets.h"

#include <QList>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace islet {

QString quoted(QStringView text, qsizetype maxCharacters)
{
    const QString safe =
        withoutSecrets(text.first(qMin<qsizetype>(text.size(), 4'096)).toString(), [](QStringView) { return u"…"_s; });
    const auto characters = QStringView(safe).first(qMin(safe.size(), 4 * maxCharacters)).toUcs4();
    QString shown;
    for (const char32_t c : characters.first(qMin(characters.size(), maxCharacters))) {
        const auto category = QChar::category(c);
        const bool isUnsafe = category == QChar::Other_Control || category == QChar::Other_Format
            || category == QChar::Other_Surrogate || category == QChar::Separator_Line
            || category == QChar::Separator_Paragraph;
        const char32_t kept = isUnsafe ? char32_t(QChar::ReplacementCharacter) : c;
        shown += QString::fromUcs4(&kept, 1);
    }
    if (characters.size() > maxCharacters)
        shown += u'…';
    return u"“%1”"_s.arg(shown);
}

QString quotedWithoutKeys(const QString &text)
{
    static const QRegularExpression longHex(u"[0-9A-Fa-f]{32,}"_s);
    return quoted(QString(text).replace(longHex, u"…"_s));
}

} // namespace islet
