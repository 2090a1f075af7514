// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/voiceprocessor.h"

#include "audio/gaincontrol.h"
#include "audio/pcm16.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <speex/speex_echo.h>
#include <speex/speex_preprocess.h>

namespace islet {

namespace {

//! Half a frame; also the preprocessor's delay.
constexpr int blockSamples = samplesIn(VoiceProcessor::delay);
constexpr int tailSamples = samplesIn(VoiceProcessor::echoTail);
static_assert(frameSamples % blockSamples == 0);

constexpr int noiseSuppression = -20; // dB
constexpr int residualEcho = -45; // dB, while the local user is silent
constexpr int residualEchoWhileSpeaking = -15; // dB

//! Blocks in the preprocessor's window.
constexpr int windowBlocks = 2;

//! If processing leaves less of a frame's energy than this (-6 dB), the frame was echo or noise, which the gain control
//! must not raise.
constexpr double minRemainingEnergy = 0.25;

using Block = std::array<std::int16_t, blockSamples>;

double energyOf(std::span<const float> frame)
{
    return std::transform_reduce(frame.begin(), frame.end(), 0.0, std::plus(), [](float sample) {
        return static_cast<double>(sample) * static_cast<double>(sample);
    });
}

struct DestroyEcho {
    void operator()(SpeexEchoState *state) const { speex_echo_state_destroy(state); }
};

struct DestroyPreprocessor {
    void operator()(SpeexPreprocessState *state) const { speex_preprocess_state_destroy(state); }
};

} // namespace

struct VoiceProcessor::Stages {
    Stages();

    void setPreprocessor(int request, int value) { speex_preprocess_ctl(preprocessor.get(), request, &value); }
    bool preprocesses() const { return processing.echoCancellation || processing.noiseSuppression; }
    void configure();
    void clean(std::span<float> frame, std::span<const float> playedBack);

    Processing processing{false, false, false};
    std::unique_ptr<SpeexEchoState, DestroyEcho> echo;
    std::unique_ptr<SpeexPreprocessState, DestroyPreprocessor> preprocessor;
    GainControl gainControl;
    int staleBlocks = 0; //!< blocks until the preprocessor's output no longer contains old input
    Block captured{};
    Block played{};
    Block cleaned{};
};

VoiceProcessor::Stages::Stages()
    : echo(speex_echo_state_init(blockSamples, tailSamples))
    , preprocessor(speex_preprocess_state_init(blockSamples, sampleRate))
{
    Q_CHECK_PTR(echo.get());
    Q_CHECK_PTR(preprocessor.get());
    int rate = sampleRate;
    speex_echo_ctl(echo.get(), SPEEX_ECHO_SET_SAMPLING_RATE, &rate);
    setPreprocessor(SPEEX_PREPROCESS_SET_ECHO_SUPPRESS, residualEcho);
    setPreprocessor(SPEEX_PREPROCESS_SET_ECHO_SUPPRESS_ACTIVE, residualEchoWhileSpeaking);
    // Its own gain control raises the noise of an empty room, and is missing where speexdsp is built without floats.
    setPreprocessor(SPEEX_PREPROCESS_SET_AGC, 0);
    setPreprocessor(SPEEX_PREPROCESS_SET_DEREVERB, 0);
}

void VoiceProcessor::Stages::configure()
{
    // The "denoiser" also removes residual echo: it is on for either, and takes 0 dB off noise if only echo is wanted.
    setPreprocessor(SPEEX_PREPROCESS_SET_DENOISE, preprocesses() ? 1 : 0);
    setPreprocessor(SPEEX_PREPROCESS_SET_NOISE_SUPPRESS, processing.noiseSuppression ? noiseSuppression : 0);
    speex_preprocess_ctl(preprocessor.get(), SPEEX_PREPROCESS_SET_ECHO_STATE,
                         processing.echoCancellation ? echo.get() : nullptr);
}

//! Runs one block through speexdsp.
void VoiceProcessor::Stages::clean(std::span<float> frame, std::span<const float> playedBack)
{
    toPcm16(frame, captured);
    if (processing.echoCancellation) {
        toPcm16(playedBack, played);
        speex_echo_cancellation(echo.get(), captured.data(), played.data(), cleaned.data());
    } else {
        cleaned = captured;
    }
    speex_preprocess_run(preprocessor.get(), cleaned.data());
    fromPcm16(staleBlocks > 0 ? captured : cleaned, frame);
    staleBlocks = std::max(0, staleBlocks - 1);
}

VoiceProcessor::VoiceProcessor(Processing processing)
    : m_stages(std::make_unique<Stages>())
{
    set(processing);
}

VoiceProcessor::~VoiceProcessor() = default;
VoiceProcessor::VoiceProcessor(VoiceProcessor &&) noexcept = default;
VoiceProcessor &VoiceProcessor::operator=(VoiceProcessor &&) noexcept = default;

void VoiceProcessor::set(Processing processing)
{
    const Processing before = m_stages->processing;
    const bool didPreprocess = m_stages->preprocesses();
    m_stages->processing = processing;
    if (processing.echoCancellation && !before.echoCancellation)
        speex_echo_state_reset(m_stages->echo.get());
    if (processing.gainControl && !before.gainControl)
        m_stages->gainControl.reset();
    if (m_stages->preprocesses() && !didPreprocess)
        m_stages->staleBlocks = windowBlocks;
    m_stages->configure();
}

Processing VoiceProcessor::processing() const
{
    return m_stages->processing;
}

void VoiceProcessor::process(std::span<float, frameSamples> frame, std::span<const float, frameSamples> playedBack)
{
    const double before = energyOf(frame);
    if (m_stages->preprocesses()) {
        for (std::size_t at = 0; at < frame.size(); at += blockSamples)
            m_stages->clean(frame.subspan(at, blockSamples), playedBack.subspan(at, blockSamples));
    }
    if (m_stages->processing.gainControl)
        m_stages->gainControl.process(frame, energyOf(frame) > minRemainingEnergy * before);
}

} // namespace islet
