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

//! An open loudspeaker that is kept from running dry, with as little in hand as it can live with.
class LoudspeakerFeed {
public:
    //! Gives the next piece: left and right in turn.
    using Render = std::function<void(std::span<float> stereo)>;

    explicit LoudspeakerFeed(Render render);
    ~LoudspeakerFeed();

    void open(std::unique_ptr<PlaybackStream> stream, std::chrono::microseconds now);
    void close();
    bool isOpen() const { return m_stream != nullptr; }

    //! Writes what is missing; with no loudspeaker, lets as much be rendered as time went by.
    void pump(std::chrono::microseconds now);

    //! Something was played since it was opened.
    bool isMoving() const { return m_isMoving; }
    //! It came to its end, or takes nothing any more.
    bool isLost(std::chrono::microseconds now);
    //! It holds less than is needed, and should be opened anew with target().
    bool isTooShallow() const;
    //! How many frames to have in hand; grows when it keeps running dry.
    std::size_t target() const { return m_target; }
    std::uint64_t underruns() const { return m_underruns; }

private:
    void fill(std::size_t room, std::size_t goal);
    void ranDry(std::chrono::microseconds now);
    void renderByTheClock(std::chrono::microseconds now);

    Render m_render;
    std::unique_ptr<PlaybackStream> m_stream;
    std::vector<float> m_piece;
    std::size_t m_target;
    std::size_t m_asked = 0; // what it was opened with
    std::size_t m_writableFrames = 0; // after the last write
    std::chrono::microseconds m_lastMove{0};
    std::chrono::microseconds m_renderedUntil{0}; // without a loudspeaker
    std::array<std::chrono::microseconds, 3> m_dryTimes{}; // the oldest first
    std::uint64_t m_underruns = 0;
    bool m_isPrimed = false; // it was full once since it was opened or ran dry
    bool m_isMoving = false;
};

} // namespace islet
