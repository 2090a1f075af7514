// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/look/contrast.h"
#include "protocol/profile.h"

#include <QColor>
#include <QList>

namespace islet {

//! What a person looks like everywhere (map, list, chat), made from their address alone. The colour never stands alone:
//! the initials or the short address come with it.
QColor colorOf(const Address &address);
//! The same, or the colour that comes nearest to the one they chose; `profile` may be null.
QColor colorOf(const Address &address, const Profile *profile);
//! The 24 colours that people have. Each stands out from light and dark ground (3:1), and from each other, for
//! colour-blind eyes less so; tst_personlook measures it.
QList<QColor> paletteColors();
//! "Ana 0x12ab…9f3c", or the short address alone: a name is what somebody says of themselves, so it never stands alone.
QString nameOf(const Address &address, const Profile *profile);
//! What is written on the disc: the first letters of up to two words of `name`, in capitals, at most four UTF-16 units
//! each; two hexadecimal digits of the address when it is empty or has no letter or digit.
QString initialsOf(const Address &address, const QString &name = {});

} // namespace islet
