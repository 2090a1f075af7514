// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "talkers.h"

#include <QTemporaryDir>

namespace islet::bench {

//! Two clients of Debian's mumble and its mumble-server, offscreen and isolated from the user's data. For Mumble 1.3.
//!
//! Differences from its defaults:
//! - what is required here: PulseAudio with the setup's devices, no dialogs at startup (lastupdate, a certificate, the
//!   server's certificate trusted), no speech output, no internet access;
//! - the talker transmits all the time (audio/transmit=Continuous) instead of by voice activity, so that no first
//!   syllable is cut off. That changes no delay;
//! - the server allows any bandwidth, since a client would rather put more into a packet than exceed it;
//! - ForLatency: audio/outputdelay=1 (of 5; steps of 10 ms) and net/framesperpacket=1 (of 2, 10 ms each).
//!
//! Everything else is Mumble's default: 40 kbit/s, noise suppression, a jitter buffer that starts at 10 ms.
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
