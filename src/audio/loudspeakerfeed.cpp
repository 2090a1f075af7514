// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/loudspeakerfeed.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr std::size_t piece = pieceSamples;
constexpr auto pieceTime = 5ms;
constexpr std::size_t initialTarget = 4 * piece; // 20 ms
constexpr std::size_t step = 2 * piece;
constexpr std::size_t maxTarget = 16 * piece; // 80 ms
constexpr auto stallTimeout = 1500ms; // maximum time without the device taking samples
constexpr auto startTimeout = 4s; // some devices have to wake up
constexpr auto underrunWindow = 10s; // three underruns within this time increase the target
constexpr auto maxBacklog = 100ms;

} // namespace

LoudspeakerFeed::LoudspeakerFeed(Render render)
    : m_render(std::move(render))
    , m_piece(2 * piece)
    , m_target(initialTarget)
{
    m_underrunTimes.fill(std::chrono::microseconds::min() / 2);
}

LoudspeakerFeed::~LoudspeakerFeed() = default;

void LoudspeakerFeed::open(std::unique_ptr<PlaybackStream> stream, std::chrono::microseconds now)
{
    m_requestedCapacity = m_target;
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
    const std::size_t writable = m_stream->writableFrames();
    if (m_stream->isBroken())
        return;
    if (writable != m_writableFrames) {
        m_lastMove = now;
        m_isMoving = m_isPrimed;
    }
    const std::size_t capacity = m_stream->capacity();
    if (m_isPrimed && writable >= capacity)
        handleUnderrun(now);
    // Servers start playback when the buffer is full, at the start and after an underrun.
    fill(writable, m_isPrimed ? std::min(m_target, capacity) : capacity);
    m_isPrimed = m_isPrimed || m_writableFrames < piece;
}

void LoudspeakerFeed::fill(std::size_t writable, std::size_t goal)
{
    const std::size_t capacity = m_stream->capacity();
    while (writable >= piece && capacity - std::min(writable, capacity) + piece <= goal) {
        m_render(m_piece);
        m_stream->write(m_piece);
        writable -= piece;
    }
    m_writableFrames = writable;
}

void LoudspeakerFeed::handleUnderrun(std::chrono::microseconds now)
{
    m_isPrimed = false;
    ++m_underruns;
    std::rotate(m_underrunTimes.begin(), m_underrunTimes.begin() + 1, m_underrunTimes.end());
    m_underrunTimes.back() = now;
    if (now - m_underrunTimes.front() > underrunWindow)
        return;
    m_target = std::min(m_target + step, maxTarget);
    m_underrunTimes.fill(std::chrono::microseconds::min() / 2);
}

//! Keeps voices advancing and talk indicators correct while there is no loudspeaker.
void LoudspeakerFeed::renderByTheClock(std::chrono::microseconds now)
{
    m_renderedUntil = std::max(m_renderedUntil, now - maxBacklog);
    for (; m_renderedUntil + pieceTime <= now; m_renderedUntil += pieceTime)
        m_render(m_piece);
}

bool LoudspeakerFeed::isLost(std::chrono::microseconds now)
{
    return m_stream
        && (m_stream->isBroken()
            || now - m_lastMove > (m_isMoving ? std::chrono::microseconds(stallTimeout) : startTimeout));
}

bool LoudspeakerFeed::isTooShallow() const
{
    return m_stream && m_requestedCapacity < m_target && m_stream->capacity() < m_target;
}

} // namespace islet
