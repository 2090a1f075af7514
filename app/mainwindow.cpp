// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "mainwindow.h"

#include <QQuickWindow>

using namespace Qt::StringLiterals;

namespace islet {

MainWindow::MainWindow(MyIdentities &identities, TransportFactory &factory, CommsAdapter &adapter,
                       CommsSession &session, Places &places, RoomEntry::EmbeddedPlace embedded, QSettings &settings,
                       AudioPipeline::MakeSoundSystem sound)
    : m_identities(identities)
    , m_directory(adapter)
    , m_reporter(adapter)
    , m_pinger(adapter, identities.identity().address())
    , m_profiles(adapter, identities.identity().address(), MyProfile::read(settings))
    , m_myProfile(m_profiles, identities.identity().address(), settings)
    , m_walker(m_reporter)
    , m_voice(adapter, session, m_directory, m_reporter, settings, std::move(sound))
    , m_crowd(m_directory)
    , m_peers(m_directory, m_walker, m_voice.people(), m_profiles)
    , m_nearest(m_peers)
    , m_chat(adapter, identities.identity().address(), m_profiles)
    , m_entry(session, factory, identities.identity().address(), places, std::move(embedded))
    , m_handshake(session)
    , m_realms(settings)
{
    m_crowd.setProfiles(m_profiles);
    connectSession(session);
    QObject::connect(&m_identities, &MyIdentities::becameAnother, &m_chat,
                     [this] { becomeAnother(m_identities.identity().address()); });
    QObject::connect(&m_walker, &Walker::moved, &m_voice, [this] { m_voice.setListener(m_walker.placement()); });
    m_voice.setListener(m_walker.placement());
    QObject::connect(&m_voice.people(), &VoicePeople::talkingChanged, &m_crowd,
                     [this] { m_crowd.setTalking(m_voice.people().talking()); });
    QObject::connect(&adapter, &CommsAdapter::chatReceived, &m_crowd, &Crowd::showLine);
    m_engine.setNetworkAccessManagerFactory(&m_network);
    // Before Qt 6.5 the engine does not look here by itself.
    m_engine.addImportPath(u"qrc:/qt/qml"_s);
    m_engine.setInitialProperties({
        {u"entry"_s, QVariant::fromValue(&m_entry)},
        {u"walker"_s, QVariant::fromValue(&m_walker)},
        {u"crowd"_s, QVariant::fromValue(&m_crowd)},
        {u"people"_s, QVariant::fromValue(&m_nearest)},
        {u"everybody"_s, QVariant::fromValue(&m_peers)},
        {u"chat"_s, QVariant::fromValue(&m_chat)},
        {u"voice"_s, QVariant::fromValue(&m_voice)},
        {u"identities"_s, QVariant::fromValue(&m_identities)},
        {u"profile"_s, QVariant::fromValue(&m_myProfile)},
        {u"handshake"_s, QVariant::fromValue(&m_handshake)},
        {u"realms"_s, QVariant::fromValue(&m_realms)},
    });
}

void MainWindow::connectSession(CommsSession &session)
{
    QObject::connect(&session, &CommsSession::joined, &m_chat,
                     [this] { m_chat.addNote(ChatModel::tr("You came into %1").arg(m_entry.place())); });
    QObject::connect(&session, &CommsSession::stateChanged, &m_chat,
                     [this, &session] { m_chat.setReturning(session.isReturning()); });
    QObject::connect(&session, &CommsSession::stepCompleted, &m_chat, [this](const HandshakeStep &step) {
        if (step.kind == HandshakeStep::Kind::Moved)
            m_chat.addNote(step.detail);
    });
}

void MainWindow::becomeAnother(const Address &me)
{
    m_entry.leave(); // one does not become somebody else within a room
    m_pinger.setOwnAddress(me);
    m_profiles.setSelf(me);
    m_myProfile.setMe(me);
    m_chat.setMe(me);
    m_entry.setMe(me);
}

QQuickWindow *MainWindow::show()
{
    m_engine.load(QUrl(u"qrc:/qt/qml/Islet/Ui/Main.qml"_s));
    if (m_engine.rootObjects().isEmpty())
        return nullptr;
    auto *window = qobject_cast<QQuickWindow *>(m_engine.rootObjects().constFirst());
    m_voice.watch(window);
    return window;
}

} // namespace islet
