// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

#include <optional>

namespace islet::test {

//! Returns this process's peak memory in KiB; nullopt if the system does not report it, or if a sanitizer holds back
//! freed memory.
std::optional<qint64> peakMemory();

} // namespace islet::test
