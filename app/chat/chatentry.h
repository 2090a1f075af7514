// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/address.h"

#include <QDateTime>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace islet {

//! What the views ask of a line of chat, by name.
namespace chat {
Q_NAMESPACE
QML_NAMED_ELEMENT(Chat)

//! A note is Islet's own word; no peer can write one. Kept in files by number.
enum Kind { Theirs, Mine, Note };
Q_ENUM_NS(Kind)
//! Of my own lines: whether it went out. Unsure is what went just before the way was lost, Unsent what waited until
//! one gave up. Kept in files by number.
enum Delivery { Sent, Waiting, Unsure, Unsent };
Q_ENUM_NS(Delivery)
} // namespace chat

//! One line of chat as it is kept. The texts are fit to be shown, see displayText(); what people said may stand on
//! several lines, see displayLines().
struct ChatEntry {
    chat::Kind kind = chat::Note;
    chat::Delivery delivery = chat::Sent;
    Address author; //!< none of a note
    QString name; //!< that the author had then; or empty
    QString text;
    QString place; //!< where it was said, without secrets; or empty
    QDateTime received; //!< by our clock
    QDateTime claimed; //!< by the sender's; invalid when they said nothing sensible

    friend bool operator==(const ChatEntry &, const ChatEntry &) = default;
};

//! A line that a search found.
struct ChatHit {
    qint64 number;
    chat::Kind kind;
    Address author; //!< none of a note

    friend bool operator==(const ChatHit &, const ChatHit &) = default;
};

//! `text` as it is compared in a search: without case, marks and compatible forms.
QString foldedForSearch(const QString &text);

} // namespace islet
