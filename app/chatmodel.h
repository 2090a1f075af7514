// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/clock.h"
#include "comms/commsadapter.h"
#include "comms/profileexchange.h"

#include <QAbstractListModel>
#include <QTime>
#include <QtQml/qqmlregistration.h>

namespace islet {

//! What is said in the room, oldest first. Texts are made fit to be shown; a view shows them as plain text all the
//! same.
class ChatModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! Grows with each line, also when the oldest goes for it.
    Q_PROPERTY(int linesEver READ linesEver NOTIFY linesEverChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    static constexpr int maxLines = 2'000;
    //! Lines shown of one peer: so many at once, and then one a second.
    static constexpr int burst = 8;

    enum Role { AuthorRole = Qt::UserRole + 1, ColorRole, TextRole, TimeRole, KindRole, DeliveryRole };
    //! A note is Islet's own word; no peer can write one.
    enum Kind { Theirs, Mine, Note };
    Q_ENUM(Kind)
    //! Of my own lines: whether it went out. Unsure is what went just before the way was lost, Unsent what waited until
    //! one gave up.
    enum Delivery { Sent, Waiting, Unsure, Unsent };
    Q_ENUM(Delivery)
    static constexpr int maxWaiting = 50;

    //! `adapter` must outlive the model.
    ChatModel(CommsAdapter &adapter, const Address &me, const ProfileExchange &profiles, Clock clock = monotonicNow,
              QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    //! Says `typed`, or keeps it until the way is back; false, with a sentence in `problem`, when neither can be.
    //! Nothing typed is lost then.
    Q_INVOKABLE bool send(const QString &typed);
    //! Whether the way was lost and is being looked for. What is written meanwhile waits, marked, and goes out in its
    //! order as soon as the way is back.
    void setReturning(bool returning);
    void setMe(const Address &me) { m_me = me; }
    int linesEver() const { return m_linesEver; }
    const QString &problem() const { return m_problem; }
    //! A line of Islet itself between the others, such as which room one came into.
    void addNote(const QString &text);

signals:
    void problemChanged();
    void linesEverChanged();

private:
    struct Line {
        Kind kind;
        Address author; //!< none of a note
        QString text;
        QTime time;
        Delivery delivery = Sent;
        std::chrono::microseconds at{0};
        QString typed = {}; //!< as it is to be sent; of what waits
    };
    struct Allowance {
        double lines = burst;
        std::chrono::microseconds since{0};
    };

    QString authorOf(const Line &line) const;
    void doubtRecent();
    void sendWaiting();
    void giveUpWaiting();
    void setDelivery(int row, Delivery delivery);
    qsizetype countWaiting() const;
    void onChat(const Address &from, const QString &text);
    bool isAllowed(const Address &from);
    void append(Line line);
    void setProblem(const QString &problem);

    CommsAdapter &m_adapter;
    Address m_me;
    const ProfileExchange &m_profiles;
    Clock m_clock;
    bool m_isReturning = false;
    QList<Line> m_lines;
    QHash<Address, Allowance> m_allowances;
    int m_linesEver = 0;
    QString m_problem;
};

} // namespace islet
