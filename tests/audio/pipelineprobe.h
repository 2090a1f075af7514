// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/audiopipeline.h"
#include "fakesoundsystem.h"
#include "tests/support/waiting.h"

namespace islet::test {

using Kind = DeviceState::Kind;

inline const SoundDevice micA{QByteArrayLiteral("a"), QStringLiteral("Mic A"), true};
inline const SoundDevice micB{QByteArrayLiteral("b"), QStringLiteral("Mic B"), false};
inline const SoundDevice speakersX{QByteArrayLiteral("x"), QStringLiteral("Speakers X"), true};
inline const SoundDevice speakersY{QByteArrayLiteral("y"), QStringLiteral("Speakers Y"), false};

inline SoundDevice asDefault(SoundDevice device, bool isDefault = true)
{
    device.isDefault = isDefault;
    return device;
}

//! A pipeline on a machine with microphones a (the default) and b, and loudspeakers x (the default) and y.
struct PipelineProbe {
    static constexpr std::chrono::milliseconds timeout{400};
    static constexpr std::uint32_t firstIndex = 1'000;

    PipelineProbe()
        : pipeline([fake = machine] { return std::make_unique<FakeSoundSystem>(fake); }, firstIndex, nullptr, timeout)
    {
        machine->set({micA, micB}, {speakersX, speakersY});
        QObject::connect(&pipeline, &AudioPipeline::frameEncoded, &pipeline,
                         [this](std::uint32_t index) { indexes.append(index); });
        QObject::connect(&pipeline, &AudioPipeline::abandoned, &pipeline, [this] { ++abandoned; });
        QObject::connect(&pipeline, &AudioPipeline::stateChanged, &pipeline, [this] {
            const DeviceState &state = pipeline.state().microphone;
            if (microphoneStates.isEmpty() || microphoneStates.last() != state.kind)
                microphoneStates.append(state.kind);
        });
    }
    ~PipelineProbe() { machine->release(); } // before the pipeline waits for its thread

    bool microphoneBecomes(Kind kind, const SoundDevice &device = {})
    {
        return becomes([this] { return pipeline.state().microphone; }, {kind, device.name});
    }
    bool loudspeakerBecomes(Kind kind, const SoundDevice &device = {})
    {
        return becomes([this] { return pipeline.state().loudspeaker; }, {kind, device.name});
    }
    bool run() { return microphoneRuns() && loudspeakerBecomes(Kind::Running, speakersX); }
    bool startAndRun()
    {
        pipeline.start();
        return run();
    }

    FakeMachinePtr machine = std::make_shared<FakeMachine>();
    QList<std::uint32_t> indexes; //!< of the frames received
    QList<Kind> microphoneStates; //!< every state it was in
    int abandoned = 0;
    AudioPipeline pipeline;

private:
    bool microphoneRuns() { return microphoneBecomes(Kind::Running, micA); }
    template<typename State> static bool becomes(State state, const DeviceState &wanted)
    {
        return waitUntil([&] { return state() == wanted; }, std::chrono::seconds(10));
    }
};

} // namespace islet::test
