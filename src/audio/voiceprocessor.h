// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/processing.h"
#include "audio/sound.h"

#include <memory>
#include <span>

namespace islet {

//! Cleans the voice of the microphone, frame by frame: first the echo of the own loudspeaker, then noise, then the
//! gain.
//!
//! Makes all its memory when it is made. To be used by one thread at a time, set() included; neither set() nor
//! process() allocates or waits.
class VoiceProcessor {
public:
    //! How late the loudspeaker's sound may come back into the microphone, counted from the frame it was given in,
    //! buffers of the devices and the room's reverberation included.
    static constexpr std::chrono::milliseconds echoTail{200};
    //! Noise suppression and echo cancellation hold a voice back by as much.
    static constexpr std::chrono::milliseconds delay{10};

    explicit VoiceProcessor(Processing processing = {});
    ~VoiceProcessor();
    VoiceProcessor(VoiceProcessor &&) noexcept;
    VoiceProcessor &operator=(VoiceProcessor &&) noexcept;

    //! A stage that is switched on begins afresh: the echo canceller needs some two seconds of sound from the
    //! loudspeaker.
    void set(Processing processing);
    Processing processing() const;

    //! In place. `playedBack` is what the loudspeaker got at the same time, mixed down to mono; it must not come later
    //! than its echo. With all stages off the frame stays as it is, bit for bit.
    void process(std::span<float, frameSamples> frame, std::span<const float, frameSamples> playedBack);

private:
    struct Stages;
    std::unique_ptr<Stages> m_stages;
};

} // namespace islet
