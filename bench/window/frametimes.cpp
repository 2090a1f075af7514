// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "frametimes.h"

#include "opener.h"

#include <QQuickWindow>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <memory>
#include <utility>

using namespace std::chrono_literals;

namespace islet {

namespace {

using Clock = std::chrono::steady_clock;

struct Frames {
    Clock::time_point begun;
    Clock::time_point shown;
};

constexpr auto turn = 5ms;
constexpr auto report = 1s;

struct Turns {
    Clock::time_point last = Clock::now();
    Clock::time_point reported = last;
    Clock::duration longest{0};
    int reports = 0;
};

double milliseconds(Clock::duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

//! Prints `what` and the time once the next frame is on the screen.
void reportNextFrame(QQuickWindow &window, const char *what)
{
    QObject::connect(
        &window, &QQuickWindow::frameSwapped, &window,
        [what] {
            const auto now = std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now().time_since_epoch());
            std::fprintf(stderr, "%s %lld\n", what, static_cast<long long>(now.count()));
        },
        Qt::ConnectionType(Qt::DirectConnection | Qt::SingleShotConnection));
}

void reportEachFrame(QQuickWindow &window)
{
    // A frame may begin on one thread and end on another, but there is never more than one at a time.
    const auto frames = std::make_shared<Frames>();
    QObject::connect(
        &window, &QQuickWindow::afterAnimating, &window, [frames] { frames->begun = Clock::now(); },
        Qt::DirectConnection);
    QObject::connect(
        &window, &QQuickWindow::frameSwapped, &window,
        [frames] {
            const auto now = Clock::now();
            std::fprintf(stderr, "frame %.3f %.3f\n", milliseconds(now - frames->begun),
                         milliseconds(now - frames->shown));
            frames->shown = now;
        },
        Qt::DirectConnection);
}

void reportGaps(QQuickWindow &window)
{
    const auto firstFrame = std::make_shared<std::atomic<Clock::time_point>>(Clock::time_point());
    QObject::connect(
        &window, &QQuickWindow::frameSwapped, &window, [firstFrame] { *firstFrame = Clock::now(); },
        Qt::ConnectionType(Qt::DirectConnection | Qt::SingleShotConnection));
    auto *timer = new QTimer(&window);
    timer->setTimerType(Qt::PreciseTimer);
    const QStringList handles = qEnvironmentVariable("ISLET_BENCH_OPEN").split(u' ', Qt::SkipEmptyParts);
    Opener opener(window, handles);
    QObject::connect(timer, &QTimer::timeout, timer, [firstFrame, turns = Turns(), opener]() mutable {
        if (firstFrame->load() == Clock::time_point())
            return;
        if (turns.reports == 0) // work queued by the first frame runs before any timer started now
            turns.last = std::max(turns.last, firstFrame->load());
        const auto now = Clock::now();
        turns.longest = std::max<Clock::duration>(turns.longest, now - std::exchange(turns.last, now) - turn);
        if (now - std::max(turns.reported, firstFrame->load()) < report)
            return;
        std::fprintf(stderr, "longest gap %.1f\n", milliseconds(turns.longest));
        turns.longest = {};
        turns.reported = now;
        if (++turns.reports > 1) // the first seconds belong to joining
            opener.openNext();
    });
    timer->start(turn);
}

} // namespace

void reportFrameTimes(QQuickWindow &window)
{
    if (qEnvironmentVariableIsSet("ISLET_BENCH_START"))
        reportNextFrame(window, "first frame");
    if (qEnvironmentVariableIsSet("ISLET_BENCH_FRAMES"))
        reportEachFrame(window);
    if (qEnvironmentVariableIsSet("ISLET_BENCH_GAPS"))
        reportGaps(window);
}

void reportComplete(QQuickWindow &window)
{
    if (qEnvironmentVariableIsSet("ISLET_BENCH_START"))
        reportNextFrame(window, "complete");
}

} // namespace islet
