// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

// Its .cpp replaces malloc for the whole test program, including C libraries.

#include <cstddef>

// GCC's macros first: a library's header may define __has_feature as 0 for compilers that have none.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define ISLET_MALLOC_IS_TAKEN
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define ISLET_MALLOC_IS_TAKEN
#endif
#endif

namespace islet::test {

inline thread_local bool countsAllocations = false;
inline thread_local std::size_t allocations = 0;

#if defined(__GLIBC__) && !defined(ISLET_MALLOC_IS_TAKEN)
constexpr bool canCountAllocations = true;
#else
constexpr bool canCountAllocations = false;
#endif

//! Counts the allocations `action` makes in this thread; 0 if canCountAllocations is false.
template<typename Action> std::size_t allocationsIn(Action action)
{
    allocations = 0;
    countsAllocations = true;
    action();
    countsAllocations = false;
    return allocations;
}

} // namespace islet::test
