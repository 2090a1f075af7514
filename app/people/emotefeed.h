// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/people/ignoredpeople.h"
#include "base/clock.h"
#include "base/ratelimiter.h"
#include "comms/commsadapter.h"

#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace islet {

//! The emotes that peers are playing, as text, and my own. Hides those of ignored people.
class EmoteFeed : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! The names of the emotes I can play; the digits from 1 on play them.
    Q_PROPERTY(QStringList choices READ choices NOTIFY choicesChanged)
    //! Why my last emote was not sent, or empty.
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    static constexpr std::chrono::seconds displayDuration{5};
    static constexpr std::chrono::seconds ownInterval{1}; //!< minimum between my emotes, which go to the whole room
    static constexpr std::chrono::seconds peerInterval{1}; //!< minimum per peer; faster ones are dropped
    static constexpr qsizetype maxPeople = 10'000;

    //! A peer's last emote.
    struct Emote {
        QString text; //!< "waves", not retranslated; one line of plain text
        std::chrono::microseconds since{0}; //!< by the feed's clock
    };

    //! `adapter` and `ignored` must outlive this object.
    EmoteFeed(CommsAdapter &adapter, const IgnoredPeople &ignored, Clock clock = monotonicNow,
              QObject *parent = nullptr);

    //! The emote that this person is playing, or empty.
    QString currentTextOf(const Address &person) const;
    //! The last emote of a person in the room, however long ago.
    std::optional<Emote> lastOf(const Address &person) const;

    QStringList choices() const;
    //! Announces all texts again: the language has changed.
    void retranslate() { emit choicesChanged(); }
    const QString &problem() const { return m_problem; }
    //! Returns false if nothing is sent: the index is out of range, the last emote was less than ownInterval ago, or
    //! sending failed, which sets `problem`.
    Q_INVOKABLE bool play(int choice);

    //! Ends emotes older than displayDuration. Called by a timer.
    void tick();

signals:
    //! A peer has started an emote.
    void shown(const islet::Address &person, const QString &label);
    void ended(const islet::Address &person);
    //! I have started an emote.
    void played(const QString &label);
    void choicesChanged();
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
    QString m_problem; // not retranslated
    RateLimiter m_ownLimit;
};

} // namespace islet
