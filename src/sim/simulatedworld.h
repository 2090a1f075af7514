// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/seededrandom.h"
#include "identity/address.h"
#include "protocol/rfc4codec.h"
#include "sim/mobilitymodel.h"

#include <QList>

namespace islet {

//! An action of a simulated peer.
struct SimulatedEvent {
    enum class Kind { Said, Left, Joined };

    Kind kind = Kind::Said;
    std::uint32_t slot = 0; //!< a joining peer takes the slot of the one that just left
    Address who;
    QByteArray packet; //!< the rfc4 packet sent
};

//! Simulated peers that walk, chat, talk, leave and join, in simulated time: the same options give the same events,
//! byte for byte, on every platform and at any speed. Each activity has its own random stream, so that more chat, say,
//! does not change the walks. Ignores `loss`, `latency` and `jitter`.
class SimulatedWorld {
public:
    static constexpr std::chrono::milliseconds stepTime{20};

    explicit SimulatedWorld(const SimulatorOptions &options);

    //! The peers present now, distinct.
    QList<Address> peers() const;
    //! Advances by stepTime and appends what happened meanwhile. Every fifth step peers walk and report their
    //! positions; the steps before the first report send nothing.
    void step(std::vector<SimulatedEvent> &events);

private:
    static constexpr int stepsToATick = 5; // peers walk ten times a second
    static constexpr int ticksAMinute = 600;

    struct Peer {
        Address address;
        std::uint32_t index = 0; //!< of their last Position
        std::uint32_t voiceIndex = 0; //!< of their last Voice; 0 before the first
        std::uint32_t sound = 0; //!< next voice packet, see simulatedvoice
        bool wasStill = false;
        bool isTalking = false;
    };
    struct Turn {
        std::uint32_t slot = 0;
        std::uint32_t stepsLeft = 0;
    };
    using Events = std::vector<SimulatedEvent>;

    void enter(std::uint32_t slot, SeededRandom &chance);
    bool isDue(int timesAMinute) const;
    void send(std::uint32_t slot, const rfc4::Message &message, Events &events);
    void replacePeer(Events &events);
    void report(Events &events);
    void chat(Events &events);
    void talk(Events &events);
    void endTurns();
    std::optional<std::uint32_t> nextTalker();
    double seconds() const;

    SimulatorOptions m_options;
    rfc4::Codec m_codec;
    std::vector<Peer> m_peers;
    std::unique_ptr<MobilityModel> m_walk;
    std::vector<Turn> m_turns;
    SeededRandom m_chatRandom;
    SeededRandom m_talkRandom;
    SeededRandom m_churnRandom;
    std::int64_t m_steps = 0;
    std::int64_t m_ticks = 0;
};

} // namespace islet
