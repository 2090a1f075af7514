// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/mainwindow.h"

#include "app/look/personlook.h"
#include "app/look/renewwords.h"
#include "app/map/mapitem.h"
#include "app/platform/firstframe.h"

#include <QCoreApplication>
#include <QQmlComponent>
#include <QQmlIncubator>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

void report(const QList<QQmlError> &errors)
{
    for (const QQmlError &error : errors)
        std::fputs(qPrintable(error.toString() + u'\n'), stderr);
}

} // namespace

//! Loads MainView, everything around the map, as the second step after the window with the map. It is compiled on the
//! engine's thread while the first frame is drawn, then created piece by piece, so that the window appears early and
//! stays responsive.
class MainWindow::ViewLoader : QQmlIncubator {
public:
    explicit ViewLoader(MainWindow &window)
        : QQmlIncubator(Asynchronous)
        , m_window(window)
        , m_component(&window.m_engine, QUrl(u"qrc:/qt/qml/Islet/Ui/MainView.qml"_s), QQmlComponent::Asynchronous)
    { }

    void load()
    {
        if (m_component.isLoading()) {
            QObject::connect(&m_component, &QQmlComponent::statusChanged, &m_component, [this] { load(); });
            return;
        }
        if (m_component.isError()) {
            fail(m_component.errors());
            return;
        }
        QVariantMap properties = m_window.properties();
        properties.remove(u"peerScene"_s);
        properties.insert(u"map"_s, m_window.m_window->property("map"));
        properties.insert(u"notice"_s, m_window.m_notice);
        properties.insert(u"parent"_s,
                          m_window.m_window->property("contentItem")); // popups return the keyboard focus to it
        properties.insert(u"visible"_s, false); // until complete
        setInitialProperties(properties);
        m_component.create(*this);
    }

private:
    void statusChanged(Status status) override
    {
        if (status == Ready)
            m_window.complete(*object());
        else if (status == Error)
            fail(errors());
    }
    static void fail(const QList<QQmlError> &errors)
    {
        report(errors);
        QCoreApplication::exit(1);
    }

    MainWindow &m_window;
    QQmlComponent m_component;
};

MainWindow::~MainWindow() = default;

