// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"
#include "sim/networkemulator.h"

#include <QByteArray>
#include <QObject>
#include <QRandomGenerator>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <deque>

namespace islet {

//! Loops the user's own voice back over a simulated connection with loss and jitter. As on a real connection, which is
//! TCP, a delayed packet delays those behind it.
class SelfTest : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY changed)
    //! Packet loss, 0 to 50 %.
    Q_PROPERTY(int loss MEMBER m_loss WRITE setLoss NOTIFY changed)
    //! Maximum delay of a packet, 0 to 500 ms.
    Q_PROPERTY(int jitter MEMBER m_jitter WRITE setJitter NOTIFY changed)

public:
    explicit SelfTest(Clock clock = monotonicNow, std::uint32_t seed = QRandomGenerator::global()->generate(),
                      QObject *parent = nullptr);

    bool isActive() const { return m_isActive; }
    void setActive(bool active);
    void setLoss(int percent);
    void setJitter(int milliseconds);

    void send(std::uint32_t index, const QByteArray &packet);
    //! Delivers the packets that are due; called by a timer.
    void deliver();

signals:
    void changed();
    void arrived(std::uint32_t index, const QByteArray &packet);

private:
    void applyConditions();

    struct Packet {
        std::chrono::microseconds due;
        std::uint32_t index;
        QByteArray bytes;
    };

    Clock m_clock;
    NetworkEmulator m_network;
    QTimer m_timer;
    std::deque<Packet> m_inFlight;
    bool m_isActive = false;
    int m_loss = 0;
    int m_jitter = 0;
};

} // namespace islet
