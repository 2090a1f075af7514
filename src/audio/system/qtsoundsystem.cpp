// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/system/qtsoundsystem.h"

#include "audio/system/pulsedirectory.h"
#include "audio/system/pulsereconnect.h"
#include "audio/system/qtcapture.h"
#include "audio/system/qtplayback.h"

#include <QAudioDevice>
#include <QAudioSink>
#include <QAudioSource>
#include <QMediaDevices>

#include <algorithm>
#include <optional>

namespace islet {

namespace {

QList<SoundDevice> listed(const QList<QAudioDevice> &devices, const QAudioDevice &systemDefault)
{
    QList<SoundDevice> list;
    for (const QAudioDevice &device : devices)
        list.append({device.id(), device.description(), device.id() == systemDefault.id()});
    return list;
}

bool isListed(const QList<SoundDevice> &devices, const QByteArray &id)
{
    return std::ranges::any_of(devices, [&](const SoundDevice &device) { return device.id == id; });
}

QByteArray defaultOf(const QList<SoundDevice> &devices)
{
    const auto found = std::ranges::find_if(devices, &SoundDevice::isDefault);
    return found != devices.end() ? found->id : devices.value(0).id;
}

std::optional<QAudioDevice> find(const QList<QAudioDevice> &devices, const QByteArray &id)
{
    const auto found = std::ranges::find_if(devices, [&](const QAudioDevice &device) { return device.id() == id; });
    return found == devices.end() ? std::nullopt : std::optional(*found);
}

//! Returns the supported format closest to float at our rate. Where the system converts, that is the first one tried.
QAudioFormat formatFor(const QAudioDevice &device, int channels)
{
    const QAudioFormat preferred = device.preferredFormat();
    QAudioFormat format;
    for (const int rate : {sampleRate, preferred.sampleRate()}) {
        format.setSampleRate(rate);
        for (const int count : {channels, preferred.channelCount()}) {
            format.setChannelCount(count);
            for (const auto kind :
                 {QAudioFormat::Float, QAudioFormat::Int16, QAudioFormat::Int32, QAudioFormat::UInt8}) {
                format.setSampleFormat(kind);
                if (Resampler::supports(rate) && count > 0 && device.isFormatSupported(format))
                    return format;
            }
        }
    }
    return {};
}

SampleLayout layoutOf(const QAudioFormat &format)
{
    const auto kind = [&] {
        switch (format.sampleFormat()) {
        case QAudioFormat::UInt8: return SampleLayout::Kind::UInt8;
        case QAudioFormat::Int16: return SampleLayout::Kind::Int16;
        case QAudioFormat::Int32: return SampleLayout::Kind::Int32;
        default: return SampleLayout::Kind::Float;
        }
    };
    return {kind(), static_cast<std::size_t>(format.channelCount()), format.sampleRate()};
}

} // namespace

QtSoundSystem::QtSoundSystem()
    : m_pulse(PulseDirectory::ofThisSystem())
    , m_reconnect(std::make_unique<PulseReconnect>())
{ }

QtSoundSystem::~QtSoundSystem() = default;

bool QtSoundSystem::isReachable()
{
    if (m_pulse && !queryPulse())
        return false;
    if (!m_pulse)
        queryQt();
    return true;
}

bool QtSoundSystem::queryPulse()
{
    auto view = m_pulse->query();
    m_reconnect->update(view.has_value());
    m_microphones = view ? std::move(view->microphones) : QList<SoundDevice>();
    m_loudspeakers = view ? std::move(view->loudspeakers) : QList<SoundDevice>();
    if (!m_isQtTried && !m_loudspeakers.isEmpty()) {
        const auto qtDevices = QMediaDevices::audioOutputs();
        m_isQtTried = true;
        const bool isSame = std::ranges::any_of(
            qtDevices, [this](const QAudioDevice &device) { return isListed(m_loudspeakers, device.id()); });
        if (!isSame && !qtDevices.isEmpty())
            m_pulse.reset(); // this Qt uses the hardware directly, or another server
    }
    return view.has_value();
}

void QtSoundSystem::queryQt()
{
    m_microphones = listed(QMediaDevices::audioInputs(), QMediaDevices::defaultAudioInput());
    m_loudspeakers = listed(QMediaDevices::audioOutputs(), QMediaDevices::defaultAudioOutput());
}

std::unique_ptr<CaptureStream> QtSoundSystem::openMicrophone(const QByteArray &id)
{
    // Checked again right before: PulseAudio's answer that the device has gone would never reach Qt.
    if (!isReachable())
        return nullptr;
    const QByteArray chosen = id.isEmpty() ? defaultOf(m_microphones) : id;
    const auto device = find(QMediaDevices::audioInputs(), chosen);
    if (!isListed(m_microphones, chosen) || !device)
        return nullptr;
    const QAudioFormat format = formatFor(*device, 1);
    if (!format.isValid())
        return nullptr;
    auto stream = std::make_unique<QtCapture>(std::make_unique<QAudioSource>(*device, format), layoutOf(format));
    return stream->isBroken() ? nullptr : std::move(stream);
}

std::unique_ptr<PlaybackStream> QtSoundSystem::openLoudspeaker(const QByteArray &id, std::size_t capacity)
{
    if (!isReachable())
        return nullptr;
    const QByteArray chosen = id.isEmpty() ? defaultOf(m_loudspeakers) : id;
    const auto device = find(QMediaDevices::audioOutputs(), chosen);
    if (!isListed(m_loudspeakers, chosen) || !device)
        return nullptr;
    const QAudioFormat format = formatFor(*device, 2);
    if (!format.isValid())
        return nullptr;
    auto stream =
        std::make_unique<QtPlayback>(std::make_unique<QAudioSink>(*device, format), layoutOf(format), capacity);
    return stream->isBroken() ? nullptr : std::move(stream);
}

} // namespace islet
