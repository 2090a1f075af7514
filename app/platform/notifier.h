// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace islet {

//! What the desktop is to show. Both are a stranger's words, made fit to be shown on one line: plain text, never
//! markup.
struct Note {
    QString title;
    QString body;

    friend bool operator==(const Note &, const Note &) = default;
};

//! The desktop's notifications; one of ours is open at most. Each system has its own way; see makeNotifier().
class Notifier : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! Shows `note` instead of the one that is open; returns at once.
    virtual void show(const Note &note) = 0;
    //! Takes away what is open, and what was on its way.
    virtual void withdraw() = 0;

signals:
    //! Somebody chose the note.
    void chosen();
    //! What was to be shown is not.
    void failed();
};

//! That of the system which this was built for; null where there is none.
std::unique_ptr<Notifier> makeNotifier();

} // namespace islet
