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

constexpr int largeBlock = 256 * 1024; // bytes; what is allocated for each frame is smaller
constexpr auto untilQuiet = 1'500ms; // one stands in the room by then

void giveBack()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace

void setMmapThreshold()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, largeBlock);
#endif
}

void trimHeapAfterStartup(QQuickWindow &window)
{
    afterFirstFrame(window, [&window] { QTimer::singleShot(untilQuiet, &window, &giveBack); });
}

} // namespace islet
