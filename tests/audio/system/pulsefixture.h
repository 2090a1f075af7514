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

//! A pipeline on a PulseAudio of our own, which may end and start again at the same address. One a process: Qt's client
//! of PulseAudio lives as long.
class PulseStage {
public:
    explicit PulseStage(
        AudioPipeline::MakeSoundSystem make = [] { return std::make_unique<QtSoundSystem>(); },
        std::chrono::milliseconds untilHung = std::chrono::seconds(5))
        : m_isUp(server.start())
        , pipeline(std::move(make), 0, nullptr, untilHung)
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
    //! In place of the server's: of one that ended without taking it away.
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
    //! SIGSTOP: the server answers nobody, and nobody is told. SIGCONT ends it.
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
    //! With both devices of addMouthAndEar().
    bool runs()
    {
        return microphoneBecomes(Kind::Running, QStringLiteral("microphone"))
            && loudspeakerBecomes(Kind::Running, QStringLiteral("ear"));
    }
    bool startAndRun()
    {
        pipeline.start();
        return runs();
    }
    bool microphoneBecomes(Kind kind, const QString &name = {})
    {
        return waitUntil([&] { return is(pipeline.state().microphone, kind, name); }, patience);
    }
    bool loudspeakerBecomes(Kind kind, const QString &name = {})
    {
        return waitUntil([&] { return is(pipeline.state().loudspeaker, kind, name); }, patience);
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
    //! Whether frames come from the microphone.
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
    static constexpr std::chrono::seconds patience{20};

    static bool is(const DeviceState &state, Kind kind, const QString &name)
    {
        // Nobody speaks: what a microphone of silence gives are zeros.
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
    AudioPipeline pipeline; //!< last: it goes before the server does
};

} // namespace islet::test
