// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/address.h"

#include <QDateTime>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace islet {

//! The enums of a chat line that views use by name.
namespace chat {
Q_NAMESPACE
QML_NAMED_ELEMENT(Chat)

//! A note is written by Islet; no peer can send one. Stored in files by number.
enum Kind { Theirs, Mine, Note };
Q_ENUM_NS(Kind)
//! Delivery state of my own lines. Unsure was sent just before the connection was lost; Unsent was still queued when
//! reconnecting was given up. Stored in files by number.
enum Delivery { Sent, Waiting, Unsure, Unsent };
Q_ENUM_NS(Delivery)
} // namespace chat

//! One chat line as stored. The texts are safe to display, see displayText(); messages may span several lines, see
//! displayLines().
struct ChatEntry {
    chat::Kind kind = chat::Note;
    chat::Delivery delivery = chat::Sent;
    Address author; //!< invalid for a note
    QString name; //!< the author's name at that time; may be empty
    QString text;
    QString place; //!< where it was received, without secrets; may be empty
    QDateTime received; //!< by our clock
    QDateTime claimed; //!< by the sender's clock; invalid if missing or implausible

    friend bool operator==(const ChatEntry &, const ChatEntry &) = default;
};

//! A chat line found by a search.
struct ChatHit {
    qint64 number;
    chat::Kind kind;
    Address author; //!< invalid for a note

    friend bool operator==(const ChatHit &, const ChatHit &) = default;
};

//! Returns `text` in the form that searches compare: without case, combining marks and compatibility forms.
QString foldedForSearch(const QString &text);

} // namespace islet
