// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Why there is this much state:
//
// Threads. Any device call may block, and opening a device may block forever. So AudioEngine, with all devices, runs on
// a thread of its own, and this class only queues calls to it and receives its signals: the caller's thread never
// waits.
//
// Watchdog. AudioDevices emits calling() before each call that may block, and returned() after it. In between, m_call
// says which call it is, and m_watchdog checks on it. A call is hung after five checks (`checks`), spread over
// m_timeout.
//
// Abandoning. A blocked thread cannot be interrupted. Its engine is disconnected and told to retire, and both pointers
// are cleared: if the call ever returns, the thread closes everything and deletes itself. A new thread and engine
// take over at once. m_settings duplicates all the engine's settings, so that the new one starts in the same state,
// and lists the hung devices, which are not opened again before they have been unplugged. Each abandoned thread keeps
// its memory, so there is a maximum. From then on, destructors of the sound server's client may wait for the lost
// thread: after abandoned() the program must not end the usual way; see hasAbandoned().

#include "audio/audiopipeline.h"

#include "audio/audioengine.h"
#include "base/clock.h"
#include "base/logging.h"

#include <QSemaphore>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr int checks = 5; // watchdog checks within the timeout: a suspended process misses one check, not all of them
constexpr int maxAbandoned = 8; // each keeps its memory
constexpr auto maxShutdownWait = 2s;
constexpr qsizetype maxQueuedBytes = 4 * 1024 * 1024; // bytes of packets queued while a device call blocks
constexpr qsizetype queuedCallOverhead = 256; // approximate bytes of overhead per packet queued to the audio thread

} // namespace

struct AudioPipeline::BlockingCall {
    AudioDevices::Call call;
    QByteArray id;
    QString name;
    int checks = 0;
    qsizetype queuedBytes = 0; // bytes queued to the audio thread meanwhile
};

AudioPipeline::AudioPipeline(MakeSoundSystem make, std::uint32_t firstIndex, QObject *parent,
                             std::chrono::milliseconds timeout)
    : QObject(parent)
    , m_make(std::move(make))
    , m_timeout(timeout)
    , m_settings(std::make_unique<AudioSettings>())
{
    m_settings->nextIndex = firstIndex;
    m_watchdog.setInterval(m_timeout / checks);
    connect(&m_watchdog, &QTimer::timeout, this, &AudioPipeline::checkCall);
}

AudioPipeline::~AudioPipeline()
{
    if (!m_engine)
        return;
    const bool isLate = m_call && m_call->checks > 0;
    QThread *const thread = m_thread;
    releaseThread();
    const auto shutdownWait = isLate ? 0ms : std::min<std::chrono::milliseconds>(m_timeout, maxShutdownWait);
    if (thread->wait(QDeadlineTimer(shutdownWait))) {
        delete thread;
    } else {
        ++m_abandoned;
        emit abandoned();
    }
}

//! Queues a call to the audio thread, after everything queued before.
template<typename Do> void AudioPipeline::post(Do what)
{
    if (m_engine)
        QMetaObject::invokeMethod(
            m_engine, [engine = m_engine, what] { what(*engine); }, Qt::QueuedConnection);
}

void AudioPipeline::start()
{
    m_settings->isOn = true;
    if (m_engine)
        post([](AudioEngine &engine) { engine.setOn(true); });
    else
        startThread();
}

void AudioPipeline::stop()
{
    m_settings->isOn = false;
    post([places = m_settings->places](AudioEngine &engine) {
        engine.setOn(false);
        engine.mixer().forgetAll(); // what they said meanwhile is stale by the next start
        for (auto place = places.begin(); place != places.end(); ++place)
            engine.mixer().place(place.key(), place.value());
    });
}

void AudioPipeline::useMicrophone(const QByteArray &id)
{
    m_settings->microphone = id;
    post([id](AudioEngine &engine) { engine.devices().useMicrophone(id); });
}

void AudioPipeline::useLoudspeaker(const QByteArray &id)
{
    m_settings->loudspeaker = id;
    post([id](AudioEngine &engine) { engine.devices().useLoudspeaker(id); });
}

void AudioPipeline::set(const Processing &processing)
{
    m_settings->processing = processing;
    post([processing](AudioEngine &engine) { engine.sender().set(processing); });
}

void AudioPipeline::set(const Activation &activation)
{
    m_settings->activation = activation;
    post([activation](AudioEngine &engine) { engine.sender().set(activation); });
}

void AudioPipeline::setTalking(bool talking)
{
    m_settings->isTalking = talking;
    post([talking](AudioEngine &engine) { engine.sender().setTalking(talking); });
}

void AudioPipeline::setMuted(bool muted)
{
    m_settings->isMuted = muted;
    post([muted](AudioEngine &engine) { engine.sender().setMuted(muted); });
}

void AudioPipeline::setDeafened(bool deafened)
{
    m_settings->isDeafened = deafened;
    post([deafened](AudioEngine &engine) { engine.mixer().setDeafened(deafened); });
}

