// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/profile.h"

#include <QColor>
#include <QList>

namespace islet {

//! What a person looks like everywhere (map, list, chat), made from their address alone. The colour never stands alone:
//! the initials or the short address come with it.
QColor colorOf(const Address &address);
//! The same, or the colour that comes nearest to the one they chose; `profile` may be null.
QColor colorOf(const Address &address, const Profile *profile);
//! The 24 colours that people have.
QList<QColor> paletteColors();
//! "Ana 0x12ab…9f3c", or the short address alone: a name is what somebody says of themselves, so it never stands alone.
QString nameOf(const Address &address, const Profile *profile);
//! Two hexadecimal digits of the address, until there are names.
QString initialsOf(const Address &address);

} // namespace islet
