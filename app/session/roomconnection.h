// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/session/recentplaces.h"
#include "comms/commssession.h"
#include "comms/peerdirectory.h"

#include <QtQml/qqmlregistration.h>

#include <functional>

namespace islet {

//! The way in and out, for the window: takes an address, says in words how far getting in has come and why it ended.
class RoomConnection : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString stateText READ stateText NOTIFY stateChanged)
    //! Whether the way was lost and is being looked for: waiting, or trying again.
    Q_PROPERTY(bool reconnecting READ isReconnecting NOTIFY stateChanged)
    //! Why we are not in, or empty.
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)
    //! The room that `problem` is about, by its name; empty when it is about an address.
    Q_PROPERTY(QString missed READ missed NOTIFY stateChanged)
    //! Seconds until the next try, while waiting; else 0.
    Q_PROPERTY(int retryIn READ retryIn NOTIFY stateChanged)
    //! The last that was no address one can go to, to be corrected; empty once something was.
    Q_PROPERTY(QString refused READ refused NOTIFY refusedChanged)
    //! Where we are or were last, as one may type it.
    Q_PROPERTY(QString place READ place NOTIFY placeChanged)
    //! The same as people call it, with its server in it; see RecentPlaces::nameOf().
    Q_PROPERTY(QString placeName READ placeName NOTIFY placeChanged)
    Q_PROPERTY(QStringList places READ places NOTIFY placesChanged)
    //! My own address, short.
    Q_PROPERTY(QString me READ me NOTIFY meChanged)
    //! Where a link wants to take me, until I have answered; empty without one.
    Q_PROPERTY(QString deepLink READ deepLink NOTIFY deepLinkChanged)
    //! ws:// and http:// to other machines, where everybody on the way can listen. Kept in the settings.
    Q_PROPERTY(bool plainAllowed READ isPlainAllowed WRITE setPlainAllowed NOTIFY plainAllowedChanged)
    //! What goes in and out, in packets a second.
    Q_PROPERTY(QString traffic READ traffic NOTIFY trafficChanged)
    //! To the room's server and back, in milliseconds, looked at once a second; -1 when there is none, or none known.
    Q_PROPERTY(int roundTrip READ roundTrip NOTIFY roundTripChanged)

public:
    enum class State { Disconnected, Joining, Connected, Reconnecting };
    Q_ENUM(State)
    using EmbeddedPlace = std::function<Expected<ConnectionString>()>;

    //! What stands behind `session` and all else must outlive this; `embedded` opens the embedded room when it is
    //! called for.
    RoomConnection(CommsSession &session, TransportFactory &factory, const Address &me, RecentPlaces &places,
                   EmbeddedPlace embedded, QObject *parent = nullptr);

    //! Goes where `typed` says. False when that is no address; what is wrong with it stands in `problem` then, and
    //! nothing else has changed.
    Q_INVOKABLE bool enter(const QString &typed);
    Q_INVOKABLE void enterEmbedded();
    Q_INVOKABLE void leave();
    //! Again, now: after a loss, or the place that did not let us in.
    Q_INVOKABLE void tryAgain();

    //! One has read of the problem.
    Q_INVOKABLE void dismissProblem();

    //! Where one has been.
    Q_INVOKABLE void forgetPlaces();

    //! Takes a link, and asks: nothing is connected or signed before acceptDeepLink(). False, with a sentence in
    //! `problem`, when it is none.
    bool receiveDeepLink(const QString &link);
    Q_INVOKABLE void acceptDeepLink();
    Q_INVOKABLE void declineDeepLink();
    QString deepLink() const;
    bool isPlainAllowed() const { return m_factory.policy().allowsPlain; }
    void setPlainAllowed(bool allowed);
    void setMe(const Address &me);

    State state() const;
    QString stateText() const;
    bool isReconnecting() const { return m_session.isReconnecting(); }
    const QString &problem() const { return m_problem; }
    QString missed() const { return m_isRoomMissed ? placeName() : QString(); }
    int retryIn() const;
    const QString &refused() const { return m_refused; }
    QString place() const;
    QString placeName() const;
    QStringList places() const { return m_places.all(); }
    QString me() const { return m_me.toShort(); }
    const QString &traffic() const { return m_traffic; }
    int roundTrip() const { return m_roundTrip; }

signals:
    void stateChanged();
    void refusedChanged();
    void placeChanged();
    void placesChanged();
    void trafficChanged();
    void roundTripChanged();
    void meChanged();
    void deepLinkChanged();
    void plainAllowedChanged();

private:
    bool go(const Expected<ConnectionString> &where, bool isEmbedded);
    void setProblem(const QString &problem, bool isAboutRoom = false);
    void setRefused(const QString &address);
    void countTraffic();
    void measureRoundTrip();

    CommsSession &m_session;
    TransportFactory &m_factory;
    Address m_me;
    RecentPlaces &m_places;
    EmbeddedPlace m_embedded;
    std::optional<HandshakeStep::Kind> m_step;
    std::optional<ConnectionString> m_where;
    std::optional<ConnectionString> m_deepLink;
    bool m_isEmbedded = false;
    QString m_problem;
    bool m_isRoomMissed = false; // it is about the room, not about an address
    QString m_refused;
    QString m_traffic;
    int m_roundTrip = -1;
    QTimer m_second;
    TrafficCounters m_counted;
};

} // namespace islet
