// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/voiceencoder.h"
#include "sounds.h"

#include <QByteArray>
#include <QList>

#include <opus.h>

//! Opus packets for tests.
namespace islet::test {

//! Speech-like sound, generated without espeak-ng: syllables of a gliding voice, with pauses between the words.
inline Sound babble(double seconds, unsigned seed, double level = -20)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> share(0, 1);
    const double pitch = 90 + 130 * share(random);
    Sound sound(static_cast<std::size_t>(seconds * sampleRate));
    double phase = 0;
    for (std::size_t at = 0; at < sound.size();) {
        const auto syllable = static_cast<std::size_t>((0.12 + 0.15 * share(random)) * sampleRate);
        const double glide = 0.8 + 0.4 * share(random);
        const double brightness = 0.4 + 0.5 * share(random);
        for (std::size_t i = 0; i < syllable && at < sound.size(); ++i, ++at) {
            const double progress = double(i) / double(syllable);
            phase += 2 * std::numbers::pi * pitch * std::lerp(1.0, glide, progress) / sampleRate;
            double wave = 0;
            for (int harmonic = 1; harmonic <= 12; ++harmonic)
                wave += std::pow(brightness, harmonic) * std::sin(harmonic * phase);
            sound[at] = static_cast<float>(wave * std::sin(std::numbers::pi * progress));
        }
        at += static_cast<std::size_t>(share(random) < 0.25 ? 0.3 * sampleRate : 0.02 * sampleRate);
    }
    return atLevel(std::move(sound), level);
}

//! Encodes as Islet's sender does.
inline QList<QByteArray> encoded(const Sound &sound)
{
    VoiceEncoder encoder;
    QList<QByteArray> packets;
    for (std::size_t at = 0; at + frameSamples <= sound.size(); at += frameSamples) {
        const auto bytes = encoder.encode(std::span(sound).subspan(at).first<frameSamples>());
        packets.append(QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())));
    }
    return packets;
}

//! Encodes as other clients may: packets of any duration Opus supports, in mono or in stereo with two equal channels.
inline QList<QByteArray> encodedAs(const Sound &sound, int samplesEach, int channels = 1, int bitRate = 24'000)
{
    int error = OPUS_OK;
    OpusEncoder *encoder = opus_encoder_create(sampleRate, channels, OPUS_APPLICATION_VOIP, &error);
    opus_encoder_ctl(encoder, OPUS_SET_BITRATE(bitRate));
    QList<QByteArray> packets;
    const auto step = static_cast<std::size_t>(samplesEach);
    for (std::size_t at = 0; at + step <= sound.size(); at += step) {
        Sound frame;
        for (std::size_t i = at; i < at + step; ++i)
            frame.insert(frame.end(), static_cast<std::size_t>(channels), sound[i]);
        QByteArray packet(4'000, Qt::Uninitialized);
        const int size = opus_encode_float(encoder, frame.data(), samplesEach,
                                           reinterpret_cast<unsigned char *>(packet.data()), 4'000);
        packets.append(packet.first(std::max(size, 0)));
    }
    opus_encoder_destroy(encoder);
    return packets;
}

inline std::span<const std::byte> bytesOf(const QByteArray &packet)
{
    return std::as_bytes(std::span(packet.constData(), static_cast<std::size_t>(packet.size())));
}

} // namespace islet::test
