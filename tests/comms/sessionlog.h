// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/closesentences.h"
#include "comms/commssession.h"

#include <QMetaEnum>
#include <QStringList>

namespace islet::test {

inline QString nameOf(CommsSession::State state)
{
    return QString::fromLatin1(QMetaEnum::fromType<CommsSession::State>().valueToKey(static_cast<int>(state)));
}

//! The events of a session, in order: "Joining", "Joined", "joined", "lost network", "ended requested" ...
class SessionLog {
public:
    explicit SessionLog(CommsSession &session)
    {
        QObject::connect(&session, &CommsSession::stateChanged, &m_context,
                         [this](CommsSession::State state) { m_lines.append(nameOf(state)); });
        QObject::connect(&session, &CommsSession::joined, &m_context,
                         [this](const Welcome &) { m_lines.append(QStringLiteral("joined")); });
        QObject::connect(&session, &CommsSession::lost, &m_context,
                         [this](const CloseReason &reason) { add(QStringLiteral("lost "), reason); });
        QObject::connect(&session, &CommsSession::ended, &m_context,
                         [this](const CloseReason &reason) { add(QStringLiteral("ended "), reason); });
    }

    //! The events since the last call.
    QString take() { return std::exchange(m_lines, {}).join(QStringLiteral(", ")); }
    bool contains(const QString &line) const { return m_lines.contains(line); }
    //! The code and the moment of the last close reason: "net.lost inside".
    QString code() const { return islet::nameOf(m_last) + QLatin1Char(' ') + islet::nameOf(m_last.when); }
    //! Its sentence, where the test is about the words.
    QString detail() const { return sentenceOf(m_last); }

private:
    void add(const QString &event, const CloseReason &reason)
    {
        m_lines.append(event + islet::nameOf(reason.kind));
        m_last = reason;
    }

    QObject m_context;
    QStringList m_lines;
    CloseReason m_last;
};

} // namespace islet::test
