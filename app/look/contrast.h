// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>

namespace islet {

//! The contrast ratio of two opaque colours as WCAG 2.2 defines it, 1 to 21.
double contrastOf(const QColor &one, const QColor &other);

//! Black or white, whichever contrasts better with this background. The ratio is always at least 4.5.
QColor inkOn(const QColor &ground);

} // namespace islet
