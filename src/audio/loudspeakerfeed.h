// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include "audio/soundsystem.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <vector>

namespace islet {

//! Keeps an open loudspeaker from running dry with as few buffered samples as possible.
class LoudspeakerFeed {
public:
    //! Renders the next piece, interleaved stereo.
    using Render = std::function<void(std::span<float> stereo)>;

    explicit LoudspeakerFeed(Render render);
    ~LoudspeakerFeed();

    void open(std::unique_ptr<PlaybackStream> stream, std::chrono::microseconds now);
    void close();
    bool isOpen() const { return m_stream != nullptr; }

    //! Writes what is missing; without a loudspeaker, renders as much as the elapsed time.
    void pump(std::chrono::microseconds now);

    //! Something was played since it was opened.
    bool isMoving() const { return m_isMoving; }
    //! The stream ended or no longer takes samples.
    bool isLost(std::chrono::microseconds now);
    //! Its buffer is smaller than required; reopen it with target().
    bool isTooShallow() const;
    //! Frames to keep buffered; grows after repeated underruns.
    std::size_t target() const { return m_target; }
    std::uint64_t underruns() const { return m_underruns; }

private:
    void fill(std::size_t writable, std::size_t goal);
    void handleUnderrun(std::chrono::microseconds now);
    void renderByTheClock(std::chrono::microseconds now);

    Render m_render;
    std::unique_ptr<PlaybackStream> m_stream;
    std::vector<float> m_piece;
    std::size_t m_target;
    std::size_t m_requestedCapacity = 0; // capacity requested when it was opened
    std::size_t m_writableFrames = 0; // after the last write
    std::chrono::microseconds m_lastMove{0};
    std::chrono::microseconds m_renderedUntil{0}; // without a loudspeaker
    std::array<std::chrono::microseconds, 3> m_underrunTimes{}; // oldest first
    std::uint64_t m_underruns = 0;
    bool m_isPrimed = false; // was full once since it was opened or since the last underrun
    bool m_isMoving = false;
};

} // namespace islet
