// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "chat/chatmodel.h"
#include "chat/namecompletion.h"
#include "comms/pinger.h"
#include "comms/profileexchange.h"
#include "crowd.h"
#include "denyallnetwork.h"
#include "handshakelog.h"
#include "myidentities.h"
#include "myprofile.h"
#include "nearestfirst.h"
#include "peersmodel.h"
#include "realmlist.h"
#include "roomentry.h"
#include "voice/voicecontroller.h"
#include "walker.h"

#include <QQmlApplicationEngine>

class QQuickWindow;

namespace islet {

//! All that stands behind one window, and the window. The adapter, the session and the settings are the caller's.
class MainWindow {
public:
    MainWindow(MyIdentities &identities, TransportFactory &factory, CommsAdapter &adapter, CommsSession &session,
               Places &places, RoomEntry::EmbeddedPlace embedded, QSettings &settings,
               AudioPipeline::MakeSoundSystem sound);

    //! Loads the QML; nullptr, with the reasons on standard error, when it is broken.
    QQuickWindow *show();

    RoomEntry &entry() { return m_entry; }
    ChatModel &chat() { return m_chat; }
    ChatHistory &chatHistory() { return m_chatHistory; }
    PeersModel &peers() { return m_peers; }
    Crowd &crowd() { return m_crowd; }
    Walker &walker() { return m_walker; }
    VoiceController &voice() { return m_voice; }
    MyProfile &myProfile() { return m_myProfile; }
    HandshakeLog &handshake() { return m_handshake; }
    const DenyAllNetwork &network() const { return m_network; }

private:
    void connectSession(CommsSession &session);
    void becomeAnother(const Address &me);

    MyIdentities &m_identities;
    PeerDirectory m_directory;
    PositionReporter m_reporter;
    Pinger m_pinger;
    ProfileExchange m_profiles;
    MyProfile m_myProfile;
    Walker m_walker;
    VoiceController m_voice;
    Crowd m_crowd;
    PeersModel m_peers;
    NearestFirst m_nearest;
    ChatHistory m_chatHistory;
    ChatModel m_chat;
    NameCompletion m_completion;
    RoomEntry m_entry;
    HandshakeLog m_handshake;
    RealmList m_realms;
    DenyAllNetwork m_network;
    QQmlApplicationEngine m_engine;
};

} // namespace islet
