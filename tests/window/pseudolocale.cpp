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

QString PseudoLocale::of(const QString &source)
{
    // What is filled in later, and what a keyboard has written on it.
    static const QRegularExpression kept(u"%L?[0-9n]+|\\bCtrl\\+.|\\bF[0-9]+"_s);
    QString text;
    qsizetype from = 0;
    for (auto found = kept.globalMatch(source); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        text += accentedText(source.sliced(from, match.capturedStart() - from)) + match.captured();
        from = match.capturedEnd();
    }
    text += accentedText(source.sliced(from));
    // Words, so that a line can be broken there as it could be in any language.
    const qsizetype wanted = source.size() * 14 / 10;
    while (begin.size() + text.size() + end.size() < wanted)
        text += u" ñöw"_s;
    return begin.toString() + text + end.toString();
}

QString PseudoLocale::translate(const char *context, const char *source, const char *, int) const
{
    if (qstrcmp(source, "QT_LAYOUT_DIRECTION") == 0)
        return m_direction == Qt::RightToLeft ? u"RTL"_s : u"LTR"_s;
    // The names of keys are Qt's to translate.
    if (qstrcmp(context, "QShortcut") == 0)
        return {};
    const QString words = of(QString::fromUtf8(source));
    return m_direction == Qt::RightToLeft ? QChar(0x200f) + words : words; // RIGHT-TO-LEFT MARK
}

} // namespace islet::test
