// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>

namespace islet {

//! How well two opaque colours can be told apart by their lightness alone, 1 to 21 (WCAG 2.2, contrast ratio).
double contrastOf(const QColor &one, const QColor &other);

//! Black or white, whichever is read better on this ground: at least 4.5, whatever the ground is.
QColor inkOn(const QColor &ground);

} // namespace islet
