// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "room.h"

#include "bench/start/display.h"
#include "bench/support/table.h"

#include <QTemporaryDir>

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet::bench {

namespace {

//! A window with its own display and home directory.
class Window {
public:
    Window(const Display &display, const QString &program, const QStringList &arguments)
        : m_child({neighbour(program),
                   arguments,
                   {{u"DISPLAY"_s, display.name()},
                    {u"WAYLAND_DISPLAY"_s, {}},
                    {u"QT_QPA_PLATFORM"_s, u"xcb"_s},
                    {u"QT_QUICK_BACKEND"_s, u"software"_s},
                    {u"ISLET_BENCH_START"_s, u"1"_s},
                    {u"ISLET_BENCH_FRAMES"_s, u"1"_s},
                    {u"HOME"_s, m_home.path()},
                    {u"XDG_CONFIG_HOME"_s, m_home.filePath(u"config"_s)},
                    {u"XDG_CACHE_HOME"_s, m_home.filePath(u"cache"_s)},
                    {u"XDG_DATA_HOME"_s, m_home.filePath(u"data"_s)},
                    {u"XDG_RUNTIME_DIR"_s, m_home.path()},
                    {u"PULSE_SERVER"_s, u"unix:"_s + m_home.filePath(u"no-sound"_s)},
                    {u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path="_s + m_home.filePath(u"no-bus"_s)}},
                   Child::Listen::Errors})
    {
        m_child.readLine("first frame", 30s);
    }

    Child &child() { return m_child; }

private:
    QTemporaryDir m_home;
    Child m_child;
};

//! Returns the frame times in milliseconds over `length`.
std::vector<double> watchFrames(Child &window, std::chrono::seconds length)
{
    std::vector<double> frames;
    const auto end = monotonicTime() + length;
    while (monotonicTime() < end)
        frames.push_back(window.readLine("frame ", 30s).split(' ').value(0).toDouble());
    return frames;
}

double shareOfCore(Child &window, std::chrono::seconds length)
{
    const auto before = window.cpuTime();
    std::this_thread::sleep_for(length);
    return seconds(window.cpuTime() - before) / seconds(length);
}

} // namespace

void measureMapRoom(const Effort &effort, bool isLong)
{
    const auto length = effort.pick(60s, 8s);
    const Display display;
    Window empty(display, u"barewindow"_s, {});
    const double floor = shareOfCore(empty.child(), 5s);
    Window window(display, u"islet"_s, {u"simulator:?peers=200&seed=7&walk=crowd&chat=60&talk=3"_s});
    watchFrames(window.child(), effort.pick(10s, 4s)); // until everyone has joined
    const auto before = window.child().cpuTime();
    const auto begun = monotonicTime();
    std::vector<double> frames = watchFrames(window.child(), length);
    const double core = seconds(window.child().cpuTime() - before) / seconds(monotonicTime() - begun);
    std::ranges::sort(frames);

    Table table(u"the window among 200 people who walk, chat and talk, drawn by software"_s, u"bare window"_s);
    table.addValue(u"the slowest frame of %1 s, ms"_s.arg(length.count()), frames.back(), 1, Target::atMost(33));
    table.addValue(u"of a core, more than the bare window, %"_s, 100 * (core - floor), 1, Target::atMost(15));
    table.addNote(u"a frame, median, ms"_s, frames[frames.size() / 2], std::nullopt, 2);
    table.addNote(u"frames a second"_s, static_cast<double>(frames.size()) / seconds(monotonicTime() - begun),
                  std::nullopt, 1);
    if (isLong) {
        watchFrames(window.child(), effort.pick(60s, 4s)); // until everyone has talked and has a picture
        const auto own = [&window] { return window.child().memory("Private_Dirty:"); };
        const double memory = own();
        watchFrames(window.child(), effort.pick(600s, 20s));
        table.addValue(u"memory of its own grown in the ten minutes after two, MiB"_s, own() - memory, 1,
                       Target::atMost(4));
    }
    table.print();
}

} // namespace islet::bench
