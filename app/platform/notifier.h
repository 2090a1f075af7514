// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace islet {

//! A notification to show. Both texts come from a peer, made safe to display on one line: plain text, never markup.
struct Note {
    QString title;
    QString body;

    friend bool operator==(const Note &, const Note &) = default;
};

//! Shows desktop notifications, at most one at a time. Each platform has its own; see makeNotifier().
class Notifier : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! Shows `note`, replacing the current one; returns at once.
    virtual void show(const Note &note) = 0;
    //! Removes the current notification and any that is pending.
    virtual void withdraw() = 0;

signals:
    //! The user clicked the notification.
    void chosen();
    //! The notification could not be shown.
    void failed();
};

//! Returns the platform's implementation, or nullptr if there is none.
std::unique_ptr<Notifier> makeNotifier();

} // namespace islet
