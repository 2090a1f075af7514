// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "pulseserver.h"

#include <QDir>
#include <QFile>
#include <QtCore/qtestsupport_core.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet::test {

namespace {

const auto advice = u"(on Debian: apt-get install pulseaudio pulseaudio-utils)"_s;

// The channels of our null sinks, in order.
const QStringList channelNames{u"front-left"_s, u"front-right"_s, u"rear-left"_s, u"rear-right"_s};

//! Environment variables that select a server or its devices, or change how a program identifies itself.
const QStringList intruders{u"PULSE_SINK"_s,         u"PULSE_SOURCE"_s,      u"PULSE_PROP"_s,
                            u"PULSE_LATENCY_MSEC"_s, u"PULSE_CONFIG_PATH"_s, u"PIPEWIRE_REMOTE"_s};

QString description(const QString &kind, const QString &name)
{
    return u"%1_properties=device.description=%2"_s.arg(kind, name);
}

} // namespace

PulseServer::~PulseServer()
{
    stop();
}

bool PulseServer::start()
{
    stop();
    m_folder = std::make_unique<QTemporaryDir>();
    // Without this file a client would read the user's, and might start a daemon for the user when ours has ended.
    QFile configuration(path(u"client.conf"_s));
    if (!configuration.open(QIODevice::WriteOnly) || configuration.write("autospawn = no\n") < 0) {
        m_why = configuration.errorString();
        return false;
    }
    configuration.close();

    auto surroundings = environment();
    surroundings.insert(u"HOME"_s, m_folder->path());
    surroundings.insert(u"XDG_CONFIG_HOME"_s, m_folder->path());
    surroundings.insert(u"PULSE_STATE_PATH"_s, m_folder->path());
    surroundings.insert(u"PULSE_RUNTIME_PATH"_s, m_folder->path());
    for (const QString &bus : {u"DISPLAY"_s, u"DBUS_SESSION_BUS_ADDRESS"_s})
        surroundings.remove(bus);
    const QString protocol =
        u"module-native-protocol-unix socket=%1 auth-anonymous=1 auth-cookie-enabled=0"_s.arg(path(u"native"_s));
    const QStringList arguments{u"-n"_s,
                                u"--daemonize=no"_s,
                                u"--use-pid-file=no"_s,
                                u"--exit-idle-time=-1"_s,
                                u"--log-target=stderr"_s,
                                u"--load=%1"_s.arg(protocol)};
    if (!m_daemon.start({u"pulseaudio"_s, arguments, surroundings, {}, path(u"errors"_s)})) {
        m_why = m_daemon.why() + u' ' + advice;
        return false;
    }
    constexpr int patience = 20'000; // ms
    if (QTest::qWaitFor([this] { return answers() || !m_daemon.isRunning(); }, patience) && m_daemon.isRunning())
        return true;
    m_why = u"PulseAudio does not answer: %1 %2"_s.arg(m_why, m_daemon.errors());
    stop();
    return false;
}

void PulseServer::stop()
{
    m_daemon.stop();
    m_folder.reset();
}

bool PulseServer::answers()
{
    // pactl fails at once if called too early.
    return QFile::exists(path(u"native"_s)) && pactl({u"info"_s}).has_value();
}

QProcessEnvironment PulseServer::environment() const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const QString &variable : intruders)
        environment.remove(variable);
    environment.insert(u"PULSE_SERVER"_s, u"unix:"_s + path(u"native"_s));
    environment.insert(u"PULSE_COOKIE"_s, path(u"cookie"_s));
    environment.insert(u"PULSE_CLIENTCONFIG"_s, path(u"client.conf"_s));
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder->path());
    return environment;
}

void PulseServer::adopt() const
{
    for (const QString &variable : intruders)
        qunsetenv(variable.toLatin1().constData());
    const auto ours = environment();
    for (const QString &variable :
         {u"PULSE_SERVER"_s, u"PULSE_COOKIE"_s, u"PULSE_CLIENTCONFIG"_s, u"XDG_RUNTIME_DIR"_s})
        qputenv(variable.toLatin1().constData(), ours.value(variable).toLocal8Bit());
}

