// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ownhome.h"
#include "tests/support/pulseserver.h"
#include "tests/support/screen.h"

#include <QDir>
#include <QGuiApplication>
#include <QSettings>
#include <QTest>

#include <cstdio>
#include <optional>

using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxFileSize = 200'000; // bytes
constexpr int chatDelay = 12'000; // ms; until the simulated peers have chatted
constexpr int patience = 20'000; // ms

//! One picture: the arguments of the program and the input that its window gets.
struct Shot {
    QString name;
    QString scheme;
    QStringList arguments;
    QStringList keys; //!< pressed one after the other; xdotool key names
    std::optional<QPoint> click = std::nullopt; //!< after the keys
    bool isWelcomed = true;
};

QList<Shot> shots()
{
    const QString room = u"--embedded"_s;
    const QString dozens = u"simulator:?peers=24&seed=5&walk=wander&talk=3&chat=40&spread=26"_s;
    const QString many = u"simulator:?peers=2000&seed=7&walk=crowd&talk=6&chat=30"_s;
    const QPoint firstCard(1254, 114);
    return {
        {u"room"_s, u"Light"_s, {room}, {}},
        {u"night"_s, u"Dark"_s, {dozens}, {}},
        {u"contrast"_s, u"HighContrast"_s, {room}, {}},
        {u"first-start"_s, u"Light"_s, {}, {}, std::nullopt, false},
        {u"settings"_s, u"Light"_s, {room}, {u"ctrl+comma"_s, u"Down"_s, u"Down"_s}},
        {u"palette"_s, u"Dark"_s, {room}, {u"ctrl+k"_s, u"s"_s}},
        {u"person"_s, u"Light"_s, {room}, {}, firstCard},
        {u"crowd"_s, u"Light"_s, {many}, {u"f"_s}},
    };
}

//! Starts the program on a virtual screen and takes pictures of its window.
class Photographer {
public:
    bool start() { return m_screen.start() && m_sound.start() && m_sound.addSink(u"speakers"_s) && addMicrophone(); }
    QString why() const { return m_screen.why() + m_sound.why(); }

    bool take(const Shot &shot, const QString &folder)
    {
        QProcess islet;
        islet.setProcessEnvironment(environmentFor(shot));
        islet.setProcessChannelMode(QProcess::ForwardedChannels);
        islet.start(QStringLiteral(ISLET_BIN "/islet"), shot.arguments);
        const bool isTaken =
            islet.waitForStarted() && waitForWindow() && interact(shot) && save(folder + shot.name + u".png"_s);
        islet.terminate();
        if (!islet.waitForFinished(patience))
            islet.kill();
        islet.waitForFinished();
        return isTaken;
    }

private:
    bool addMicrophone()
    {
        return m_sound.addMicrophone(u"microphone"_s, u"speakers"_s) && m_sound.setDefaultSink(u"speakers"_s)
            && m_sound.setDefaultSource(u"microphone"_s)
            && m_sound.load(u"module-sine"_s, {u"sink=speakers"_s, u"frequency=300"_s}); // a tone for the microphone
    }
    QProcessEnvironment environmentFor(const Shot &shot)
    {
        const QDir home(m_sound.path(shot.name));
        home.mkpath(u"Islet"_s);
        QFile::setPermissions(home.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QSettings settings(home.filePath(u"Islet/Islet.conf"_s), QSettings::NativeFormat);
        settings.setValue(u"look/scheme"_s, shot.scheme);
        settings.setValue(u"window/welcomed"_s, shot.isWelcomed);
        settings.setValue(u"voice/checked"_s, true);
        settings.sync();
        QProcessEnvironment environment = m_screen.environment();
        const QProcessEnvironment sound = m_sound.environment();
        for (const QString &key : sound.keys()) {
            if (key.startsWith(u"PULSE"_s))
                environment.insert(key, sound.value(key));
        }
        giveOwnHome(environment, home.path());
        environment.insert(u"XDG_RUNTIME_DIR"_s, home.path());
        environment.insert(u"QT_QUICK_BACKEND"_s, u"software"_s);
        environment.insert(u"LANG"_s, u"C.UTF-8"_s);
        return environment;
    }
    //! Waits until the window covers the black root of the screen.
    bool waitForWindow()
    {
        const QRgb black = qRgb(0, 0, 0);
        const QRect corner(0, 0, 320, 200);
        return QTest::qWaitFor(
            [&] { return countPixels(m_screen.picture(), corner, black) < corner.width() * corner.height() - 500; },
            patience);
    }
    bool interact(const Shot &shot)
    {
        QTest::qWait(shot.isWelcomed ? chatDelay : 2'000);
        // Without a window manager a window gets focus only by a click. A click on my own avatar does nothing else.
        if ((!shot.keys.isEmpty() || shot.click) && !m_screen.click({478, 382}))
            return false;
        for (const QString &key : shot.keys) {
            QTest::qWait(500);
            if (!m_screen.press(key))
                return false;
        }
        if (shot.click && !m_screen.click(*shot.click))
            return false;
        if (!m_screen.act({u"mousemove"_s, u"640"_s, u"799"_s})) // no tooltip
            return false;
        QTest::qWait(1'500);
        return true;
    }
    bool save(const QString &file)
    {
        QProcess squeeze;
        m_screen.picture().save(file, "png", 0);
        squeeze.start(u"convert"_s, {file, u"-strip"_s, u"-define"_s, u"png:compression-level=9"_s, file});
        return squeeze.waitForFinished() && squeeze.exitCode() == 0 && QFileInfo(file).size() < maxFileSize;
    }

    Screen m_screen;
    PulseServer m_sound;
};

} // namespace

//! Takes the pictures of docs/pictures. Usage: takepictures FOLDER [NAME...]
int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    const QStringList arguments = QGuiApplication::arguments().mid(1);
    if (arguments.isEmpty() || !QDir().mkpath(arguments.front())) {
        std::fputs("takepictures FOLDER [NAME...]: name the output folder.\n", stderr);
        return 2;
    }
    Photographer photographer;
    if (!photographer.start()) {
        std::fputs(qPrintable(photographer.why() + u'\n'), stderr);
        return 1;
    }
    const QStringList wanted = arguments.mid(1);
    for (const Shot &shot : shots()) {
        if (!wanted.isEmpty() && !wanted.contains(shot.name))
            continue;
        if (!photographer.take(shot, arguments.front() + u'/')) {
            std::fputs(qPrintable(u"No picture of %1: the window did not open, or the file exceeds 200 kB.\n"_s.arg(
                           shot.name)),
                       stderr);
            return 1;
        }
        std::fputs(qPrintable(shot.name + u".png\n"_s), stdout);
        std::fflush(stdout);
    }
    return 0;
}
