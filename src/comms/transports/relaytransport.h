// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/transportfactory.h"

namespace islet {

//! Base of protocols that only name another transport: owns that inner transport, forwards its traffic, and may replace
//! it while staying open.
//!
//! The factory makes the inner transport and refuses protocols that are already part of the route, which rules out
//! loops.
class RelayTransport : public Transport {
    Q_OBJECT

public:
    //! `factory` must outlive this object; `route` names the protocols that led here, ending with this one; `url` is
    //! the server that names the inner transport.
    RelayTransport(const QUrl &url, const TransportContext &context, const TransportFactory &factory,
                   const Route &route);
    ~RelayTransport() override;

    void close() override;
    Expected<Sent> send(const QByteArray &packet, Delivery delivery, const std::optional<Address> &to = {}) override;
    Expected<Sent> sendVoice(const rfc4::Voice &voice) override;
    void reportPosition(const Vec3 &position) override;
    //! Sum over all inner transports so far.
    TrafficCounters counters() const override;
    //! Round trip of the inner transport, not to the server that named it.
    std::optional<std::chrono::microseconds> roundTrip() const override;

protected:
    //! Replaces the inner transport, after emitting peerLeft for all its peers. Fails, changing nothing, if the factory
    //! fails or if a remote server names this machine, whose local services must not be exposed to it.
    Expected<void> follow(const ConnectionString &next);
    //! The same with a transport made by us, not named by a server.
    void openInner(TransportPtr inner);
    //! Closes the inner transport.
    void leaveInner();
    const TransportContext &context() const { return m_context; }
    //! For steps and errors: without secrets.
    QString displayOf(const ConnectionString &where) const { return m_factory.protocols().display(where); }
    bool hasInner() const { return m_inner != nullptr; }
    void finish(const CloseReason &reason);

    //! The inner transport has opened. The first time, this transport becomes open too.
    virtual void onInnerOpened(const Welcome &welcome);
    //! The inner transport has closed. By default, closes this transport too.
    virtual void onInnerClosed(const CloseReason &reason);
    //! Called before closed(): stops timers, requests and sockets.
    virtual void cancel() = 0;

private:
    bool hasOpenInner() const;
    //! Between two rooms: drops an unreliable packet, and refuses others.
    Expected<Sent> sendNowhere(Delivery delivery);

    TransportContext m_context;
    const TransportFactory &m_factory;
    Route m_route;
    bool m_isRemote; // whether the server that names the inner transport is not on this machine
    TransportPtr m_inner;
    QList<Address> m_peers; // announced by the inner transport
};

} // namespace islet