// The order of construction matters: members refer to earlier ones, and a signal reaches its receivers in the order in
// which they connected. m_directory connects to the adapter first, so that a peer is known before a model handles its
// messages. Destruction reverses the order: the window and the engine end before the models that QML uses.
MainWindow::MainWindow(MyIdentities &identities, TransportFactory &factory, CommsAdapter &adapter,
                       CommsSession &session, RecentPlaces &places, RoomConnection::EmbeddedPlace embedded,
                       QSettings &settings, Language &language, AudioPipeline::MakeSoundSystem sound)
    : m_identities(identities)
    , m_language(language)
    , m_directory(adapter)
    , m_reporter(adapter)
    , m_pinger(adapter, identities.identity().address())
    , m_profiles(adapter, identities.identity().address(), MyProfile::read(settings))
    , m_myProfile(m_profiles, identities.identity().address(), settings)
    , m_avatar(m_reporter)
    , m_voice(adapter, session, m_directory, m_reporter, settings, std::move(sound))
    , m_peerScene(m_directory)
    , m_people({adapter, m_directory, m_avatar, m_voice.people(), m_profiles, m_pinger},
               identities.identity().address(), settings)
    , m_chatHistory(settings)
    , m_chat(adapter, identities.identity().address(), m_profiles, m_chatHistory)
    , m_cues({adapter, m_directory, m_chat, m_voice}, settings)
    , m_completion(m_directory, m_profiles)
    , m_connection(session, factory, identities.identity().address(), places, std::move(embedded))
    , m_roomNotes(session, m_chat, [this] { return m_connection.placeName(); })
    , m_handshake(session)
    , m_realms(settings)
    , m_tiles(settings, QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/tiles"_s)
    , m_windowState(settings)
    , m_appearance(settings)
    , m_notifications(settings)
{
    m_peerScene.setProfiles(m_profiles);
    const auto setChatOwner = [this] {
        m_chatHistory.setOwner(m_identities.identity().address(), m_identities.current() < 0);
    };
    setChatOwner();
    QObject::connect(&m_identities, &MyIdentities::changed, &m_chat, setChatOwner);
    connectPeople();
    connectSession(session);
    QObject::connect(&m_identities, &MyIdentities::identityChanged, &m_chat,
                     [this] { switchIdentity(m_identities.identity().address()); });
    QObject::connect(&m_voice.people(), &PeerAudioSettings::talkingChanged, &m_peerScene,
                     [this] { m_peerScene.setTalking(m_voice.people().talking()); });
    QObject::connect(&m_language, &Language::changed, &m_engine, [this] { retranslate(); });
    m_engine.setNetworkAccessManagerFactory(&m_network);
    // Before Qt 6.5 the engine does not search this path by default.
    m_engine.addImportPath(u"qrc:/qt/qml"_s);
}

//! Chat, emotes and blocked people each concern several models.
void MainWindow::connectPeople()
{
    IgnoredPeople &ignored = *m_people.ignored();
    m_chat.setIgnored([&ignored](const Address &person) { return ignored.isIgnored(person); });
    QObject::connect(&ignored, &IgnoredPeople::changed, &m_chat, &ChatModel::renewIgnored);
    m_peerScene.setIgnored([&ignored](const Address &person) { return ignored.isIgnored(person); });
    QObject::connect(&ignored, &IgnoredPeople::changed, &m_peerScene, &PeerScene::renew);
    QObject::connect(&m_chat, &ChatModel::ignoreWanted, &ignored,
                     [&ignored](const Address &person) { ignored.setIgnored(person, !ignored.isIgnored(person)); });
    const auto isMe = [this](const Address &author) { return author == m_identities.identity().address(); };
    QObject::connect(&m_chat, &ChatModel::lineSaid, &m_peerScene,
                     [this, isMe](const Address &author, const QString &text) {
                         if (isMe(author))
                             m_peerScene.showMyLine(text);
                         else
                             m_peerScene.showLine(author, text);
                     });
    QObject::connect(&m_chat, &ChatModel::lineSaid, &m_notifications,
                     [this, isMe](const Address &author, const QString &text) {
                         if (!isMe(author))
                             m_notifications.tell(nameOf(author, m_profiles.find(author)), text);
                     });
    QObject::connect(m_people.emotes(), &EmoteFeed::shown, &m_peerScene, &PeerScene::showEmote);
    QObject::connect(m_people.emotes(), &EmoteFeed::played, &m_peerScene, &PeerScene::showMyEmote);
}

QVariantMap MainWindow::properties()
{
    // One per line.
    // clang-format off
    return {
        {u"entry"_s, QVariant::fromValue(&m_connection)},
        {u"avatar"_s, QVariant::fromValue(&m_avatar)},
        {u"peerScene"_s, QVariant::fromValue(&m_peerScene)},
        {u"people"_s, QVariant::fromValue(&m_people)},
        {u"chat"_s, QVariant::fromValue(&m_chat)},
        {u"completion"_s, QVariant::fromValue(&m_completion)},
        {u"voice"_s, QVariant::fromValue(&m_voice)},
        {u"cues"_s, QVariant::fromValue(&m_cues)},
        {u"identities"_s, QVariant::fromValue(&m_identities)},
        {u"profile"_s, QVariant::fromValue(&m_myProfile)},
        {u"handshake"_s, QVariant::fromValue(&m_handshake)},
        {u"tiles"_s, QVariant::fromValue(&m_tiles)},
        {u"realms"_s, QVariant::fromValue(&m_realms)},
        {u"memory"_s, QVariant::fromValue(&m_windowState)},
        {u"appearance"_s, QVariant::fromValue(&m_appearance)},
        {u"language"_s, QVariant::fromValue(&m_language)},
        {u"notes"_s, QVariant::fromValue(&m_notifications)},
    };
    // clang-format on
}

void MainWindow::connectSession(CommsSession &session)
{
    QObject::connect(&session, &CommsSession::joined, &m_chat, [this] { m_chat.setPlace(m_connection.place()); });
    QObject::connect(&session, &CommsSession::stateChanged, &m_chat,
                     [this, &session] { m_chat.setReconnecting(session.isReconnecting()); });
}

void MainWindow::switchIdentity(const Address &me)
{
    m_connection.leave(); // an identity cannot change within a room
    m_pinger.setOwnAddress(me);
    m_profiles.setSelf(me);
    m_myProfile.setMe(me);
    m_people.setMe(me);
    m_chat.setMe(me);
    m_connection.setMe(me);
}

void MainWindow::retranslate()
{
    m_engine.retranslate();
    const QVariantMap all = properties();
    for (const QVariant &one : all) {
        if (auto *object = one.value<QObject *>(); object != &m_language) // it emitted changed() itself
            islet::retranslate(*object);
    }
    const auto maps = m_window ? m_window->findChildren<MapItem *>() : QList<MapItem *>();
    for (MapItem *map : maps)
        map->setHearing(map->hearing()); // the rings have translated labels
}

QQuickWindow *MainWindow::show()
{
    // Two steps: Main.qml is only the window and the map, for an early first frame; ViewLoader adds the rest after it.
    const QVariantMap all = properties();
    QVariantMap first;
    for (const auto &name :
         {u"appearance"_s, u"chat"_s, u"peerScene"_s, u"entry"_s, u"memory"_s, u"tiles"_s, u"voice"_s, u"avatar"_s})
        first.insert(name, all.value(name));
    QQmlComponent main(&m_engine, QUrl(u"qrc:/qt/qml/Islet/Ui/Main.qml"_s));
    auto object = std::unique_ptr<QObject>(main.createWithInitialProperties(first));
    report(main.errors());
    if (!qobject_cast<QQuickWindow *>(object.get()))
        return nullptr;
    m_window.reset(static_cast<QQuickWindow *>(object.release()));
    m_viewLoader = std::make_unique<ViewLoader>(*this);
    m_voice.watch(m_window.get(),
                  [](const QQuickItem &item) { return qobject_cast<const MapItem *>(&item) != nullptr; });
    m_windowState.watch(*m_window);
    m_notifications.watch(*m_window);
    afterFirstFrame(*m_window, [this] { m_viewLoader->load(); });
    return m_window.get();
}

void MainWindow::complete(QObject &mainView)
{
    mainView.setParent(m_window.get());
    m_mainView.reset(qobject_cast<QQuickItem *>(&mainView));
    m_mainView->setVisible(true);
    m_tiles.start();
    if (m_whenComplete)
        std::exchange(m_whenComplete, {})();
}

void MainWindow::whenComplete(std::function<void()> what)
{
    if (isComplete())
        what();
    else
        m_whenComplete = std::move(what);
}

} // namespace islet
