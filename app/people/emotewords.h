// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QStringList>

namespace islet {

//! The base emotes that can be played here, as they go over the wire: names that every explorer knows (the default
//! emotes of godot-explorer and of the web client, in an order of our own).
QStringList playableEmotes();
//! "Wave", for a button; empty for an emote that cannot be played here.
QString emoteName(const QString &urn);
//! What somebody does who plays it: "waves". A base emote may come by its name or by its full URN; of any other the end
//! of the URN is quoted, at most 24 characters. Plain text on one line.
QString emoteWords(const QString &urn);

} // namespace islet
