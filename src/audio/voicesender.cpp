// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/voicesender.h"

#include "audio/voiceactivity.h"
#include "audio/voiceencoder.h"
#include "audio/voiceprocessor.h"

#include <utility>

namespace islet {

VoiceSender::VoiceSender(std::uint32_t firstIndex)
    : m_processor(std::make_unique<VoiceProcessor>())
    , m_activity(std::make_unique<VoiceActivity>())
    , m_encoder(std::make_unique<VoiceEncoder>())
    , m_nextIndex(firstIndex)
{ }

VoiceSender::~VoiceSender() = default;

void VoiceSender::set(const Processing &processing)
{
    m_processor->set(processing);
}

void VoiceSender::set(const Activation &activation)
{
    m_activation = activation;
    m_activity->setMargin(activation.margin);
}

void VoiceSender::setTalking(bool talking)
{
    if (m_isKeyDown && !talking)
        m_isLastFrame = true; // what was said before the key was released is sent to its end
    m_isKeyDown = talking;
}

void VoiceSender::setMuted(bool muted)
{
    m_isMuted = muted;
    m_isLastFrame = false;
}

std::optional<VoiceSender::Packet> VoiceSender::process(std::span<float, frameSamples> frame,
                                                        std::span<const float, frameSamples> playedBack)
{
    m_processor->process(frame, playedBack);
    const bool isSpeaking = m_activity->speaking(frame);
    m_level = m_activity->level();
    m_isSpeakingMuted = m_isMuted && isSpeaking;

    const bool wasOpen = std::exchange(m_isOpen, shouldTransmit(isSpeaking));
    if (!m_isOpen)
        return std::nullopt;
    if (!wasOpen)
        m_encoder->reset();
    const auto bytes = m_encoder->encode(frame);
    if (bytes.empty())
        return std::nullopt;
    return Packet{m_nextIndex++, bytes};
}

bool VoiceSender::shouldTransmit(bool isSpeaking)
{
    const bool isLastFrame = std::exchange(m_isLastFrame, false);
    if (m_isMuted)
        return false;
    if (m_activation.kind == Activation::Kind::Voice && isSpeaking)
        return true;
    return m_isKeyDown || isLastFrame; // push-to-talk also works with voice activation
}

std::uint32_t firstVoiceIndex(std::chrono::milliseconds sinceEpoch)
{
    constexpr std::int64_t packetTime = 20; // ms: no one sends more than one in this time, so the clock stays ahead
    return static_cast<std::uint32_t>(sinceEpoch.count() / packetTime);
}

} // namespace islet
