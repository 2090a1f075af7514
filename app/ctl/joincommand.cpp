// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/joincommand.h"

#include "app/protocols.h"

#include "base/quoted.h"
#include "comms/closesentences.h"
#include "comms/stepsentences.h"
#include "protocol/chattext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QMetaEnum>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet::ctl {

namespace {

//! Millimetres and thousandths of a degree are precise enough, and hide float rounding noise.
double rounded(float number)
{
    return std::round(static_cast<double>(number) * 1'000) / 1'000;
}

QJsonObject toJson(const Address &address)
{
    return {{u"address"_s, address.toLower()}};
}

void insertPlacement(QJsonObject &object, const Placement &placement)
{
    object.insert("x"_L1, rounded(placement.position.x));
    object.insert("y"_L1, rounded(placement.position.y));
    object.insert("z"_L1, rounded(placement.position.z));
    object.insert("yaw"_L1, rounded(placement.yaw));
}

QJsonObject with(QJsonObject object, QLatin1StringView key, const QJsonValue &value)
{
    object.insert(key, value);
    return object;
}

} // namespace

JoinCommand::JoinCommand(const JoinOptions &options, const Identity &identity)
    : m_options(options)
    , m_events(options.json)
    , m_client(allProtocols(), identity,
               {.retry = options.stays ? CommsSession::Retry::WhenLost : CommsSession::Retry::Never,
                .profile = RoomProfiles::own(options.name),
                .network = {.policy = {options.allowsPlain}}})
    , m_profiles(m_client.profiles(), m_events)
    , m_voice({m_client.adapter(), m_client.directory(), m_client.reporter(), identity.address()}, m_events)
{
    connectSessionEvents();
    connectPeerEvents();
    connect(&m_input, &InputLines::lineRead, this, &JoinCommand::onLine);
    m_duration.setTimerType(Qt::PreciseTimer);
    connect(&m_duration, &QTimer::timeout, this, [this] {
        m_isLate = !m_hasJoined;
        leave();
    });
    if (!m_options.duration)
        connect(&m_input, &InputLines::ended, this, &JoinCommand::onInputEnded);
}

Expected<void> JoinCommand::start()
{
    if (const auto placed = m_client.reporter().setPlacement({m_options.at, 0, {}}); !placed)
        return placed;
    if (const auto prepared = m_voice.prepare(m_options); !prepared)
        return prepared;
    if (m_options.duration)
        m_duration.start(*m_options.duration);
    return m_client.join(m_options.where);
}

void JoinCommand::leave()
{
    m_client.leave();
}

void JoinCommand::connectSessionEvents()
{
    connect(&m_client.session(), &CommsSession::stateChanged, this, [this](CommsSession::State state) {
        const char *name = QMetaEnum::fromType<CommsSession::State>().valueToKey(static_cast<int>(state));
        m_events.write(u"state"_s, {{u"state"_s, QString::fromLatin1(name).toLower()}});
    });
    connect(&m_client.session(), &CommsSession::stepCompleted, this, [this](const HandshakeStep &step) {
        m_events.write(
            u"step"_s,
            {{u"step"_s, nameOf(step.kind())}, {u"code"_s, nameOf(step.code)}, {u"detail"_s, sentenceOf(step)}});
    });
    // The adapter emits opened before the first peerJoined.
    connect(&m_client.adapter(), &CommsAdapter::opened, this, [this](const Welcome &welcome) {
        QJsonArray peers;
        for (const Address &peer : welcome.peers)
            peers.append(peer.toLower());
        const QJsonValue alias = welcome.ownAlias ? QJsonValue(static_cast<qint64>(*welcome.ownAlias)) : QJsonValue();
        m_events.write(u"welcome"_s, {{u"alias"_s, alias}, {u"peers"_s, peers}});
        if (std::exchange(m_hasJoined, true))
            return;
        m_voice.enter();
        m_input.start(); // not earlier: messages sent while joining would be lost
    });
    connect(&m_client.session(), &CommsSession::ended, this, [this](const CloseReason &reason) {
        m_voice.finish();
        writeClosed(u"closed"_s, reason);
        QCoreApplication::exit(m_isLate ? exitNetwork : exitStatusOf(reason.kind));
    });
    connect(&m_client.session(), &CommsSession::lost, this, [this](const CloseReason &reason) {
        writeClosed(u"lost"_s, reason, {{u"retryMs"_s, static_cast<qint64>(m_client.session().untilRetry().count())}});
    });
}

void JoinCommand::writeClosed(const QString &event, const CloseReason &reason, QJsonObject values)
{
    values.insert("kind"_L1, nameOf(reason.kind));
    values.insert("code"_L1, nameOf(reason));
    values.insert("when"_L1, nameOf(reason.when));
    values.insert("detail"_L1, sentenceOf(reason));
    if (reason.cause)
        values.insert("cause"_L1, nameOf(*reason.cause));
    m_events.write(event, values);
}

void JoinCommand::connectPeerEvents()
{
    connect(&m_client.directory(), &PeerDirectory::peerAdded, this,
            [this](const Address &peer) { m_events.write(u"peerJoined"_s, toJson(peer)); });
    connect(&m_client.directory(), &PeerDirectory::peerRemoved, this,
            [this](const Address &peer) { m_events.write(u"peerLeft"_s, toJson(peer)); });
    connect(&m_client.directory(), &PeerDirectory::peerMoved, this,
            [this](const Address &peer, const Placement &placement) {
                QJsonObject event = toJson(peer);
                insertPlacement(event, placement);
                const auto *known = m_client.directory().find(peer);
                const bool isIndexed = known && known->lastIndex;
                m_events.write(u"position"_s,
                               with(event, "index"_L1,
                                    isIndexed ? QJsonValue(static_cast<qint64>(*known->lastIndex)) : QJsonValue()));
            });
    connect(&m_client.adapter(), &CommsAdapter::chatReceived, this, [this](const Address &from, const QString &text) {
        m_events.write(u"chat"_s, with(toJson(from), "text"_L1, text));
    });
    connect(&m_client.adapter(), &CommsAdapter::emoteReceived, this, [this](const Address &from, const QString &urn) {
        m_events.write(u"emote"_s, with(toJson(from), "urn"_L1, urn));
    });
    connect(&m_client.adapter(), &CommsAdapter::sceneReceived, this,
            [this](const Address &from, const rfc4::Scene &scene) {
                const bool isText = scene.data.startsWith('\1');
                m_events.write(
                    u"scene"_s,
                    with(with(toJson(from), "sceneId"_L1, scene.sceneId), isText ? "text"_L1 : "size"_L1,
                         isText ? QJsonValue(QString::fromUtf8(scene.data.sliced(1))) : QJsonValue(scene.data.size())));
            });
    connect(&m_client.pinger(), &Pinger::answered, this,
            [this](const Address &by, std::chrono::microseconds roundTrip) {
                m_events.write(u"pong"_s, with(toJson(by), "ms"_L1, static_cast<double>(roundTrip.count()) / 1'000));
            });
}

void JoinCommand::onLine(const QString &line)
{
    const qsizetype space = line.indexOf(u' ');
    const QString verb = space < 0 ? line : line.first(space);
    const QString rest = space < 0 ? QString() : line.sliced(space + 1).trimmed();
    if (const auto executed = execute(verb, rest); !executed)
        m_events.write(u"error"_s, {{u"command"_s, verb.left(64)}, {u"detail"_s, executed.error().detail}});
}

Expected<void> JoinCommand::execute(const QString &verb, const QString &rest)
{
    constexpr auto done = [](Sent) {}; // nothing sent here is unreliable
    if (verb == "say"_L1)
        return outgoingChat(rest)
            .and_then([this](const QString &text) { return m_client.adapter().sendChat(text); })
            .map(done);
    if (verb == "move"_L1)
        return move(rest.split(u' ', Qt::SkipEmptyParts));
    if (verb == "scene"_L1)
        return m_client.adapter().sendSceneText(rest.section(u' ', 0, 0), rest.section(u' ', 1)).map(done);
    if (verb == "emote"_L1)
        return m_client.adapter().sendEmote(rest).map(done);
    if (verb == "ping"_L1)
        return m_client.pinger().ping();
    if (verb == "peers"_L1) {
        writePeers();
        return {};
    }
    if (verb == "profile"_L1)
        return m_profiles.profile(rest);
    if (verb == "name"_L1)
        return m_profiles.name(rest);
    if (verb == "talk"_L1)
        return m_voice.talk(rest);
    if (verb == "ptt"_L1)
        return m_voice.ptt(rest);
    if (verb == "voiceStats"_L1) {
        m_voice.writeStats();
        return {};
    }
    if (verb == "leave"_L1) {
        leave();
        return {};
    }
    return failure(ErrorCode::InvalidInput,
                   u"Unknown command %1. Use say, move, scene, emote, ping, peers, profile, name, talk, ptt, "
                   "voiceStats or leave."_s.arg(quoted(verb)));
}

Expected<void> JoinCommand::move(const QStringList &numbers)
{
    QList<float> values;
    for (const QString &number : numbers) {
        bool ok = false;
        values.append(number.toFloat(&ok));
        if (!ok)
            return failure(ErrorCode::InvalidInput, u"%1 isn't a number. Use move X Y Z [YAW]."_s.arg(quoted(number)));
    }
    if (values.size() != 3 && values.size() != 4)
        return failure(ErrorCode::InvalidInput, u"move takes three or four numbers: X Y Z [YAW]."_s);
    const float yaw = values.value(3, m_client.reporter().placement().yaw);
    return m_client.reporter().setPlacement({{values[0], values[1], values[2]}, yaw, {}});
}

//! Lets a talk finish, and be played to its end: listeners discard buffered audio of a peer that leaves.
void JoinCommand::onInputEnded()
{
    static constexpr auto leaveDelay = 500ms;
    if (!m_voice.isSpeaking()) {
        leave();
        return;
    }
    connect(&m_voice, &RoomVoice::stopped, this, [this] { QTimer::singleShot(leaveDelay, this, &JoinCommand::leave); });
}

void JoinCommand::writePeers()
{
    QJsonArray peers;
    const auto addresses = m_client.directory().addresses();
    for (const Address &address : addresses) {
        QJsonObject peer = toJson(address);
        if (const auto *known = m_client.directory().find(address); known && known->placement)
            insertPlacement(peer, *known->placement);
        peers.append(peer);
    }
    m_events.write(u"peers"_s, {{u"peers"_s, peers}});
}

} // namespace islet::ctl
