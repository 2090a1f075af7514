// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/voice/voicecontroller.h"

#include "app/voice/devicewords.h"
#include "audio/voicesender.h"
#include "base/logging.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr SpeakerId myself{0}; // VoiceLink never assigns this id
constexpr auto meterInterval = 50ms;
constexpr int sendingTicks = 2; // meter ticks

std::uint32_t indexNow()
{
    return firstVoiceIndex(std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch()));
}

//! Maps -60 to 0 dBFS to 0 to 1.
double toMeterScale(double level)
{
    constexpr double quietest = -60;
    return std::clamp(1 - level / quietest, 0.0, 1.0);
}

int indexOf(const QList<SoundDevice> &devices, const QByteArray &id)
{
    const auto found = std::ranges::find(devices, id, &SoundDevice::id);
    return id.isEmpty() || found == devices.cend() ? 0 : static_cast<int>(found - devices.cbegin()) + 1;
}

//! Restarting a running timer resets it, so that under a flood of events it would never fire.
void keepRunning(QTimer &timer)
{
    if (!timer.isActive())
        timer.start();
}

} // namespace

VoiceController::VoiceController(CommsAdapter &adapter, CommsSession &session, const PeerDirectory &directory,
                                 PositionReporter &reporter, QSettings &settings, AudioPipeline::MakeSoundSystem sound,
                                 Clock keyClock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_settings(settings)
    , m_people(settings)
    , m_link(adapter, directory, reporter)
    , m_keyWatch(m_settings)
    , m_key(std::move(keyClock))
    , m_pipeline(std::move(sound), indexNow())
{
    connectPipeline();
    connectKeys();
    connect(&session, &CommsSession::stateChanged, this, [this] {
        if (!isInRoom()) {
            m_key.cancel();
            m_isHeldRemotely = false;
        }
        update();
    });
    connect(&m_settings, &VoiceSettings::changed, this, &VoiceController::applySettings);
    connect(&m_selfTest, &SelfTest::changed, this, &VoiceController::update);
    connect(&m_people, &PeerAudioSettings::audioChanged, this, &VoiceController::applyGain);
    const auto adjusted = m_people.adjusted();
    for (const Address &person : adjusted)
        applyGain(person);
    m_meterTimer.setInterval(meterInterval);
    connect(&m_meterTimer, &QTimer::timeout, this, &VoiceController::updateMeter);
    m_earshotTimer.setInterval(500ms);
    connect(&m_earshotTimer, &QTimer::timeout, this, [this] {
        if (const int count = m_link.countInEarshot(); std::exchange(m_inEarshot, count) != count)
            emit earshotChanged();
    });
    applySettings();
}

void VoiceController::connectPipeline()
{
    connect(&m_link, &VoiceLink::received, &m_pipeline, &AudioPipeline::receive);
    connect(&m_link, &VoiceLink::placed, &m_pipeline, &AudioPipeline::place);
    connect(&m_link, &VoiceLink::gone, &m_pipeline, &AudioPipeline::forget);
    connect(&m_selfTest, &SelfTest::arrived, &m_pipeline,
            [this](std::uint32_t index, const QByteArray &packet) { m_pipeline.receive(myself, index, packet); });
    connect(&m_pipeline, &AudioPipeline::frameEncoded, this, &VoiceController::send);
    connect(&m_pipeline, &AudioPipeline::openChanged, this, &VoiceController::onOpenChanged);
    connect(&m_pipeline, &AudioPipeline::abandoned, this, [this] { onOpenChanged(false); }); // emits no openChanged()
    connect(&m_pipeline, &AudioPipeline::speakingMutedChanged, this, [this](bool speaking) {
        m_isSpeakingMuted = speaking;
        emit speakingMutedChanged();
    });
    connect(&m_pipeline, &AudioPipeline::heard, this, &VoiceController::onHeard);
    connect(&m_pipeline, &AudioPipeline::stateChanged, this, &VoiceController::devicesChanged);
    connect(&m_pipeline, &AudioPipeline::devicesChanged, this, &VoiceController::devicesChanged);
}

void VoiceController::connectKeys()
{
    connect(&m_keyWatch, &KeyWatch::pressed, this, &VoiceController::press);
    connect(&m_keyWatch, &KeyWatch::released, this, &VoiceController::release);
    connect(&m_keyWatch, &KeyWatch::lost, this, [this] {
        m_key.cancel();
        update();
    });
    connect(&m_keyWatch, &KeyWatch::capturingChanged, this, &VoiceController::capturingKeyChanged);
}

void VoiceController::onOpenChanged(bool open)
{
    m_isOpen = open;
    qCDebug(lcVoice) << (open ? "the microphone is open" : "the microphone is closed");
    m_isTestEnding = m_isTestEnding && open;
    emit talkingChanged();
}

void VoiceController::press()
{
    if (isInRoom()) {
        m_isHeldRemotely = false; // a local press overrides the remote hold
        m_key.press();
    }
    update();
}

void VoiceController::release()
{
    m_key.release();
    update();
}

Expected<QString> VoiceController::remote(const QStringList &words)
{
    const QString what = words.value(1);
    if (words.size() != 2 || (what != "down"_L1 && what != "up"_L1 && what != "toggle"_L1))
        return failure(ErrorCode::InvalidInput, tr("ptt takes down, up or toggle."));
    const bool wanted = what == "toggle"_L1 ? !isKeyDown() : what == "down"_L1;
    if (wanted && !isInRoom())
        return failure(ErrorCode::NotConnected, tr("No one would hear you: the window isn't in a room."));
    m_key.cancel(); // the latest command overrides the window's key
    m_isHeldRemotely = wanted;
    update();
    if (wanted && m_isMuted)
        return failure(ErrorCode::InvalidInput, tr("No one can hear you: the microphone is muted in the window."));
    if (wanted && !canTalk())
        return failure(ErrorCode::InvalidInput, tr("No one can hear you. %1").arg(problem()));
    return wanted ? u"talking"_s : u"silent"_s;
}

void VoiceController::update()
{
    const bool isTesting = m_selfTest.isActive();
    if (isInRoom() || isTesting || m_isChecking) {
        m_pipeline.start();
        keepRunning(m_meterTimer);
    } else {
        m_pipeline.stop();
        m_meterTimer.stop();
        m_sendingTicks = 0;
        m_sentLevel = 0;
        updateMeter();
    }
    if (isInRoom())
        keepRunning(m_earshotTimer);
    else
        m_earshotTimer.stop();
    if (std::exchange(m_wasTesting, isTesting) && !isTesting)
        m_isTestEnding = m_isOpen;
    if (isInRoom() && isKeyDown())
        m_isTestEnding = false;
    m_pipeline.place(myself, {isTesting ? 1.F : 0.F, 0});
    m_pipeline.setMuted(m_isMuted && !isTesting);
    m_pipeline.setTalking(isTesting || (isInRoom() && isKeyDown()));
    emit talkingChanged();
    emit speakingMutedChanged();
}

void VoiceController::applySettings()
{
    m_pipeline.set(m_settings.processing());
    m_pipeline.set(m_settings.activation());
    m_pipeline.useMicrophone(m_settings.microphone());
    m_pipeline.useLoudspeaker(m_settings.loudspeaker());
    m_link.setCurve(m_settings.distanceCurve());
    emit devicesChanged();
}

void VoiceController::send(std::uint32_t index, const QByteArray &packet)
{
    if (m_selfTest.isActive()) {
        m_selfTest.send(index, packet);
    } else if (m_isTestEnding || !isInRoom()) {
        return; // recorded for the self-test, or in a room that was left
    } else if (!m_link.send(index, packet)) {
        ++m_unsent;
        return;
    }
    m_sendingTicks = sendingTicks;
    m_sentLevel = toMeterScale(m_pipeline.microphoneLevel());
}

void VoiceController::updateMeter()
{
    if (m_sendingTicks > 0 && --m_sendingTicks == 0)
        m_sentLevel = 0;
    m_microphoneLevel = m_isChecking ? toMeterScale(m_pipeline.microphoneLevel()) : 0;
    m_wasHeard = m_wasHeard || m_microphoneLevel > 0;
    const Meter meter{isSending(), m_unsent, m_sentLevel, m_microphoneLevel};
    if (std::exchange(m_meterShown, meter) != meter)
        emit meterChanged();
}

void VoiceController::onHeard(const QList<SpeakerStats> &speakers)
{
    QSet<Address> talking;
    QHash<Address, SpeakerStats> stats;
    for (const SpeakerStats &speaker : speakers) {
        const auto address = m_link.addressOf(speaker.speaker);
        if (!address)
            continue;
        stats.insert(*address, speaker);
        if (speaker.isTalking)
            talking.insert(*address);
    }
    m_people.setStats(stats);
    m_people.setTalking(talking);
}

void VoiceController::applyGain(const Address &person)
{
    m_link.setVolume(person, m_people.gainOf(person));
}

void VoiceController::setPersonVolume(const QString &address, double volume)
{
    if (const auto person = Address::parse(address))
        m_people.setVolume(*person, static_cast<float>(volume));
}

void VoiceController::setPersonMuted(const QString &address, bool muted)
{
    if (const auto person = Address::parse(address))
        m_people.setMuted(*person, muted);
}

void VoiceController::setMuted(bool muted)
{
    m_isMuted = muted;
    update();
    emit mutedChanged();
}

void VoiceController::setDeafened(bool deafened)
{
    m_isDeafened = deafened;
    m_pipeline.setDeafened(deafened);
    emit deafenedChanged();
}

bool VoiceController::isSpeakingMuted() const
{
    // Without the key held, no one expects to be heard.
    return m_isMuted && (isKeyDown() || (m_isSpeakingMuted && m_settings.byVoice()));
}

void VoiceController::setChecking(bool checking)
{
    if (checking && !m_isChecking)
        m_wasHeard = false;
    m_isChecking = checking;
    update();
    emit checkingChanged();
}

void VoiceController::endCheck()
{
    setChecking(false);
    m_selfTest.setActive(false);
    setCapturingKey(false);
    if (m_wasHeard)
        m_settings.setChecked(true);
}

bool VoiceController::canTalk() const
{
    const auto kind = m_pipeline.state().microphone.kind;
    return kind == DeviceState::Kind::Running || kind == DeviceState::Kind::Silent || kind == DeviceState::Kind::Opening
        || kind == DeviceState::Kind::Off;
}

QString VoiceController::problem() const
{
    const QString microphone = problemOf(m_pipeline.state().microphone, DeviceUse::Microphone);
    return microphone.isEmpty() ? problemOf(m_pipeline.state().loudspeaker, DeviceUse::Loudspeaker) : microphone;
}

QString VoiceController::loudspeakerText() const
{
    const AudioState &state = m_pipeline.state();
    if (state.loudspeaker.kind != DeviceState::Kind::Running || state.underruns == 0)
        return {};
    return tr("Buffer %1 ms, %n underrun(s)", nullptr,
              static_cast<int>(std::min<std::uint64_t>(state.underruns, 999'999)))
        .arg(state.loudspeakerBuffer);
}

QStringList VoiceController::microphones() const
{
    return namesOf(m_pipeline.microphones());
}

QStringList VoiceController::loudspeakers() const
{
    return namesOf(m_pipeline.loudspeakers());
}

int VoiceController::microphone() const
{
    return indexOf(m_pipeline.microphones(), m_settings.microphone());
}

void VoiceController::setMicrophone(int index)
{
    m_settings.setMicrophone(m_pipeline.microphones().value(index - 1).id);
}

int VoiceController::loudspeaker() const
{
    return indexOf(m_pipeline.loudspeakers(), m_settings.loudspeaker());
}

void VoiceController::setLoudspeaker(int index)
{
    m_settings.setLoudspeaker(m_pipeline.loudspeakers().value(index - 1).id);
}

} // namespace islet
