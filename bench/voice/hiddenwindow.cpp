// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "hiddenwindow.h"

#include "bench/support/child.h"

#include <QDir>
#include <QLocalSocket>
#include <QSettings>
#include <QtCore/qtestsupport_core.h>

using namespace Qt::StringLiterals;

namespace islet::bench {

bool HiddenWindow::start(Ground &ground, const Setting &setting)
{
    m_home = setting.home;
    const QDir home(m_home);
    home.mkpath(u"Islet"_s);
    QFile::setPermissions(home.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    {
        QSettings settings(home.filePath(u"Islet/Islet.conf"_s), QSettings::NativeFormat);
        settings.setValue(u"voice/microphone"_s, setting.microphone.toUtf8());
        settings.setValue(u"voice/loudspeaker"_s, setting.loudspeaker.toUtf8());
    }
    auto environment = ground.server().environment();
    for (const auto &folder : {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_RUNTIME_DIR"_s})
        environment.insert(folder, home.path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"QT_QUICK_BACKEND"_s, u"software"_s);
    for (auto variable = setting.environment.cbegin(); variable != setting.environment.cend(); ++variable)
        environment.insert(variable.key(), variable.value());
    const bool isStarted =
        m_process.start({neighbour(u"islet"_s), {setting.place}, environment, {}, home.filePath(u"errors"_s)});
    m_why = m_process.why();
    return isStarted;
}

bool HiddenWindow::sendCommand(const QByteArray &command)
{
    constexpr int timeout = 15'000; // ms; it refuses until it is in the room
    QByteArray answer;
    const auto isObeyed = [&] {
        QLocalSocket socket;
        socket.connectToServer(QDir(m_home).filePath(u"islet-remote"_s));
        if (!socket.waitForConnected(1'000))
            return false;
        socket.write(command + '\n');
        answer = socket.waitForReadyRead(1'000) ? socket.readLine() : QByteArray();
        return answer.startsWith("ok");
    };
    if (QTest::qWaitFor(isObeyed, timeout))
        return true;
    m_why = u"Islet does not accept the command: %1"_s.arg(QString::fromUtf8(answer));
    return false;
}

} // namespace islet::bench
