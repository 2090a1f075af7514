// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/session/handshakelog.h"

#include "base/displaytext.h"
#include "comms/closesentences.h"
#include "comms/stepsentences.h"

namespace islet {

namespace {

QString titleOf(HandshakeStep::Kind kind)
{
    switch (kind) {
    case HandshakeStep::Kind::RealmAsked: return HandshakeLog::tr("Realm request");
    case HandshakeStep::Kind::RealmAnswered: return HandshakeLog::tr("Realm response");
    case HandshakeStep::Kind::LoginAsked: return HandshakeLog::tr("Login request");
    case HandshakeStep::Kind::LoginAnswered: return HandshakeLog::tr("Login response");
    case HandshakeStep::Kind::Resolved: return HandshakeLog::tr("Name resolved");
    case HandshakeStep::Kind::Connected: return HandshakeLog::tr("Connected");
    case HandshakeStep::Kind::Encrypted: return HandshakeLog::tr("Encrypted");
    case HandshakeStep::Kind::Upgraded: return HandshakeLog::tr("WebSocket");
    case HandshakeStep::Kind::Identified: return HandshakeLog::tr("Address sent");
    case HandshakeStep::Kind::Challenged: return HandshakeLog::tr("Challenge received");
    case HandshakeStep::Kind::Signed: return HandshakeLog::tr("Signature sent");
    case HandshakeStep::Kind::Welcomed: return HandshakeLog::tr("Welcome");
    case HandshakeStep::Kind::Moved: return HandshakeLog::tr("Island");
    }
    Q_UNREACHABLE();
}

} // namespace

HandshakeLog::HandshakeLog(CommsSession &session, Clock clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_session(session)
    , m_clock(std::move(clock))
{
    connect(&session, &CommsSession::stateChanged, this, [this](CommsSession::State state) {
        if (state == CommsSession::State::Joining)
            restart();
        emit emptyTextChanged();
    });
    connect(&session, &CommsSession::stepCompleted, this, [this](const HandshakeStep &step) { append(step); });
    connect(&session, &CommsSession::lost, this, [this](const CloseReason &reason) { append(Lost{reason}); });
    connect(&session, &CommsSession::ended, this, [this](const CloseReason &reason) { append(Ended{reason}); });
}

int HandshakeLog::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant HandshakeLog::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines[index.row()];
    switch (role) {
    case TimeRole: return tr("%1 ms").arg(std::chrono::round<std::chrono::milliseconds>(line.at).count());
    case NameRole: return titleOf(line.event);
    case DetailRole: return displayText(sentenceOf(line.event));
    case EndRole: return !std::holds_alternative<HandshakeStep>(line.event);
    default: return {};
    }
}

QHash<int, QByteArray> HandshakeLog::roleNames() const
{
    return {{TimeRole, "time"}, {NameRole, "name"}, {DetailRole, "detail"}, {EndRole, "isEnd"}};
}

QString HandshakeLog::emptyText() const
{
    if (!m_lines.isEmpty())
        return {};
    if (!m_hasStarted)
        return tr("No connection attempts yet.");
    return m_session.state() == CommsSession::State::Joined
        ? tr("You joined this room immediately, without a handshake.")
        : tr("No steps yet.");
}

void HandshakeLog::retranslate()
{
    if (!m_lines.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
    emit emptyTextChanged();
}

void HandshakeLog::restart()
{
    m_hasStarted = true;
    beginResetModel();
    m_lines.clear();
    m_startedAt = m_clock();
    endResetModel();
}

QString HandshakeLog::titleOf(const Event &event)
{
    if (const auto *step = std::get_if<HandshakeStep>(&event))
        return islet::titleOf(step->kind());
    return std::holds_alternative<Lost>(event) ? tr("Connection lost") : tr("Disconnected");
}

QString HandshakeLog::sentenceOf(const Event &event)
{
    if (const auto *step = std::get_if<HandshakeStep>(&event))
        return islet::sentenceOf(*step);
    if (const auto *lost = std::get_if<Lost>(&event))
        return islet::sentenceOf(lost->reason);
    return islet::sentenceOf(std::get<Ended>(event).reason);
}

void HandshakeLog::append(const Event &event)
{
    if (m_lines.size() >= maxSteps) {
        beginRemoveRows({}, 0, 0);
        m_lines.removeFirst();
        endRemoveRows();
    }
    const int row = static_cast<int>(m_lines.size());
    beginInsertRows({}, row, row);
    m_lines.append({m_clock() - m_startedAt, event});
    endInsertRows();
    if (row == 0)
        emit emptyTextChanged();
}

} // namespace islet
