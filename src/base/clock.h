// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>
#include <functional>

namespace islet {

//! Monotonic time since an arbitrary start. Tests inject their own.
using Clock = std::function<std::chrono::microseconds()>;

inline std::chrono::microseconds monotonicNow()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace islet
