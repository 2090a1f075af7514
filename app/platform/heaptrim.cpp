// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/platform/heaptrim.h"

#include "app/platform/firstframe.h"

#include <QQuickWindow>
#include <QTimer>

#include <chrono>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr int mmapThreshold = 256 * 1024; // bytes; per-frame allocations are smaller
constexpr auto trimDelay = 1'500ms; // the room is joined by then

void trimHeap()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace

void setMmapThreshold()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, mmapThreshold);
#endif
}

void trimHeapAfterStartup(QQuickWindow &window)
{
    afterFirstFrame(window, [&window] { QTimer::singleShot(trimDelay, &window, &trimHeap); });
}

} // namespace islet
