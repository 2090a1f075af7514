// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "qmlstatements.h"

#include <QStringList>

namespace islet::test {

//! One line for each place where anything but PlainLabel could show untrusted text.
QStringList plainQmlComplaints(const QmlSources &sources);

} // namespace islet::test
