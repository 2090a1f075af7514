// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

// For one .cpp of a test program: it replaces malloc for the whole program, libraries in C included.

#include <cstddef>
#include <cstdlib>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define ISLET_MALLOC_IS_TAKEN
#endif
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define ISLET_MALLOC_IS_TAKEN
#endif

namespace islet::test {

inline thread_local bool countsAllocations = false;
inline thread_local std::size_t allocations = 0;

#if defined(__GLIBC__) && !defined(ISLET_MALLOC_IS_TAKEN)
constexpr bool canCountAllocations = true;
#else
constexpr bool canCountAllocations = false;
#endif

//! How often `action` asks for memory in this thread; 0 where canCountAllocations is false.
template<typename Action> std::size_t allocationsIn(Action action)
{
    allocations = 0;
    countsAllocations = true;
    action();
    countsAllocations = false;
    return allocations;
}

inline void noteAllocation()
{
    if (countsAllocations)
        ++allocations;
}

} // namespace islet::test

#if defined(__GLIBC__) && !defined(ISLET_MALLOC_IS_TAKEN)

// NOLINTBEGIN(bugprone-reserved-identifier): glibc's own names for what stands behind malloc
extern "C" {
void *__libc_malloc(std::size_t size);
void *__libc_calloc(std::size_t count, std::size_t size);
void *__libc_realloc(void *memory, std::size_t size);
void *__libc_memalign(std::size_t alignment, std::size_t size);

void *malloc(std::size_t size)
{
    islet::test::noteAllocation();
    return __libc_malloc(size);
}

void *calloc(std::size_t count, std::size_t size)
{
    islet::test::noteAllocation();
    return __libc_calloc(count, size);
}

void *realloc(void *memory, std::size_t size)
{
    islet::test::noteAllocation();
    return __libc_realloc(memory, size);
}

void *aligned_alloc(std::size_t alignment, std::size_t size)
{
    islet::test::noteAllocation();
    return __libc_memalign(alignment, size);
}
}
// NOLINTEND(bugprone-reserved-identifier)

#endif
