// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/chat/chatwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace islet::chatWords {

namespace {

//! Translation context.
class ChatWords {
    Q_DECLARE_TR_FUNCTIONS(ChatWords)
};

//! With seconds.
QString moment(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::LongFormat);
}

} // namespace

QString day(const QDate &date, const QDate &today)
{
    if (date == today)
        return ChatWords::tr("Today");
    if (date == today.addDays(-1))
        return ChatWords::tr("Yesterday");
    return QLocale().toString(date, QLocale::LongFormat);
}

QString time(const QDateTime &moment)
{
    const QLocale locale;
    const bool isCLocale = locale.language() == QLocale::C; // its short format has seconds
    return locale.toString(moment.toLocalTime().time(),
                           isCLocale ? QStringLiteral("HH:mm") : locale.timeFormat(QLocale::ShortFormat));
}

QString details(const ChatEntry &entry)
{
    QStringList lines;
    if (entry.kind == chat::Theirs)
        lines.append(ChatWords::tr("From: %1").arg(entry.author.toChecksummed()));
    lines.append((entry.kind == chat::Mine ? ChatWords::tr("Written: %1") : ChatWords::tr("Received: %1"))
                     .arg(moment(entry.received)));
    if (entry.kind == chat::Theirs) {
        lines.append(entry.claimed.isValid()
                         ? ChatWords::tr("Sent (by the sender's clock): %1").arg(moment(entry.claimed))
                         : ChatWords::tr("The sender didn't include a time."));
    }
    if (!entry.place.isEmpty())
        lines.append(ChatWords::tr("Room: %1").arg(entry.place));
    return lines.join(u'\n');
}

} // namespace islet::chatWords
