// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "faketransport.h"

namespace islet::test {

//! A fake room whose connection can be blocked: unreliable packets are dropped then.
class BlockableRoom : public FakeTransport {
public:
    Expected<Sent> send(const QByteArray &packet, Delivery delivery, const std::optional<Address> &to = {}) override
    {
        if (isBlocked && state() == State::Open && delivery == Delivery::Unreliable) {
            ++m_counters.droppedOut;
            return Sent::Dropped;
        }
        return FakeTransport::send(packet, delivery, to);
    }

    //! Returns one letter per packet sent: p(osition), m(ovement), v(oice), or ?.
    QString letters() const
    {
        QString all;
        for (const Packet &packet : sent) {
            all += std::holds_alternative<rfc4::Position>(packet.message) ? u'p'
                : std::holds_alternative<rfc4::Movement>(packet.message)  ? u'm'
                : std::holds_alternative<rfc4::Voice>(packet.message)     ? u'v'
                                                                          : u'?';
        }
        return all;
    }

    bool isBlocked = false;
};

} // namespace islet::test
