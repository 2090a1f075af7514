// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Private to this folder.

#pragma once

#include "audio/delayestimate.h"
#include "audio/sound.h"

#include <QByteArray>

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace islet {

//! One speaker's packets between their arrival and their turn. Pure logic: the time is told, nothing is decoded.
//!
//! Made for packets that come over TCP: hardly any is lost, but they come late and in bursts, and a talker who pauses
//! leaves no gap in the index. So the buffer starts shallow, what is late makes the delay longer by itself (the speech
//! waits for it), and surplus() says by how much it has become too long. It holds 2 s at most.
class JitterBuffer {
public:
    enum class Arrival { Taken, Late, Duplicate };
    struct Step {
        enum class Kind {
            Silence, //!< nobody talks, or it is not yet time
            Play, //!< decode `packet`, of `samples`
            Conceal, //!< a packet is missing; `packet` is the one right behind it, or empty
            Bridge, //!< the next packet is late, or the talker is done
        };
        Kind kind = Kind::Silence;
        int samples = 0;
        std::span<const std::byte> packet; //!< valid until the next put()
        bool isNewStream = false; //!< Play: what was decoded before has nothing to do with this packet
        bool wasLate = false; //!< Play: it was being waited for; the talker had not paused
        int skipped = 0; //!< Play: samples before it that are let go of, so that the delay comes down at once
    };

    JitterBuffer();

    //! A packet of `samples`, which durationOf() said.
    Arrival put(std::uint32_t index, int samples, const QByteArray &packet, std::int64_t now);
    //! What comes next, for the samples to be played from `when` on. Allocates nothing.
    Step next(std::int64_t when);
    //! By how many samples the delay is longer (or, negative, shorter) than it should be.
    int surplus() const;
    //! The speech was made so much shorter (or, negative, longer) after it left here.
    void shortened(int samples);

    //! The packet that comes next is there.
    bool hasNext() { return m_phase == Phase::Playing && isHeld(m_next); }
    //! Nothing is held, and nothing is being waited for.
    bool isIdle() const { return m_phase == Phase::Idle; }
    int heldSamples() const { return m_heldSamples; }
    qsizetype heldBytes() const { return m_heldBytes; }
    const DelayEstimate &delays() const { return m_delays; }
    //! Behind the fastest packet, of what was last given out; in samples.
    int delay() const;
    //! Packets let go of because more than 2 s were waiting.
    std::uint64_t overflows() const { return m_overflows; }

private:
    enum class Phase { Idle, Filling, Playing };
    struct Slot {
        std::uint32_t index = 0;
        int samples = 0;
        std::int64_t media = 0; // its place in the speech
        bool isHeld = false;
        QByteArray packet; // kept until the next put(): next() must not free
    };

    Slot &slotOf(std::uint32_t index) { return m_slots[index % m_slots.size()]; }
    bool isHeld(std::uint32_t index);
    bool isRestart(int ahead, std::int64_t now) const;
    void restart(std::uint32_t index);
    void begin(std::uint32_t index, std::int64_t offset);
    void hold(std::uint32_t index, int samples, const QByteArray &packet, std::int64_t media);
    void release(Slot &slot);
    void letGoOfPlayed();
    void makeRoom(int samples, qsizetype bytes);
    std::int64_t appendedMedia(int ahead) const;
    std::uint32_t firstHeld() const;
    void advanceTo(std::uint32_t index, bool lastWasPlayed);
    bool hasResumed() const { return m_bridged > 0 || m_isFirst; }
    int skipBacklog(std::int64_t when);
    Step play(std::int64_t when);
    Step missing(std::int64_t when);
    Step bridge();

    static constexpr std::size_t remembered = 8; // packets whose delay surplus() looks at

    std::vector<Slot> m_slots;
    DelayEstimate m_delays;
    Phase m_phase = Phase::Idle;
    bool m_hasStarted = false;
    bool m_isNewStream = true;
    std::uint32_t m_next = 0; // index that is played next
    std::uint32_t m_letGoBefore = 0; // what was played before this index takes no memory any more
    std::uint32_t m_end = 0; // index behind the newest
    std::int64_t m_endMedia = 0; // and its place in the speech
    std::uint64_t m_played = 0; // a bit for each of the 64 indices before m_next
    std::int64_t m_lastPut = 0;
    int m_lastSamples = frameSamples;
    int m_held = 0;
    int m_heldSamples = 0;
    qsizetype m_heldBytes = 0;
    std::int64_t m_beginOffset = 0; // arrival less media of the packet that ended what looked like a pause
    bool m_isFirst = false; // the next packet to be played is that one
    int m_bridged = 0; // samples since the speech ran out
    int m_unaccounted = 0; // those of them that stand for no missing packet yet
    std::array<std::int64_t, remembered> m_offsets{}; // when less media of what was last given out
    std::size_t m_offsetCount = 0; // ever, since the last bridge
    std::uint64_t m_overflows = 0;
};

} // namespace islet
