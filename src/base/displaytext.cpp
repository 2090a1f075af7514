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

enum class Action { Keep, Drop, Space };

Action actionFor(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Separator_Space: return Action::Space;
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned: return Action::Drop;
    default: return Action::Keep;
    }
}

bool isMark(char32_t c)
{
    const auto category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

//! Sanitizes `text`; every line break becomes `lineEnd`.
QString sanitized(QStringView text, qsizetype maxLength, QChar lineEnd)
{
    constexpr int maxMarks = 3;
    QString shown;
    qsizetype cut = 0; // where to cut so that an ellipsis fits
    int marks = 0;
    // Bounds the work on huge input.
    const auto characters = text.first(qMin(text.size(), 4 * maxLength)).toUcs4();
    for (const char32_t c : characters) {
        const Action action = actionFor(c);
        if (action == Action::Drop)
            continue;
        marks = isMark(c) ? marks + 1 : 0;
        if (marks > maxMarks)
            continue;
        if (shown.size() < maxLength)
            cut = shown.size();
        shown += endsLine(c) ? QString(lineEnd) : action == Action::Space ? QString(u' ') : QString::fromUcs4(&c, 1);
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
    return sanitized(text, maxLength, u' ');
}

QString displayLines(QStringView text, qsizetype maxLength)
{
    return limitedLines(sanitized(text, maxLength, u'\n'));
}

} // namespace islet
