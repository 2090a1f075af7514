// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Measures how soon Islet's window appears and how much memory it takes, compared with a window with only a button.

#include "bench/support/numbers.h"
#include "bench/support/table.h"
#include "display.h"
#include "launch.h"

#include <QCoreApplication>
#include <QDir>
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

//! A part of the window that a user opens; see bench::longestGaps().
struct Part {
    QString name;
    QString handle;
};

QList<Part> parts()
{
    return {
        {u"settings"_s, u"Ctrl+,"_s},
        {u"the command palette"_s, u"Ctrl+K"_s},
        {u"shortcuts"_s, u"F1"_s},
        {u"places"_s, u"placesButton"_s},
        {u"connection details"_s, u"handshakeButton"_s},
        {u"sound"_s, u"soundButton"_s},
        {u"the profile"_s, u"meButton"_s},
        {u"emotes"_s, u"emotesButton"_s},
        {u"chat search"_s, u"chatSearchButton"_s},
        {u"a person's card"_s, u"peopleList"_s},
    };
}

std::vector<double> mediansOfEach(const std::vector<std::vector<double>> &runs)
{
    std::vector<double> medians;
    for (std::size_t i = 0; i < runs.front().size(); ++i) {
        const auto one = [i](const std::vector<double> &run) { return run.at(i); };
        medians.push_back(bench::median(bench::each(runs, one)));
    }
    return medians;
}

class Comparison {
public:
    Comparison(const bench::Effort &effort, const QString &ours, const QString &theirs)
        : m_effort(effort)
        , m_ours{ours, {}, !effort.isSelfTest}
        , m_inRoom{ours, {u"--embedded"_s}, !effort.isSelfTest}
        , m_theirs{theirs, {}}
    {
        // A user who has already seen the welcome page.
        QFile settings(m_home.filePath(u"config/Islet/Islet.conf"_s));
        if (!QDir().mkpath(QFileInfo(settings).path()) || !settings.open(QIODevice::WriteOnly)
            || settings.write("[window]\nwelcomed=true\n") < 0)
            bench::fail(u"%1 cannot be written: %2."_s.arg(settings.fileName(), settings.errorString()));
    }

    void run(const Renderer &renderer) const
    {
        const QMap<QString, QString> environment = environmentFor(renderer);
        compare(renderer, environment);
        if (!m_effort.isSelfTest)
            open(renderer, environment);
    }

private:
    void compare(const Renderer &renderer, const QMap<QString, QString> &environment) const
    {
        const auto settling = m_effort.pick(2'000ms, 1'000ms);
        // Launch each once beforehand, to warm the disk caches.
        for (const bench::Program &program : {m_ours, m_inRoom, m_theirs})
            bench::launch(program, environment, 1s);
        Launches ours;
        Launches inRoom;
        Launches theirs;
        for (int i = 0; i < m_effort.pick(7, 3); ++i) {
            ours.push_back(bench::launch(m_ours, environment, settling));
            theirs.push_back(bench::launch(m_theirs, environment, settling));
            if (!m_effort.isSelfTest)
                inRoom.push_back(bench::launch(m_inRoom, environment, settling));
        }
        bench::Table table(u"start, drawn by "_s + renderer.name, u"bare window"_s);
        table.addRatio(u"exec to first frame, ms"_s, start(ours), start(theirs), 0, bench::Target::atMost(1.3));
        table.addNote(u"exec to all of the window, ms"_s, complete(ours), complete(theirs), 0);
        table.addRatio(u"memory (PSS) soon after, MiB"_s, pss(ours), pss(theirs), 1, bench::Target::atMost(1.3));
        table.addNote(u"resident (RSS), shared or not, MiB"_s, bench::median(bench::each(ours, &bench::Launch::rss)),
                      bench::median(bench::each(theirs, &bench::Launch::rss)), 1);
        if (!m_effort.isSelfTest) {
            table.addNote(u"with --embedded: exec to first frame, ms"_s, start(inRoom), start(theirs), 0);
            table.addNote(u"with --embedded: memory (PSS) in the room, MiB"_s, pss(inRoom), pss(theirs), 1);
        }
        table.print();
    }

    void open(const Renderer &renderer, const QMap<QString, QString> &environment) const
    {
        QStringList handles;
        for (const Part &part : parts())
            handles.append(part.handle);
        std::vector<std::vector<double>> runs(m_effort.pick(5, 1));
        for (std::vector<double> &gaps : runs)
            gaps = bench::longestGaps(m_inRoom, environment, handles);
        const std::vector<double> gaps = mediansOfEach(runs);
        bench::Table table(u"longest time unresponsive, drawn by "_s + renderer.name, u"nothing"_s);
        table.addValue(u"while joining, ms"_s, gaps.front(), 0, bench::Target::atMost(50));
        for (std::size_t i = 1; i < gaps.size(); ++i)
            table.addValue(u"opening "_s + parts().at(i - 1).name, gaps.at(i), 0, bench::Target::atMost(50));
        table.print();
    }

    using Launches = std::vector<bench::Launch>;

    static double start(const Launches &launches)
    {
        const auto milliseconds = [](const bench::Launch &one) { return 1e3 * bench::seconds(one.untilFirstFrame); };
        return bench::median(bench::each(launches, milliseconds));
    }

    static double complete(const Launches &launches)
    {
        const auto milliseconds = [](const bench::Launch &one) { return 1e3 * bench::seconds(one.untilComplete); };
        return bench::median(bench::each(launches, milliseconds));
    }

    static double pss(const Launches &launches) { return bench::median(bench::each(launches, &bench::Launch::pss)); }

    //! Uses a separate home directory, so that the user's own settings and recent places have no influence.
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
    bench::Program m_ours;
    bench::Program m_inRoom;
    bench::Program m_theirs;
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
        bench::fail(u"There is no %1; build it first, or pass --self."_s.arg(islet));
    bench::printConditions(u"%1 alternating starts each on a virtual screen"_s.arg(effort.pick(7, 3)));
    const Comparison comparison(effort, islet, bare);
    comparison.run({u"OpenGL"_s, {}});
    comparison.run({u"software"_s, u"software"_s});
    return 0;
}
