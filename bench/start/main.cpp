// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// How soon Islet's window is there and how much memory it takes: beside a window with nothing but a button.

#include "start/display.h"
#include "start/launch.h"
#include "support/numbers.h"
#include "support/table.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace islet;

namespace {

struct Renderer {
    QString name;
    QString backend; //!< QT_QUICK_BACKEND
};

class Comparison {
public:
    Comparison(const bench::Effort &effort, const QString &ours, const QString &theirs)
        : m_effort(effort)
        , m_ours(ours)
        , m_theirs(theirs)
    { }

    void run(const Renderer &renderer) const
    {
        const QMap<QString, QString> environment = environmentFor(renderer);
        const auto settling = m_effort.pick(2'000ms, 1'000ms);
        // Once each beforehand: what they read from the disk and keep in caches is there from then on.
        bench::launch(m_ours, environment, 1s);
        bench::launch(m_theirs, environment, 1s);
        std::vector<bench::Launch> ours;
        std::vector<bench::Launch> theirs;
        for (int i = 0; i < m_effort.pick(7, 3); ++i) {
            ours.push_back(bench::launch(m_ours, environment, settling));
            theirs.push_back(bench::launch(m_theirs, environment, settling));
        }
        const auto start = [](const bench::Launch &launch) { return 1e3 * bench::seconds(launch.untilFirstFrame); };
        bench::Table table(u"start, drawn by "_s + renderer.name, u"bare window"_s);
        table.addRatio(u"exec to first frame, ms"_s, bench::median(bench::each(ours, start)),
                       bench::median(bench::each(theirs, start)), 0, bench::Target::atMost(1.3));
        table.addRatio(u"memory (PSS) soon after, MiB"_s, bench::median(bench::each(ours, &bench::Launch::pss)),
                       bench::median(bench::each(theirs, &bench::Launch::pss)), 1, bench::Target::atMost(1.3));
        table.addNote(u"resident (RSS), shared or not, MiB"_s, bench::median(bench::each(ours, &bench::Launch::rss)),
                      bench::median(bench::each(theirs, &bench::Launch::rss)), 1);
        if (!m_effort.isSelfTest)
            table.addValue(u"unanswered at a stretch, on the way in, ms"_s, gap(environment), 0,
                           bench::Target::atMost(50));
        table.print();
    }

private:
    double gap(const QMap<QString, QString> &environment) const
    {
        std::vector<double> gaps(m_effort.pick(5, 3));
        for (double &longest : gaps)
            longest = bench::longestGap(m_ours, environment);
        return bench::median(gaps);
    }

    //! A home of its own, so that the measured person's settings and places play no part.
    QMap<QString, QString> environmentFor(const Renderer &renderer) const
    {
        return {
            {u"DISPLAY"_s, m_display.name()},
            {u"WAYLAND_DISPLAY"_s, {}},
            {u"QT_QPA_PLATFORM"_s, u"xcb"_s},
            {u"QT_QUICK_BACKEND"_s, renderer.backend},
            {u"ISLET_BENCH_START"_s, u"1"_s},
            {u"HOME"_s, m_home.path()},
            {u"XDG_CONFIG_HOME"_s, m_home.filePath(u"config"_s)},
            {u"XDG_CACHE_HOME"_s, m_home.filePath(u"cache"_s)},
            {u"XDG_DATA_HOME"_s, m_home.filePath(u"data"_s)},
            {u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path="_s + m_home.filePath(u"no-bus"_s)},
        };
    }

    bench::Effort m_effort;
    QString m_ours;
    QString m_theirs;
    bench::Display m_display;
    QTemporaryDir m_home;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const auto effort = bench::Effort::fromArguments(QCoreApplication::arguments(), true);
    const QString bare = bench::neighbour(u"barewindow"_s);
    const QString islet = effort.isSelfTest ? bare : bench::neighbour(u"islet"_s);
    if (!QFileInfo::exists(islet))
        bench::fail(u"There is no %1; build it first, or say --self."_s.arg(islet));
    bench::printGround(u"%1 alternating starts each on a virtual screen"_s.arg(effort.pick(7, 3)));
    const Comparison comparison(effort, islet, bare);
    comparison.run({u"OpenGL"_s, {}});
    comparison.run({u"software"_s, u"software"_s});
    return 0;
}
