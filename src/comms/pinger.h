// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/commsadapter.h"

#include <QQueue>

namespace islet {

//! The web client's ping, a control chat that every peer answers: pings all peers, and answers theirs.
class Pinger : public QObject {
    Q_OBJECT

public:
    //! `adapter` must outlive this object; `ownAddress` is part of the answers.
    Pinger(CommsAdapter &adapter, const Address &ownAddress, Clock clock = monotonicNow, QObject *parent = nullptr);

    void setOwnAddress(const Address &address) { m_ownAddress = address; }

    //! Pings all peers; each answer emits answered(). Errors as in CommsAdapter::send().
    Expected<void> ping();

signals:
    void answered(const islet::Address &by, std::chrono::microseconds roundTrip);

private:
    struct SentPing {
        QString nonce;
        std::chrono::microseconds at;
    };

    void onPing(const Address &from, const QString &nonce);
    void onPong(const Address &from, const QString &nonce);

    CommsAdapter &m_adapter;
    Address m_ownAddress;
    Clock m_clock;
    QQueue<SentPing> m_pings; //!< our own, oldest first
    QQueue<std::pair<Address, QString>> m_answeredPings; //!< peers' pings, each answered once
    std::chrono::microseconds m_lastAnswer{0};
};

} // namespace islet
