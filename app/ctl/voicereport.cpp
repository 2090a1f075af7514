// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/voicereport.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace islet::ctl {

namespace {

constexpr qsizetype maxDeparted = 1'000; // between two reports; strangers can join and leave without limit

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
    connect(&listener, &Listener::speakerLeft, this, &VoiceReport::onSpeakerLeft);
    connect(&talker, &Talker::talkingChanged, this, [this](bool talking) { writeTalking(m_myself, talking); });
    connect(&m_pollTimer, &QTimer::timeout, this, &VoiceReport::poll);
    connect(&m_statsTimer, &QTimer::timeout, this, &VoiceReport::writeStatsIfChanged);
}

void VoiceReport::start()
{
    m_pollTimer.start(pollInterval);
    m_statsTimer.start(statsInterval);
}

std::uint64_t VoiceReport::changeCount() const
{
    std::uint64_t changes = m_talker.sent() + m_talker.unsent();
    const auto heard = m_listener.heard();
    for (const Listener::Heard &person : heard) {
        const SpeakerStats &stats = person.stats;
        changes += stats.packets + stats.late + stats.duplicate + stats.refused;
    }
    return changes;
}

void VoiceReport::writeStatsIfChanged()
{
    if (changeCount() != m_lastChangeCount || !m_departed.isEmpty() || !m_talking.isEmpty())
        writeStats();
}

void VoiceReport::writeStats()
{
    QJsonArray peers;
    for (const Listener::Heard &person : m_listener.heard() + m_departed)
        peers.append(toJson(person));
    m_departed.clear();
    m_lastChangeCount = changeCount();
    m_events.write(u"voiceStats"_s,
                   {{u"peers"_s, peers}, {u"sent"_s, count(m_talker.sent())}, {u"unsent"_s, count(m_talker.unsent())}});
}

void VoiceReport::finish()
{
    m_pollTimer.stop();
    m_statsTimer.stop();
    for (const Address &person : std::exchange(m_talking, {}))
        writeTalking(person, false);
    if (m_lastChangeCount > 0 || changeCount() > 0 || !m_departed.isEmpty())
        writeStats();
}

void VoiceReport::poll()
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

void VoiceReport::onSpeakerLeft(const Listener::Heard &heard)
{
    if (m_talking.remove(heard.person))
        writeTalking(heard.person, false);
    if (m_departed.size() < maxDeparted)
        m_departed.append(heard);
}

void VoiceReport::writeTalking(const Address &person, bool talking)
{
    m_events.write(u"talking"_s, {{u"address"_s, person.toLower()}, {u"talking"_s, talking}});
}

} // namespace islet::ctl
