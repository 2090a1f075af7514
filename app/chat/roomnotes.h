// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/commssession.h"

#include <QCoreApplication>

#include <functional>

namespace islet {

class ChatModel;

//! Notes between the lines of the chat: which room one came into, and how one came out of it.
class RoomNotes : public QObject {
    Q_OBJECT

public:
    //! All must outlive this; `placeName` is what people call the room one is in.
    RoomNotes(const CommsSession &session, ChatModel &chat, std::function<QString()> placeName,
              QObject *parent = nullptr);

private:
    enum class Where { Out, In, Lost };

    void onLost();
    void onEnded(const CloseReason &reason);

    ChatModel &m_chat;
    Where m_where = Where::Out;
};

} // namespace islet
