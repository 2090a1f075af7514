// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/mixer.h"
#include "audio/sound.h"
#include "sounds.h"

#include <functional>

//! A mixer on a simulated clock.
namespace islet::test {

class Listener {
public:
    //! Called every 5 ms, before they are rendered.
    using Talk = std::function<void()>;

    explicit Listener(Mixer::Limits limits = {})
        : mixer(limits)
    { }

    //! Returns what is played, interleaved stereo.
    Sound listen(double seconds, const Talk &talk = {})
    {
        Sound heard;
        Sound piece(2 * pieceSamples);
        for (auto pieces = std::lround(seconds * sampleRate / pieceSamples); pieces > 0; --pieces) {
            if (talk)
                talk();
            mixer.render(piece, now);
            heard.insert(heard.end(), piece.begin(), piece.end());
            now += std::chrono::milliseconds(5);
        }
        return heard;
    }

    SpeakerStats statsOf(SpeakerId id) const
    {
        for (const SpeakerStats &stats : mixer.stats()) {
            if (stats.speaker == id)
                return stats;
        }
        return {};
    }
    bool knows(SpeakerId id) const { return statsOf(id).packets + statsOf(id).refused > 0; }

    Mixer mixer;
    std::chrono::microseconds now{std::chrono::seconds(1'000)};
};

//! Sends packets at their pace, repeating them endlessly.
class Talker {
public:
    Talker(Listener &listener, SpeakerId id, QList<QByteArray> packets, int packetMs = 20)
        : m_listener(&listener)
        , m_id(id)
        , m_packets(std::move(packets))
        , m_packetMs(packetMs)
    { }

    //! For Listener::Talk. Sends `times` packets at once.
    void operator()(int times = 1)
    {
        if (m_ms % m_packetMs == 0) {
            for (int i = 0; i < times; ++i)
                send();
        }
        m_ms += 5;
    }
    void send() { m_listener->mixer.receive(m_id, m_index++, m_packets[m_sent++ % m_packets.size()], m_listener->now); }
    SpeakerId id() const { return m_id; }

private:
    Listener *m_listener;
    SpeakerId m_id;
    QList<QByteArray> m_packets;
    int m_packetMs;
    int m_ms = 0;
    qsizetype m_sent = 0;
    std::uint32_t m_index = 1'000;
};

inline Sound left(const Sound &stereo)
{
    Sound side;
    for (std::size_t i = 0; i < stereo.size(); i += 2)
        side.push_back(stereo[i]);
    return side;
}

inline Sound right(const Sound &stereo)
{
    Sound side;
    for (std::size_t i = 1; i < stereo.size(); i += 2)
        side.push_back(stereo[i]);
    return side;
}

inline float greatestStep(const Sound &side)
{
    float greatest = 0;
    for (std::size_t i = 1; i < side.size(); ++i)
        greatest = std::max(greatest, std::abs(side[i] - side[i - 1]));
    return greatest;
}

//! Exact zeros: QCOMPARE of floats would accept values that are merely small.
inline bool isSilent(std::span<const float> sound)
{
    return std::ranges::all_of(sound, [](float sample) { return sample == 0; });
}

} // namespace islet::test
