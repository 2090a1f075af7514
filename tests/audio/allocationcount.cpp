// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "allocationcount.h"

#include <cstdlib>

#if defined(__GLIBC__) && !defined(ISLET_MALLOC_IS_TAKEN)

namespace {

void recordAllocation()
{
    if (islet::test::countsAllocations)
        ++islet::test::allocations;
}

} // namespace

// glibc's own names of the functions behind malloc
extern "C" {
void *__libc_malloc(std::size_t size);
void *__libc_calloc(std::size_t count, std::size_t size);
void *__libc_realloc(void *memory, std::size_t size);
void *__libc_memalign(std::size_t alignment, std::size_t size);

void *malloc(std::size_t size)
{
    recordAllocation();
    return __libc_malloc(size);
}

void *calloc(std::size_t count, std::size_t size)
{
    recordAllocation();
    return __libc_calloc(count, size);
}

void *realloc(void *memory, std::size_t size)
{
    recordAllocation();
    return __libc_realloc(memory, size);
}

void *aligned_alloc(std::size_t alignment, std::size_t size)
{
    recordAllocation();
    return __libc_memalign(alignment, size);
}
}
// NOLINTEND(bugprone-reserved-identifier)

#endif
