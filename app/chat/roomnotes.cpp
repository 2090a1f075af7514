// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/chat/roomnotes.h"

#include "app/chat/chatmodel.h"

#include "comms/closesentences.h"
#include "comms/stepsentences.h"

#include <utility>

namespace islet {

RoomNotes::RoomNotes(const CommsSession &session, ChatModel &chat, std::function<QString()> placeName, QObject *parent)
    : QObject(parent)
    , m_chat(chat)
{
    connect(&session, &CommsSession::stateChanged, this, [this, &session](CommsSession::State state) {
        // The session does not report leaving when it joins another room.
        if (state == CommsSession::State::Joining && !session.isReconnecting())
            onEnded({});
    });
    connect(&session, &CommsSession::joined, this, [this, name = std::move(placeName)] {
        m_state = State::Connected;
        m_chat.addNote(tr("You joined %1").arg(name()));
    });
    connect(&session, &CommsSession::stepCompleted, this, [this](const HandshakeStep &step) {
        if (step.kind() == HandshakeStep::Kind::Moved)
            m_chat.addNote(sentenceOf(step));
    });
    connect(&session, &CommsSession::lost, this, &RoomNotes::onLost);
    connect(&session, &CommsSession::ended, this, &RoomNotes::onEnded);
}

void RoomNotes::onLost()
{
    if (std::exchange(m_state, State::Lost) == State::Connected) // each failed retry is reported as a loss, too
        m_chat.addNote(tr("The connection was lost."));
}

void RoomNotes::onEnded(const CloseReason &reason)
{
    if (std::exchange(m_state, State::Disconnected) == State::Disconnected)
        return; // never joined
    m_chat.addNote(sentenceOf(reason));
}

} // namespace islet
