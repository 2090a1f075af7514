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
    connect(&directory, &PeerDirectory::peerMoved, this, &VoiceLink::scheduleGainUpdate);
    connect(&reporter, &PositionReporter::placementChanged, this, &VoiceLink::scheduleGainUpdate);
    connect(&directory, &PeerDirectory::peerRemoved, this, &VoiceLink::forget);
    // Also peers that were heard but are not in the directory: they sent the "gone" position, or the directory is full.
    connect(&adapter, &CommsAdapter::peerLeft, this, &VoiceLink::forget);
    connect(&adapter, &CommsAdapter::detached, this, [this] {
        const auto addresses = m_speakers.keys();
        for (const Address &person : addresses)
            forget(person);
    });
    m_gainTimer.setSingleShot(true);
    m_gainTimer.setInterval(gainInterval);
    connect(&m_gainTimer, &QTimer::timeout, this, &VoiceLink::updateGains);
}

void VoiceLink::setCurve(DistanceCurve curve)
{
    m_curve = curve;
    scheduleGainUpdate();
}

void VoiceLink::setVolume(const Address &person, float volume)
{
    if (volume == 1)
        m_volumes.remove(person);
    else
        m_volumes.insert(person, volume);
    scheduleGainUpdate();
}

bool VoiceLink::send(std::uint32_t index, const QByteArray &packet)
{
    constexpr auto talkspurtGap = 200ms; // without a packet; then a new talk spurt begins
    const auto now = m_clock();
    if (!m_lastSent || now - *m_lastSent > talkspurtGap)
        m_reporter.reportNow();
    m_lastSent = now;
    return m_adapter.sendVoice({packet, index}).value_or(Sent::Dropped) == Sent::Yes;
}

std::optional<Address> VoiceLink::addressOf(SpeakerId speaker) const
{
    const auto found = m_addresses.constFind(speaker);
    return found == m_addresses.cend() ? std::nullopt : std::optional(*found);
}

SpatialGain VoiceLink::gainOf(const Address &person) const
{
    SpatialGain gain{m_curve == DistanceCurve::None ? 1.F : 0.F, 0};
    if (const auto *peer = m_directory.find(person); peer && peer->placement) {
        const Placement &me = m_reporter.placement();
        const Vec3 offset = peer->placement->position - me.position;
        gain = spatialize(m_curve, offset.x, offset.z, me.yaw);
    }
    gain.gain *= m_volumes.value(person, 1);
    return gain;
}

int VoiceLink::countInEarshot() const
{
    const auto addresses = m_directory.addresses();
    return static_cast<int>(
        std::ranges::count_if(addresses, [this](const Address &person) { return gainOf(person).gain >= audibleGain; }));
}

void VoiceLink::receive(const Address &from, const rfc4::Voice &voice, std::chrono::microseconds arrivedAt)
{
    auto speaker = m_speakers.constFind(from);
    if (speaker == m_speakers.cend()) {
        speaker = m_speakers.insert(from, {SpeakerId{++m_lastSpeaker}, gainOf(from)});
        m_addresses.insert(speaker->id, from);
        emit placed(speaker->id, speaker->reported);
    }
    emit received(speaker->id, voice.index, voice.samples, arrivedAt);
}

void VoiceLink::scheduleGainUpdate()
{
    if (!m_gainTimer.isActive())
        m_gainTimer.start();
}

void VoiceLink::updateGains()
{
    for (auto speaker = m_speakers.begin(); speaker != m_speakers.end(); ++speaker) {
        const SpatialGain gain = gainOf(speaker.key());
        if (std::exchange(speaker->reported, gain) != gain)
            emit placed(speaker->id, gain);
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
