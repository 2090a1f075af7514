// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>

#include <optional>

namespace islet {

//! Timestamps of our chat messages: OLE automation days (UTC), as unity-explorer reads them; strictly increasing, since
//! godot- and bevy-explorer drop a message that is not newer than its sender's last one.
class ChatClock {
public:
    double next(const QDateTime &now);

private:
    double m_last = 0;
};

//! The time a sender claims, in any of the units in use (OLE days, Unix seconds, Unix milliseconds); nullopt for
//! seconds since the sender's start, zero and junk. Never sort by it: messages are ordered by arrival.
std::optional<QDateTime> claimedChatTime(double timestamp);

} // namespace islet
