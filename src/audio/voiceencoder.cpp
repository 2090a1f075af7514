// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/voiceencoder.h"

#include <QtGlobal>

#include <algorithm>
#include <opus.h>

namespace islet {

void VoiceEncoder::Destroy::operator()(OpusEncoder *encoder) const
{
    opus_encoder_destroy(encoder);
}

VoiceEncoder::VoiceEncoder()
{
    int error = OPUS_OK;
    m_encoder.reset(opus_encoder_create(sampleRate, 1, OPUS_APPLICATION_VOIP, &error));
    Q_ASSERT(error == OPUS_OK); // fails only when out of memory
    constexpr int bitRate = 32'000;
    opus_encoder_ctl(m_encoder.get(), OPUS_SET_BITRATE(bitRate));
    opus_encoder_ctl(m_encoder.get(), OPUS_SET_VBR(1));
    opus_encoder_ctl(m_encoder.get(), OPUS_SET_SIGNAL(OPUS_SIGNAL_VOICE));
}

void VoiceEncoder::reset()
{
    opus_encoder_ctl(m_encoder.get(), OPUS_RESET_STATE);
}

std::span<const std::byte> VoiceEncoder::encode(std::span<const float, frameSamples> frame)
{
    const int size = opus_encode_float(m_encoder.get(), frame.data(), frameSamples,
                                       reinterpret_cast<unsigned char *>(m_packet.data()), largestPacket);
    return {m_packet.data(), static_cast<std::size_t>(std::max(size, 0))};
}

} // namespace islet