std::optional<PulseServer::Module> PulseServer::addSink(const QString &name, int channels)
{
    return load(u"module-null-sink"_s,
                {u"sink_name=%1"_s.arg(name), u"rate=48000"_s, u"channels=%1"_s.arg(channels),
                 u"channel_map=%1"_s.arg(channels == 1 ? u"mono"_s : channelNames.first(channels).join(u',')),
                 description(u"sink"_s, name)});
}

std::optional<PulseServer::Module> PulseServer::addChannelSink(const QString &name, const QString &sink, int channel)
{
    return load(u"module-remap-sink"_s,
                {u"sink_name=%1"_s.arg(name), u"master=%1"_s.arg(sink), u"channels=1"_s, u"channel_map=mono"_s,
                 u"master_channel_map=%1"_s.arg(channelNames.at(channel)), u"remix=no"_s,
                 description(u"sink"_s, name)});
}

std::optional<PulseServer::Module> PulseServer::addMicrophone(const QString &name, const QString &fromSink, int channel)
{
    const auto formats = pactl({u"list"_s, u"short"_s, u"sinks"_s});
    const bool isMono = formats && formats->contains(u"\t%1\tmodule-null-sink.c\ts16le 1ch"_s.arg(fromSink));
    return load(u"module-remap-source"_s,
                {u"source_name=%1"_s.arg(name), u"master=%1.monitor"_s.arg(fromSink), u"channels=1"_s,
                 u"channel_map=mono"_s, u"master_channel_map=%1"_s.arg(isMono ? u"mono"_s : channelNames.at(channel)),
                 u"remix=no"_s, description(u"source"_s, name)});
}

std::optional<PulseServer::Module> PulseServer::load(const QString &module, const QStringList &arguments)
{
    const auto answer = pactl(QStringList{u"load-module"_s, module} + arguments);
    if (!answer)
        return {};
    bool isNumber = false;
    const Module number = answer->trimmed().toUInt(&isNumber);
    if (!isNumber)
        m_why = u"%1: %2"_s.arg(module, *answer);
    return isNumber ? std::optional(number) : std::nullopt;
}

bool PulseServer::removeModule(Module module)
{
    return pactl({u"unload-module"_s, QString::number(module)}).has_value();
}

std::optional<QString> PulseServer::pactl(const QStringList &arguments)
{
    auto english = environment();
    english.insert(u"LC_ALL"_s, u"C"_s);
    QProcess process;
    process.setProcessEnvironment(english);
    process.start(u"pactl"_s, arguments);
    if (!process.waitForStarted()) {
        m_why = u"pactl does not start: %1 %2"_s.arg(process.errorString(), advice);
        return {};
    }
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        m_why =
            u"pactl %1: %2"_s.arg(arguments.join(u' '), QString::fromUtf8(process.readAllStandardError()).trimmed());
        return {};
    }
    return QString::fromUtf8(process.readAllStandardOutput());
}

std::unique_ptr<Background> PulseServer::play(const QString &wavFile, const QString &sink)
{
    auto player = std::make_unique<Background>();
    if (player->start({u"paplay"_s, {u"--device=%1"_s.arg(sink), wavFile}, environment(), {}, path(u"paplay"_s)}))
        return player;
    m_why = player->why() + u' ' + advice;
    return {};
}

std::unique_ptr<SoundRecording> PulseServer::record(const QString &source, const SoundFormat &format)
{
    auto recording = std::make_unique<SoundRecording>(format, path(u"recording%1"_s.arg(++m_recordings)));
    if (recording->start(source, environment()) && recording->waitForSize(1, 10s))
        return recording;
    m_why = u"Nothing is recorded from %1: %2"_s.arg(source, recording->why());
    return {};
}

} // namespace islet::test
