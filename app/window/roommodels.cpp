// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/roommodels.h"

#include "app/look/personlook.h"

namespace islet {

// The order of construction matters: members refer to earlier ones, and a signal reaches its receivers in the order in
// which they connected. Destruction reverses the order, so the context of a connection is, of the models that it uses,
// the one that ends first.
RoomModels::RoomModels(Dependencies dependencies, QObject *parent)
    : QObject(parent)
    , m_client(dependencies.client)
    , m_identity(dependencies.identity)
    , m_profile(m_client.profiles(), m_client.address(), dependencies.settings)
    , m_avatar(m_client.reporter(), m_client.clock())
    , m_voice(m_client.adapter(), m_client.session(), m_client.directory(), m_client.reporter(), dependencies.settings,
              std::move(dependencies.sound), std::move(dependencies.keyClock))
    , m_peerScene(m_client.directory(), m_client.clock())
    , m_people({m_client.adapter(), m_client.directory(), m_avatar, m_voice.people(), m_client.profiles(),
                m_client.pinger(), m_client.clock()},
               m_client.address(), dependencies.settings)
    , m_chatHistory(dependencies.settings)
    , m_chat(m_client.adapter(), m_client.address(), m_client.profiles(), m_chatHistory, m_client.clock(),
             std::move(dependencies.wallClock))
    , m_cues({m_client.adapter(), m_client.directory(), m_chat, m_voice, m_client.clock()}, dependencies.settings)
    , m_completion(m_client.directory(), m_client.profiles())
    , m_connection(m_client.session(), m_client.factory(), m_client.address(), dependencies.places,
                   std::move(dependencies.embedded))
    , m_roomNotes(m_client.session(), m_chat, [this] { return m_connection.placeName(); })
    , m_handshake(m_client.session(), m_client.clock())
{
    m_peerScene.setProfiles(m_client.profiles());
    connect(&m_voice.people(), &PeerAudioSettings::talkingChanged, &m_peerScene,
            [this] { m_peerScene.setTalking(m_voice.people().talking()); });
    connect(m_people.emotes(), &EmoteFeed::shown, &m_peerScene, &PeerScene::showEmote);
    connect(m_people.emotes(), &EmoteFeed::played, &m_peerScene, &PeerScene::showMyEmote);
    connectIgnored();
    connectChat(dependencies.notifications);
    connect(&m_identity, &ActiveIdentity::changed, &m_connection, [this] { renewIdentity(); });
    connect(&dependencies.language, &Language::changed, &m_handshake, [this] { retranslate(); });
    setChatOwner();
}

RoomModels::~RoomModels() = default;

//! A blocked person is neither read nor seen.
void RoomModels::connectIgnored()
{
    IgnoredPeople &ignored = *m_people.ignored();
    const auto isIgnored = [&ignored](const Address &person) { return ignored.isIgnored(person); };
    m_chat.setIgnored(isIgnored);
    m_peerScene.setIgnored(isIgnored);
    connect(&ignored, &IgnoredPeople::changed, &m_chat, &ChatModel::renewIgnored);
    connect(&ignored, &IgnoredPeople::changed, &m_peerScene, &PeerScene::renew);
    connect(&m_chat, &ChatModel::ignoreWanted, &ignored,
            [&ignored](const Address &person) { ignored.setIgnored(person, !ignored.isIgnored(person)); });
}

void RoomModels::connectChat(DesktopNotifications &notifications)
{
    CommsSession &session = m_client.session();
    connect(&session, &CommsSession::joined, &m_connection, [this] { m_chat.setPlace(m_connection.place()); });
    connect(&session, &CommsSession::stateChanged, &m_chat,
            [this, &session] { m_chat.setReconnecting(session.isReconnecting()); });
    connect(&m_chat, &ChatModel::lineSaid, &m_peerScene, [this](const Address &author, const QString &text) {
        if (author == m_client.address())
            m_peerScene.showMyLine(text);
        else
            m_peerScene.showLine(author, text);
    });
    connect(&m_chat, &ChatModel::lineSaid, &notifications,
            [this, &notifications](const Address &author, const QString &text) {
                if (author != m_client.address())
                    notifications.tell(nameOf(author, m_client.profiles().find(author)), text);
            });
}

void RoomModels::renewIdentity()
{
    m_client.renewIdentity(); // leaves: an identity cannot change within a room
    const Address &me = m_client.address();
    m_profile.setMe(me);
    m_people.setMe(me);
    m_chat.setMe(me);
    m_connection.setMe(me);
    setChatOwner();
}

void RoomModels::retranslate()
{
    m_profile.retranslate();
    m_voice.retranslate();
    m_peerScene.retranslate();
    m_people.retranslate();
    m_chat.retranslate();
    m_connection.retranslate();
    m_handshake.retranslate();
}

void RoomModels::setChatOwner()
{
    m_chatHistory.setOwner(m_client.address(), !m_identity.entry());
}

} // namespace islet
