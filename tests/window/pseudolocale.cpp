// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "pseudolocale.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace islet::test {

namespace {

constexpr QStringView plain = u"AEINOSUYaceilnorsuyz";
constexpr QStringView accented = u"ÅÉÎÑÖŠÛÝàçéîļñöřšûýž";
static_assert(plain.size() == accented.size());

QString accentedText(QString text)
{
    for (QChar &c : text) {
        if (const qsizetype at = plain.indexOf(c); at >= 0)
            c = accented[at];
    }
    return text;
}

} // namespace

QString PseudoLocale::translated(const QString &source)
{
    // Placeholders and keys.
    static const QRegularExpression kept(u"%L?[0-9n]+|\\bCtrl\\+.|\\bF[0-9]+"_s);
    QString text;
    qsizetype from = 0;
    for (auto found = kept.globalMatch(source); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        text += accentedText(source.sliced(from, match.capturedStart() - from)) + match.captured();
        from = match.capturedEnd();
    }
    text += accentedText(source.sliced(from));
    // Separate words, so that lines can break.
    const qsizetype wanted = source.size() * 14 / 10;
    while (begin.size() + text.size() + end.size() < wanted)
        text += u" ñöw"_s;
    return begin.toString() + text + end.toString();
}

QString PseudoLocale::translate(const char *context, const char *source, const char *, int) const
{
    if (qstrcmp(source, "QT_LAYOUT_DIRECTION") == 0)
        return m_direction == Qt::RightToLeft ? u"RTL"_s : u"LTR"_s;
    // Qt translates the names of keys.
    if (qstrcmp(context, "QShortcut") == 0)
        return {};
    const QString words = translated(QString::fromUtf8(source));
    return m_direction == Qt::RightToLeft ? QChar(0x200f) + words : words; // RIGHT-TO-LEFT MARK
}

} // namespace islet::test
