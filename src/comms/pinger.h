// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/commsadapter.h"

#include <QQueue>

namespace islet {

//! The web client's ping, a control chat that everybody answers: asks for the time to every peer and back, and answers.
class Pinger : public QObject {
    Q_OBJECT

public:
    //! `adapter` must outlive the pinger; `ownAddress` goes into the answers.
    Pinger(CommsAdapter &adapter, const Address &ownAddress, Clock clock = monotonicNow, QObject *parent = nullptr);

    void setOwnAddress(const Address &address) { m_ownAddress = address; }

    //! Asks everybody; each answer is an answered(). Errors as CommsAdapter::send has them.
    Expected<void> ping();

signals:
    void answered(const islet::Address &by, std::chrono::microseconds roundTrip);

private:
    struct Asked {
        QString nonce;
        std::chrono::microseconds at;
    };

    void onPing(const Address &from, const QString &nonce);
    void onPong(const Address &from, const QString &nonce);

    CommsAdapter &m_adapter;
    Address m_ownAddress;
    Clock m_clock;
    QQueue<Asked> m_asked; //!< ours, oldest first
    QQueue<std::pair<Address, QString>> m_answered; //!< theirs: one answer for each
    std::chrono::microseconds m_lastAnswer{0};
};

} // namespace islet
