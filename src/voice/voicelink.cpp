// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "voice/voicelink.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace islet {

VoiceLink::VoiceLink(CommsAdapter &adapter, const PeerDirectory &directory, PositionReporter &reporter, Clock clock,
                     QObject *parent)
    : QObject(parent)
    , m_adapter(adapter)
    , m_directory(directory)
    , m_reporter(reporter)
    , m_clock(std::move(clock))
{
    connect(&adapter, &CommsAdapter::voiceReceived, this, &VoiceLink::receive);
    connect(&adapter, &CommsAdapter::opened, this, [this] { m_lastSent.reset(); });
    connect(&directory, &PeerDirectory::peerMoved, this, &VoiceLink::placeSoon);
    connect(&reporter, &PositionReporter::placementChanged, this, &VoiceLink::placeSoon);
    connect(&directory, &PeerDirectory::peerRemoved, this, &VoiceLink::forget);
    // Also who was heard and is in no directory: they said that they are gone, or it is full.
    connect(&adapter, &CommsAdapter::peerLeft, this, &VoiceLink::forget);
    connect(&adapter, &CommsAdapter::detached, this, [this] {
        const auto people = m_speakers.keys();
        for (const Address &person : people)
            forget(person);
    });
    m_placing.setSingleShot(true);
    m_placing.setInterval(placing);
    connect(&m_placing, &QTimer::timeout, this, &VoiceLink::place);
}

void VoiceLink::setCurve(DistanceCurve curve)
{
    m_curve = curve;
    placeSoon();
}

void VoiceLink::setVolume(const Address &person, float volume)
{
    if (volume == 1)
        m_volumes.remove(person);
    else
        m_volumes.insert(person, volume);
    placeSoon();
}

bool VoiceLink::send(std::uint32_t index, const QByteArray &packet)
{
    constexpr auto newTalk = 200ms; // without a packet
    const auto now = m_clock();
    if (!m_lastSent || now - *m_lastSent > newTalk)
        m_reporter.reportNow();
    m_lastSent = now;
    return m_adapter.sendVoice({packet, index}).value_or(false);
}

std::optional<Address> VoiceLink::addressOf(SpeakerId speaker) const
{
    const auto found = m_addresses.constFind(speaker);
    return found == m_addresses.cend() ? std::nullopt : std::optional(*found);
}

SpatialGain VoiceLink::gainOf(const Address &person) const
{
    SpatialGain hearing{m_curve == DistanceCurve::None ? 1.F : 0.F, 0};
    if (const auto *peer = m_directory.find(person); peer && peer->placement) {
        const Placement &me = m_reporter.placement();
        const Vec3 away = peer->placement->position - me.position;
        hearing = spatialize(m_curve, away.x, away.z, me.yaw);
    }
    hearing.gain *= m_volumes.value(person, 1);
    return hearing;
}

int VoiceLink::countInEarshot() const
{
    const auto people = m_directory.addresses();
    return static_cast<int>(
        std::ranges::count_if(people, [this](const Address &person) { return gainOf(person).gain >= audibleGain; }));
}

void VoiceLink::receive(const Address &from, const rfc4::Voice &voice)
{
    auto speaker = m_speakers.constFind(from);
    if (speaker == m_speakers.cend()) {
        speaker = m_speakers.insert(from, {SpeakerId{++m_lastSpeaker}, gainOf(from)});
        m_addresses.insert(speaker->id, from);
        emit placed(speaker->id, speaker->told);
    }
    emit received(speaker->id, voice.index, voice.samples);
}

void VoiceLink::placeSoon()
{
    if (!m_placing.isActive())
        m_placing.start();
}

void VoiceLink::place()
{
    for (auto speaker = m_speakers.begin(); speaker != m_speakers.end(); ++speaker) {
        const SpatialGain hearing = gainOf(speaker.key());
        if (std::exchange(speaker->told, hearing) != hearing)
            emit placed(speaker->id, hearing);
    }
}

void VoiceLink::forget(const Address &person)
{
    const auto speaker = m_speakers.constFind(person);
    if (speaker == m_speakers.cend())
        return;
    const SpeakerId id = speaker->id;
    m_addresses.remove(id);
    m_speakers.erase(speaker);
    emit gone(id);
}

} // namespace islet
