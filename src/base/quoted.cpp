// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "base/quoted.h"

#include <QList>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

//! Redacts 32 or more bytes in hexadecimal (an address has 20), JSON web tokens, links of an auth chain, and values
//! named token, secret, password or signature.
QString redacted(QStringView text)
{
    static const QRegularExpression secret(u"[0-9a-fA-F]{64,}|eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_.-]+"_s);
    static const QRegularExpression link(u"\\{[^{}]*(?:\\bSIGNER\\b|\\bECDSA_)[^{}]*(?:\\}|$)|\\bECDSA_[A-Z0-9_]+"_s);
    static const QRegularExpression named(
        u"((?:token|secret|password|signature)[\\\\\"']*(?:=|:|%3D)[\\\\\"']*)[^\\s\\\\\"'&#,;}]+"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.toString().replace(link, u"…"_s).replace(named, u"\\1…"_s).replace(secret, u"…"_s);
}

} // namespace

QString quoted(QStringView text, qsizetype maxCharacters)
{
    const QString safe = redacted(text.first(qMin<qsizetype>(text.size(), 4'096)));
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
