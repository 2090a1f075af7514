// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "qmlstatements.h"

#include <QStringList>

namespace islet::test {

//! Where a stranger's words could be shown by something else than PlainLabel, one sentence each.
QStringList plainQmlComplaints(const QmlSources &sources);

} // namespace islet::test
