// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/commssession.h"
#include "comms/peerdirectory.h"
#include "comms/pinger.h"
#include "comms/positionreporter.h"
#include "identity/identity.h"

namespace islet::test {

//! One whole client, made of the same parts as the window's and the terminal's, that remembers what it was told.
class Client : public QObject {
    Q_OBJECT

public:
    explicit Client(Identity who = someone(), CommsSession::Retry retry = CommsSession::Retry::Never);

    //! An owner that nobody else is, with an ephemeral key, as a person who signed in.
    static Identity someone();
    //! The owner of this private key.
    static Identity owner(QStringView privateKey);

    //! False when the address makes no sense.
    bool join(const QString &where);
    bool isIn() const { return session.state() == CommsSession::State::Joined; }
    const Address &address() const { return identity.address(); }
    bool knows(const Client &other) const { return directory.find(other.address()) != nullptr; }
    //! Where `other` stands as we see it; nothing before they said so.
    std::optional<Placement> placeOf(const Address &other) const;
    //! Stands there from now on, and says so at the usual pace.
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
    TransportFactory factory;
    CommsAdapter adapter;
    CommsSession session;
    PeerDirectory directory;
    PositionReporter reporter;
    Pinger pinger;

    QList<Welcome> welcomes;
    QList<Said> chats;
    QList<Placed> positions;
    QList<Moved> movements;
    QList<std::pair<Address, QString>> emotes;
    QList<SceneSaid> scenes;
    QList<std::pair<Address, std::chrono::microseconds>> pongs;
    QList<Address> gone; //!< peers that left
    QList<CloseReason> losses; //!< after which it tries again
    QList<CloseReason> ends;
    QList<CommsSession::State> states;
};

} // namespace islet::test
