// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/address.h"
#include "protocol/archipelagocodec.h"

#include <QWebSocketServer>

#include <functional>
#include <map>
#include <optional>

class QWebSocket;

namespace islet::test {

//! An archipelago server in process: authenticates peers, reads their heartbeats, and assigns each peer to the island
//! of its 64 m band (along x). Misbehaves if a test asks it to.
class ArchipelagoServer : public QObject {
    Q_OBJECT

public:
    //! How the server misbehaves.
    enum class Fault {
        None,
        Silence, //!< ignores the challenge request
        NoWelcome, //!< ignores the signed challenge
        BadChallenge, //!< sends a text that clients must not sign
        WelcomeFirst, //!< skips the challenge
        IslandFirst, //!< sends an island instead of the welcome
        Garbage, //!< sends bytes that are not a packet
        Text, //!< sends a text frame
        CannotRead, //!< closes with 1007
        Close, //!< closes on the challenge request
        CloseAtSignature,
        KickAtSignature,
    };

    struct Beat {
        Address who;
        Vec3 position;
    };

    //! `connectionStringOf` returns the connection string of an island.
    explicit ArchipelagoServer(std::function<QString(const QString &island)> connectionStringOf);
    ~ArchipelagoServer() override;

    QUrl url() const;
    //! `archipelago:ws://127.0.0.1:port/ws`
    QString connectionString() const;
    static QString islandAt(const Vec3 &position);

    void setFault(Fault fault) { m_fault = fault; }
    void setConnectionStringOf(std::function<QString(const QString &island)> connectionStringOf)
    {
        m_connectionStringOf = std::move(connectionStringOf);
    }
    //! Whether heartbeats move peers between islands; otherwise only move() does.
    void setAssignsIslands(bool assigns) { m_assignsIslands = assigns; }
    //! Replaces the random challenge.
    void setChallenge(const QString &text) { m_challenge = text; }

    // Return false if `who` is not connected.
    bool move(const Address &who, const QString &island);
    bool move(const Address &who, const QString &island, const QString &connectionString);
    bool kick(const Address &who);
    bool sendBytes(const Address &who, const QByteArray &frame);
    bool sendText(const Address &who, const QString &text);
    //! Closes all connections without a close frame.
    void cut();

    int asked() const { return m_asked; } //!< challenge requests so far
    int welcomed() const { return m_welcomed; } //!< welcomes sent so far
    int refused() const { return m_refused; } //!< invalid auth chains so far
    int present() const { return static_cast<int>(m_people.size()); } //!< open sockets
    bool hasKicked() const { return m_kicks > 0; }
    int kicks() const { return m_kicks; }
    const QList<Beat> &beats() const { return m_beats; }
    //! All frames received from all clients.
    const QList<QByteArray> &frames() const { return m_frames; }
    //! Returns the island that `who` was last sent to; empty before the first.
    QString islandOf(const Address &who) const;
    const QString &subprotocol() const { return m_subprotocol; } //!< negotiated with the most recent client

private:
    struct Person {
        QString challenge;
        std::optional<Address> address; // set after authentication
        QString island;
        Vec3 position;
    };
    void admit(QWebSocket *socket);
    void onFrame(QWebSocket *socket, const QByteArray &frame);
    void onRequest(QWebSocket *socket, Person &person);
    void onSignature(QWebSocket *socket, Person &person, const QByteArray &json);
    void onHeartbeat(QWebSocket *socket, Person &person, const Vec3 &position);
    bool misbehave(QWebSocket *socket, Fault fault);
    void sendIsland(QWebSocket *socket, Person &person, const QString &island, const QString &connectionString);
    QWebSocket *socketOf(const Address &who) const;

    QWebSocketServer m_server;
    std::function<QString(const QString &)> m_connectionStringOf;
    std::map<QWebSocket *, Person> m_people;
    Fault m_fault = Fault::None;
    bool m_assignsIslands = true;
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
