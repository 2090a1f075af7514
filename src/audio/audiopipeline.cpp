// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/audiopipeline.h"

#include "audio/audioengine.h"
#include "base/clock.h"

#include <QSemaphore>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr int looks = 5; // within the patience: a process that was stopped for a while has missed one, not all
constexpr int mostAbandoned = 8; // each keeps its memory
constexpr auto longestFarewell = 2s;
constexpr qsizetype mostWaiting = 4 * 1024 * 1024; // bytes of packets, while a device call does not come back
constexpr qsizetype callSize = 256; // of a packet's way to the other thread, about

} // namespace

struct AudioPipeline::Hang {
    AudioDevices::Call call;
    QByteArray id;
    QString name;
    int looks = 0;
    qsizetype waiting = 0; // bytes that were told to the audio thread meanwhile
};

AudioPipeline::AudioPipeline(MakeSoundSystem make, std::uint32_t firstIndex, QObject *parent,
                             std::chrono::milliseconds patience)
    : QObject(parent)
    , m_make(std::move(make))
    , m_patience(patience)
    , m_settings(std::make_unique<AudioSettings>())
{
    m_settings->nextIndex = firstIndex;
    m_watch.setInterval(m_patience / looks);
    connect(&m_watch, &QTimer::timeout, this, &AudioPipeline::watch);
}

AudioPipeline::~AudioPipeline()
{
    if (!m_engine)
        return;
    const bool isLate = m_call && m_call->looks > 0;
    QThread *const thread = m_thread;
    releaseThread();
    const auto farewell = isLate ? 0ms : std::min<std::chrono::milliseconds>(m_patience, longestFarewell);
    if (thread->wait(QDeadlineTimer(farewell))) {
        delete thread;
    } else {
        ++m_abandoned;
        emit abandoned();
    }
}

//! Runs it on the audio thread, after all that was told before.
template<typename Do> void AudioPipeline::tell(Do what)
{
    if (m_engine)
        QMetaObject::invokeMethod(
            m_engine, [engine = m_engine, what] { what(*engine); }, Qt::QueuedConnection);
}

void AudioPipeline::start()
{
    m_settings->isOn = true;
    if (m_engine)
        tell([](AudioEngine &engine) { engine.setOn(true); });
    else
        launch();
}

void AudioPipeline::stop()
{
    m_settings->isOn = false;
    tell([places = m_settings->places](AudioEngine &engine) {
        engine.setOn(false);
        engine.mixer().forgetEverybody(); // what they said meanwhile is of no interest later
        for (auto place = places.begin(); place != places.end(); ++place)
            engine.mixer().place(place.key(), place.value());
    });
}

void AudioPipeline::useMicrophone(const QByteArray &id)
{
    m_settings->microphone = id;
    tell([id](AudioEngine &engine) { engine.devices().useMicrophone(id); });
}

void AudioPipeline::useLoudspeaker(const QByteArray &id)
{
    m_settings->loudspeaker = id;
    tell([id](AudioEngine &engine) { engine.devices().useLoudspeaker(id); });
}

void AudioPipeline::set(const Processing &processing)
{
    m_settings->processing = processing;
    tell([processing](AudioEngine &engine) { engine.sender().set(processing); });
}

void AudioPipeline::set(const Activation &activation)
{
    m_settings->activation = activation;
    tell([activation](AudioEngine &engine) { engine.sender().set(activation); });
}

void AudioPipeline::setTalking(bool talking)
{
    m_settings->isTalking = talking;
    tell([talking](AudioEngine &engine) { engine.sender().setTalking(talking); });
}

void AudioPipeline::setMuted(bool muted)
{
    m_settings->isMuted = muted;
    tell([muted](AudioEngine &engine) { engine.sender().setMuted(muted); });
}

void AudioPipeline::setDeafened(bool deafened)
{
    m_settings->isDeafened = deafened;
    tell([deafened](AudioEngine &engine) { engine.mixer().setDeafened(deafened); });
}

void AudioPipeline::playCue(Cue cue)
{
    if (m_settings->isOn)
        tell([cue](AudioEngine &engine) { engine.mixer().playCue(cue); });
}

void AudioPipeline::receive(SpeakerId speaker, std::uint32_t index, const QByteArray &packet)
{
    if (!m_settings->isOn)
        return;
    if (m_call && (m_call->waiting += packet.size() + callSize) > mostWaiting)
        return; // what is older than a device takes to open is of no interest to anybody
    // The time is taken here: the audio thread may be opening a device.
    tell([speaker, index, packet, now = monotonicNow()](AudioEngine &engine) {
        engine.mixer().receive(speaker, index, packet, now);
    });
}

void AudioPipeline::place(SpeakerId speaker, const SpatialGain &hearing)
{
    m_settings->places.insert(speaker, hearing);
    tell([speaker, hearing](AudioEngine &engine) { engine.mixer().place(speaker, hearing); });
}

