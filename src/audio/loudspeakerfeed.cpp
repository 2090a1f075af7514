// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/loudspeakerfeed.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr std::size_t piece = pieceSamples;
constexpr auto pieceTime = 5ms;
constexpr std::size_t firstTarget = 4 * piece; // 20 ms
constexpr std::size_t step = 2 * piece;
constexpr std::size_t deepest = 16 * piece; // 80 ms
constexpr auto patience = 1500ms; // for it to take something
constexpr auto firstPatience = 4s; // some devices have to wake up
constexpr auto memory = 10s; // for how long it is held against it that it ran dry
constexpr auto longestBacklog = 100ms;

} // namespace

LoudspeakerFeed::LoudspeakerFeed(Render render)
    : m_render(std::move(render))
    , m_piece(2 * piece)
    , m_target(firstTarget)
{
    m_dryTimes.fill(std::chrono::microseconds::min() / 2);
}

LoudspeakerFeed::~LoudspeakerFeed() = default;

void LoudspeakerFeed::open(std::unique_ptr<PlaybackStream> stream, std::chrono::microseconds now)
{
    m_asked = m_target;
    m_writableFrames = stream->writableFrames();
    m_lastMove = now;
    m_isPrimed = false;
    m_isMoving = false;
    m_stream = std::move(stream);
}

void LoudspeakerFeed::close()
{
    m_stream.reset();
    m_isMoving = false;
    m_renderedUntil = 0us;
}

void LoudspeakerFeed::pump(std::chrono::microseconds now)
{
    if (!m_stream)
        return renderByTheClock(now);
    const std::size_t room = m_stream->writableFrames();
    if (m_stream->isBroken())
        return;
    if (room != m_writableFrames) {
        m_lastMove = now;
        m_isMoving = m_isPrimed;
    }
    const std::size_t capacity = m_stream->capacity();
    if (m_isPrimed && room >= capacity)
        ranDry(now);
    // Servers begin to play when the buffer is full, at the beginning and after it ran dry.
    fill(room, m_isPrimed ? std::min(m_target, capacity) : capacity);
    m_isPrimed = m_isPrimed || m_writableFrames < piece;
}

void LoudspeakerFeed::fill(std::size_t room, std::size_t goal)
{
    const std::size_t capacity = m_stream->capacity();
    while (room >= piece && capacity - std::min(room, capacity) + piece <= goal) {
        m_render(m_piece);
        m_stream->write(m_piece);
        room -= piece;
    }
    m_writableFrames = room;
}

void LoudspeakerFeed::ranDry(std::chrono::microseconds now)
{
    m_isPrimed = false;
    ++m_underruns;
    std::rotate(m_dryTimes.begin(), m_dryTimes.begin() + 1, m_dryTimes.end());
    m_dryTimes.back() = now;
    if (now - m_dryTimes.front() > memory)
        return;
    m_target = std::min(m_target + step, deepest);
    m_dryTimes.fill(std::chrono::microseconds::min() / 2);
}

//! So that voices go on and come to their end, and who talks is known, when nobody can hear it.
void LoudspeakerFeed::renderByTheClock(std::chrono::microseconds now)
{
    m_renderedUntil = std::max(m_renderedUntil, now - longestBacklog);
    for (; m_renderedUntil + pieceTime <= now; m_renderedUntil += pieceTime)
        m_render(m_piece);
}

bool LoudspeakerFeed::isLost(std::chrono::microseconds now)
{
    return m_stream
        && (m_stream->isBroken()
            || now - m_lastMove > (m_isMoving ? std::chrono::microseconds(patience) : firstPatience));
}

bool LoudspeakerFeed::isTooShallow() const
{
    return m_stream && m_asked < m_target && m_stream->capacity() < m_target;
}

} // namespace islet
