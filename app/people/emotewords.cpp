// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/people/emotewords.h"

#include "base/displaytext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr auto basePrefix = "urn:decentraland:off-chain:base-emotes:"_L1;
constexpr std::size_t playableCount = 8; // the first ones of the table; the digits play them

struct BaseEmote {
    QLatin1StringView id;
    const char *name; // for a button; nullptr if it cannot be played here
    const char *text;
};

// The ids of the content that all explorers ship (godot-explorer's base emotes, bevy-explorer's default_anim).
constexpr std::array<BaseEmote, 21> baseEmotes{{
    {"wave"_L1, QT_TRANSLATE_NOOP("Emotes", "Wave"), QT_TRANSLATE_NOOP("Emotes", "waves")},
    {"clap"_L1, QT_TRANSLATE_NOOP("Emotes", "Clap"), QT_TRANSLATE_NOOP("Emotes", "claps")},
    {"raiseHand"_L1, QT_TRANSLATE_NOOP("Emotes", "Raise a hand"), QT_TRANSLATE_NOOP("Emotes", "raises a hand")},
    {"shrug"_L1, QT_TRANSLATE_NOOP("Emotes", "Shrug"), QT_TRANSLATE_NOOP("Emotes", "shrugs")},
    {"dance"_L1, QT_TRANSLATE_NOOP("Emotes", "Dance"), QT_TRANSLATE_NOOP("Emotes", "dances")},
    {"fistpump"_L1, QT_TRANSLATE_NOOP("Emotes", "Fist pump"), QT_TRANSLATE_NOOP("Emotes", "pumps their fist")},
    {"kiss"_L1, QT_TRANSLATE_NOOP("Emotes", "Blow a kiss"), QT_TRANSLATE_NOOP("Emotes", "blows a kiss")},
    {"handsair"_L1, QT_TRANSLATE_NOOP("Emotes", "Hands in the air"),
     QT_TRANSLATE_NOOP("Emotes", "puts their hands in the air")},
    {"money"_L1, nullptr, QT_TRANSLATE_NOOP("Emotes", "throws money")},
    {"headexplode"_L1, nullptr, QT_TRANSLATE_NOOP("Emotes", "is blown away")},
    {"cry"_L1, nullptr, QT_TRANSLATE_NOOP("Emotes", "cries")},
    {"dab"_L1, nullptr, QT_TRANSLATE_NOOP("Emotes", "dabs")},
    {"disco"_L1, nullptr, QT_TRANSLATE_NOOP("Emotes", "dances disco")},
    {"dontsee"_L1, nullptr, QT_TRANSLATE_NOOP("Emotes", "can't bear to look")},
    {"hammer"_L1, nullptr, QT_TRANSLATE_NOOP("Emotes", "does the hammer dance")},
    {"hohoho"_L1, nullptr, QT_TRANSLATE_NOOP("Emotes", "laughs: ho ho ho")},
    {"robot"_L1, nullptr, QT_TRANSLATE_NOOP("Emotes", "does the robot")},
    {"snowfall"_L1, nullptr, QT_TRANSLATE_NOOP("Emotes", "makes it snow")},
    {"tektonik"_L1, nullptr, QT_TRANSLATE_NOOP("Emotes", "dances tecktonik")},
    {"tik"_L1, nullptr, QT_TRANSLATE_NOOP("Emotes", "does the tik dance")},
    {"confettipopper"_L1, nullptr, QT_TRANSLATE_NOOP("Emotes", "throws confetti")},
}};

const BaseEmote *find(QStringView urn)
{
    if (urn.startsWith(basePrefix, Qt::CaseInsensitive))
        urn = urn.sliced(basePrefix.size());
    const auto found = std::ranges::find_if(
        baseEmotes, [urn](const BaseEmote &emote) { return urn.compare(emote.id, Qt::CaseInsensitive) == 0; });
    return found == baseEmotes.end() ? nullptr : found;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("Emotes", text);
}

} // namespace

QStringList playableEmotes()
{
    QStringList urns;
    for (std::size_t i = 0; i < playableCount; ++i)
        urns.append(baseEmotes[i].id);
    return urns;
}

QString emoteName(const QString &urn)
{
    const BaseEmote *emote = find(urn);
    return emote && emote->name ? translated(emote->name) : QString();
}

QString emoteText(const QString &urn)
{
    if (const BaseEmote *emote = find(urn))
        return translated(emote->text);
    // URNs of one kind share their beginning, so the end says more.
    constexpr qsizetype maxLength = 24;
    const QString plain = displayText(urn, 4 * maxLength).trimmed();
    const QString end = plain.size() > maxLength ? u'…' + plain.last(maxLength - 1) : plain;
    return QCoreApplication::translate("Emotes", "plays “%1”").arg(end);
}

} // namespace islet
