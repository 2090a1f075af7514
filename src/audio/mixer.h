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

//! Everybody's voice, decoded, put in its place and mixed. All calls come from one thread.
//!
//! render() is the frame path: it allocates nothing, locks nothing and writes nothing but samples.
class Mixer {
public:
    struct Limits {
        int speakers = 64; //!< decoders at once; who has been idle for longest goes first, then who is out of earshot
    };
    //! Hears each speaker's own samples, mono and before their place is taken into account, as they are rendered.
    using Tap = std::function<void(SpeakerId, std::span<const float> mono)>;

    explicit Mixer(Limits limits);
    Mixer()
        : Mixer(Limits())
    { }
    ~Mixer();

    //! One Opus packet; `index` counts a speaker's packets. Whatever is wrong with it is counted.
    void receive(SpeakerId speaker, std::uint32_t index, const QByteArray &packet, std::chrono::microseconds now);
    //! Where they are heard from now on; nobody is heard before they were placed, or in a place that is no number.
    void place(SpeakerId speaker, const SpatialGain &hearing);
    void forget(SpeakerId speaker) { forget(speaker, Keep::Nothing); }
    //! Also what is left of a cue.
    void forgetEverybody();
    //! Nobody is heard; what comes meanwhile is gone.
    void setDeafened(bool deafened) { m_isDeafened = deafened; }
    //! Is heard be they deafened or not. One that is being played is not begun again.
    void playCue(Cue cue);

    //! Left and right in turn, a multiple of 48 frames and at most 20 ms, to be played from `now` on.
    void render(std::span<float> stereo, std::chrono::microseconds now);
    void setTap(Tap tap) { m_tap = std::move(tap); }

    QList<SpeakerStats> stats() const;
    //! Packets of speakers for whom there was no decoder left.
    std::uint64_t turnedAway() const { return m_turnedAway; }

private:
    struct Place {
        SpatialGain wanted;
        float left = 0; // gains as they are, on their way to what is wanted
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
    Speaker *whoMakesRoomFor(SpeakerId newcomer);
    Speaker *admit(SpeakerId id, std::chrono::microseconds now);
    void forget(SpeakerId id, Keep keep);
    void add(Speaker &speaker, std::span<float> stereo, std::chrono::microseconds now);

    Limits m_limits;
    std::vector<Speaker> m_speakers;
    QHash<SpeakerId, SpatialGain> m_hearings; // also of those who have not spoken yet
    std::unique_ptr<CuePlayer> m_cues;
    std::unique_ptr<Limiter> m_limiter;
    std::vector<float> m_mono;
    Tap m_tap;
    bool m_isDeafened = false;
    std::uint64_t m_turnedAway = 0;
};

} // namespace islet
