// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "mainwindow.h"

#include "firstframe.h"
#include "look/renewwords.h"
#include "map/mapitem.h"
#include "people/personlook.h"

#include <QQmlComponent>
#include <QQuickWindow>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace islet {

MainWindow::MainWindow(MyIdentities &identities, TransportFactory &factory, CommsAdapter &adapter,
                       CommsSession &session, Places &places, RoomEntry::EmbeddedPlace embedded, QSettings &settings,
                       Language &language, AudioPipeline::MakeSoundSystem sound)
    : m_identities(identities)
    , m_language(language)
    , m_directory(adapter)
    , m_reporter(adapter)
    , m_pinger(adapter, identities.identity().address())
    , m_profiles(adapter, identities.identity().address(), MyProfile::read(settings))
    , m_myProfile(m_profiles, identities.identity().address(), settings)
    , m_walker(m_reporter)
    , m_voice(adapter, session, m_directory, m_reporter, settings, std::move(sound))
    , m_crowd(m_directory)
    , m_people({adapter, m_directory, m_walker, m_voice.people(), m_profiles, m_pinger},
               identities.identity().address(), settings)
    , m_chatHistory(settings)
    , m_chat(adapter, identities.identity().address(), m_profiles, m_chatHistory)
    , m_cues({adapter, m_directory, m_chat, m_voice}, settings)
    , m_completion(m_directory, m_profiles)
    , m_entry(session, factory, identities.identity().address(), places, std::move(embedded))
    , m_roomNotes(session, m_chat, [this] { return m_entry.placeName(); })
    , m_handshake(session)
    , m_realms(settings)
    , m_tiles(settings, QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/tiles"_s)
    , m_memory(settings)
    , m_appearance(settings)
    , m_notes(settings)
{
    m_crowd.setProfiles(m_profiles);
    const auto ownChat = [this] {
        m_chatHistory.setOwner(m_identities.identity().address(), m_identities.current() < 0);
    };
    ownChat();
    QObject::connect(&m_identities, &MyIdentities::changed, &m_chat, ownChat);
    connectPeople();
    connectSession(session);
    QObject::connect(&m_identities, &MyIdentities::becameAnother, &m_chat,
                     [this] { becomeAnother(m_identities.identity().address()); });
    QObject::connect(&m_walker, &Walker::moved, &m_voice, [this] { m_voice.setListener(m_walker.placement()); });
    m_voice.setListener(m_walker.placement());
    QObject::connect(&m_voice.people(), &VoicePeople::talkingChanged, &m_crowd,
                     [this] { m_crowd.setTalking(m_voice.people().talking()); });
    QObject::connect(&m_language, &Language::changed, &m_engine, [this] { speakAnew(); });
    m_engine.setNetworkAccessManagerFactory(&m_network);
    // Before Qt 6.5 the engine does not look here by itself.
    m_engine.addImportPath(u"qrc:/qt/qml"_s);
}

//! What people say and play is seen in more than one place, and so is who is ignored.
void MainWindow::connectPeople()
{
    IgnoredPeople &ignored = *m_people.ignored();
    m_chat.setIgnored([&ignored](const Address &person) { return ignored.isIgnored(person); });
    QObject::connect(&ignored, &IgnoredPeople::changed, &m_chat, &ChatModel::renewIgnored);
    m_crowd.setIgnored([&ignored](const Address &person) { return ignored.isIgnored(person); });
    QObject::connect(&ignored, &IgnoredPeople::changed, &m_crowd, &Crowd::renew);
    QObject::connect(&m_chat, &ChatModel::ignoreWanted, &ignored,
                     [&ignored](const Address &person) { ignored.setIgnored(person, !ignored.isIgnored(person)); });
    QObject::connect(&m_chat, &ChatModel::lineSaid, &m_crowd, &Crowd::showLine);
    QObject::connect(&m_chat, &ChatModel::lineSaid, &m_notes, [this](const Address &author, const QString &text) {
        if (author != m_identities.identity().address())
            m_notes.tell(nameOf(author, m_profiles.find(author)), text);
    });
    QObject::connect(m_people.emotes(), &EmoteFeed::shown, &m_crowd, &Crowd::showEmote);
}

QVariantMap MainWindow::properties()
{
    // One to a line, whatever their number.
    // clang-format off
    return {
        {u"entry"_s, QVariant::fromValue(&m_entry)},
        {u"walker"_s, QVariant::fromValue(&m_walker)},
        {u"crowd"_s, QVariant::fromValue(&m_crowd)},
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
        {u"memory"_s, QVariant::fromValue(&m_memory)},
        {u"appearance"_s, QVariant::fromValue(&m_appearance)},
        {u"language"_s, QVariant::fromValue(&m_language)},
        {u"notes"_s, QVariant::fromValue(&m_notes)},
    };
    // clang-format on
}

void MainWindow::connectSession(CommsSession &session)
{
    QObject::connect(&session, &CommsSession::joined, &m_chat, [this] { m_chat.setPlace(m_entry.place()); });
    QObject::connect(&session, &CommsSession::stateChanged, &m_chat,
                     [this, &session] { m_chat.setReturning(session.isReturning()); });
}

void MainWindow::becomeAnother(const Address &me)
{
    m_entry.leave(); // one does not become somebody else within a room
    m_pinger.setOwnAddress(me);
    m_profiles.setSelf(me);
    m_myProfile.setMe(me);
    m_people.setMe(me);
    m_chat.setMe(me);
    m_entry.setMe(me);
}

void MainWindow::speakAnew()
{
    m_engine.retranslate();
    const QVariantMap all = properties();
    for (const QVariant &one : all) {
        if (auto *object = one.value<QObject *>(); object != &m_language) // which has just said so
            renewWords(*object);
    }
    const auto maps = m_window ? m_window->findChildren<MapItem *>() : QList<MapItem *>();
    for (MapItem *map : maps)
        map->setHearing(map->hearing()); // its rings have names
}

QQuickWindow *MainWindow::show()
{
    QQmlComponent main(&m_engine, QUrl(u"qrc:/qt/qml/Islet/Ui/Main.qml"_s));
    m_window.reset(main.createWithInitialProperties(properties()));
    for (const QQmlError &error : main.errors())
        std::fputs(qPrintable(error.toString() + u'\n'), stderr);
    auto *window = qobject_cast<QQuickWindow *>(m_window.get());
    if (!window)
        return nullptr;
    window->setProperty("notice", m_notice);
    m_voice.watch(window);
    m_memory.watch(*window);
    m_notes.watch(*window);
    afterFirstFrame(*window, [this] { m_tiles.start(); });
    return window;
}

} // namespace islet
