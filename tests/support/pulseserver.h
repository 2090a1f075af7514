// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "soundrecording.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace islet::test {

//! A PulseAudio daemon of our own: no hardware, no configuration of the user, no cookie, everything in a folder that
//! goes away with it. Any number may run at once, for any user.
class PulseServer {
public:
    //! A module that was loaded; removeModule() takes it.
    using Module = quint32;

    PulseServer() = default;
    ~PulseServer();
    PulseServer(const PulseServer &) = delete;
    PulseServer &operator=(const PulseServer &) = delete;

    //! Returns when it answers. False with why().
    bool start();
    void stop();
    bool isRunning() const { return m_daemon.isRunning(); }
    //! Why the last thing failed.
    QString why() const { return m_why; }

    //! For a program that is to hear and speak through this server alone.
    QProcessEnvironment environment() const;
    //! The same for this process; to be called before its first use of Qt Multimedia, and never undone.
    void adopt() const;
    //! A path below the server's own folder, for what should vanish with it.
    QString path(const QString &name) const { return m_folder->filePath(name); }

    //! A null sink at 48 kHz. What is played there can be recorded from `name.monitor`.
    std::optional<Module> addSink(const QString &name, int channels = 1);
    //! A mono sink that is one channel of a null sink: everything played into its channels shares one clock, to the
    //! sample.
    std::optional<Module> addChannelSink(const QString &name, const QString &sink, int channel);
    //! A microphone that hears what is played into a sink; of one with several channels, into this one.
    std::optional<Module> addMicrophone(const QString &name, const QString &fromSink, int channel = 0);
    std::optional<Module> load(const QString &module, const QStringList &arguments);
    bool removeModule(Module module);
    bool setDefaultSink(const QString &name) { return pactl({QStringLiteral("set-default-sink"), name}).has_value(); }
    bool setDefaultSource(const QString &name)
    {
        return pactl({QStringLiteral("set-default-source"), name}).has_value();
    }

    //! What `pactl` prints, in English.
    std::optional<QString> pactl(const QStringList &arguments);
    //! A `paplay` that runs until all was heard. Nothing when it cannot be started.
    std::unique_ptr<Background> play(const QString &wavFile, const QString &sink);
    //! Returns when the first samples have come, as they do from a monitor even in silence.
    std::unique_ptr<SoundRecording> record(const QString &source, const SoundFormat &format = {});

private:
    bool answers();

    std::unique_ptr<QTemporaryDir> m_folder;
    Background m_daemon;
    QString m_why;
    int m_recordings = 0;
};

} // namespace islet::test
