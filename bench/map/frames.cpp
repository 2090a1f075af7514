// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "frames.h"

#include "bench/start/display.h"
#include "bench/support/table.h"
#include "stage.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet::bench {

namespace {

constexpr auto near = "12"_L1; // pixels per metre: faces, with initials and names
constexpr double frameBudget = 16.7; // ms; 60 frames per second

struct Frames {
    std::vector<double> wall; //!< ms
    std::vector<double> cpu;

    double typical() const { return median(wall); }
    double slow() const { return percentile(wall, 0.95); }
    double typicalCpu() const { return median(cpu); }
};

class Comparison {
public:
    explicit Comparison(const Effort &effort)
        : m_effort(effort)
    { }

    void run(const QString &title, const QString &backend, int people)
    {
        const bool isMany = people > 1'000;
        const int ours = m_effort.pick(300, 60);
        const int theirs = m_effort.pick(isMany ? 6 : 40, isMany ? 2 : 10);
        std::vector<Frames> maps;
        std::vector<Frames> repeaters;
        std::vector<Frames> floors;
        for (int round = 0; round < m_effort.pick(3, 1); ++round) {
            maps.push_back(stage(u"map"_s, people, backend, ours));
            floors.push_back(stage(u"empty"_s, 0, backend, ours));
            // The largest case takes minutes, and its ratio need not be exact to a few percent.
            if (!isMany || round == 0)
                repeaters.push_back(stage(u"repeater"_s, people, backend, theirs));
        }
        const auto of = [](const std::vector<Frames> &runs, auto field) { return median(each(runs, field)); };
        Table table(title, u"Repeater"_s);
        const double map = of(maps, &Frames::typicalCpu);
        const double repeater = of(repeaters, &Frames::typicalCpu);
        const double floor = of(floors, &Frames::typicalCpu);
        if (backend == "software"_L1)
            table.addRatio(u"a frame, ms of CPU"_s, map, repeater, 2, Target::atMost(isMany ? 1. / 500 : 1. / 30));
        else
            table.addRatio(u"above an empty window, ms of CPU"_s, std::max(0., map - floor),
                           std::max(0.001, repeater - floor), 2, Target::atMost(0.4));
        if (isMany && backend == "software"_L1)
            table.addValue(u"a frame, 95th percentile, ms"_s, of(maps, &Frames::slow), 2, Target::atMost(frameBudget));
        table.addNote(u"a frame, ms"_s, of(maps, &Frames::typical), of(repeaters, &Frames::typical), 2);
        table.addNote(u"an empty window's, ms of CPU"_s, floor, std::nullopt, 2);
        table.print();
    }

private:
    Frames stage(const QString &kind, int people, const QString &backend, int frames) const
    {
        Child child({QCoreApplication::applicationFilePath(),
                     {stageArgument, kind, QString::number(people), near, QString::number(frames)},
                     {{u"DISPLAY"_s, m_display.name()},
                      {u"WAYLAND_DISPLAY"_s, {}},
                      {u"QT_QPA_PLATFORM"_s, u"xcb"_s},
                      {u"QT_QPA_UPDATE_IDLE_TIME"_s, u"0"_s}, // no pause between frames, for any of the candidates
                      {u"QT_QUICK_BACKEND"_s, backend}}});
        Frames times;
        for (int i = 0; i < frames; ++i) {
            const QList<QByteArray> words = child.readLine("frame ", 600s).split(' ');
            if (words.size() != 2)
                fail(u"A stage says something else than its frames."_s);
            times.wall.push_back(words[0].toDouble());
            times.cpu.push_back(words[1].toDouble());
        }
        return times;
    }

    Effort m_effort;
    Display m_display;
};

} // namespace

void measureMapFrames(const Effort &effort)
{
    Comparison comparison(effort);
    comparison.run(u"1,000 people who walk, drawn by software"_s, u"software"_s, 1'000);
    comparison.run(u"10,000 people who walk, drawn by software"_s, u"software"_s, 10'000);
    comparison.run(u"1,000 people who walk, drawn by OpenGL"_s, {}, 1'000);
}

} // namespace islet::bench
