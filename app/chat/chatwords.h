// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/chat/chatentry.h"

namespace islet {

//! Texts about chat lines.
namespace chatWords {

//! "Today", "Yesterday" or the date.
QString day(const QDate &date, const QDate &today);
//! The time of day in the system's format.
QString time(const QDateTime &moment);
//! All details of a line except its text, one per line. The place may come from a stranger.
QString details(const ChatEntry &entry);

} // namespace chatWords

} // namespace islet