void AudioPipeline::playCue(Cue cue)
{
    if (m_settings->isOn)
        post([cue](AudioEngine &engine) { engine.mixer().playCue(cue); });
}

void AudioPipeline::receive(SpeakerId speaker, std::uint32_t index, const QByteArray &packet,
                            std::chrono::microseconds arrivedAt)
{
    if (!m_settings->isOn)
        return;
    if (m_call && (m_call->queuedBytes += packet.size() + queuedCallOverhead) > maxQueuedBytes)
        return; // packets older than a device takes to open are of no use
    post([speaker, index, packet, arrivedAt](AudioEngine &engine) {
        engine.mixer().receive(speaker, index, packet, arrivedAt);
    });
}

void AudioPipeline::place(SpeakerId speaker, const SpatialGain &hearing)
{
    m_settings->places.insert(speaker, hearing);
    post([speaker, hearing](AudioEngine &engine) { engine.mixer().place(speaker, hearing); });
}

void AudioPipeline::forget(SpeakerId speaker)
{
    m_settings->places.remove(speaker);
    post([speaker](AudioEngine &engine) { engine.mixer().forget(speaker); });
}

float AudioPipeline::microphoneLevel() const
{
    return m_engine ? m_engine->level() : -100;
}

void AudioPipeline::startThread()
{
    if (m_abandoned >= maxAbandoned)
        return;
    m_thread = new QThread;
    m_thread->setObjectName(u"audio"_s);
    m_engine = new AudioEngine(m_make, *m_settings);
    m_engine->moveToThread(m_thread);
    connect(m_thread, &QThread::started, m_engine, &AudioEngine::begin);
    connect(m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
    connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    connectEngine();
    m_thread->start(QThread::TimeCriticalPriority);
}

void AudioPipeline::connectEngine()
{
    // Ignores an abandoned engine, including signals that were already queued when it was disconnected.
    const auto connectTo = [this](auto *sender, auto signal, auto what) {
        connect(sender, signal, this, [this, engine = m_engine, what](const auto &...values) {
            if (engine == m_engine)
                what(values...);
        });
    };
    connectTo(m_engine, &AudioEngine::frameEncoded, [this](std::uint32_t index, const QByteArray &packet) {
        m_settings->nextIndex = index + 1;
        emit frameEncoded(index, packet);
    });
    connectTo(m_engine, &AudioEngine::openChanged, [this](bool open) { emit openChanged(open); });
    connectTo(m_engine, &AudioEngine::speakingMutedChanged,
              [this](bool speaking) { emit speakingMutedChanged(speaking); });
    connectTo(m_engine, &AudioEngine::heard, [this](const QList<SpeakerStats> &speakers) { emit heard(speakers); });
    connectTo(m_engine, &AudioEngine::stateChanged, [this](const AudioState &state) { setState(state); });
    auto *const devices = &m_engine->devices();
    connectTo(devices, &AudioDevices::listed,
              [this](const auto &microphones, const auto &loudspeakers) { setDevices(microphones, loudspeakers); });
    connectTo(devices, &AudioDevices::calling,
              [this](AudioDevices::Call call, const QByteArray &id, const QString &name) {
                  m_call = std::make_unique<BlockingCall>(BlockingCall{call, id, name});
                  m_watchdog.start();
              });
    connectTo(devices, &AudioDevices::returned, [this] {
        m_call.reset();
        m_watchdog.stop();
    });
}

void AudioPipeline::checkCall()
{
    // Signals the engine queued earlier are processed first: this thread may be the one that was late.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_call && ++m_call->checks >= checks)
                abandon();
        },
        Qt::QueuedConnection);
}

void AudioPipeline::abandon()
{
    const BlockingCall hang = *m_call;
    qCWarning(lcAudio) << "an audio device does not respond; its thread is abandoned";
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
    startThread();
    setState(state);
    emit abandoned();
}

//! The thread closes everything and deletes itself as soon as it can, normally at once.
void AudioPipeline::releaseThread()
{
    m_engine->disconnect(this);
    m_engine->devices().disconnect(this);
    // Posting still uses the thread's event dispatcher for a moment; the semaphore keeps the thread from ending before
    // that.
    const auto isPosted = std::make_shared<QSemaphore>();
    post([isPosted](AudioEngine &engine) {
        isPosted->acquire();
        engine.retire();
    });
    isPosted->release();
    m_engine = nullptr;
    m_thread = nullptr;
    m_call.reset();
    m_watchdog.stop();
}

void AudioPipeline::setState(const AudioState &state)
{
    if (state == m_state)
        return;
    m_state = state;
    qCDebug(lcAudio) << "microphone" << state.microphone.kind << "loudspeaker" << state.loudspeaker.kind << "buffer"
                     << state.loudspeakerBuffer << "ms, underruns" << state.underruns;
    emit stateChanged();
}

void AudioPipeline::setDevices(const QList<SoundDevice> &microphones, const QList<SoundDevice> &loudspeakers)
{
    m_microphones = microphones;
    m_loudspeakers = loudspeakers;
    // A hung device may be tried again once it has been unplugged.
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
