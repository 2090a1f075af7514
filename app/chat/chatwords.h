// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/chat/chatentry.h"

namespace islet {

//! What Islet itself says about lines of chat.
namespace chatWords {

//! "Today", "Yesterday" or the date.
QString day(const QDate &date, const QDate &today);
//! Of the day, as the system writes it.
QString time(const QDateTime &moment);
//! All that is known of a line beside its text, one thing a line. Places may come from strangers.
QString details(const ChatEntry &entry);

} // namespace chatWords

} // namespace islet
