// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sessionbus.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QtCore/qtestsupport_core.h>

using namespace Qt::StringLiterals;

namespace islet::test {

namespace {

constexpr int patience = 30'000; // ms

// Only our socket and no service files: the bus starts nothing on demand.
constexpr auto configuration = R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=%1</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
)"_L1;

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

SessionBus::~SessionBus()
{
    stopKeyring();
    stopBus();
}

QString SessionBus::missing()
{
#ifdef Q_OS_LINUX
    for (const QString &program : {u"dbus-daemon"_s, u"dbus-send"_s, u"gnome-keyring-daemon"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            return u"%1 is missing (on Debian: apt-get install dbus-daemon gnome-keyring)"_s.arg(program);
    }
    return {};
#else
    return u"this keychain is one of Linux"_s;
#endif
}

bool SessionBus::moveIn()
{
    m_home = std::make_unique<QTemporaryDir>();
    const QString home = m_home->path();
    for (const auto &[variable, folder] :
         {std::pair("HOME", u"/home"_s), std::pair("XDG_DATA_HOME", u"/data"_s),
          std::pair("XDG_CONFIG_HOME", u"/config"_s), std::pair("XDG_CACHE_HOME", u"/cache"_s),
          std::pair("XDG_RUNTIME_DIR", u"/run"_s)}) {
        if (!QDir().mkdir(home + folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
            return false;
        qputenv(variable, QFile::encodeName(home + folder));
    }
    for (const char *variable : {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL"})
        qunsetenv(variable);
    return true;
}

bool SessionBus::startBus()
{
    const QString socket = path(u"bus"_s);
    if (!write(path(u"bus.conf"_s), QString(configuration).arg(socket).toUtf8())
        || !m_bus.start({u"dbus-daemon"_s,
                         {u"--nofork"_s, u"--nopidfile"_s, u"--config-file="_s + path(u"bus.conf"_s)},
                         QProcessEnvironment::systemEnvironment(),
                         {},
                         path(u"bus.errors"_s)})) {
        m_why = m_bus.why();
        return false;
    }
    pointTo(socket);
    if (QTest::qWaitFor([this] { return has(u"org.freedesktop.DBus"_s); }, patience))
        return true;
    m_why = u"dbus-daemon does not answer: "_s + m_bus.errors();
    return false;
}

bool SessionBus::startKeyring(bool isUnlocked)
{
    const QString password = path(u"password"_s);
    QStringList arguments{u"--foreground"_s, u"--components=secrets"_s};
    if (isUnlocked)
        arguments.append(u"--unlock"_s);
    if (!write(password, "of the keyring")
        || !m_keyring.start({u"gnome-keyring-daemon"_s,
                             arguments,
                             QProcessEnvironment::systemEnvironment(),
                             {},
                             path(u"keyring.errors"_s),
                             password})) {
        m_why = m_keyring.why();
        return false;
    }
    if (QTest::qWaitFor([this] { return has(u"org.freedesktop.secrets"_s); }, patience))
        return true;
    m_why = u"gnome-keyring-daemon does not come: "_s + m_keyring.errors();
    return false;
}

void SessionBus::stopKeyring()
{
    m_keyring.stop();
}

void SessionBus::stopBus()
{
    m_bus.stop();
}

void SessionBus::pointTo(const QString &socket) const
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + QFile::encodeName(socket));
}

bool SessionBus::has(const QString &name) const
{
    QProcess question;
    question.start(u"dbus-send"_s,
                   {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.DBus"_s, u"/"_s,
                    u"org.freedesktop.DBus.NameHasOwner"_s, u"string:"_s + name});
    return question.waitForFinished() && question.readAllStandardOutput().contains("boolean true");
}

} // namespace islet::test
