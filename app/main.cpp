// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/platform/desktopappearance.h"
#include "app/platform/heaptrim.h"
#include "app/platform/settingsfile.h"
#include "app/protocols.h"
#include "app/remote/remoteclient.h"
#include "app/remote/remotecontrol.h"
#include "app/session/embeddedroom.h"
#include "app/window/appmodels.h"
#include "app/window/mainwindow.h"
#include "app/window/roommodels.h"
#include "app/window/screenshot.h"
#include "audio/system/soundmodule.h"
#include "identity/filestore.h"
#include "identity/keychainstore.h"
#ifdef ISLET_IS_MEASURED
#include "bench/window/frametimes.h"
#endif

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QStandardPaths>

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
    parser.setApplicationDescription(Words::tr("Join a Decentraland room and meet others."));
    parser.addPositionalArgument(
        u"where"_s,
        Words::tr(
            "Room to join, such as name.dcl.eth, https://realm.example.org or "
            "ws-room:ws://127.0.0.1:5004/rooms/lobby. Without it, you choose in the window. A link (dcl-comms:...) "
            "opens in the running window, if any, which asks before joining."),
        u"[where]"_s);
    parser.addOption({u"picture"_s,
                      Words::tr("Save a screenshot of the window to this file once people are visible, then quit."),
                      u"file"_s});
    parser.addOption({u"embedded"_s, Words::tr("Join the demo room at startup.")});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(*QCoreApplication::instance());
    const QString where = parser.positionalArguments().value(0);
    const bool isLink = where.startsWith(ConnectionString::linkScheme, Qt::CaseInsensitive);
    return {isLink ? QString() : where, isLink ? where : QString(), parser.value(u"picture"_s),
            parser.isSet(u"embedded"_s)};
}

//! Joins the room given on the command line, or asks about its deep link.
void openFirstRoom(RoomConnection &connection, WindowState &windowState, const Options &options)
{
    if (!options.link.isEmpty())
        connection.receiveDeepLink(options.link);
    else if (!options.where.isEmpty())
        connection.enter(options.where);
    else if (options.isEmbedded || !options.screenshotFile.isEmpty())
        connection.enterEmbedded();
    else if (!windowState.isWelcomed())
        windowState.welcome();
}

//! Handles deep links passed on by later starts, and the push-to-talk key from other programs.
void addCommands(RemoteControl &remote, RoomModels &room, QQuickWindow &window)
{
    remote.add(u"ptt"_s, [&room](const QStringList &words) { return room.voice()->remote(words); });
    remote.add(u"open"_s, [&room, &window](const QStringList &words) -> Expected<QString> {
        if (!room.connection()->receiveDeepLink(words.mid(1).join(u' ')))
            return failure(ErrorCode::InvalidInput, room.connection()->problem());
        window.show();
        window.raise();
        window.requestActivate();
        return u"asked"_s;
    });
}

//! The object graph, in the order in which each part needs those before it.
class Program {
public:
    explicit Program(Language &language)
        : m_language(language)
    {
        m_language.keepIn(m_settingsFile.settings());
        m_window.setNotice(m_settingsFile.problem());
        m_room.chat()->history()->keepIn(ChatHistory::usualFolder());
    }

    //! Returns the exit status.
    int run(const Options &options);
    //! An audio thread abandoned in a hung device would make the libraries' exit handlers wait forever.
    bool mustExitAtOnce() { return m_room.voice()->pipeline().hasAbandoned(); }

private:
    void followDesktop(QQuickWindow &window);
    void start(const Options &options);

    static constexpr int residents = 6;

    Language &m_language;
    SettingsFile m_settingsFile{SettingsFile::usualPath()};
    KeychainStore m_keychain;
    FileStore m_files{FileStore::usualFolder()};
    IdentityVault m_vault{m_settingsFile.settings(), m_keychain, m_files};
    ActiveIdentity m_activeIdentity{m_vault, Identity::guest()};
    AppModels m_app{{m_settingsFile.settings(), m_language, m_vault, m_activeIdentity, allProtocols(),
                     QStandardPaths::writableLocation(QStandardPaths::CacheLocation)}};
    Client m_client{allProtocols(),
                    m_activeIdentity.identity(),
                    {.retry = CommsSession::Retry::WhenLost, .profile = MyProfile::read(m_settingsFile.settings())}};
    EmbeddedRoom m_embedded{allProtocols(), residents};
    RoomModels m_room{{.client = m_client,
                       .identity = m_activeIdentity,
                       .settings = m_settingsFile.settings(),
                       .places = m_app.places(),
                       .notifications = *m_app.notifications(),
                       .language = m_language,
                       .embedded = [this] { return m_embedded.open(); },
                       .sound = &makeSoundSystem}};
    MainWindow m_window{m_room, m_app};
    std::unique_ptr<DesktopAppearance> m_appearance;
    std::unique_ptr<Notifier> m_notifier;
    RemoteControl m_remote;
};

//! Only after the first frame, so as not to delay it.
void Program::followDesktop(QQuickWindow &window)
{
    m_appearance = makeDesktopAppearance();
    QObject::connect(
        &window, &QQuickWindow::frameSwapped, m_app.appearance(), [this] { m_app.appearance()->follow(*m_appearance); },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    m_notifier = makeNotifier();
    if (m_notifier)
        m_app.notifications()->sendBy(*m_notifier);
}

void Program::start(const Options &options)
{
    m_app.identities()->start([this, &options] {
        RoomConnection &connection = *m_room.connection();
        if (connection.place().isEmpty())
            openFirstRoom(connection, *m_app.windowState(), options);
        else
            connection.tryAgain(); // joined before the keychain answered: rejoin as this identity
    });
}

int Program::run(const Options &options)
{
    QQuickWindow *window = m_window.show();
    if (!window)
        return 1;
#ifdef ISLET_IS_MEASURED
    reportFrameTimes(*window);
#endif
    followDesktop(*window);
    trimHeapAfterStartup(*window);
    addCommands(m_remote, m_room, *window);
    // A failure is harmless; of several windows the first one listens.
    static_cast<void>(m_remote.listen(remoteAddress()));

    // First the window, then the identity, for which a keychain may take its time, and then the room.
    m_window.whenComplete([&] {
#ifdef ISLET_IS_MEASURED
        reportComplete(*window);
#endif
        start(options);
    });
    const auto screenshot = options.screenshotFile.isEmpty()
        ? nullptr
        : std::make_unique<Screenshot>(m_room, *window, options.screenshotFile);
    const int status = QGuiApplication::exec();
    m_client.leave();
    return status;
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

    Program program(language);
    const int status = program.run(options);
    if (program.mustExitAtOnce())
        std::_Exit(status);
    return status;
}