void AudioPipeline::forget(SpeakerId speaker)
{
    m_settings->places.remove(speaker);
    tell([speaker](AudioEngine &engine) { engine.mixer().forget(speaker); });
}

float AudioPipeline::microphoneLevel() const
{
    return m_engine ? m_engine->level() : -100;
}

void AudioPipeline::launch()
{
    if (m_abandoned >= mostAbandoned)
        return;
    m_thread = new QThread;
    m_thread->setObjectName(u"audio"_s);
    m_engine = new AudioEngine(m_make, *m_settings);
    m_engine->moveToThread(m_thread);
    connect(m_thread, &QThread::started, m_engine, &AudioEngine::begin);
    connect(m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
    connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    listen();
    m_thread->start(QThread::TimeCriticalPriority);
}

void AudioPipeline::listen()
{
    // What an abandoned engine says late goes nowhere, also what was on its way when it was disconnected.
    const auto hear = [this](auto *sender, auto signal, auto what) {
        connect(sender, signal, this, [this, engine = m_engine, what](const auto &...values) {
            if (engine == m_engine)
                what(values...);
        });
    };
    hear(m_engine, &AudioEngine::frameEncoded, [this](std::uint32_t index, const QByteArray &packet) {
        m_settings->nextIndex = index + 1;
        emit frameEncoded(index, packet);
    });
    hear(m_engine, &AudioEngine::openChanged, [this](bool open) { emit openChanged(open); });
    hear(m_engine, &AudioEngine::speakingMutedChanged, [this](bool speaking) { emit speakingMutedChanged(speaking); });
    hear(m_engine, &AudioEngine::heard, [this](const QList<SpeakerStats> &speakers) { emit heard(speakers); });
    hear(m_engine, &AudioEngine::stateChanged, [this](const AudioState &state) { setState(state); });
    auto *const devices = &m_engine->devices();
    hear(devices, &AudioDevices::listed,
         [this](const auto &microphones, const auto &loudspeakers) { setDevices(microphones, loudspeakers); });
    hear(devices, &AudioDevices::calling, [this](AudioDevices::Call call, const QByteArray &id, const QString &name) {
        m_call = std::make_unique<Hang>(Hang{call, id, name});
        m_watch.start();
    });
    hear(devices, &AudioDevices::cameBack, [this] {
        m_call.reset();
        m_watch.stop();
    });
}

void AudioPipeline::watch()
{
    // What it said before is heard first: this thread may be the one that was late.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_call && ++m_call->looks >= looks)
                abandon();
        },
        Qt::QueuedConnection);
}

void AudioPipeline::abandon()
{
    const Hang hang = *m_call;
    releaseThread();
    ++m_abandoned;
    AudioState state = m_state;
    if (hang.call != AudioDevices::Call::Loudspeaker)
        state.microphone = {DeviceState::Kind::Hung, hang.name};
    if (hang.call != AudioDevices::Call::Microphone)
        state.loudspeaker = {DeviceState::Kind::Hung, hang.name};
    if (hang.call == AudioDevices::Call::Microphone)
        m_settings->hungMicrophones.insert(hang.id);
    if (hang.call == AudioDevices::Call::Loudspeaker)
        m_settings->hungLoudspeakers.insert(hang.id);
    launch();
    setState(state);
    emit abandoned();
}

//! The thread closes everything and takes itself away as soon as it can, and with luck that is now.
void AudioPipeline::releaseThread()
{
    m_engine->disconnect(this);
    m_engine->devices().disconnect(this);
    // The thread may end as soon as it hears of it, with the event dispatcher that posting still needs for a moment.
    const auto told = std::make_shared<QSemaphore>();
    tell([told](AudioEngine &engine) {
        told->acquire();
        engine.retire();
    });
    told->release();
    m_engine = nullptr;
    m_thread = nullptr;
    m_call.reset();
    m_watch.stop();
}

void AudioPipeline::setState(const AudioState &state)
{
    if (state == m_state)
        return;
    m_state = state;
    emit stateChanged();
}

void AudioPipeline::setDevices(const QList<SoundDevice> &microphones, const QList<SoundDevice> &loudspeakers)
{
    m_microphones = microphones;
    m_loudspeakers = loudspeakers;
    // Who has been away may be opened again.
    const auto keep = [](QSet<QByteArray> &hung, const QList<SoundDevice> &devices) {
        hung.removeIf([&](const QByteArray &id) {
            return std::ranges::none_of(devices, [&](const SoundDevice &device) { return device.id == id; });
        });
    };
    keep(m_settings->hungMicrophones, m_microphones);
    keep(m_settings->hungLoudspeakers, m_loudspeakers);
    emit devicesChanged();
}

} // namespace islet
