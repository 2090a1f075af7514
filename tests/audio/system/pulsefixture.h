// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "audio/audiopipeline.h"
#include "audio/system/qtsoundsystem.h"
#include "tests/support/pulseserver.h"
#include "tests/support/waiting.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <optional>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace islet::test {

using Kind = DeviceState::Kind;

//! A pipeline on a PulseAudio server of its own, which can be stopped and restarted at the same address. Only one per
//! process, since Qt's PulseAudio client lives as long as the process.
class PulseFixture {
public:
    explicit PulseFixture(
        AudioPipeline::MakeSoundSystem make = [] { return std::make_unique<QtSoundSystem>(); },
        std::chrono::milliseconds hangTimeout = std::chrono::seconds(5))
        : m_isUp(server.start())
        , pipeline(std::move(make), 0, nullptr, hangTimeout)
    {
        if (!m_isUp)
            return;
        server.adopt();
        QFile configuration(m_home.filePath(QStringLiteral("client.conf")));
        m_isUp = configuration.open(QIODevice::WriteOnly) && configuration.write("autospawn = no\n") > 0
            && QFile::link(server.path(QStringLiteral("native")), address());
        qputenv("PULSE_SERVER", "unix:" + address().toLocal8Bit());
        qputenv("PULSE_COOKIE", m_home.filePath(QStringLiteral("cookie")).toLocal8Bit());
        qputenv("PULSE_CLIENTCONFIG", configuration.fileName().toLocal8Bit());
        qputenv("XDG_RUNTIME_DIR", m_home.path().toLocal8Bit());
    }

    bool isUp() const { return m_isUp; }
    void stopServer() { server.stop(); }
    bool startServer()
    {
        QFile::remove(address());
        return server.start() && QFile::link(server.path(QStringLiteral("native")), address());
    }
    //! Replaces the server's socket by one that a crashed server would leave behind.
    bool leaveStaleSocket() const
    {
        QFile::remove(address());
        const auto name = address().toLocal8Bit();
        sockaddr_un where{};
        where.sun_family = AF_UNIX;
        std::copy(name.begin(), name.end(), where.sun_path);
        const int handle = ::socket(AF_UNIX, SOCK_STREAM, 0);
        const bool isBound = ::bind(handle, reinterpret_cast<const sockaddr *>(&where), sizeof where) == 0;
        ::close(handle);
        return isBound;
    }
    //! SIGSTOP: the server answers no one, and no client is notified. SIGCONT ends that.
    bool signalServer(int number) const
    {
        const auto name = address().toLocal8Bit();
        sockaddr_un where{};
        where.sun_family = AF_UNIX;
        std::copy(name.begin(), name.end(), where.sun_path);
        ucred peer{};
        socklen_t size = sizeof peer;
        const int handle = ::socket(AF_UNIX, SOCK_STREAM, 0);
        const bool isKnown = ::connect(handle, reinterpret_cast<const sockaddr *>(&where), sizeof where) == 0
            && ::getsockopt(handle, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.pid > 0;
        ::close(handle);
        return isKnown && ::kill(peer.pid, number) == 0;
    }

    bool addMouthAndEar()
    {
        mouth = server.addSink(QStringLiteral("mouth"));
        microphone = server.addMicrophone(QStringLiteral("microphone"), QStringLiteral("mouth"));
        ear = server.addSink(QStringLiteral("ear"));
        return mouth && microphone && ear && server.setDefaultSink(QStringLiteral("ear"))
            && server.setDefaultSource(QStringLiteral("microphone"));
    }
    //! Whether both devices of addMouthAndEar() run.
    bool bothRun()
    {
        return microphoneBecomes(Kind::Running, QStringLiteral("microphone"))
            && loudspeakerBecomes(Kind::Running, QStringLiteral("ear"));
    }
    bool startAndRun()
    {
        pipeline.start();
        return bothRun();
    }
    bool microphoneBecomes(Kind kind, const QString &name = {})
    {
        return waitUntil([&] { return is(pipeline.state().microphone, kind, name); }, timeout);
    }
    bool loudspeakerBecomes(Kind kind, const QString &name = {})
    {
        return waitUntil([&] { return is(pipeline.state().loudspeaker, kind, name); }, timeout);
    }
    //! Whether the loudspeaker plays into this sink.
    bool isHeardIn(const QString &sink)
    {
        const auto recording = server.record(sink + QStringLiteral(".monitor"));
        if (!recording)
            return false;
        pipeline.playCue(Cue::Chime);
        const auto isLoud = [](float sample) { return std::abs(sample) > 0.05F; };
        return waitUntil([&] { return std::ranges::any_of(recording->samples(), isLoud); });
    }
    //! Whether frames arrive from the microphone.
    bool isListening()
    {
        int frames = 0;
        const auto counting = QObject::connect(&pipeline, &AudioPipeline::frameEncoded, &pipeline, [&] { ++frames; });
        pipeline.setTalking(true);
        const bool came = waitUntil([&] { return frames > 10; });
        pipeline.setTalking(false);
        QObject::disconnect(counting);
        return came;
    }

private:
    static constexpr std::chrono::seconds timeout{20};

    static bool is(const DeviceState &state, Kind kind, const QString &name)
    {
        // No one speaks here, so a working microphone delivers zeros.
        const bool isKind = state.kind == kind || (kind == Kind::Running && state.kind == Kind::Silent);
        return isKind && (name.isEmpty() || state.device == name);
    }
    QString address() const { return m_home.filePath(QStringLiteral("native")); }

    QTemporaryDir m_home;

public:
    PulseServer server;

private:
    bool m_isUp;

public:
    std::optional<PulseServer::Module> mouth;
    std::optional<PulseServer::Module> microphone;
    std::optional<PulseServer::Module> ear;
    AudioPipeline pipeline; //!< last member: destroyed before the server
};

} // namespace islet::test
