// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/people/peopleorder.h"

namespace islet {

//! Keyboard handling in the list of people. Home, End and Page Up/Down move. Typed letters select the next person whose
//! name starts with them; letters within typingTimeout form one prefix. Ctrl+Shift+M toggles mute and Ctrl+Shift+I
//! ignore for the current person. Plain letters never act on a person: searching for "Mary" mutes no one.
class PeopleKeys : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")

public:
    static constexpr std::chrono::milliseconds typingTimeout{1'000};

    //! All must outlive this object.
    PeopleKeys(const PeopleOrder &order, PeerAudioSettings &voices, IgnoredPeople &ignored, Clock clock = monotonicNow,
               QObject *parent = nullptr);

    //! Whether the list handles this key (with its text) before the window's shortcuts do. `modifiers` are
    //! Qt::KeyboardModifiers.
    Q_INVOKABLE static bool wants(int key, int modifiers, const QString &text);
    //! `row` is the current one or -1, `page` the number of rows in the view. Returns false if the key is not handled.
    Q_INVOKABLE bool press(int key, int modifiers, const QString &text, int row, int page);

signals:
    //! The view must make this row current.
    void moved(int row);

private:
    bool move(int row);
    bool toggle(int key, int row);
    bool type(const QString &letter, int row);

    const PeopleOrder &m_order;
    PeerAudioSettings &m_voices;
    IgnoredPeople &m_ignored;
    Clock m_clock;
    QString m_typed;
    std::chrono::microseconds m_lastLetter{0};
};

} // namespace islet
