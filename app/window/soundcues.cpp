// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/soundcues.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace islet {

SoundCues::SoundCues(Sources sources, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_sources(std::move(sources))
    , m_settings(settings)
    , m_isOn(settings.value("cues/on"_L1, true).toBool())
    , m_hasPeople(settings.value("cues/people"_L1, true).toBool())
    , m_hasMessages(settings.value("cues/messages"_L1, true).toBool())
    , m_hasTalk(settings.value("cues/talk"_L1, true).toBool())
{
    connect(&m_sources.adapter, &CommsAdapter::opened, this, [this] { m_entered = m_sources.clock(); });
    connect(&m_sources.adapter, &CommsAdapter::detached, this, [this] { m_entered.reset(); });
    connect(&m_sources.directory, &PeerDirectory::peerAdded, this,
            [this](const Address &who) { onPeople(Cue::Join, who); });
    connect(&m_sources.directory, &PeerDirectory::peerRemoved, this,
            [this](const Address &who) { onPeople(Cue::Leave, who); });
    connect(&m_sources.chat, &ChatModel::lineSaid, this, &SoundCues::onLine);
    connect(&m_sources.voice, &VoiceController::talkingChanged, this, &SoundCues::onTalking);
    connect(this, &SoundCues::played, &m_sources.voice, &VoiceController::playCue);
}

bool SoundCues::isListening() const
{
    return m_isOn && m_sources.adapter.isOpen() && !m_sources.voice.isDeafened();
}

bool SoundCues::isListeningToOthers() const
{
    return isListening() && m_entered && m_sources.clock() - *m_entered >= quietAtFirst;
}

void SoundCues::playAtMostOncePer(std::chrono::seconds interval, RateLimiter &limiter, Cue cue)
{
    if (limiter.allows(RateLimiter::Rate::oncePer(interval), m_sources.clock()))
        emit played(cue);
}

void SoundCues::onPeople(Cue cue, const Address &who)
{
    const bool isUnwanted = m_sources.voice.people().gainOf(who) <= 0; // muted or blocked
    if (m_hasPeople && !isUnwanted && isListeningToOthers() && m_sources.directory.count() + 1 <= largestRoom)
        playAtMostOncePer(betweenPeople, m_peopleLimit, cue);
}

void SoundCues::onLine(const Address &author)
{
    const bool isMine =
        !m_sources.directory.find(author); // authors are in the room; the directory lists all but the user
    if (m_hasMessages && !isMine && !m_sources.chat.isBeingRead() && isListeningToOthers())
        playAtMostOncePer(betweenMessages, m_messageLimit, Cue::Message);
}

void SoundCues::onTalking()
{
    const bool isTalking = m_sources.voice.isTalking();
    if (std::exchange(m_wasTalking, isTalking) == isTalking)
        return;
    const bool isPushToTalk = !m_sources.voice.settings()->byVoice() && !m_sources.voice.selfTest()->isActive();
    const bool hadPlayedTalkOn =
        std::exchange(m_hasPlayedTalkOn, isTalking && isPushToTalk && m_hasTalk && isListening());
    if (m_hasPlayedTalkOn)
        emit played(Cue::TalkOn);
    else if (hadPlayedTalkOn && isListening())
        emit played(Cue::TalkOff);
}

} // namespace islet
