// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/soundcues.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace islet {

SoundCues::SoundCues(Room room, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_room(std::move(room))
    , m_settings(settings)
    , m_isOn(settings.value("cues/on"_L1, true).toBool())
    , m_hasPeople(settings.value("cues/people"_L1, true).toBool())
    , m_hasMessages(settings.value("cues/messages"_L1, true).toBool())
    , m_hasTalk(settings.value("cues/talk"_L1, true).toBool())
{
    connect(&m_room.adapter, &CommsAdapter::opened, this, [this] { m_entered = m_room.clock(); });
    connect(&m_room.adapter, &CommsAdapter::detached, this, [this] { m_entered.reset(); });
    connect(&m_room.directory, &PeerDirectory::peerAdded, this,
            [this](const Address &who) { onPeople(Cue::Join, who); });
    connect(&m_room.directory, &PeerDirectory::peerRemoved, this,
            [this](const Address &who) { onPeople(Cue::Leave, who); });
    connect(&m_room.chat, &ChatModel::lineSaid, this, &SoundCues::onLine);
    connect(&m_room.voice, &VoiceController::talkingChanged, this, &SoundCues::onTalking);
    connect(this, &SoundCues::played, &m_room.voice, &VoiceController::playCue);
}

bool SoundCues::isListening() const
{
    return m_isOn && m_room.adapter.isOpen() && !m_room.voice.isDeafened();
}

bool SoundCues::isListeningToOthers() const
{
    return isListening() && m_entered && m_room.clock() - *m_entered >= quietAtFirst;
}

void SoundCues::playAfter(Cue cue, std::chrono::microseconds pause, Time &last)
{
    const auto now = m_room.clock();
    if (last && now - *last < pause)
        return;
    last = now;
    emit played(cue);
}

void SoundCues::onPeople(Cue cue, const Address &who)
{
    const bool isUnwanted = m_room.voice.people().gainOf(who) <= 0; // muted or blocked
    if (m_hasPeople && !isUnwanted && isListeningToOthers() && m_room.directory.count() + 1 <= largestRoom)
        playAfter(cue, betweenPeople, m_lastPeople);
}

void SoundCues::onLine(const Address &author)
{
    const bool isMine = !m_room.directory.find(author); // authors are in the room; the directory lists all but the user
    if (m_hasMessages && !isMine && !m_room.chat.isBeingRead() && isListeningToOthers())
        playAfter(Cue::Message, betweenMessages, m_lastMessage);
}

void SoundCues::onTalking()
{
    const bool isTalking = m_room.voice.isTalking();
    if (std::exchange(m_wasTalking, isTalking) == isTalking)
        return;
    const bool isByHand = !m_room.voice.settings()->byVoice() && !m_room.voice.selfTest()->isActive();
    const bool wasTold = std::exchange(m_isTalkTold, isTalking && isByHand && m_hasTalk && isListening());
    if (m_isTalkTold)
        emit played(Cue::TalkOn);
    else if (wasTold && isListening())
        emit played(Cue::TalkOff);
}

} // namespace islet
