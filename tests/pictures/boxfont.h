// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

namespace islet::test {

//! A TrueType font in which every letter is the same box and a space is a gap, so that text looks the same on every
//! machine, whatever fonts are installed.
QByteArray boxFont();

//! Makes boxFont() the application's font, 13 pixels high. Returns false if Qt rejects it.
bool useBoxFont();

} // namespace islet::test
