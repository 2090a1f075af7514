// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/sound.h"
#include "audio/wavfile.h"

#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <span>
#include <vector>

//! Sounds for tests, and measurements of them. Levels are root mean square in dBFS.
namespace islet::test {

using Sound = std::vector<float>;

inline double levelOf(std::span<const float> sound)
{
    double sum = 0.0;
    for (const float sample : sound)
        sum += double(sample) * double(sample);
    return 10.0 * std::log10(sum / double(std::max<std::size_t>(1, sound.size())) + 1e-20);
}

inline std::span<const float> part(const Sound &sound, double fromSecond, double toSecond)
{
    const auto from = static_cast<std::size_t>(fromSecond * sampleRate);
    const auto to = static_cast<std::size_t>(toSecond * sampleRate);
    return std::span(sound).subspan(from, to - from);
}

inline Sound sine(double hertz, double amplitude, double seconds, int rate = sampleRate)
{
    Sound sound(static_cast<std::size_t>(seconds * rate));
    for (std::size_t i = 0; i < sound.size(); ++i)
        sound[i] = static_cast<float>(amplitude * std::sin(2.0 * std::numbers::pi * hertz * double(i) / rate));
    return sound;
}

//! White noise, the same at each call.
inline Sound noise(double level, double seconds)
{
    std::mt19937 random(7); // NOLINT(bugprone-random-generator-seed): tests must be reproducible
    std::normal_distribution<float> normal(0.0F, static_cast<float>(std::pow(10.0, level / 20.0)));
    Sound sound(static_cast<std::size_t>(seconds * sampleRate));
    std::ranges::generate(sound, [&] { return normal(random); });
    return sound;
}

inline Sound atLevel(Sound sound, double level)
{
    const auto factor = static_cast<float>(std::pow(10.0, (level - levelOf(sound)) / 20.0));
    for (float &sample : sound)
        sample *= factor;
    return sound;
}

inline Sound mixed(Sound a, const Sound &b)
{
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        a[i] += b[i];
    return a;
}

inline Sound delayed(const Sound &sound, std::size_t samples)
{
    Sound later(sound.size());
    std::copy(sound.begin(), sound.end() - static_cast<std::ptrdiff_t>(samples),
              later.begin() + static_cast<std::ptrdiff_t>(samples));
    return later;
}

inline Sound repeated(const Sound &sound, double seconds)
{
    Sound longer(static_cast<std::size_t>(seconds * sampleRate));
    for (std::size_t i = 0; i < longer.size(); ++i)
        longer[i] = sound[i % sound.size()];
    return longer;
}

//! Writes a WAV file with espeak-ng (22,050 Hz, mono, 16 bit); returns false if that fails.
inline bool speakTo(const QString &path, const QString &text, const QString &voice = QStringLiteral("en"))
{
    return QProcess::execute(QStringLiteral("espeak-ng"),
                             {QStringLiteral("-v"), voice, QStringLiteral("-w"), path, text})
        == 0;
}

//! About twelve seconds of a voice, at its own level (near -20 dBFS); empty if espeak-ng is missing.
inline Sound speech(const QString &voice = QStringLiteral("en"))
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("voice.wav"));
    const auto text =
        QStringLiteral("The quick brown fox jumps over the lazy dog. I wonder whether anybody is here, and "
                       "if they can hear me. Let us walk over to the plaza, there are many people there "
                       "today. Ninety nine red balloons are floating in the summer sky.");
    return speakTo(path, text, voice) ? readVoice(path).value_or(Sound{}) : Sound{};
}

} // namespace islet::test
