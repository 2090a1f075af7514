// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Generates the header with the voice packets of simulated peers. From the project root:
//
//     cmake --build build/dev --target simulatedvoice
//     build/dev/bin/simulatedvoice > src/sim/simulatedvoicetable.h
//
// The voice is two seconds of babble: syllables of a buzz through three formants, a hiss before some of them, and
// two pauses. Another version of libopus may produce different bytes, which are just as good.

#include <opus.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <numbers>
#include <random>
#include <string>
#include <vector>

namespace {

constexpr int sampleRate = 48'000;
constexpr int frameSamples = sampleRate / 50;
constexpr int frames = 100;
constexpr int bitRate = 9'000; // enough for intelligible speech, and small

//! One resonance of the vocal tract.
class Formant {
public:
    double pass(double in, double hertz)
    {
        constexpr double bandwidth = 90; // Hz
        const double decay = std::exp(-std::numbers::pi * bandwidth / sampleRate);
        const double turn = 2 * decay * std::cos(2 * std::numbers::pi * hertz / sampleRate);
        const double out = (1 - decay) * in + turn * m_last - decay * decay * m_lastButOne;
        m_lastButOne = m_last;
        m_last = out;
        return out;
    }

private:
    double m_last = 0;
    double m_lastButOne = 0;
};

struct Syllable {
    double seconds;
    std::array<double, 3> formants; // Hz; all 0: a pause
    double pitch; // Hz
    bool hissesFirst;
};

// Roughly a, e, o, i, u and vowels in between.
constexpr Syllable syllables[] = {
    {0.16, {700, 1220, 2600}, 125, false}, {0.14, {530, 1840, 2480}, 138, true},  {0.18, {570, 840, 2410}, 130, false},
    {0.12, {300, 2200, 2900}, 142, true},  {0.20, {660, 1720, 2410}, 118, false}, {0.14, {0, 0, 0}, 118, false},
    {0.18, {490, 1350, 1690}, 132, true},  {0.14, {730, 1090, 2440}, 140, false}, {0.16, {390, 1990, 2550}, 128, false},
    {0.20, {440, 1020, 2240}, 112, true},  {0.38, {0, 0, 0}, 112, false},
};

std::vector<double> babble()
{
    std::vector<double> samples;
    samples.reserve(frames * frameSamples);
    std::array<Formant, 3> mouth;
    std::mt19937 noise(1); // NOLINT(bugprone-random-generator-seed): deterministic output
    double phase = 0;
    for (const Syllable &syllable : syllables) {
        const auto length = static_cast<int>(std::lround(syllable.seconds * sampleRate));
        for (int i = 0; i < length; ++i) {
            const double within = static_cast<double>(i) / length;
            phase = std::fmod(phase + syllable.pitch * (1.08 - 0.16 * within) / sampleRate, 1.0);
            const double hiss = static_cast<double>(noise()) / 2'147'483'648.0 - 1;
            const bool isPause = syllable.formants[0] == 0;
            const bool isHiss = syllable.hissesFirst && within < 0.25;
            const double glottis = isPause ? 0 : isHiss ? 0.3 * hiss : 1 - 2 * phase;
            double sound = isHiss ? 0.05 * hiss : 0;
            for (std::size_t f = 0; f < mouth.size(); ++f)
                sound += mouth[f].pass(glottis, isPause ? 500 : syllable.formants[f]) / static_cast<double>(f + 1);
            samples.push_back(isPause ? 0 : sound * std::pow(std::sin(std::numbers::pi * within), 0.5));
        }
    }
    return samples;
}

std::vector<float> normalized(const std::vector<double> &samples)
{
    constexpr double level = 0.1; // of full scale, root mean square
    double sum = 0;
    for (const double sample : samples)
        sum += sample * sample;
    const double factor = level / std::sqrt(sum / static_cast<double>(samples.size()));
    std::vector<float> out;
    out.reserve(samples.size());
    for (const double sample : samples)
        out.push_back(static_cast<float>(sample * factor));
    return out;
}

struct Packets {
    std::vector<unsigned> bytes;
    std::vector<unsigned> ends;
};

//! Encodes two rounds and keeps the second, when the encoder already knows what precedes the first packet.
Packets encoded(const std::vector<float> &samples)
{
    int error = OPUS_OK;
    const std::unique_ptr<OpusEncoder, decltype(&opus_encoder_destroy)> encoder(
        opus_encoder_create(sampleRate, 1, OPUS_APPLICATION_VOIP, &error), opus_encoder_destroy);
    opus_encoder_ctl(encoder.get(), OPUS_SET_BITRATE(bitRate));
    opus_encoder_ctl(encoder.get(), OPUS_SET_SIGNAL(OPUS_SIGNAL_VOICE));
    opus_encoder_ctl(encoder.get(), OPUS_SET_BANDWIDTH(OPUS_BANDWIDTH_WIDEBAND));
    Packets packets;
    for (int frame = 0; frame < 2 * frames; ++frame) {
        std::array<unsigned char, 1275> packet{}; // the largest possible, RFC 6716, 3.4
        const int size = opus_encode_float(encoder.get(), samples.data() + frame % frames * frameSamples, frameSamples,
                                           packet.data(), static_cast<opus_int32>(packet.size()));
        if (size <= 0)
            std::exit(EXIT_FAILURE);
        if (frame < frames)
            continue;
        packets.bytes.insert(packets.bytes.end(), packet.begin(), packet.begin() + size);
        packets.ends.push_back(static_cast<unsigned>(packets.bytes.size()));
    }
    return packets;
}

void print(const char *type, const char *name, const std::vector<unsigned> &numbers)
{
    constexpr std::size_t widest = 120;
    std::printf("constexpr %s %s[] = {\n", type, name);
    std::string line = "    ";
    for (const unsigned number : numbers) {
        const std::string text = std::to_string(number) + ',';
        if (line.size() + text.size() > widest) {
            std::puts(line.c_str());
            line = "    ";
        }
        line += text;
    }
    std::printf("%s\n};\n", line.c_str());
}

} // namespace

int main()
{
    const Packets packets = encoded(normalized(babble()));
    std::puts("// SPDX-FileCopyrightText: The Islet authors\n// SPDX-License-Identifier: Apache-2.0\n\n"
              "// Private to this folder. Made by src/sim/voicetable.\n\n#pragma once\n\n#include <cstdint>\n\n"
              "namespace islet::simulatedvoice {\n\n// clang-format off\n// NOLINTBEGIN(*-avoid-c-arrays)");
    print("std::uint8_t", "packetBytes", packets.bytes);
    print("std::uint16_t", "packetEnds", packets.ends);
    std::puts("// NOLINTEND(*-avoid-c-arrays)\n// clang-format on\n\n} // namespace islet::simulatedvoice");
}
