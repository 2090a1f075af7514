// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "base/displaytext.h"

#include <QList>

namespace islet {

bool endsLine(char32_t c)
{
    return (c >= U'\n' && c <= U'\r') || c == U'\u0085' || c == U'\u2028' || c == U'\u2029';
}

namespace {

enum class Fate { Keep, Drop, Space };

Fate fateOf(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Separator_Space: return Fate::Space;
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned: return Fate::Drop;
    default: return Fate::Keep;
    }
}

bool isMark(char32_t c)
{
    const auto category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

//! Made fit to be shown, with `lineEnd` for all that ends a line.
QString shownText(QStringView text, qsizetype maxLength, QChar lineEnd)
{
    constexpr int mostMarks = 3;
    QString shown;
    qsizetype cut = 0; // where it is cut if an ellipsis must fit
    int marks = 0;
    // A line of a megabyte is cut before it is looked at.
    const auto characters = text.first(qMin(text.size(), 4 * maxLength)).toUcs4();
    for (const char32_t c : characters) {
        const Fate fate = fateOf(c);
        if (fate == Fate::Drop)
            continue;
        marks = isMark(c) ? marks + 1 : 0;
        if (marks > mostMarks)
            continue;
        if (shown.size() < maxLength)
            cut = shown.size();
        shown += endsLine(c) ? QString(lineEnd) : fate == Fate::Space ? QString(u' ') : QString::fromUcs4(&c, 1);
        if (shown.size() > maxLength)
            return shown.first(cut) + u'…';
    }
    return shown;
}

} // namespace

QString limitedLines(const QString &text)
{
    QString joined;
    int lines = 0;
    for (const QStringView part : QStringView(text).tokenize(u'\n')) {
        const QStringView line = part.trimmed();
        if (line.isEmpty())
            continue;
        if (lines > 0)
            joined += lines < maxChatLines ? u'\n' : u' ';
        joined += line;
        ++lines;
    }
    return joined;
}

QString displayText(QStringView text, qsizetype maxLength)
{
    return shownText(text, maxLength, u' ');
}

QString displayLines(QStringView text, qsizetype maxLength)
{
    return limitedLines(shownText(text, maxLength, u'\n'));
}

} // namespace islet
