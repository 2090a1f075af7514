// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

namespace islet::test {

//! A TrueType font in which every letter is the same box and a space is a gap: text has the same size and the same look
//! on every machine, whatever fonts it has.
QByteArray boxFont();

//! Makes it the application's font, 13 pixels high; false when it is refused.
bool useBoxFont();

} // namespace islet::test
