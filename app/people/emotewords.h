// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QStringList>

namespace islet {

//! The wire names of the base emotes that can be played here, which every explorer knows (the default emotes of
//! godot-explorer and the web client, in our own order).
QStringList playableEmotes();
//! "Wave", for a button; empty if the emote cannot be played here.
QString emoteName(const QString &urn);
//! What the person is doing: "waves". Accepts a base emote's name or full URN. Quotes the end of any other URN, at most
//! 24 characters. One line of plain text.
QString emoteText(const QString &urn);

} // namespace islet
