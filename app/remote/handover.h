// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace islet {

//! Gives a link to the window that listens at `address`, which asks before it does anything; false when there is none,
//! or it does not answer within 3 s.
bool forwardToRunningInstance(const QString &address, const QString &link);

} // namespace islet
