// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"
#include "comms/commssession.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <variant>

namespace islet {

//! The steps of the last connection attempt with their times, and how it ended: what a server developer wants to see,
//! in plain language.
class HandshakeLog : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! Placeholder text while there are no steps; empty once there are.
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY emptyTextChanged)

public:
    static constexpr int maxSteps = 200; //!< an archipelago adds island moves forever; the oldest steps are removed

    enum Role {
        TimeRole = Qt::UserRole + 1, //!< since the attempt started, "12 ms"
        NameRole,
        DetailRole, //!< may contain text from the server
        EndRole, //!< true for the line with the reason for the end
    };

    //! `session` must outlive the log.
    explicit HandshakeLog(CommsSession &session, Clock clock = monotonicNow, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    QString emptyText() const;
    //! Announces all texts again: the language has changed.
    void retranslate();

signals:
    void emptyTextChanged();

private:
    struct Lost {
        CloseReason reason;
    };
    struct Ended {
        CloseReason reason;
    };
    using Event = std::variant<HandshakeStep, Lost, Ended>;
    struct Line {
        std::chrono::microseconds at;
        Event event;
    };

    void restart();
    static QString titleOf(const Event &event);
    static QString sentenceOf(const Event &event);
    void append(const Event &event);

    const CommsSession &m_session;
    Clock m_clock;
    bool m_hasStarted = false;
    std::chrono::microseconds m_startedAt{0};
    QList<Line> m_lines;
};

} // namespace islet
