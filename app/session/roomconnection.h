// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/session/recentplaces.h"
#include "comms/commssession.h"
#include "comms/peerdirectory.h"

#include <QtQml/qqmlregistration.h>

#include <functional>

namespace islet {

//! Joins and leaves rooms for the window: takes an address, and describes the connection's progress and why it ended.
class RoomConnection : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString stateText READ stateText NOTIFY stateChanged)
    //! Whether the connection was lost and is being re-established: waiting to retry, or retrying.
    Q_PROPERTY(bool reconnecting READ isReconnecting NOTIFY stateChanged)
    //! Why the connection failed, or empty.
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)
    //! Display name of the room that `problem` is about; empty if it is about an address.
    Q_PROPERTY(QString missed READ missed NOTIFY stateChanged)
    //! Whether that room had been joined before the problem.
    Q_PROPERTY(bool wasJoined READ wasJoined NOTIFY stateChanged)
    //! Seconds until the next retry while waiting, otherwise 0.
    Q_PROPERTY(int retryIn READ retryIn NOTIFY stateChanged)
    //! The last address that was rejected, for the user to correct; empty once one was accepted.
    Q_PROPERTY(QString refused READ refused NOTIFY refusedChanged)
    //! The address of the current or last room, as the user may type it.
    Q_PROPERTY(QString place READ place NOTIFY placeChanged)
    //! Its display name, including the server; see RecentPlaces::nameOf().
    Q_PROPERTY(QString placeName READ placeName NOTIFY placeChanged)
    Q_PROPERTY(QStringList places READ places NOTIFY placesChanged)
    //! My own address, shortened.
    Q_PROPERTY(QString me READ me NOTIFY meChanged)
    //! The target of a deep link that waits for the user's answer; otherwise empty.
    Q_PROPERTY(QString deepLink READ deepLink NOTIFY deepLinkChanged)
    //! Allows ws:// and http:// to other machines, where anyone along the way can listen. Saved in the settings.
    Q_PROPERTY(bool plainAllowed READ isPlainAllowed WRITE setPlainAllowed NOTIFY plainAllowedChanged)
    //! Traffic in both directions, in packets per second.
    Q_PROPERTY(QString traffic READ traffic NOTIFY trafficChanged)
    //! Round trip to the room's server in milliseconds, updated once a second; -1 if unknown.
    Q_PROPERTY(int roundTrip READ roundTrip NOTIFY roundTripChanged)

public:
    enum class State { Disconnected, Joining, Connected, Reconnecting };
    Q_ENUM(State)
    using EmbeddedPlace = std::function<Expected<ConnectionString>()>;

    //! `session`, what it refers to, and all other references must outlive this object; `embedded` opens the embedded
    //! room on demand.
    RoomConnection(CommsSession &session, TransportFactory &factory, const Address &me, RecentPlaces &places,
                   EmbeddedPlace embedded, QObject *parent = nullptr);

    //! Joins the room at the address `typed`. If the address is invalid, returns false and sets `problem` and
    //! `refused`; the current connection stays.
    Q_INVOKABLE bool enter(const QString &typed);
    Q_INVOKABLE void enterEmbedded();
    Q_INVOKABLE void leave();
    //! Reconnects now: retries after a loss, or rejoins the last room.
    Q_INVOKABLE void tryAgain();

    //! Clears `problem` and `refused`.
    Q_INVOKABLE void dismissProblem();

    //! Clears the recent places.
    Q_INVOKABLE void forgetPlaces();

    //! Stores a deep link for the user to confirm: nothing is connected or signed before acceptDeepLink(). If the link
    //! is invalid, returns false and sets `problem`.
    bool receiveDeepLink(const QString &link);
    Q_INVOKABLE void acceptDeepLink();
    Q_INVOKABLE void declineDeepLink();
    QString deepLink() const;
    bool isPlainAllowed() const { return m_factory.policy().allowsPlain; }
    void setPlainAllowed(bool allowed);
    void setMe(const Address &me);
    //! Announces all texts again: the language has changed.
    void retranslate();

    State state() const;
    QString stateText() const;
    bool isReconnecting() const { return m_session.isReconnecting(); }
    QString problem() const;
    QString missed() const { return m_closeReason ? placeName() : QString(); }
    bool wasJoined() const { return m_wasJoined; }
    int retryIn() const;
    const QString &refused() const { return m_refused; }
    QString place() const;
    QString placeName() const;
    QStringList places() const { return m_places.all(); }
    QString me() const { return m_me.toShort(); }
    QString traffic() const;
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
    //! Packets of the last second.
    struct Traffic {
        std::uint64_t in;
        std::uint64_t out;

        friend bool operator==(const Traffic &, const Traffic &) = default;
    };

    bool join(const Expected<ConnectionString> &where, bool isEmbedded);
    QString display(const ConnectionString &where) const;
    void setProblem(const QString &problem);
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
    bool m_wasJoined = false; // the room at m_where
    QString m_addressProblem; // why an address was rejected, not retranslated
    std::optional<CloseReason> m_closeReason; // why the room was not joined, or left
    QString m_refused;
    std::optional<Traffic> m_traffic; // while connected
    int m_roundTrip = -1;
    QTimer m_secondTimer;
    TrafficCounters m_counted;
};

} // namespace islet
