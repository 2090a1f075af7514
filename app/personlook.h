// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/address.h"

#include <QColor>

namespace islet {

//! What a person looks like everywhere (map, list, chat), made from their address alone. The colour never stands alone:
//! the initials or the short address come with it.
QColor colorOf(const Address &address);
//! Two hexadecimal digits of the address, until there are names.
QString initialsOf(const Address &address);

} // namespace islet
