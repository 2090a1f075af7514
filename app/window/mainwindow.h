// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/chat/chatmodel.h"
#include "app/chat/namecompletion.h"
#include "app/chat/roomnotes.h"
#include "app/look/appearance.h"
#include "app/look/language.h"
#include "app/map/maptiles.h"
#include "app/map/peerscene.h"
#include "app/me/avatarcontroller.h"
#include "app/me/myidentities.h"
#include "app/me/myprofile.h"
#include "app/people/people.h"
#include "app/platform/desktopnotifications.h"
#include "app/session/handshakelog.h"
#include "app/session/realmlist.h"
#include "app/session/roomconnection.h"
#include "app/voice/voicecontroller.h"
#include "app/window/denyallnetwork.h"
#include "app/window/soundcues.h"
#include "app/window/windowstate.h"
#include "comms/pinger.h"
#include "comms/profileexchange.h"

#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>

#include <functional>

namespace islet {

//! A window and the models behind it. The adapter, the session and the settings belong to the caller.
class MainWindow {
public:
    MainWindow(MyIdentities &identities, TransportFactory &factory, CommsAdapter &adapter, CommsSession &session,
               RecentPlaces &places, RoomConnection::EmbeddedPlace embedded, QSettings &settings, Language &language,
               AudioPipeline::MakeSoundSystem sound);
    ~MainWindow();
    Q_DISABLE_COPY_MOVE(MainWindow)

    //! Sets a sentence about an earlier problem for show() to display; may be empty.
    void setNotice(const QString &notice) { m_notice = notice; }
    //! Shows the window with the map, and loads the rest after the first frame. Returns nullptr, with the reasons on
    //! standard error, if the QML is broken.
    QQuickWindow *show();
    //! Whether the whole window is loaded.
    bool isComplete() const { return m_mainView != nullptr; }
    //! Calls `what` once complete; replaces an earlier callback that is still waiting.
    void whenComplete(std::function<void()> what);

    RoomConnection &entry() { return m_connection; }
    ChatModel &chat() { return m_chat; }
    PeersModel &peers() { return *m_people.peers(); }
    People &people() { return m_people; }
    ChatHistory &chatHistory() { return m_chatHistory; }
    PeerScene &peerScene() { return m_peerScene; }
    AvatarController &avatar() { return m_avatar; }
    VoiceController &voice() { return m_voice; }
    SoundCues &cues() { return m_cues; }
    MyProfile &myProfile() { return m_myProfile; }
    HandshakeLog &handshake() { return m_handshake; }
    WindowState &memory() { return m_windowState; }
    Appearance &appearance() { return m_appearance; }
    DesktopNotifications &notes() { return m_notifications; }
    MapTiles &tiles() { return m_tiles; }
    const DenyAllNetwork &network() const { return m_network; }

private:
    class ViewLoader;

    void connectSession(CommsSession &session);
    void connectPeople();
    QVariantMap properties();
    void complete(QObject &mainView);
    //! Updates the displayed text after a language change.
    void retranslate();
    void switchIdentity(const Address &me);

    MyIdentities &m_identities;
    Language &m_language;
    PeerDirectory m_directory;
    PositionReporter m_reporter;
    Pinger m_pinger;
    ProfileExchange m_profiles;
    MyProfile m_myProfile;
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
    RealmList m_realms;
    MapTiles m_tiles;
    WindowState m_windowState;
    Appearance m_appearance;
    DesktopNotifications m_notifications;
    QString m_notice;
    DenyAllNetwork m_network;
    // Not a QQmlApplicationEngine: it looks for a platform and language variant of each file, and there are none.
    QQmlEngine m_engine;
    std::unique_ptr<QQuickWindow> m_window;
    std::unique_ptr<ViewLoader> m_viewLoader;
    std::unique_ptr<QQuickItem> m_mainView;
    std::function<void()> m_whenComplete;
};

} // namespace islet
