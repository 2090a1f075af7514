// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/audiodevices.h"

#include "base/clock.h"

#include <QScopedValueRollback>

#include <algorithm>

using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr auto deviceCheckInterval = 1s;

} // namespace

AudioDevices::AudioDevices(LoudspeakerFeed::Render render, const AudioSettings &settings, QObject *parent)
    : QObject(parent)
    , m_loudspeaker(std::move(render))
    , m_microphoneSlot(settings.microphone, settings.hungMicrophones)
    , m_loudspeakerSlot(settings.loudspeaker, settings.hungLoudspeakers)
{ }

AudioDevices::~AudioDevices() = default;

void AudioDevices::end()
{
    m_isBusy = true; // a re-entrant call from an event processed during close() must find nothing to do
    m_microphone.close();
    m_loudspeaker.close();
    m_system.reset();
}

void AudioDevices::setOn(bool on)
{
    m_microphoneSlot.setOn(on);
    m_loudspeakerSlot.setOn(on);
    m_nextCheck = 0us;
}

void AudioDevices::useMicrophone(const QByteArray &id)
{
    m_microphoneSlot.select(id);
    m_nextCheck = 0us;
}

void AudioDevices::useLoudspeaker(const QByteArray &id)
{
    m_loudspeakerSlot.select(id);
    m_nextCheck = 0us;
}

void AudioDevices::update(std::chrono::microseconds now)
{
    const QScopedValueRollback busy(m_isBusy, true);
    closeLost(now);
    if (now >= m_nextCheck)
        maintain(now);
}

void AudioDevices::closeLost(std::chrono::microseconds now)
{
    if (m_microphone.isLost(now)) {
        m_microphone.close();
        m_microphoneSlot.lost(now);
        m_nextCheck = std::min(m_nextCheck, m_microphoneSlot.nextTry());
    }
    if (m_loudspeaker.isLost(now)) {
        m_loudspeaker.close();
        m_loudspeakerSlot.lost(now);
        m_nextCheck = std::min(m_nextCheck, m_loudspeakerSlot.nextTry());
    }
    if (m_loudspeaker.isTooShallow()) {
        m_loudspeakerSlot.requestReopen();
        m_nextCheck = now;
    }
}

void AudioDevices::maintain(std::chrono::microseconds now)
{
    m_nextCheck = now + deviceCheckInterval; // set first: a re-entrant call may want it sooner
    const bool isReachable = list();
    const auto microphoneAction = m_microphoneSlot.update(m_microphones, isReachable, now);
    if (microphoneAction != DeviceSlot::Action::Nothing)
        m_microphone.close();
    const auto loudspeakerAction = m_loudspeakerSlot.update(m_loudspeakers, isReachable, now);
    if (loudspeakerAction != DeviceSlot::Action::Nothing)
        m_loudspeaker.close();
    emit stateChanged();
    if (loudspeakerAction == DeviceSlot::Action::Open)
        openLoudspeaker();
    if (microphoneAction == DeviceSlot::Action::Open)
        openMicrophone();
    emit stateChanged();
}

bool AudioDevices::list()
{
    emit calling(Call::Listing, {}, {});
    const bool isReachable = m_system->isReachable();
    auto microphones = isReachable ? m_system->microphones() : QList<SoundDevice>();
    auto loudspeakers = isReachable ? m_system->loudspeakers() : QList<SoundDevice>();
    emit returned();
    // A server that is slow for a moment keeps playing and still has its devices.
    const bool isSlow = !isReachable && (m_microphone.isOpen() || m_loudspeaker.isOpen());
    const bool hasChanged = !m_hasListed || microphones != m_microphones || loudspeakers != m_loudspeakers;
    if (hasChanged && !isSlow) {
        m_hasListed = true;
        m_microphones = std::move(microphones);
        m_loudspeakers = std::move(loudspeakers);
        emit listed(m_microphones, m_loudspeakers);
    }
    return isReachable;
}

void AudioDevices::openMicrophone()
{
    const SoundDevice device = m_microphoneSlot.target();
    emit calling(Call::Microphone, device.id, device.name);
    auto stream = m_system->openMicrophone(device.id);
    emit returned();
    const auto now = monotonicNow();
    if (!stream)
        return m_microphoneSlot.refused(now);
    m_microphone.open(std::move(stream), now);
    m_microphoneSlot.opened(now);
}

void AudioDevices::openLoudspeaker()
{
    const SoundDevice device = m_loudspeakerSlot.target();
    emit calling(Call::Loudspeaker, device.id, device.name);
    auto stream = m_system->openLoudspeaker(device.id, m_loudspeaker.target());
    emit returned();
    const auto now = monotonicNow();
    if (!stream)
        return m_loudspeakerSlot.refused(now);
    m_loudspeaker.open(std::move(stream), now);
    m_loudspeakerSlot.opened(now);
}

AudioState AudioDevices::state(std::chrono::microseconds now)
{
    if (m_microphone.isOpen() && m_microphone.isMoving())
        m_microphoneSlot.reportRunning(m_microphone.isSilent(now));
    if (m_loudspeaker.isOpen() && m_loudspeaker.isMoving())
        m_loudspeakerSlot.reportRunning(false);
    return {m_microphoneSlot.state(), m_loudspeakerSlot.state(),
            static_cast<int>(milliseconds(static_cast<std::int64_t>(m_loudspeaker.target()))),
            m_loudspeaker.underruns()};
}

} // namespace islet
