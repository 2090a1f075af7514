// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/client.h"
#include "identity/identity.h"

namespace islet::test {

//! A client as the window and isletctl have it, with an identity of its own. Records what it receives.
class TestClient : public QObject {
    Q_OBJECT

public:
    explicit TestClient(Identity who = someone(), CommsSession::Retry retry = CommsSession::Retry::Never,
                        Profile profile = {});

    //! Returns a new identity with an ephemeral key, as for a signed-in user.
    static Identity someone();
    //! Returns an identity owned by this private key.
    static Identity owner(QStringView privateKey);

    //! Returns false if the address is invalid.
    bool join(const QString &where);
    bool isIn() const { return session.state() == CommsSession::State::Joined; }
    const Address &address() const { return identity.address(); }
    bool knows(const TestClient &other) const { return directory.find(other.address()) != nullptr; }
    //! Returns the last known placement of `other`; nullopt before they have sent one.
    std::optional<Placement> placeOf(const Address &other) const;
    //! Moves there, and reports it at the usual rate.
    void stand(const Vec3 &place, float yaw = 0);

    struct Said {
        Address from;
        QString text;
        double time;
    };
    struct Placed {
        Address from;
        rfc4::Position position;
    };
    struct Moved {
        Address from;
        rfc4::Movement movement;
    };
    struct SceneSaid {
        Address from;
        rfc4::Scene scene;
    };

    Identity identity;
    Client client;
    TransportFactory &factory = client.factory();
    CommsAdapter &adapter = client.adapter();
    CommsSession &session = client.session();
    PeerDirectory &directory = client.directory();
    PositionReporter &reporter = client.reporter();
    Pinger &pinger = client.pinger();

    QList<Welcome> welcomes;
    QList<Said> chats;
    QList<Placed> positions;
    QList<Moved> movements;
    QList<std::pair<Address, QString>> emotes;
    QList<SceneSaid> scenes;
    QList<std::pair<Address, std::chrono::microseconds>> pongs;
    QList<Address> gone; //!< peers that have left
    QList<CloseReason> losses; //!< followed by a retry
    QList<CloseReason> ends;
    QList<CommsSession::State> states;
};

} // namespace islet::test
