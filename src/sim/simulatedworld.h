// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/seededrandom.h"
#include "identity/address.h"
#include "protocol/rfc4codec.h"
#include "sim/mobilitymodel.h"

#include <QList>

namespace islet {

//! What somebody in a simulated room did.
struct SimulatedEvent {
    enum class Kind { Said, Left, Joined };

    Kind kind = Kind::Said;
    std::uint32_t place = 0; //!< who joins takes the place of who left just before them
    Address who;
    QByteArray packet; //!< what was said, an rfc4 packet
};

//! Imaginary people who walk, chat, talk, leave and come, on a time of their own: the same options give the same
//! events, byte for byte, wherever and however fast it runs. Each of these has chances of its own, so that more chat,
//! say, does not change the walks. `loss`, `latency` and `jitter` mean nothing here.
class SimulatedWorld {
public:
    static constexpr std::chrono::milliseconds stepTime{20};

    explicit SimulatedWorld(const SimulatorOptions &options);

    //! Who is here now, each once.
    QList<Address> people() const;
    //! Goes on by stepTime, and appends what happened meanwhile. On every fifth step people walk and tell where they
    //! are; the first five are silent.
    void step(std::vector<SimulatedEvent> &events);

private:
    static constexpr int stepsToATick = 5; // people walk ten times a second
    static constexpr int ticksAMinute = 600;

    struct Person {
        Address address;
        std::uint32_t index = 0; //!< of their last Position
        std::uint32_t voiceIndex = 0; //!< of their last Voice; 0 before the first
        std::uint32_t sound = 0; //!< what comes next out of their mouth, see SimulatedVoice
        bool wasStill = false;
        bool isTalking = false;
    };
    struct Turn {
        std::uint32_t place = 0;
        std::uint32_t stepsLeft = 0;
    };
    using Events = std::vector<SimulatedEvent>;

    void enter(std::uint32_t place, SeededRandom &chance);
    bool isDue(int timesAMinute) const;
    void say(std::uint32_t place, const rfc4::Message &message, Events &events);
    void replaceSomebody(Events &events);
    void report(Events &events);
    void chat(Events &events);
    void talk(Events &events);
    void endTurns();
    std::optional<std::uint32_t> nextTalker();
    double seconds() const;

    SimulatorOptions m_options;
    rfc4::Codec m_codec;
    std::vector<Person> m_people;
    std::unique_ptr<MobilityModel> m_walk;
    std::vector<Turn> m_turns;
    SeededRandom m_chatChance;
    SeededRandom m_talkChance;
    SeededRandom m_churnChance;
    std::int64_t m_steps = 0;
    std::int64_t m_ticks = 0;
};

} // namespace islet
