// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/clock.h"
#include "comms/commssession.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace islet {

//! Every step of the last way in, with its time, and how it ended: what a server developer wants to see, in words that
//! everybody understands.
class HandshakeLog : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! What to say while there are no steps; empty once there are.
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY emptyTextChanged)

public:
    static constexpr int maxSteps = 200; //!< an archipelago moves one for ever; the oldest go

    enum Role {
        TimeRole = Qt::UserRole + 1, //!< since one began to go in, "12 ms"
        NameRole,
        DetailRole, //!< may hold a server's words
        EndRole, //!< true of the line that says why it ended
    };

    //! `session` must outlive the log.
    explicit HandshakeLog(CommsSession &session, Clock clock = monotonicNow, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    QString emptyText() const;

signals:
    void emptyTextChanged();

private:
    struct Line {
        std::chrono::microseconds at;
        QString name;
        QString detail;
        bool isEnd = false;
    };

    void begin();
    void append(const QString &name, const QString &detail, bool isEnd);

    const CommsSession &m_session;
    Clock m_clock;
    bool m_hasBegun = false;
    std::chrono::microseconds m_begin{0};
    QList<Line> m_lines;
};

} // namespace islet
