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

//! Holds one speaker's packets from arrival to playout. Pure logic: the caller passes the time, nothing is decoded.
//!
//! Made for packets that come over TCP: hardly any is lost, but they come late and in bursts, and a talker who pauses
//! leaves no gap in the index. So the buffer starts shallow, late packets extend the delay by themselves (the speech
//! waits for them), and surplus() returns by how much the delay has become too long. Holds at most 2 s.
class JitterBuffer {
public:
    enum class Arrival { Taken, Late, Duplicate };
    struct Step {
        enum class Kind {
            Silence, //!< no one is talking, or it is not yet time
            Play, //!< decode `packet`, which has `samples`
            Conceal, //!< a packet is missing; `packet` is the one right behind it, or empty
            Bridge, //!< the next packet is late, or the talkspurt has ended
        };
        Kind kind = Kind::Silence;
        int samples = 0;
        std::span<const std::byte> packet; //!< valid until the next put()
        bool isNewStream = false; //!< Play: reset the decoder, this packet does not continue the previous one
        bool wasLate = false; //!< Play: playout was waiting for it; the talker had not paused
        int skipped = 0; //!< Play: samples dropped before it to reduce the delay at once
    };

    JitterBuffer();

    //! Takes a packet of `samples` as returned by durationOf().
    Arrival put(std::uint32_t index, int samples, const QByteArray &packet, std::int64_t now);
    //! Returns the next step, for samples to be played from `when` on. Allocates nothing.
    Step next(std::int64_t when);
    //! Number of samples by which the delay is longer (negative: shorter) than it should be.
    int surplus() const;
    //! Reports that the speech was shortened (negative: lengthened) after it left this buffer.
    void shortened(int samples);

    //! The next packet has arrived.
    bool hasNext() { return m_phase == Phase::Playing && isHeld(m_next); }
    //! Nothing is held or waited for.
    bool isIdle() const { return m_phase == Phase::Idle; }
    int heldSamples() const { return m_heldSamples; }
    qsizetype heldBytes() const { return m_heldBytes; }
    const DelayEstimate &delays() const { return m_delays; }
    //! Delay of the last played packet behind the fastest one, in samples.
    int delay() const;
    //! Packets dropped because more than 2 s were waiting.
    std::uint64_t overflows() const { return m_overflows; }

private:
    enum class Phase { Idle, Filling, Playing };
    struct Slot {
        std::uint32_t index = 0;
        int samples = 0;
        std::int64_t media = 0; // its media time
        bool isHeld = false;
        QByteArray packet; // kept until the next put(): next() must not free memory
    };

    Slot &slotOf(std::uint32_t index) { return m_slots[index % m_slots.size()]; }
    bool isHeld(std::uint32_t index);
    bool isRestart(int ahead, std::int64_t now) const;
    void restart(std::uint32_t index);
    void begin(std::uint32_t index, std::int64_t offset);
    void hold(std::uint32_t index, int samples, const QByteArray &packet, std::int64_t media);
    void release(Slot &slot);
    void freePlayed();
    void dropOldestFor(int samples, qsizetype bytes);
    std::int64_t appendedMedia(int ahead) const;
    std::uint32_t firstHeld() const;
    void advanceTo(std::uint32_t index, bool lastWasPlayed);
    bool hasResumed() const { return m_bridged > 0 || m_isFirst; }
    int skipBacklog(std::int64_t when);
    Step play(std::int64_t when);
    Step concealMissing(std::int64_t when);
    Step bridge();

    static constexpr std::size_t remembered = 8; // packets whose delay surplus() considers

    std::vector<Slot> m_slots;
    DelayEstimate m_delays;
    Phase m_phase = Phase::Idle;
    bool m_hasStarted = false;
    bool m_isNewStream = true;
    std::uint32_t m_next = 0; // index played next
    std::uint32_t m_freedBefore = 0; // the packets played before this index have been freed
    std::uint32_t m_end = 0; // one past the newest index
    std::int64_t m_endMedia = 0; // and its media time
    std::uint64_t m_played = 0; // one bit for each of the 64 indices before m_next
    std::int64_t m_lastPut = 0;
    int m_lastSamples = frameSamples;
    int m_held = 0;
    int m_heldSamples = 0;
    qsizetype m_heldBytes = 0;
    std::int64_t m_beginOffset = 0; // arrival less media time of the packet that ended an apparent pause
    bool m_isFirst = false; // the next packet to be played is that one
    int m_bridged = 0; // samples since the buffer ran empty
    int m_unaccounted = 0; // those of them not yet attributed to a missing packet
    std::array<std::int64_t, remembered> m_offsets{}; // playout time less media time of the last packets
    std::size_t m_offsetCount = 0; // total since the last bridge
    std::uint64_t m_overflows = 0;
};

} // namespace islet
