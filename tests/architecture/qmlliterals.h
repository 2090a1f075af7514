// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "plainqmlrules.h"

namespace islet::test {

//! Where QML outside Theme holds a colour, size or time of its own, one sentence each.
//!
//! Allowed are "transparent", 0 to 2, and numbers that multiply or divide something that has a name.
QStringList literalComplaints(const QmlSources &sources);
//! Where a sign stands as a letter (arrows, dots, plus, cross) that should be an Icon.
QStringList signComplaints(const QmlSources &sources);

} // namespace islet::test
