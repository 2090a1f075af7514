// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "talkers.h"

#include <QTemporaryDir>

namespace islet::bench {

//! Debian's mumble twice, and its mumble-server, without a screen and with nothing of the user's. Made for Mumble 1.3.
//!
//! What is not as it comes:
//! - what it takes to run here: PulseAudio with the ground's devices, no dialogs at the start (lastupdate, a
//!   certificate, the server's certificate known), no speech output, no questions to the internet;
//! - the talker transmits all the time (audio/transmit=Continuous) instead of by voice activity, so that no first
//!   syllable is cut away. That changes no delay;
//! - the server allows any bandwidth, since a client would put more into a packet rather than exceed it;
//! - ForLatency: audio/outputdelay=1 (of 5; steps of 10 ms) and net/framesperpacket=1 (of 2, 10 ms each).
//! All else is Mumble's own choice: 40 kbit/s, noise suppression, a jitter buffer that starts at 10 ms.
class Mumble : public Talkers {
public:
    enum class Tuning { Defaults, ForLatency };

    explicit Mumble(Tuning tuning)
        : m_tuning(tuning)
    { }
    ~Mumble() override;

    QString name() const override;
    bool start(Ground &ground) override;
    void stop() override;

private:
    struct Client {
        QString name;
        QString source;
        QString sink;
        QString transmit;
    };

    bool findPrograms();
    bool makeCertificate();
    bool startServer(Ground &ground);
    bool startClient(Ground &ground, const Client &client, test::Background &process);
    bool writeConfiguration(const Client &client, const QString &home);
    bool trustServer(const QString &home);
    bool waitForDevices(Ground &ground);
    bool isAuthenticated(const Client &client) const;
    bool run(const QString &program, const QStringList &arguments);

    Tuning m_tuning;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_serverProgram;
    quint16 m_port = 0;
    test::Background m_server;
    test::Background m_talker;
    test::Background m_listener;
};

} // namespace islet::bench
