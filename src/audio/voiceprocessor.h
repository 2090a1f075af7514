// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/processing.h"
#include "audio/sound.h"

#include <memory>
#include <span>

namespace islet {

//! Processes the microphone signal frame by frame: echo cancellation, noise suppression, gain control.
//!
//! Allocates only during construction. Use from one thread at a time, set() included; neither set() nor process()
//! allocates or waits.
class VoiceProcessor {
public:
    //! Maximum delay from the frame in which the loudspeaker's sound was passed in to its echo in the microphone,
    //! including device buffers and the reverberation of the room.
    static constexpr std::chrono::milliseconds echoTail{200};
    //! Delay added by noise suppression and echo cancellation.
    static constexpr std::chrono::milliseconds delay{10};

    explicit VoiceProcessor(Processing processing = {});
    ~VoiceProcessor();
    VoiceProcessor(VoiceProcessor &&) noexcept;
    VoiceProcessor &operator=(VoiceProcessor &&) noexcept;

    //! A stage that is switched on starts from its initial state: the echo canceller needs about two seconds of
    //! loudspeaker sound to adapt.
    void set(Processing processing);
    Processing processing() const;

    //! In place. `playedBack` is what the loudspeaker played at the same time, mixed to mono; it must not come later
    //! than its echo. With all stages off the frame is unchanged, bit for bit.
    void process(std::span<float, frameSamples> frame, std::span<const float, frameSamples> playedBack);

private:
    struct Stages;
    std::unique_ptr<Stages> m_stages;
};

} // namespace islet
