// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/resampler.h"
#include "tests/audio/sounds.h"
#include "tests/audio/wavbytes.h"
#include "tests/support/crosscorrelation.h"

#include <QFile>

#include <complex>
#include <numeric>

//! Sound files that isletctl reads and writes, for its tests.
namespace islet::test {

inline Sound resampled(std::span<const float> sound, int from, int to)
{
    Resampler resampler(from, to);
    Sound in(sound.begin(), sound.end());
    in.resize(in.size() + resampler.held());
    Sound out(sound.size() * std::size_t(to) / std::size_t(from));
    out.resize(resampler.process(in, out).made);
    return out;
}

//! Returns a 44.1 kHz stereo file, the right channel at half the amplitude.
inline QByteArray stereoWav(const Sound &sound)
{
    QByteArray data;
    for (const float sample : resampled(sound, sampleRate, 44'100))
        data += little(qint16(sample * 32'000)) + little(qint16(sample * 16'000));
    return wav(Pcm, 2, 44'100, 16, data);
}

inline QByteArray monoWav(const Sound &sound)
{
    QByteArray data;
    for (const float sample : sound)
        data += little(qint16(sample * 32'000));
    return wav(Pcm, 1, sampleRate, 16, data);
}

//! Reads one channel of a 16-bit file, without the product's WAV reader.
inline Sound channelOf(const QString &path, int channel, int channels)
{
    constexpr qsizetype head = 44;
    QFile file(path);
    Sound sound;
    if (!file.open(QIODevice::ReadOnly))
        return sound;
    const QByteArray data = file.readAll().mid(head);
    const qsizetype group = qsizetype{2} * channels;
    for (qsizetype at = qsizetype{2} * channel; at + 2 <= data.size(); at += group)
        sound.push_back(float(qFromLittleEndian<qint16>(data.constData() + at)) / 32'768.0F);
    return sound;
}

//! A range of audible samples: [from, to).
struct Talk {
    std::size_t from;
    std::size_t to;
};

constexpr std::size_t speechPause = sampleRate * 3 / 10;
constexpr std::size_t tonePause = sampleRate / 20;

//! Silence of up to `pause` samples does not end a talk.
inline std::vector<Talk> talksIn(const Sound &sound, std::size_t pause)
{
    constexpr float audible = 0.003F;
    std::vector<Talk> talks;
    for (std::size_t i = 0; i < sound.size(); ++i) {
        if (std::abs(sound[i]) < audible)
            continue;
        if (talks.empty() || i - talks.back().to > pause)
            talks.push_back({i, i});
        talks.back().to = i + 1;
    }
    return talks;
}

inline std::span<const float> in(const Sound &sound, const Talk &talk)
{
    return std::span(sound).subspan(talk.from, talk.to - talk.from);
}

//! Trims silence: keeps `lead` samples before the first audible sample, up to the last one.
inline Sound withoutSilenceAround(const Sound &sound, std::size_t lead = 0)
{
    const auto talks = talksIn(sound, speechPause);
    if (talks.empty())
        return {};
    const auto first = talks.front().from;
    constexpr std::size_t grid = 3; // so that two results have the same phase at a third of the rate
    const auto from = (first - std::min(first, lead)) / grid * grid;
    const auto heard = in(sound, {from, talks.back().to});
    return {heard.begin(), heard.end()};
}

struct Likeness {
    double whole = 0; //!< of the two sounds as they are
    double pieces = 0; //!< of quarter seconds, each at its best alignment: speech may be delayed, but not lost
};

//! Returns the largest correlation of a piece with any part of the range it should be in.
inline double bestFit(std::span<const float> piece, std::span<const float> around)
{
    double best = 0;
    for (std::size_t at = 0; at + piece.size() <= around.size(); ++at) {
        float product = 0;
        float energy = 0;
        for (std::size_t i = 0; i < piece.size(); ++i) {
            product += piece[i] * around[at + i];
            energy += around[at + i] * around[at + i];
        }
        best = std::max(best, double(product) / std::sqrt(double(energy) + 1e-9));
    }
    return best / std::sqrt(std::inner_product(piece.begin(), piece.end(), piece.begin(), 1e-9));
}

//! Returns how similar `heard` is to `said`, wherever it begins in its file; 1 if equal. Both are about equally long.
inline Likeness likeness(const Sound &said, const Sound &heard)
{
    constexpr int rate = 16'000; // at 8 kHz, an offset of half a sample would already matter
    constexpr std::size_t lead = sampleRate / 5; // a quiet beginning may be taken for silence in one of them
    const Sound mouth = resampled(withoutSilenceAround(said), sampleRate, rate);
    const Sound ear = resampled(withoutSilenceAround(heard, lead), sampleRate, rate);
    const Delay whole = delayBetween(mouth, ear, rate);
    constexpr std::size_t piece = rate / 4;
    constexpr std::size_t margin = rate / 20;
    const auto shift = static_cast<std::ptrdiff_t>(whole.milliseconds * rate / 1'000);
    double sum = 0;
    double energies = 0;
    for (std::size_t at = 0; at + piece <= mouth.size(); at += piece) {
        const auto there = std::max<std::ptrdiff_t>(0, std::ptrdiff_t(at) + shift - std::ptrdiff_t(margin));
        const auto from = std::min(static_cast<std::size_t>(there), ear.size());
        const auto word = std::span(mouth).subspan(at, piece);
        const auto around = std::span(ear).subspan(from, std::min(piece + 2 * margin, ear.size() - from));
        const double energy = std::pow(10, levelOf(word) / 10);
        sum += energy * bestFit(word, around);
        energies += energy;
    }
    return {whole.correlation, energies > 0 ? sum / energies : 0};
}

//! Returns how much of the energy is in a tone of this frequency, over pieces of 50 ms; 1 for the tone itself.
inline double shareOfTone(const Sound &sound, double hertz)
{
    constexpr std::size_t piece = sampleRate / 20;
    double inTone = 0;
    double all = 0;
    for (std::size_t from = 0; from + piece <= sound.size(); from += piece) {
        std::complex<double> sum;
        for (std::size_t i = from; i < from + piece; ++i) {
            sum += double(sound[i]) * std::polar(1.0, -2 * std::numbers::pi * hertz * double(i) / sampleRate);
            all += double(sound[i]) * double(sound[i]);
        }
        inTone += 2 * std::norm(sum) / piece;
    }
    return inTone / std::max(all, 1e-9);
}

} // namespace islet::test
