// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>

// Private to this folder.
namespace islet {

//! Zeroes memory through volatile, which no optimiser may remove.
inline void wipeMemory(void *memory, std::size_t size) noexcept
{
    auto *bytes = static_cast<volatile std::uint8_t *>(memory);
    while (size-- > 0)
        *bytes++ = 0;
}

} // namespace islet
