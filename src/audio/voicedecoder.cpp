// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/voicedecoder.h"

#include <QtGlobal>

#include <algorithm>
#include <opus.h>

namespace islet {

namespace {

const unsigned char *bytesOf(std::span<const std::byte> packet)
{
    return reinterpret_cast<const unsigned char *>(packet.data());
}

opus_int32 sizeOf(std::span<const std::byte> packet)
{
    return static_cast<opus_int32>(packet.size());
}

} // namespace

std::optional<int> durationOf(std::span<const std::byte> packet)
{
    if (packet.empty() || packet.size() > largestPacketBytes)
        return std::nullopt;
    // Parses the whole packet, so that every accepted packet can be decoded.
    unsigned char toc = 0;
    short sizes[48] = {}; // maximum number of frames in a packet
    const int frames = opus_packet_parse(bytesOf(packet), sizeOf(packet), &toc, nullptr, sizes, nullptr);
    if (frames <= 0)
        return std::nullopt;
    const int samples = frames * opus_packet_get_samples_per_frame(bytesOf(packet), sampleRate);
    return samples <= longestPacketSamples ? std::optional(samples) : std::nullopt;
}

void VoiceDecoder::Destroy::operator()(OpusDecoder *decoder) const
{
    opus_decoder_destroy(decoder);
}

VoiceDecoder::VoiceDecoder()
{
    int error = OPUS_OK;
    m_decoder.reset(opus_decoder_create(sampleRate, 1, &error)); // stereo packets are decoded to mono
    Q_ASSERT(error == OPUS_OK); // fails only when out of memory
}

void VoiceDecoder::reset()
{
    opus_decoder_ctl(m_decoder.get(), OPUS_RESET_STATE);
    m_clip = 0;
}

int VoiceDecoder::decode(std::span<const std::byte> packet, std::span<float> out)
{
    const int samples = opus_decode_float(m_decoder.get(), bytesOf(packet), sizeOf(packet), out.data(),
                                          static_cast<int>(out.size()), 0);
    return clipped(samples, out);
}

int VoiceDecoder::conceal(std::span<const std::byte> following, std::span<float> out)
{
    const bool hasFollowing = !following.empty();
    const int samples =
        opus_decode_float(m_decoder.get(), hasFollowing ? bytesOf(following) : nullptr, sizeOf(following), out.data(),
                          static_cast<int>(out.size()), hasFollowing ? 1 : 0);
    return clipped(samples, out);
}

int VoiceDecoder::clipped(int decoded, std::span<float> out)
{
    // Crafted packets decode to millions of times full scale, which would drown out everyone else in the mix.
    if (decoded > 0)
        opus_pcm_soft_clip(out.data(), decoded, 1, &m_clip);
    return std::max(decoded, 0);
}

} // namespace islet
