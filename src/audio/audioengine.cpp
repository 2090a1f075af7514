// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/audioengine.h"

#include "base/clock.h"

#include <QThread>

#include <algorithm>

using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr std::chrono::milliseconds tickTime = 2ms;
constexpr std::chrono::milliseconds idleTickTime = 1s; // keeps the device lists current
constexpr auto reportTime = 100ms;
// The microphone and the loudspeaker have different clocks, and neither advances evenly.
constexpr std::size_t referenceMargin = frameSamples / 2;
constexpr std::size_t maxReference = 2 * frameSamples;

} // namespace

AudioEngine::AudioEngine(MakeSoundSystem make, const AudioSettings &settings)
    : m_make(std::move(make))
    , m_sender(settings.nextIndex)
    , m_devices([this](std::span<float> stereo) { render(stereo); }, settings, this)
    , m_timer(this)
    , m_played(2 * maxReference)
    , m_frame(frameSamples)
    , m_reference(frameSamples)
    , m_isOn(settings.isOn)
{
    m_sender.set(settings.processing);
    m_sender.set(settings.activation);
    m_sender.setTalking(settings.isTalking);
    m_sender.setMuted(settings.isMuted);
    m_mixer.setDeafened(settings.isDeafened);
    for (auto place = settings.places.begin(); place != settings.places.end(); ++place)
        m_mixer.place(place.key(), place.value());
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &AudioEngine::tick);
    connect(&m_devices, &AudioDevices::stateChanged, this, &AudioEngine::reportState);
}

AudioEngine::~AudioEngine() = default;

void AudioEngine::begin()
{
    m_devices.begin(m_make());
    setOn(m_isOn);
}

void AudioEngine::retire()
{
    m_mustRetire = m_devices.isBusy(); // this was called from within tick()
    if (m_mustRetire)
        return;
    m_timer.stop();
    m_devices.end();
    QThread::currentThread()->quit();
}

void AudioEngine::setOn(bool on)
{
    m_isOn = on;
    m_devices.setOn(on);
    m_timer.start(on ? tickTime : idleTickTime);
    tick();
}

void AudioEngine::tick()
{
    if (m_devices.isBusy())
        return;
    m_now = monotonicNow();
    if (m_isOn) {
        m_devices.microphone().pump(m_now);
        send();
        m_devices.loudspeaker().pump(m_now);
    }
    m_devices.update(m_now);
    if (m_mustRetire)
        return retire();
    if (!m_devices.microphone().isOpen()) {
        m_level.store(-100, std::memory_order_relaxed);
        updateGate(false, false);
    }
    if (m_now >= m_nextReport) {
        m_nextReport = m_now + reportTime;
        reportHeard();
        reportState();
    }
}

void AudioEngine::send()
{
    const auto frame = std::span(m_frame).first<frameSamples>();
    while (m_devices.microphone().takeFrame(frame)) {
        takeReference();
        const auto packet = m_sender.process(frame, std::span(m_reference).first<frameSamples>());
        m_level.store(static_cast<float>(m_sender.level()), std::memory_order_relaxed);
        if (packet) {
            const auto *bytes = reinterpret_cast<const char *>(packet->bytes.data());
            emit frameEncoded(packet->index, QByteArray(bytes, static_cast<qsizetype>(packet->bytes.size())));
        }
        updateGate(m_sender.isOpen(), m_sender.isSpeakingMuted());
    }
}

//! What was played while the frame was recorded, approximately: the echo may lag the reference but must never lead it.
void AudioEngine::takeReference()
{
    if (m_played.size() < frameSamples)
        m_played.pushSilence(frameSamples + referenceMargin - m_played.size());
    if (m_played.size() > maxReference)
        m_played.dropTo(frameSamples + referenceMargin);
    m_played.take(m_reference);
}

void AudioEngine::render(std::span<float> stereo)
{
    m_mixer.render(stereo, m_now);
    if (!m_devices.loudspeaker().isOpen())
        return;
    for (std::size_t i = 0; i + 1 < stereo.size(); i += 2) {
        const float mono = (stereo[i] + stereo[i + 1]) / 2;
        m_played.push(std::span(&mono, 1));
    }
}

void AudioEngine::updateGate(bool isOpen, bool isSpeakingMuted)
{
    if (std::exchange(m_isOpen, isOpen) != isOpen)
        emit openChanged(isOpen);
    if (std::exchange(m_isSpeakingMuted, isSpeakingMuted) != isSpeakingMuted)
        emit speakingMutedChanged(isSpeakingMuted);
}

void AudioEngine::reportHeard()
{
    const QList<SpeakerStats> speakers = m_mixer.stats();
    const bool isHeard = std::ranges::any_of(speakers, &SpeakerStats::isTalking);
    if (isHeard || m_wasHeard)
        emit heard(speakers);
    m_wasHeard = isHeard;
}

void AudioEngine::reportState()
{
    AudioState state = m_devices.state(monotonicNow());
    if (state == m_state)
        return;
    m_state = std::move(state);
    emit stateChanged(m_state);
}

} // namespace islet
