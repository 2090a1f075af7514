// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "plainqmlrules.h"

namespace islet::test {

//! One line for each literal colour, size or time in QML outside Theme.
//!
//! Allowed are "transparent", 0 to 2, and numbers that multiply or divide a named value.
QStringList literalComplaints(const QmlSources &sources);
//! One line for each symbol written as a character (arrow, dots, plus, cross) that should be an Icon.
QStringList glyphComplaints(const QmlSources &sources);

} // namespace islet::test
