// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/look/contrast.h"
#include "protocol/profile.h"

#include <QColor>
#include <QList>

namespace islet {

//! A person's colour everywhere (map, list, chat), derived from their address alone. Never shown without the initials
//! or the short address.
QColor colorOf(const Address &address);
//! The palette colour closest to the one in the profile, or the address's colour. `profile` may be nullptr.
QColor colorOf(const Address &address, const Profile *profile);
//! The 24 colours of people. Each contrasts 3:1 with the light and the dark background and differs from the others,
//! less so with colour blindness; measured by tst_personlook.
QList<QColor> paletteColors();
//! "Ana 0x12ab…9f3c", or the short address. Names are self-declared, so they are never shown without the address.
QString nameOf(const Address &address, const Profile *profile);
//! The text on a person's disc: the first letters of up to two words of `name`, in upper case, at most four UTF-16
//! units each; two hexadecimal digits of the address if `name` has no letter or digit.
QString initialsOf(const Address &address, const QString &name = {});

} // namespace islet
