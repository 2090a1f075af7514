// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/transport.h"
#include "numberedaddress.h"
#include "protocol/rfc4codec.h"

#include <vector>

namespace islet::test {

//! A transport in memory: records what is sent, and receives what the test injects.
class FakeTransport : public Transport {
public:
    struct Packet {
        QByteArray bytes;
        rfc4::Message message;
        Delivery delivery;
    };

    void open() override
    {
        setState(State::Open);
        emit opened({});
    }
    void close() override
    {
        if (state() == State::Closed)
            return;
        setState(State::Closed);
        emit closed({CloseReason::Kind::Requested, CloseCode::Left});
    }
    Expected<Sent> send(const QByteArray &packet, Delivery delivery, const std::optional<Address> & = {}) override
    {
        if (state() != State::Open)
            return failure(ErrorCode::NotConnected, QStringLiteral("Not open."));
        auto message = m_codec.decode(packet);
        if (!message)
            qFatal("the packet sent cannot be decoded: %s", qPrintable(message.error().detail));
        sent.push_back({packet, *std::move(message), delivery});
        return Sent::Yes;
    }

    void hear(const Address &from, const QByteArray &packet) { emit packetReceived(from, packet); }
    void hear(const Address &from, const rfc4::Message &message) { hear(from, m_codec.encode(message)); }

    //! Returns the messages of one kind that were sent, oldest first.
    template<typename Kind> std::vector<Kind> sentOf() const
    {
        std::vector<Kind> found;
        for (const Packet &packet : sent) {
            if (const auto *message = std::get_if<Kind>(&packet.message))
                found.push_back(*message);
        }
        return found;
    }

    std::vector<Packet> sent;

private:
    rfc4::Codec m_codec;
};

} // namespace islet::test
