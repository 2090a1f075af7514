// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QStringList>

namespace islet::test {

//! QML files by the name of the type that each makes.
using QmlSources = QHash<QString, QString>;

//! Where a stranger's words could be shown by something else than PlainLabel, one sentence each.
QStringList plainQmlComplaints(const QmlSources &sources);

} // namespace islet::test
