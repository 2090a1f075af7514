// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/people/persondetails.h"

#include "app/look/personlook.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

//! Whole seconds since then, at least 0.
int secondsSince(std::chrono::microseconds then, std::chrono::microseconds now)
{
    return static_cast<int>(std::max(std::chrono::floor<std::chrono::seconds>(now - then), 0s).count());
}

} // namespace

PersonDetails::PersonDetails(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(250ms);
    connect(&m_timer, &QTimer::timeout, this, &PersonDetails::renew);
}

PersonDetails::~PersonDetails()
{
    stopPolling();
}

void PersonDetails::setPeople(People *people)
{
    if (m_people == people)
        return;
    stopPolling();
    if (m_people) {
        m_people->disconnect(this);
        m_people->ignored()->disconnect(this);
        m_people->dependencies().voices.disconnect(this);
    }
    m_people = people;
    if (people) {
        connect(people->ignored(), &IgnoredPeople::changed, this, &PersonDetails::renew);
        connect(&people->dependencies().voices, &PeerAudioSettings::audioChanged, this, &PersonDetails::renew);
    }
    startPolling();
    emit peopleChanged();
}

void PersonDetails::setAddress(const QString &address)
{
    if (m_address == address)
        return;
    stopPolling();
    m_address = address;
    startPolling();
    emit addressChanged();
}

void PersonDetails::setMeasures(bool measures)
{
    if (m_measures == measures)
        return;
    stopPolling();
    m_measures = measures;
    startPolling();
    emit measuresChanged();
}

void PersonDetails::startPolling()
{
    const auto person = Address::parse(m_address);
    m_person = person ? std::optional(*person) : std::nullopt;
    m_lastHere.reset();
    if (m_people && m_person) {
        m_timer.start();
        if (m_measures) {
            m_rates = std::make_unique<PersonRates>(m_people->dependencies().adapter, *m_person,
                                                    m_people->dependencies().clock);
            m_isPolling = true;
            m_people->delays().poll();
        }
    }
    renew();
}

void PersonDetails::stopPolling()
{
    m_rates.reset();
    m_timer.stop();
    if (std::exchange(m_isPolling, false) && m_people)
        m_people->delays().stopPolling();
}

void PersonDetails::renew()
{
    Facts facts;
    if (m_people && m_person) {
        addAppearance(facts, *m_person);
        addPresence(facts, *m_person);
        addVoice(facts, *m_person);
        facts.isIgnored = m_people->ignored()->isIgnored(*m_person);
        facts.emoteText = emoteLine(*m_person);
    }
    if (std::exchange(m_facts, facts) != facts)
        emit changed();
}

void PersonDetails::addAppearance(Facts &facts, const Address &person) const
{
    const Profile *profile = m_people->dependencies().profiles.find(person);
    facts.name = profile ? profile->name : QString();
    facts.description = profile ? profile->description : QString();
    facts.shortAddress = person.toShort();
    facts.fullAddress = person.toChecksummed();
    facts.color = colorOf(person, profile);
    facts.ink = inkOn(facts.color);
    facts.initials = initialsOf(person, facts.name);
}

void PersonDetails::addPresence(Facts &facts, const Address &person)
{
    const auto *peer = m_people->dependencies().directory.find(person);
    facts.isHere = peer != nullptr;
    if (!peer) {
        facts.presenceText =
            m_lastHere ? tr("left %1 s ago").arg(secondsSince(*m_lastHere, now())) : tr("not in this room");
        return;
    }
    m_lastHere = now();
    const int silence = secondsSince(peer->lastHeard, *m_lastHere);
    const QString heard = silence < 2 ? tr("last seen just now") : tr("last seen %1 s ago").arg(silence);
    const Vec3 &mine = m_people->dependencies().me.placement().position;
    facts.presenceText = !peer->placement
        ? heard
        : tr("%1 m away, %2").arg(QString::number(std::lround(flatDistance(peer->placement->position, mine))), heard);
    if (const int row = m_people->peers()->rowOf(person); row >= 0)
        facts.badges = m_people->peers()->badgesOf(m_people->peers()->at(row)).join(u" · "_s);
    facts.delayText = delayLine(person);
    facts.ratesText = ratesLine();
}

void PersonDetails::addVoice(Facts &facts, const Address &person) const
{
    const PeerAudioSettings &voices = m_people->dependencies().voices;
    const PeerAudioSettings::PeerAudio audio = voices.audioOf(person);
    facts.volume = static_cast<double>(audio.volume);
    facts.isMuted = audio.isMuted;
    facts.isTalking = voices.isTalking(person);
    const SpeakerStats *stats = voices.statsOf(person);
    if (!stats)
        return;
    const auto whole = [](double number) { return QString::number(std::lround(number)); };
    facts.voiceText = tr("%1 packets, %2 late, %3 duplicates, %4 ms concealed, delay %5 of %6 ms, jitter %7 ms, %8 dB")
                          .arg(QString::number(stats->packets), QString::number(stats->late),
                               QString::number(stats->duplicate), whole(stats->concealedMs), whole(stats->actualMs),
                               whole(stats->targetMs), whole(stats->jitterMs), whole(stats->level));
}

QString PersonDetails::delayLine(const Address &person) const
{
    if (const auto delay = m_people->delays().delayOf(person))
        return tr("%1 ms round trip").arg(std::chrono::round<std::chrono::milliseconds>(*delay).count());
    if (m_people->delays().isTooCrowded())
        return tr("The delay isn't measured: too many people are in the room.");
    return tr("The delay isn't known yet.");
}

QString PersonDetails::ratesLine() const
{
    const auto rates = m_rates ? m_rates->rates() : std::nullopt;
    if (!rates)
        return tr("Counting packets...");
    QStringList parts;
    const auto add = [&parts](int count, const QString &kind) {
        if (count > 0)
            parts.append(kind.arg(count));
    };
    add(rates->positions, tr("%1 position"));
    add(rates->voice, tr("%1 voice"));
    add(rates->chat, tr("%1 chat"));
    add(rates->profiles, tr("%1 profile"));
    add(rates->others, tr("%1 other"));
    return parts.isEmpty() ? tr("No packets in the last second.")
                           : tr("Packets in the last second: %1").arg(parts.join(u", "_s));
}

QString PersonDetails::emoteLine(const Address &person) const
{
    const EmoteFeed *emotes = m_people->emotes();
    if (const QString current = emotes->currentTextOf(person); !current.isEmpty())
        return current;
    const auto last = emotes->lastOf(person);
    return last ? tr("%1 s ago: %2").arg(QString::number(secondsSince(last->since, now())), last->text) : QString();
}

void PersonDetails::setVolume(double volume)
{
    if (m_people && m_person)
        m_people->dependencies().voices.setVolume(*m_person, static_cast<float>(volume));
}

void PersonDetails::setMuted(bool muted)
{
    if (m_people && m_person)
        m_people->dependencies().voices.setMuted(*m_person, muted);
}

void PersonDetails::setIgnored(bool ignored)
{
    if (m_people && m_person)
        m_people->ignored()->setIgnored(*m_person, ignored);
}

void PersonDetails::copyAddress() const
{
    if (!m_facts.fullAddress.isEmpty())
        QGuiApplication::clipboard()->setText(m_facts.fullAddress);
}

} // namespace islet
