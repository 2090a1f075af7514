// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/session/roomconnection.h"

#include "base/displaytext.h"
#include "comms/closesentences.h"

using namespace std::chrono_literals;

namespace islet {

RoomConnection::RoomConnection(CommsSession &session, TransportFactory &factory, const Address &me,
                               RecentPlaces &places, EmbeddedPlace embedded, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_factory(factory)
    , m_me(me)
    , m_places(places)
    , m_embedded(std::move(embedded))
{
    connect(&session, &CommsSession::stateChanged, this, [this](CommsSession::State state) {
        if (state == CommsSession::State::Joining)
            m_step.reset();
        emit stateChanged();
    });
    connect(&session, &CommsSession::stepCompleted, this, [this](const HandshakeStep &step) {
        m_step = step.kind();
        emit stateChanged();
    });
    connect(&session, &CommsSession::joined, this, [this] {
        m_wasJoined = true;
        setProblem({});
        // Remembers only rooms that were joined. The embedded room is excluded: its port changes each time.
        if (m_where && !m_isEmbedded && m_places.remember(*m_where))
            emit placesChanged();
        emit stateChanged();
    });
    const auto explain = [this](const CloseReason &reason) {
        setProblem({});
        if (reason.kind != CloseReason::Kind::Requested)
            m_closeReason = reason;
        emit stateChanged();
    };
    connect(&session, &CommsSession::lost, this, explain);
    connect(&session, &CommsSession::ended, this, explain);
    m_factory.setPolicy({m_places.isPlainAllowed()});
    connect(&m_secondTimer, &QTimer::timeout, this, &RoomConnection::countTraffic);
    connect(&m_secondTimer, &QTimer::timeout, this, &RoomConnection::measureRoundTrip);
    connect(&session, &CommsSession::stateChanged, this, &RoomConnection::measureRoundTrip); // resets it
    m_secondTimer.start(1s);
}

RoomConnection::State RoomConnection::state() const
{
    switch (m_session.state()) {
    case CommsSession::State::Idle: return State::Disconnected;
    case CommsSession::State::Joining: return State::Joining;
    case CommsSession::State::Joined: return State::Connected;
    case CommsSession::State::Waiting: return State::Reconnecting;
    }
    Q_UNREACHABLE();
}

QString RoomConnection::place() const
{
    return m_where ? display(*m_where) : QString();
}

//! The address may come from a link, and is also shown in the window title, which no label of ours sanitizes.
QString RoomConnection::display(const ConnectionString &where) const
{
    return displayText(m_factory.protocols().display(where), ConnectionString::maxLength);
}

QString RoomConnection::placeName() const
{
    if (m_isEmbedded)
        return tr("the demo room");
    return m_where ? m_places.nameOf(*m_where) : QString();
}

int RoomConnection::retryIn() const
{
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(m_session.untilRetry()).count());
}

QString RoomConnection::stateText() const
{
    switch (state()) {
    case State::Disconnected: return tr("Not connected");
    case State::Connected: return tr("Connected");
    case State::Reconnecting:
        return m_wasJoined ? tr("Connection lost, reconnecting in %n s", nullptr, retryIn())
                           : tr("Trying again in %n s", nullptr, retryIn());
    case State::Joining: break;
    }
    if (!m_step)
        return tr("Connecting...");
    switch (*m_step) {
    case HandshakeStep::Kind::RealmAsked: return tr("Contacting the realm...");
    case HandshakeStep::Kind::LoginAsked: return tr("Logging in...");
    case HandshakeStep::Kind::RealmAnswered:
    case HandshakeStep::Kind::LoginAnswered:
    case HandshakeStep::Kind::Resolved: return tr("Connecting...");
    case HandshakeStep::Kind::Connected:
    case HandshakeStep::Kind::Encrypted:
    case HandshakeStep::Kind::Upgraded:
    case HandshakeStep::Kind::Identified: return tr("Authenticating...");
    case HandshakeStep::Kind::Challenged:
    case HandshakeStep::Kind::Signed: return tr("Joining the room...");
    case HandshakeStep::Kind::Welcomed:
    case HandshakeStep::Kind::Moved: return tr("Connected");
    }
    Q_UNREACHABLE();
}

bool RoomConnection::enter(const QString &typed)
{
    const bool isJoining = join(ConnectionString::fromTyped(typed), false);
    if (!isJoining)
        setRefused(displayText(typed.trimmed(), ConnectionString::maxLength));
    return isJoining;
}

void RoomConnection::enterEmbedded()
{
    join(m_embedded(), true);
}

bool RoomConnection::join(const Expected<ConnectionString> &where, bool isEmbedded)
{
    setProblem({});
    setRefused({});
    m_step.reset(); // the state may stay Joining
    const auto before = std::tuple(m_where, m_isEmbedded, m_wasJoined);
    const auto joined = where.and_then([this, isEmbedded](const ConnectionString &place) {
        m_where = place; // set before joining: some rooms are joined synchronously
        m_isEmbedded = isEmbedded;
        m_wasJoined = false;
        return m_session.join(place);
    });
    if (joined) {
        emit placeChanged();
    } else {
        std::tie(m_where, m_isEmbedded, m_wasJoined) = before;
        setProblem(joined.error().detail);
    }
    emit stateChanged();
    return joined.has_value();
}

QString RoomConnection::problem() const
{
    return m_closeReason ? sentenceOf(*m_closeReason) : m_addressProblem;
}

void RoomConnection::setProblem(const QString &problem)
{
    m_addressProblem = problem;
    m_closeReason.reset();
}

void RoomConnection::setRefused(const QString &address)
{
    m_refused = address;
    emit refusedChanged();
}

void RoomConnection::dismissProblem()
{
    setProblem({});
    emit stateChanged();
    setRefused({});
}

void RoomConnection::leave()
{
    m_session.leave();
}

void RoomConnection::tryAgain()
{
    if (m_session.state() == CommsSession::State::Waiting)
        m_session.retryNow();
    else if (m_where)
        join(*m_where, m_isEmbedded);
}

void RoomConnection::forgetPlaces()
{
    m_places.forget();
    emit placesChanged();
}

bool RoomConnection::receiveDeepLink(const QString &link)
{
    const auto where = ConnectionString::fromLink(link).and_then(
        [this](const ConnectionString &named) { return m_factory.checkLink(named); });
    if (!where) {
        setProblem(where.error().detail);
        emit stateChanged();
        return false;
    }
    m_deepLink = *where;
    emit deepLinkChanged();
    return true;
}

void RoomConnection::acceptDeepLink()
{
    if (const auto where = std::exchange(m_deepLink, std::nullopt)) {
        emit deepLinkChanged();
        if (!join(*where, false))
            setRefused(display(*where));
    }
}

void RoomConnection::declineDeepLink()
{
    m_deepLink.reset();
    emit deepLinkChanged();
}

QString RoomConnection::deepLink() const
{
    return m_deepLink ? display(*m_deepLink) : QString();
}

void RoomConnection::setPlainAllowed(bool allowed)
{
    m_places.setPlainAllowed(allowed);
    m_factory.setPolicy({allowed});
    emit plainAllowedChanged();
}

void RoomConnection::setMe(const Address &me)
{
    m_me = me;
    emit meChanged();
}

void RoomConnection::measureRoundTrip()
{
    const auto measured = state() == State::Connected ? m_session.roundTrip() : std::nullopt;
    const auto roundTrip = measured ? std::chrono::ceil<std::chrono::milliseconds>(*measured).count() : -1;
    if (std::exchange(m_roundTrip, static_cast<int>(roundTrip)) != roundTrip)
        emit roundTripChanged();
}

QString RoomConnection::traffic() const
{
    return m_traffic ? tr("%1 packets/s in, %2 out").arg(m_traffic->in).arg(m_traffic->out) : QString();
}

void RoomConnection::retranslate()
{
    emit stateChanged();
    emit placeChanged();
    emit trafficChanged();
}

void RoomConnection::countTraffic()
{
    const TrafficCounters counters = m_session.counters();
    // A new transport starts counting at zero.
    const bool isNew = counters.packetsIn < m_counted.packetsIn || counters.packetsOut < m_counted.packetsOut;
    const TrafficCounters before = isNew ? TrafficCounters() : m_counted;
    m_counted = counters;
    std::optional<Traffic> traffic;
    if (state() == State::Connected)
        traffic = {counters.packetsIn - before.packetsIn, counters.packetsOut - before.packetsOut};
    if (std::exchange(m_traffic, traffic) != traffic)
        emit trafficChanged();
    if (state() == State::Reconnecting)
        emit stateChanged(); // the countdown
}

} // namespace islet
