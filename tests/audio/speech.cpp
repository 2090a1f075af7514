// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "speech.h"

#include "audio/sound.h"

#include <QProcess>
#include <QtEndian>

#include <opus.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <random>

using namespace Qt::StringLiterals;

namespace islet::test {

namespace {

constexpr int maxPacketSamples = sampleRate * 120 / 1'000;

const auto text =
    u"The north wind and the sun were disputing which was the stronger, when a traveller came along wrapped in a warm "
    "cloak. They agreed that the one who first succeeded in making the traveller take his cloak off should be "
    "considered stronger than the other. Then the north wind blew as hard as he could, but the more he blew the more "
    "closely did the traveller fold his cloak around him; and at last the north wind gave up the attempt. Then the sun "
    "shone out warmly, and immediately the traveller took off his cloak. And so the north wind was obliged to confess "
    "that the sun was the stronger of the two."_s;

//! Decodes a 16 bit mono WAV file with nothing but data after its 44-byte header, to 48 kHz.
std::vector<float> fromWav(const QByteArray &wav)
{
    constexpr qsizetype head = 44;
    constexpr qsizetype rateAt = 24;
    if (wav.size() < head + 2)
        return {};
    const auto rate = qFromLittleEndian<quint32>(wav.constData() + rateAt);
    const auto count = static_cast<std::size_t>((wav.size() - head) / 2);
    std::vector<qint16> samples(count);
    qFromLittleEndian<qint16>(wav.constData() + head, static_cast<qsizetype>(count), samples.data());

    std::vector<float> out(count * sampleRate / rate - 2);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const double at = static_cast<double>(i) * rate / sampleRate;
        const auto before = static_cast<std::size_t>(at);
        const auto part = static_cast<float>(at - static_cast<double>(before));
        out[i] = std::lerp(static_cast<float>(samples[before]), static_cast<float>(samples[before + 1]), part) / 32'768;
    }
    return out;
}

std::vector<float> repeated(const std::vector<float> &samples, int seconds)
{
    std::vector<float> out(static_cast<std::size_t>(seconds) * sampleRate);
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = samples[i % samples.size()];
    return out;
}

} // namespace

std::vector<float> speech(int seconds)
{
    QProcess reader;
    reader.start(u"espeak-ng"_s, {u"--stdout"_s, u"-v"_s, u"en"_s, text});
    reader.waitForFinished();
    const auto read =
        reader.error() == QProcess::FailedToStart ? std::vector<float>() : fromWav(reader.readAllStandardOutput());
    return read.empty() ? buzzingVoice(seconds) : repeated(read, seconds);
}

std::vector<float> buzzingVoice(int seconds)
{
    constexpr double syllable = 0.25; // seconds
    constexpr int pauseEvery = 8; // syllables
    std::vector<float> out(static_cast<std::size_t>(seconds) * sampleRate);
    std::mt19937 numbers(1);
    double phase = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const double time = static_cast<double>(i) / sampleRate;
        const int which = static_cast<int>(time / syllable);
        const double within = time / syllable - which;
        phase += (120 + 25 * std::sin(2 * time) + 10 * std::sin(7 * time)) / sampleRate;
        double voice = 0;
        for (int harmonic = 1; harmonic <= 20; ++harmonic) {
            const double formant = std::exp(-std::abs(harmonic - 4.0 - which % 5) / 3);
            voice += formant * std::sin(2 * std::numbers::pi * harmonic * phase);
        }
        const double hiss = static_cast<double>(numbers()) / 2'147'483'648.0 - 1;
        const bool isPause = which % pauseEvery == pauseEvery - 1;
        const double loudness = isPause ? 0 : std::sin(std::numbers::pi * within);
        out[i] = static_cast<float>(loudness * (within < 0.15 ? 0.1 * hiss : 0.06 * voice));
    }
    return out;
}

QList<QByteArray> encoded(const std::vector<float> &speech, const ArrivalTrace &trace)
{
    int error = OPUS_OK;
    const std::unique_ptr<OpusEncoder, decltype(&opus_encoder_destroy)> encoder(
        opus_encoder_create(sampleRate, 1, OPUS_APPLICATION_VOIP, &error), opus_encoder_destroy);
    opus_encoder_ctl(encoder.get(), OPUS_SET_BITRATE_REQUEST, opus_int32{32'000});
    ArrivalTrace bySendOrder = trace;
    std::ranges::sort(bySendOrder, {}, &TracePacket::number);
    QList<QByteArray> packets;
    std::size_t at = 0;
    for (const TracePacket &packet : bySendOrder) {
        if (packet.number < packets.size()) // a duplicate
            continue;
        QByteArray bytes(4'000, Qt::Uninitialized);
        const int size = opus_encode_float(encoder.get(), speech.data() + at, packet.samples,
                                           reinterpret_cast<unsigned char *>(bytes.data()), 4'000);
        bytes.truncate(std::max(size, 0));
        packets.append(bytes);
        at = (at + static_cast<std::size_t>(packet.samples)) % (speech.size() - maxPacketSamples);
    }
    return packets;
}

std::vector<float> plainlyDecoded(const QList<QByteArray> &packets)
{
    int error = OPUS_OK;
    const std::unique_ptr<OpusDecoder, decltype(&opus_decoder_destroy)> decoder(
        opus_decoder_create(sampleRate, 1, &error), opus_decoder_destroy);
    std::vector<float> all;
    std::vector<float> some(maxPacketSamples);
    for (const QByteArray &packet : packets) {
        const int samples =
            opus_decode_float(decoder.get(), reinterpret_cast<const unsigned char *>(packet.constData()),
                              static_cast<opus_int32>(packet.size()), some.data(), maxPacketSamples, 0);
        all.insert(all.end(), some.begin(), some.begin() + std::max(samples, 0));
    }
    return all;
}

} // namespace islet::test
