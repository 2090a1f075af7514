// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>

#include <functional>

namespace islet {

//! The time of day, UTC; advances while the machine sleeps. Tests inject their own.
using WallClock = std::function<QDateTime()>;

} // namespace islet
