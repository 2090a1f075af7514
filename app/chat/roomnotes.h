// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/commssession.h"

#include <QCoreApplication>

#include <functional>

namespace islet {

class ChatModel;

//! Adds chat notes about joining, losing and leaving a room.
class RoomNotes : public QObject {
    Q_OBJECT

public:
    //! All references must outlive this object; `placeName` returns the display name of the room.
    RoomNotes(const CommsSession &session, ChatModel &chat, std::function<QString()> placeName,
              QObject *parent = nullptr);

private:
    enum class State { Disconnected, Connected, Lost };

    void onLost();
    void onEnded(const CloseReason &reason);

    ChatModel &m_chat;
    State m_state = State::Disconnected;
};

} // namespace islet
