// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "crowdtalk.h"

#include "audio/voicesender.h"
#include "audio/wavfile.h"

#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <random>

using namespace Qt::StringLiterals;

namespace islet::bench {

namespace {

using Sound = std::vector<float>;

constexpr std::array voices{"en", "en-us+f2", "en+m3", "en-gb-scotland+f4", "en-us+m7", "en+f1", "en+m5", "en-us+f3"};
constexpr std::array sentences{
    "The quick brown fox jumps over the lazy dog.",
    "Let us walk over to the plaza, there are many people there today.",
    "I wonder whether anybody is here.",
    "Ninety nine red balloons are floating in the summer sky, and nobody knows where they came from.",
};

//! At 48 kHz; empty if espeak-ng is missing.
Sound spoken(const char *sentence, const char *voice)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sentence.wav"_s);
    const QStringList arguments{u"-v"_s, QString::fromLatin1(voice), u"-w"_s, path, QString::fromLatin1(sentence)};
    return QProcess::execute(u"espeak-ng"_s, arguments) == 0 ? readVoice(path).value_or(Sound()) : Sound();
}

//! Sentences, each after a pause of up to 2 s.
Sound monologue(const std::vector<Sound> &said, std::mt19937 &random, std::chrono::seconds duration)
{
    Sound sound;
    while (sound.size() < static_cast<std::size_t>(samplesIn(duration))) {
        const Sound &sentence = said[random() % said.size()];
        sound.insert(sound.end(), random() % (2 * sampleRate), 0.F);
        sound.insert(sound.end(), sentence.begin(), sentence.end());
    }
    return sound;
}

void send(const Sound &sound, int talker, std::mt19937 &random, std::vector<Arrival> &arrivals)
{
    using std::chrono::microseconds;
    constexpr microseconds frameTime{20'000};
    constexpr unsigned maxLateness = 10'000; // us
    VoiceSender sender(0);
    sender.set(Activation{Activation::Kind::Voice});
    microseconds said(random() % 20'000); // frames of different talkers are not aligned
    microseconds lastArrival{0};
    std::array<float, frameSamples> frame;
    constexpr std::array<float, frameSamples> silence{};
    for (std::size_t at = 0; at + frameSamples <= sound.size(); at += frameSamples) {
        std::copy_n(sound.begin() + static_cast<std::ptrdiff_t>(at), frameSamples, frame.begin());
        said += frameTime;
        const auto packet = sender.process(frame, silence);
        if (!packet)
            continue;
        lastArrival = std::max(lastArrival, said + microseconds(random() % maxLateness)); // keeps the order
        arrivals.push_back({lastArrival, talker, packet->index,
                            QByteArray(reinterpret_cast<const char *>(packet->bytes.data()),
                                       static_cast<qsizetype>(packet->bytes.size()))});
    }
}

} // namespace

std::optional<std::vector<Arrival>> crowdTalk(int talkers, std::chrono::seconds duration)
{
    std::array<std::vector<Sound>, voices.size()> said;
    for (std::size_t voice = 0; voice < voices.size(); ++voice) {
        for (const char *sentence : sentences) {
            said[voice].push_back(spoken(sentence, voices[voice]));
            if (said[voice].back().empty())
                return std::nullopt;
        }
    }
    std::mt19937 random(1); // each run measures the same
    std::vector<Arrival> arrivals;
    for (int talker = 0; talker < talkers; ++talker)
        send(monologue(said[static_cast<std::size_t>(talker) % voices.size()], random, duration), talker, random,
             arrivals);
    std::ranges::stable_sort(arrivals, {}, &Arrival::time);
    return arrivals;
}

} // namespace islet::bench
