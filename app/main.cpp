// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/platform/desktopappearance.h"
#include "app/platform/heaptrim.h"
#include "app/platform/settingsfile.h"
#include "app/protocols.h"
#include "app/remote/handover.h"
#include "app/remote/remoteaddress.h"
#include "app/remote/remotecontrol.h"
#include "app/session/embeddedroom.h"
#include "app/window/mainwindow.h"
#include "app/window/screenshot.h"
#include "audio/system/soundmodule.h"
#include "comms/commsadapter.h"
#include "identity/activeidentity.h"
#include "identity/filestore.h"
#include "identity/keychainstore.h"
#ifdef ISLET_IS_MEASURED
#include "bench/window/frametimes.h"
#endif

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQuickStyle>
#include <QQuickWindow>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace islet;

namespace {

//! Their context.
class Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

struct Options {
    QString where; //!< empty: the embedded room
    QString link; //!< empty: none
    QString pictureFile;
    bool isEmbedded = false; //!< into the embedded room at once
};

Options readOptions()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("Stand in a Decentraland room with others."));
    parser.addPositionalArgument(
        u"where"_s,
        Words::tr(
            "Where to go, such as name.dcl.eth, https://realm.example.org or "
            "ws-room:ws://127.0.0.1:5004/rooms/lobby; without it, the window asks. A link (dcl-comms:...) is given "
            "to the window that is open, and asks first."),
        u"[where]"_s);
    parser.addOption({u"picture"_s,
                      Words::tr("Save a picture of the window to this file as soon as people are seen, and end."),
                      u"file"_s});
    parser.addOption({u"embedded"_s, Words::tr("Enter the room inside this program at once.")});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(*QCoreApplication::instance());
    const QString where = parser.positionalArguments().value(0);
    const bool isLink = where.startsWith(ConnectionString::linkScheme, Qt::CaseInsensitive);
    return {isLink ? QString() : where, isLink ? where : QString(), parser.value(u"picture"_s),
            parser.isSet(u"embedded"_s)};
}

//! Goes where the command line says, or asks about its link.
void begin(MainWindow &main, const Options &options)
{
    if (!options.link.isEmpty())
        main.entry().receiveDeepLink(options.link);
    else if (!options.where.isEmpty())
        main.entry().enter(options.where);
    else if (options.isEmbedded || !options.pictureFile.isEmpty())
        main.entry().enterEmbedded();
    else if (!main.memory().isWelcomed())
        main.memory().welcome();
}

//! Links of this window and those of later starts, and the talk key from elsewhere.
void addCommands(RemoteControl &remote, MainWindow &main, QQuickWindow &window)
{
    remote.add(u"ptt"_s, [&main](const QStringList &words) { return main.voice().remote(words); });
    remote.add(u"open"_s, [&main, &window](const QStringList &words) -> Expected<QString> {
        if (!main.entry().receiveDeepLink(words.mid(1).join(u' ')))
            return failure(ErrorCode::InvalidInput, main.entry().problem());
        window.show();
        window.raise();
        window.requestActivate();
        return u"asked"_s;
    });
}

} // namespace

int main(int argc, char *argv[])
{
    setMmapThreshold();
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(u"Islet"_s);
    QGuiApplication::setOrganizationName(u"Islet"_s);
    QGuiApplication::setDesktopFileName(u"org.islet.Islet"_s);
    QGuiApplication::setApplicationVersion(QStringLiteral(ISLET_VERSION));
    // Sharp at every size, as in other programs; distance fields take longer until they are there, and more memory.
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    QQuickStyle::setStyle(u"Basic"_s);
    Language language;
    const Options options = readOptions();
    if (!options.link.isEmpty() && forwardToRunningInstance(remoteAddress(), options.link))
        return 0;

    SettingsFile settingsFile(SettingsFile::usualPath());
    QSettings &settings = settingsFile.settings();
    language.keepIn(settings);
    KeychainStore keychain;
    FileStore files(FileStore::usualFolder());
    IdentityVault vault(settings, keychain, files);
    ActiveIdentity keeper(vault, Identity::guest());
    MyIdentities identities(vault, keeper);
    TransportFactory factory(allProtocols(), keeper.identity());
    CommsAdapter adapter;
    CommsSession session(factory, adapter, CommsSession::Retry::WhenLost);
    constexpr int residents = 6;
    EmbeddedRoom embedded(allProtocols(), residents);
    RecentPlaces places(settings);
    MainWindow main(
        identities, factory, adapter, session, places, [&embedded] { return embedded.open(); }, settings, language,
        &makeSoundSystem);
    main.setNotice(settingsFile.problem());
    main.chatHistory().keepIn(ChatHistory::usualFolder());
    QQuickWindow *window = main.show();
    if (!window)
        return 1;
#ifdef ISLET_IS_MEASURED
    reportFrameTimes(*window);
#endif
    // The first frame waits for nothing that the desktop may have to say about it.
    const std::unique_ptr<DesktopAppearance> look = makeDesktopAppearance();
    QObject::connect(
        window, &QQuickWindow::frameSwapped, &main.appearance(), [&] { main.appearance().follow(*look); },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    const std::unique_ptr<Notifier> notes = makeNotifier();
    if (notes)
        main.notes().sendBy(*notes);
    trimHeapAfterStartup(*window);

    RemoteControl remote;
    addCommands(remote, main, *window);
    // Without it all else works; of several windows the first has it.
    static_cast<void>(remote.listen(remoteAddress()));

    // The window first, until it is seen, then who I am, which a keychain may take its time to say, and then the room.
    main.whenComplete([&] {
#ifdef ISLET_IS_MEASURED
        reportComplete(*window);
#endif
        identities.start([&main, &options] {
            if (main.entry().place().isEmpty())
                begin(main, options);
            else
                main.entry().tryAgain(); // somebody was quicker than the keychain: there, as who they are
        });
    });
    const auto picture =
        options.pictureFile.isEmpty() ? nullptr : std::make_unique<Screenshot>(main, *window, options.pictureFile);
    const int status = QGuiApplication::exec();
    session.leave();
    // A sound device that never answered keeps its thread, and the libraries' own ending would wait for it for ever.
    if (main.voice().pipeline().hasAbandoned())
        std::_Exit(status);
    return status;
}
