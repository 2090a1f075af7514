// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/transportfactory.h"

namespace islet {

//! A protocol that says where to go and lets another take one there: holds that inner transport, forwards what goes
//! through it, and may replace it without its own end.
//!
//! Who comes next is made by the factory, which refuses a protocol that already led here: nobody goes in circles.
class RelayTransport : public Transport {
    Q_OBJECT

public:
    //! `factory` must outlive this; `route` names the protocols that led here, this one last; `url` is who says where
    //! to go on.
    RelayTransport(const QUrl &url, const TransportFactory &factory, const Route &route);

    void close() override;
    Expected<void> broadcast(const QByteArray &packet, Delivery delivery) override;
    void reportPosition(const Vec3 &position) override;
    //! Of all that were inside.
    TrafficCounters counters() const override;
    //! Of what is inside: the room's, not of who showed the way.
    std::optional<std::chrono::microseconds> roundTrip() const override;

protected:
    //! Goes there; what was inside before is left, and everybody known through it said goodbye to. Fails, changing
    //! nothing, when the factory does, and when somebody elsewhere names this machine: what listens here is none of
    //! theirs.
    Expected<void> follow(const ConnectionString &next);
    //! Leaves what is inside.
    void leaveInner();
    bool hasInner() const { return m_inner != nullptr; }
    void finish(CloseReason::Kind kind, const QString &detail);
    //! Why a request came to nothing, by the code of its error: what a person must change, or what may pass.
    static CloseReason::Kind closeKindOf(ErrorCode code);
    //! 502, 503 and 504: nobody there at the moment, or full.
    static bool isPassing(int httpStatus);

    //! What is inside has opened; becomes open by it, once.
    virtual void onInnerOpened(const Welcome &welcome);
    //! What was inside has ended; ends with it.
    virtual void onInnerClosed(const CloseReason &reason);
    //! Before closed(): lets go of everything else.
    virtual void cancel() = 0;

private:
    const TransportFactory &m_factory;
    Route m_route;
    bool m_isElsewhere; // who says where to go on
    TransportPtr m_inner;
    QList<Address> m_peers; // announced by what is inside
};

} // namespace islet
