// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "soundrecording.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace islet::test {

//! Our own PulseAudio daemon: no hardware, no user configuration, no cookie; everything is in a temporary folder. Any
//! number may run at once, for any user.
class PulseServer {
public:
    //! Index of a loaded module, for removeModule().
    using Module = quint32;

    PulseServer() = default;
    ~PulseServer();
    PulseServer(const PulseServer &) = delete;
    PulseServer &operator=(const PulseServer &) = delete;

    //! Returns when the daemon answers; false on failure, see why().
    bool start();
    void stop();
    bool isRunning() const { return m_daemon.isRunning(); }
    //! Why the last call failed.
    QString why() const { return m_why; }

    //! Returns the environment for a program that must use only this server.
    QProcessEnvironment environment() const;
    //! Sets the same environment for this process. Call before the first use of Qt Multimedia; never undone.
    void adopt() const;
    //! Returns a path below the server's folder, for files that should be removed with it.
    QString path(const QString &name) const { return m_folder->filePath(name); }

    //! Adds a null sink at 48 kHz. What is played there can be recorded from `name.monitor`.
    std::optional<Module> addSink(const QString &name, int channels = 1);
    //! Adds a mono sink that is one channel of a null sink: everything played into its channels shares one clock, to
    //! the sample.
    std::optional<Module> addChannelSink(const QString &name, const QString &sink, int channel);
    //! Adds a microphone that records what is played into a sink, or into one channel of it.
    std::optional<Module> addMicrophone(const QString &name, const QString &fromSink, int channel = 0);
    std::optional<Module> load(const QString &module, const QStringList &arguments);
    bool removeModule(Module module);
    bool setDefaultSink(const QString &name) { return pactl({QStringLiteral("set-default-sink"), name}).has_value(); }
    bool setDefaultSource(const QString &name)
    {
        return pactl({QStringLiteral("set-default-source"), name}).has_value();
    }

    //! Runs `pactl` and returns its output, in English.
    std::optional<QString> pactl(const QStringList &arguments);
    //! Starts a `paplay` that runs until everything has been played. nullptr if it cannot be started.
    std::unique_ptr<Background> play(const QString &wavFile, const QString &sink);
    //! Returns when the first samples have arrived; a monitor delivers them even in silence.
    std::unique_ptr<SoundRecording> record(const QString &source, const SoundFormat &format = {});

private:
    bool answers();

    std::unique_ptr<QTemporaryDir> m_folder;
    Background m_daemon;
    QString m_why;
    int m_recordings = 0;
};

} // namespace islet::test
