// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/platform/desktopappearance.h"
#include "app/platform/heaptrim.h"
#include "app/platform/settingsfile.h"
#include "app/protocols.h"
#include "app/remote/remoteclient.h"
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

//! Translation context.
class Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

struct Options {
    QString where; //!< empty: none
    QString link; //!< empty: none
    QString screenshotFile;
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

//! Joins the room given on the command line, or asks about its deep link.
void openFirstRoom(MainWindow &main, const Options &options)
{
    if (!options.link.isEmpty())
        main.entry().receiveDeepLink(options.link);
    else if (!options.where.isEmpty())
        main.entry().enter(options.where);
    else if (options.isEmbedded || !options.screenshotFile.isEmpty())
        main.entry().enterEmbedded();
    else if (!main.memory().isWelcomed())
        main.memory().welcome();
}

//! Handles deep links passed on by later starts, and the push-to-talk key from other programs.
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
    // Native rendering is sharp at every size. Distance fields take longer to generate and use more memory.
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
    ActiveIdentity activeIdentity(vault, Identity::guest());
    MyIdentities identities(vault, activeIdentity);
    TransportFactory factory(allProtocols(), activeIdentity.identity());
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
    // Follows the desktop only after the first frame, so as not to delay it.
    const std::unique_ptr<DesktopAppearance> desktopAppearance = makeDesktopAppearance();
    QObject::connect(
        window, &QQuickWindow::frameSwapped, &main.appearance(), [&] { main.appearance().follow(*desktopAppearance); },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    const std::unique_ptr<Notifier> notifier = makeNotifier();
    if (notifier)
        main.notes().sendBy(*notifier);
    trimHeapAfterStartup(*window);

    RemoteControl remote;
    addCommands(remote, main, *window);
    // A failure is harmless; of several windows the first one listens.
    static_cast<void>(remote.listen(remoteAddress()));

    // First the window, then the identity, for which a keychain may take its time, and then the room.
    main.whenComplete([&] {
#ifdef ISLET_IS_MEASURED
        reportComplete(*window);
#endif
        identities.start([&main, &options] {
            if (main.entry().place().isEmpty())
                openFirstRoom(main, options);
            else
                main.entry().tryAgain(); // joined before the keychain answered: rejoin as this identity
        });
    });
    const auto screenshot = options.screenshotFile.isEmpty()
        ? nullptr
        : std::make_unique<Screenshot>(main, *window, options.screenshotFile);
    const int status = QGuiApplication::exec();
    session.leave();
    // An audio thread abandoned in a hung device would make the libraries' exit handlers wait forever.
    if (main.voice().pipeline().hasAbandoned())
        std::_Exit(status);
    return status;
}
