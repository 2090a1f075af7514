// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

#include <optional>

namespace islet::test {

//! The most memory this process has held, in KiB; nothing where the system does not say, or where a sanitizer keeps
//! memory that was given back.
std::optional<qint64> peakMemory();

} // namespace islet::test
