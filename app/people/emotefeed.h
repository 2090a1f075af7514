// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/people/ignoredpeople.h"
#include "base/clock.h"
#include "comms/commsadapter.h"

#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace islet {

//! Who plays an emote now, in words, and mine. Those of people I ignore are not seen.
class EmoteFeed : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! What can be played, by name; the digits from 1 on play them.
    Q_PROPERTY(QStringList choices READ choices CONSTANT)
    //! Why the last one was not sent, or empty.
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    static constexpr std::chrono::seconds shownFor{5};
    static constexpr std::chrono::seconds betweenMine{1}; //!< mine go to the whole room
    static constexpr std::chrono::seconds betweenTheirs{1}; //!< of one person; faster ones are not shown
    static constexpr qsizetype mostPeople = 10'000;

    //! What somebody played last.
    struct Emote {
        QString words; //!< "waves"; plain text on one line
        std::chrono::microseconds since{0}; //!< by the feed's clock
    };

    //! `adapter` and `ignored` must outlive the feed.
    EmoteFeed(CommsAdapter &adapter, const IgnoredPeople &ignored, Clock clock = monotonicNow,
              QObject *parent = nullptr);

    //! What somebody plays now, or empty.
    QString wordsOf(const Address &person) const;
    //! However long ago, of somebody in the room.
    std::optional<Emote> lastOf(const Address &person) const;

    QStringList choices() const;
    const QString &problem() const { return m_problem; }
    //! False when nothing is sent: there is no such choice, the last one was less than betweenMine ago, or, with a
    //! sentence in `problem`, the room does not take it.
    Q_INVOKABLE bool play(int choice);

    //! Ends what has been shown for long enough; a timer calls it.
    void tick();

signals:
    //! Somebody began to play one.
    void shown(const islet::Address &person, const QString &label);
    void ended(const islet::Address &person);
    //! I began to play one.
    void played(const QString &label);
    void problemChanged();

private:
    void onEmote(const Address &from, const QString &urn);
    void setProblem(const QString &problem);

    CommsAdapter &m_adapter;
    const IgnoredPeople &m_ignored;
    Clock m_clock;
    QTimer m_timer;
    QHash<Address, Emote> m_last;
    QSet<Address> m_playing;
    QString m_problem;
    std::optional<std::chrono::microseconds> m_minePlayed;
};

} // namespace islet
