// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "archipelago.pb.h"
#include "identity/address.h"
#include "protocol/geometry.h"

#include <QWebSocketServer>

#include <chrono>
#include <functional>
#include <map>
#include <optional>

class QWebSocket;

namespace islet::test {

//! An archipelago in process: proves who comes, reads their heartbeats, and sends everybody to the island of the band
//! of 64 m (along x) in which they stand. What a test asks for it does wrong.
class ArchipelagoServer : public QObject {
    Q_OBJECT

public:
    using ServerPacket = decentraland::kernel::comms::v3::ServerPacket;

    //! Instead of what is due.
    enum class Fault {
        None,
        Silence, //!< takes the request and says nothing
        NoWelcome, //!< takes the signature and says nothing
        BadChallenge, //!< a text that nobody may sign
        WelcomeFirst, //!< without a challenge
        IslandFirst, //!< instead of the welcome
        Garbage, //!< bytes that are no packet
        Text, //!< a text frame
        CannotRead, //!< closes with 1007
        Close, //!< closes at the request
        CloseAtSignature,
        KickAtSignature,
    };

    struct Beat {
        Address who;
        Vec3 position;
        std::chrono::microseconds at;
    };

    //! `wayTo` says how one gets to an island: a connection string.
    explicit ArchipelagoServer(std::function<QString(const QString &island)> wayTo);
    ~ArchipelagoServer() override;

    QUrl url() const;
    //! `archipelago:ws://127.0.0.1:port/ws`
    QString connectionString() const;
    static QString islandAt(const Vec3 &position);

    void setFault(Fault fault) { m_fault = fault; }
    void setWayTo(std::function<QString(const QString &island)> wayTo) { m_wayTo = std::move(wayTo); }
    //! Whether heartbeats move people; else the test alone does.
    void setPlaces(bool places) { m_places = places; }
    //! Instead of a random one.
    void setChallenge(const QString &text) { m_challenge = text; }

    // False when they are not here.
    bool move(const Address &who, const QString &island);
    bool move(const Address &who, const QString &island, const QString &way);
    bool kick(const Address &who);
    bool sendBytes(const Address &who, const QByteArray &frame);
    bool sendText(const Address &who, const QString &text);
    //! Ends all connections without a word.
    void cut();

    int asked() const { return m_asked; } //!< for a challenge, so far
    int welcomed() const { return m_welcomed; } //!< so far
    int refused() const { return m_refused; } //!< chains that prove nothing, so far
    int present() const { return static_cast<int>(m_people.size()); } //!< sockets
    bool hasKicked() const { return m_kicks > 0; }
    int kicks() const { return m_kicks; }
    const QList<Beat> &beats() const { return m_beats; }
    //! All that anybody sent.
    const QList<QByteArray> &frames() const { return m_frames; }
    //! The island that somebody was sent to last; empty before the first.
    QString islandOf(const Address &who) const;
    const QString &subprotocol() const { return m_subprotocol; } //!< as it was agreed on with the last who came

private:
    struct Person {
        QString challenge;
        std::optional<Address> address; // once proven
        QString island;
        Vec3 position;
    };
    using ClientPacket = decentraland::kernel::comms::v3::ClientPacket;

    void admit(QWebSocket *socket);
    void onFrame(QWebSocket *socket, const QByteArray &frame);
    void onRequest(QWebSocket *socket, Person &person);
    void onSignature(QWebSocket *socket, Person &person, const std::string &json);
    void onBeat(QWebSocket *socket, Person &person, const Vec3 &position);
    bool errs(QWebSocket *socket, Fault fault);
    void sendIsland(QWebSocket *socket, Person &person, const QString &island, const QString &way);
    QWebSocket *socketOf(const Address &who) const;

    QWebSocketServer m_server;
    std::function<QString(const QString &)> m_wayTo;
    std::map<QWebSocket *, Person> m_people;
    Fault m_fault = Fault::None;
    bool m_places = true;
    QString m_challenge;
    QString m_subprotocol;
    QList<Beat> m_beats;
    QList<QByteArray> m_frames;
    int m_asked = 0;
    int m_welcomed = 0;
    int m_refused = 0;
    int m_kicks = 0;
};

} // namespace islet::test
