// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>

#include <functional>

namespace islet {

//! The time of day, UTC; goes on while the machine sleeps. Tests bring their own.
using WallClock = std::function<QDateTime()>;

} // namespace islet
