// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "audio/qtsoundsystem.h"
#include "comms/commsadapter.h"
#include "frametimes.h"
#include "identity/identity.h"
#include "mainwindow.h"
#include "picture.h"
#include "qa/embeddedroom.h"
#include "remote/remoteaddress.h"
#include "remote/remotecontrol.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQuickStyle>
#include <QQuickWindow>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace islet;

namespace {

struct Options {
    QString where; //!< empty: the embedded room
    QString pictureFile;
};

Options readOptions()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Stand in a Decentraland room with others."_s);
    parser.addPositionalArgument(u"where"_s,
                                 u"Where to go, such as ws-room:ws://127.0.0.1:5004/rooms/lobby; without it, "
                                 "the embedded room."_s,
                                 u"[where]"_s);
    parser.addOption(
        {u"picture"_s, u"Save a picture of the window to this file as soon as people are seen, and end."_s, u"file"_s});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(*QCoreApplication::instance());
    return {parser.positionalArguments().value(0), parser.value(u"picture"_s)};
}

} // namespace

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(u"Islet"_s);
    QGuiApplication::setOrganizationName(u"Islet"_s);
    QGuiApplication::setDesktopFileName(u"org.islet.Islet"_s);
    QGuiApplication::setApplicationVersion(QStringLiteral(ISLET_VERSION));
    QQuickStyle::setStyle(u"Basic"_s);
    const Options options = readOptions();

    const Identity identity = Identity::create(PrivateKey::generate());
    const TransportFactory factory(identity);
    CommsAdapter adapter;
    CommsSession session(factory, adapter, CommsSession::Retry::WhenLost);
    constexpr int residents = 6;
    EmbeddedRoom embedded(residents);
    QSettings settings;
    Places places(settings);
    MainWindow main(
        identity, adapter, session, places, [&embedded] { return embedded.open(); }, settings,
        [] { return std::make_unique<QtSoundSystem>(); });
    QQuickWindow *window = main.show();
    if (!window)
        return 1;
    reportFrameTimes(*window);

    RemoteControl remote;
    remote.add(u"ptt"_s, [&main](const QStringList &words) { return main.voice().remote(words); });
    // Without it all else works; of several windows the first has it.
    static_cast<void>(remote.listen(remoteAddress()));

    // The window first, the room then.
    QTimer::singleShot(0, &app, [&main, &options] {
        if (options.where.isEmpty())
            main.entry().enterEmbedded();
        else
            main.entry().enter(options.where);
    });
    const auto picture =
        options.pictureFile.isEmpty() ? nullptr : std::make_unique<Picture>(main, *window, options.pictureFile);
    const int status = QGuiApplication::exec();
    session.leave();
    // A sound device that never answered keeps its thread, and the libraries' own ending would wait for it for ever.
    if (main.voice().pipeline().hasAbandoned())
        std::_Exit(status);
    return status;
}
