// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/people/peopleorder.h"

namespace islet {

//! The keyboard within the list: Home, End and whole pages; letters go to who begins with them, several within
//! betweenLetters to who begins with all of them; Ctrl+Shift+M mutes and Ctrl+Shift+I ignores the current person, or
//! ends that. No letter alone does anything to anybody: who looks for Mary mutes nobody.
class PeopleKeys : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")

public:
    static constexpr std::chrono::milliseconds betweenLetters{1'000};

    //! All must outlive this.
    PeopleKeys(const PeopleOrder &order, PeerAudioSettings &voices, IgnoredPeople &ignored, Clock clock = monotonicNow,
               QObject *parent = nullptr);

    //! Whether the list wants a key that brings this text, before a shortcut of the window gets it. `modifiers` are
    //! Qt::KeyboardModifiers.
    Q_INVOKABLE static bool wants(int key, int modifiers, const QString &text);
    //! `row` is the current one or -1, `page` how many fit into the view. False for a key that means nothing here.
    Q_INVOKABLE bool press(int key, int modifiers, const QString &text, int row, int page);

signals:
    //! The current person is to be the one there.
    void moved(int row);

private:
    bool move(int row);
    bool wish(int key, int row);
    bool type(const QString &letter, int row);

    const PeopleOrder &m_order;
    PeerAudioSettings &m_voices;
    IgnoredPeople &m_ignored;
    Clock m_clock;
    QString m_typed;
    std::chrono::microseconds m_lastLetter{0};
};

} // namespace islet
