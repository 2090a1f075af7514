// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/peertext.h"

#include "identity/sentence.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr char16_t pongMark = u'\u2406';
constexpr char16_t emoteMark = u'\u2410';
constexpr char16_t pingMark = u'\u2411';

bool isControlPicture(QChar c)
{
    return c == pongMark || c == emoteMark || c == pingMark;
}

enum class Fate { Keep, Drop, Space };

bool endsLine(char32_t c)
{
    return (c >= U'\n' && c <= U'\r') || c == U'\u0085' || c == U'\u2028' || c == U'\u2029';
}

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

//! Lines without blanks at their ends and none that is empty; those beyond maxChatLines go on in the last one.
QString fewLines(const QString &text)
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

} // namespace

QString displayText(QStringView text, qsizetype maxLength)
{
    return shownText(text, maxLength, u' ');
}

QString displayLines(QStringView text, qsizetype maxLength)
{
    return fewLines(shownText(text, maxLength, u'\n'));
}

Expected<QString> outgoingChat(QStringView typed)
{
    QString text;
    for (const QChar c : typed) {
        if (isControlPicture(c))
            continue;
        if (endsLine(c.unicode()))
            text += u'\n';
        else
            text += c.category() == QChar::Other_Control ? QChar(u' ') : c;
    }
    text = fewLines(text);
    if (text.isEmpty())
        return failure(ErrorCode::InvalidInput, Sentence::tr("There is nothing to send: the line is empty."));
    if (const qsizetype bytes = text.toUtf8().size(); bytes > maxChatBytes) {
        return failure(ErrorCode::TooLarge,
                       Sentence::tr("The line is too long by %1 bytes: at most %2 are sent. Cut it in two.")
                           .arg(bytes - maxChatBytes)
                           .arg(maxChatBytes));
    }
    return text;
}

ChatMeaning meaningOf(const QString &message)
{
    constexpr qsizetype longestNonce = 32;
    if (message.isEmpty())
        return ChatText{};
    const QStringView rest = QStringView(message).sliced(1);
    const qsizetype space = rest.indexOf(u' ');
    const QStringView firstWord = space < 0 ? rest : rest.first(space);
    switch (message.front().unicode()) {
    case pingMark: return ChatPing{firstWord.first(qMin(firstWord.size(), longestNonce)).toString()};
    case pongMark: return ChatPong{firstWord.first(qMin(firstWord.size(), longestNonce)).toString()};
    case emoteMark: return ChatEmote{firstWord.toString()};
    default: return ChatText{message};
    }
}

QString pingText(QStringView nonce)
{
    return QChar(pingMark) + nonce.toString();
}

QString pongText(QStringView nonce, QStringView ownAddress)
{
    return QChar(pongMark) + nonce.toString() + u' ' + ownAddress.toString();
}

QString emoteText(QStringView urn, qint64 unixMilliseconds)
{
    return QChar(emoteMark) + urn.toString() + u' ' + QString::number(unixMilliseconds);
}

bool isEmoteUrn(QStringView urn)
{
    constexpr qsizetype longest = 256;
    return !urn.isEmpty() && urn.size() <= longest && std::ranges::all_of(urn, [](QChar c) {
        const char16_t u = c.unicode();
        return u < 0x80 && (c.isLetterOrNumber() || QStringView(u":._-/").contains(c));
    });
}

} // namespace islet
