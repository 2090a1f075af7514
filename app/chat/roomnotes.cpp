// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/chat/roomnotes.h"

#include "app/chat/chatmodel.h"

#include <utility>

namespace islet {

RoomNotes::RoomNotes(const CommsSession &session, ChatModel &chat, std::function<QString()> placeName, QObject *parent)
    : QObject(parent)
    , m_chat(chat)
{
    connect(&session, &CommsSession::stateChanged, this, [this, &session](CommsSession::State state) {
        // Who goes elsewhere leaves without a word from the session.
        if (state == CommsSession::State::Joining && !session.isReconnecting())
            onEnded({});
    });
    connect(&session, &CommsSession::joined, this, [this, name = std::move(placeName)] {
        m_where = Where::In;
        m_chat.addNote(tr("You came into %1").arg(name()));
    });
    connect(&session, &CommsSession::stepCompleted, this, [this](const HandshakeStep &step) {
        if (step.kind == HandshakeStep::Kind::Moved)
            m_chat.addNote(step.detail);
    });
    connect(&session, &CommsSession::lost, this, &RoomNotes::onLost);
    connect(&session, &CommsSession::ended, this, &RoomNotes::onEnded);
}

void RoomNotes::onLost()
{
    if (std::exchange(m_where, Where::Lost) == Where::In) // each try that fails is a loss too
        m_chat.addNote(tr("The connection was lost."));
}

void RoomNotes::onEnded(const CloseReason &reason)
{
    if (std::exchange(m_where, Where::Out) == Where::Out)
        return; // one never came in
    m_chat.addNote(reason.kind == CloseReason::Kind::Requested ? tr("You left.") : reason.detail);
}

} // namespace islet
