// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>

#include <optional>

namespace islet {

//! The time stamps of our chat lines: OLE automation days (UTC), as unity-explorer reads them, strictly growing, since
//! godot- and bevy-explorer drop a line that is not newer than the last of its sender.
class ChatClock {
public:
    double next(const QDateTime &now);

private:
    double m_last = 0;
};

//! The time a sender claims, from any of the units in the wild (OLE days, Unix seconds, Unix milliseconds); nothing for
//! seconds since the sender's start, zero and junk. Never to be sorted by: order is that of arrival.
std::optional<QDateTime> claimedChatTime(double timestamp);

} // namespace islet
