// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/cue.h"
#include "audio/spatialgain.h"
#include "audio/speakerstats.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace islet {

class CuePlayer;
class Limiter;
class VoiceStream;

//! Decodes, pans and mixes all speakers' voices. All calls come from one thread.
//!
//! render() is the frame path: no allocation, no lock, no I/O.
class Mixer {
public:
    struct Limits {
        int speakers = 64; //!< maximum decoders; evicts the speaker idle longest, then one out of earshot
    };
    //! Receives each speaker's own samples as they are rendered, mono, before gain and pan.
    using Tap = std::function<void(SpeakerId, std::span<const float> mono)>;

    explicit Mixer(Limits limits);
    Mixer()
        : Mixer(Limits())
    { }
    ~Mixer();

    //! One Opus packet; `index` counts a speaker's packets. Invalid packets are counted in the stats.
    void receive(SpeakerId speaker, std::uint32_t index, const QByteArray &packet, std::chrono::microseconds now);
    //! Sets a speaker's gain and pan; inaudible until first called, or if a value is not finite.
    void place(SpeakerId speaker, const SpatialGain &hearing);
    void forget(SpeakerId speaker) { forget(speaker, Keep::Nothing); }
    //! Also stops cues.
    void forgetAll();
    //! Silences all speakers; packets received meanwhile are lost.
    void setDeafened(bool deafened) { m_isDeafened = deafened; }
    //! Audible even when deafened. A cue that is already playing is not restarted.
    void playCue(Cue cue);

    //! Interleaved stereo, a multiple of 48 frames and at most 20 ms, to be played from `now` on.
    void render(std::span<float> stereo, std::chrono::microseconds now);
    void setTap(Tap tap) { m_tap = std::move(tap); }

    QList<SpeakerStats> stats() const;
    //! Packets of speakers for whom no decoder was available.
    std::uint64_t rejectedPackets() const { return m_rejectedPackets; }

private:
    struct Place {
        SpatialGain wanted;
        float left = 0; // current gains, approaching `wanted`
        float right = 0;
    };
    struct Speaker {
        SpeakerId id;
        std::unique_ptr<VoiceStream> voice;
        Place place;
        std::chrono::microseconds lastPacket{0};
    };

    enum class Keep { Nothing, Place };
    static constexpr SpatialGain nowhere{0, 0};

    Speaker *find(SpeakerId id);
    Speaker *evictionCandidate(SpeakerId newcomer);
    Speaker *admit(SpeakerId id, std::chrono::microseconds now);
    void forget(SpeakerId id, Keep keep);
    void add(Speaker &speaker, std::span<float> stereo, std::chrono::microseconds now);

    Limits m_limits;
    std::vector<Speaker> m_speakers;
    QHash<SpeakerId, SpatialGain> m_placements; // includes speakers who have not spoken yet
    std::unique_ptr<CuePlayer> m_cues;
    std::unique_ptr<Limiter> m_limiter;
    std::vector<float> m_mono;
    Tap m_tap;
    bool m_isDeafened = false;
    std::uint64_t m_rejectedPackets = 0;
};

} // namespace islet
