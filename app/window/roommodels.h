// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/chat/chatmodel.h"
#include "app/chat/namecompletion.h"
#include "app/chat/roomnotes.h"
#include "app/look/language.h"
#include "app/map/peerscene.h"
#include "app/me/avatarcontroller.h"
#include "app/me/myprofile.h"
#include "app/people/people.h"
#include "app/platform/desktopnotifications.h"
#include "app/session/handshakelog.h"
#include "app/session/roomconnection.h"
#include "app/voice/voicecontroller.h"
#include "app/window/soundcues.h"
#include "comms/client.h"
#include "identity/activeidentity.h"

namespace islet {

//! What the window shows about one person in a room, and the rules between these models. Several people in one process
//! have a Client and RoomModels each.
class RoomModels : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(islet::RoomConnection *connection READ connection CONSTANT)
    Q_PROPERTY(islet::AvatarController *avatar READ avatar CONSTANT)
    Q_PROPERTY(islet::PeerScene *peerScene READ peerScene CONSTANT)
    Q_PROPERTY(islet::People *people READ people CONSTANT)
    Q_PROPERTY(islet::ChatModel *chat READ chat CONSTANT)
    Q_PROPERTY(islet::NameCompletion *completion READ completion CONSTANT)
    Q_PROPERTY(islet::VoiceController *voice READ voice CONSTANT)
    Q_PROPERTY(islet::SoundCues *cues READ cues CONSTANT)
    Q_PROPERTY(islet::MyProfile *profile READ profile CONSTANT)
    Q_PROPERTY(islet::HandshakeLog *handshake READ handshake CONSTANT)

public:
    //! All references must outlive the models.
    struct Dependencies {
        Client &client;
        const ActiveIdentity &identity; //!< the client's
        QSettings &settings;
        RecentPlaces &places;
        DesktopNotifications &notifications;
        const Language &language;
        RoomConnection::EmbeddedPlace embedded;
        AudioPipeline::MakeSoundSystem sound;
        Clock keyClock = monotonicNow; //!< see VoiceController
        WallClock wallClock = &QDateTime::currentDateTimeUtc;
    };

    explicit RoomModels(Dependencies dependencies, QObject *parent = nullptr);
    ~RoomModels() override;

    RoomConnection *connection() { return &m_connection; }
    AvatarController *avatar() { return &m_avatar; }
    PeerScene *peerScene() { return &m_peerScene; }
    People *people() { return &m_people; }
    ChatModel *chat() { return &m_chat; }
    NameCompletion *completion() { return &m_completion; }
    VoiceController *voice() { return &m_voice; }
    SoundCues *cues() { return &m_cues; }
    MyProfile *profile() { return &m_profile; }
    HandshakeLog *handshake() { return &m_handshake; }

private:
    void connectIgnored();
    void connectChat(DesktopNotifications &notifications);
    void renewIdentity();
    void retranslate();
    void setChatOwner();

    Client &m_client;
    const ActiveIdentity &m_identity;
    MyProfile m_profile;
    AvatarController m_avatar;
    VoiceController m_voice;
    PeerScene m_peerScene;
    People m_people;
    ChatHistory m_chatHistory;
    ChatModel m_chat;
    SoundCues m_cues;
    NameCompletion m_completion;
    RoomConnection m_connection;
    RoomNotes m_roomNotes;
    HandshakeLog m_handshake;
};

} // namespace islet
