// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/voicereport.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace islet::ctl {

namespace {

constexpr qsizetype mostGone = 1'000; // between two reports; strangers could come and go for ever

QJsonValue count(std::uint64_t number)
{
    return static_cast<qint64>(number);
}

QJsonValue rounded(double number)
{
    return std::round(number * 10) / 10;
}

QJsonObject toJson(const Listener::Heard &heard)
{
    const SpeakerStats &stats = heard.stats;
    return {{u"address"_s, heard.person.toLower()},
            {u"packets"_s, count(stats.packets)},
            {u"late"_s, count(stats.late)},
            {u"duplicate"_s, count(stats.duplicate)},
            {u"refused"_s, count(stats.refused)},
            {u"overflow"_s, count(stats.overflow)},
            {u"concealedMs"_s, rounded(stats.concealedMs)},
            {u"targetMs"_s, rounded(stats.targetMs)},
            {u"actualMs"_s, rounded(stats.actualMs)},
            {u"jitterMs"_s, rounded(stats.jitterMs)},
            {u"level"_s, rounded(stats.level)}};
}

} // namespace

VoiceReport::VoiceReport(EventWriter &events, const Listener &listener, const Talker &talker, const Address &myself)
    : m_events(events)
    , m_listener(listener)
    , m_talker(talker)
    , m_myself(myself)
{
    connect(&listener, &Listener::gone, this, &VoiceReport::onGone);
    connect(&talker, &Talker::talkingChanged, this, [this](bool talking) { writeTalking(m_myself, talking); });
    connect(&m_look, &QTimer::timeout, this, &VoiceReport::look);
    connect(&m_tell, &QTimer::timeout, this, &VoiceReport::tellNews);
}

void VoiceReport::start()
{
    m_look.start(looking);
    m_tell.start(telling);
}

std::uint64_t VoiceReport::newsSoFar() const
{
    std::uint64_t news = m_talker.sent() + m_talker.unsent();
    const auto heard = m_listener.heard();
    for (const Listener::Heard &person : heard) {
        const SpeakerStats &stats = person.stats;
        news += stats.packets + stats.late + stats.duplicate + stats.refused;
    }
    return news;
}

void VoiceReport::tellNews()
{
    if (newsSoFar() != m_newsTold || !m_gone.isEmpty() || !m_talking.isEmpty())
        tell();
}

void VoiceReport::tell()
{
    QJsonArray peers;
    for (const Listener::Heard &person : m_listener.heard() + m_gone)
        peers.append(toJson(person));
    m_gone.clear();
    m_newsTold = newsSoFar();
    m_events.write(u"voiceStats"_s,
                   {{u"peers"_s, peers}, {u"sent"_s, count(m_talker.sent())}, {u"unsent"_s, count(m_talker.unsent())}});
}

void VoiceReport::finish()
{
    m_look.stop();
    m_tell.stop();
    for (const Address &person : std::exchange(m_talking, {}))
        writeTalking(person, false);
    if (m_newsTold > 0 || newsSoFar() > 0 || !m_gone.isEmpty())
        tell();
}

void VoiceReport::look()
{
    const auto heard = m_listener.heard();
    for (const Listener::Heard &person : heard) {
        if (person.stats.isTalking == m_talking.contains(person.person))
            continue;
        if (person.stats.isTalking)
            m_talking.insert(person.person);
        else
            m_talking.remove(person.person);
        writeTalking(person.person, person.stats.isTalking);
    }
}

void VoiceReport::onGone(const Listener::Heard &heard)
{
    if (m_talking.remove(heard.person))
        writeTalking(heard.person, false);
    if (m_gone.size() < mostGone)
        m_gone.append(heard);
}

void VoiceReport::writeTalking(const Address &person, bool talking)
{
    m_events.write(u"talking"_s, {{u"address"_s, person.toLower()}, {u"talking"_s, talking}});
}

} // namespace islet::ctl
