// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Voice benchmarks, in sections: `bench_voice mouth`. Without a name, runs all of them.

#include "bench/support/table.h"
#include "frames.h"
#include "islets.h"
#include "jitter.h"
#include "mix.h"
#include "mouthtoear.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace islet;

namespace {

//! Prints its results. Returns false, with an error printed, if nothing could be measured.
struct Section {
    QLatin1StringView name;
    bool (*run)(const bench::Effort &effort);
};

const std::array sections{
    Section{"mouth"_L1,
            [](const bench::Effort &effort) {
                bench::Islets islets;
                return bench::measureMouthToEar(effort, &islets);
            }},
    Section{"mix"_L1, bench::measureMix},
    Section{"jitter"_L1, bench::measureJitter},
    Section{"frames"_L1, bench::measureFrames},
};

[[noreturn]] void failUnknownSection(const QString &argument)
{
    QStringList names;
    for (const Section &section : sections)
        names.append(section.name);
    std::fprintf(stderr, "%s is not a section; there are %s.\n", qPrintable(argument), qPrintable(names.join(u", "_s)));
    std::exit(2);
}

//! Removes the section names from the arguments, and returns them.
QStringList takeSectionNames(QStringList &arguments)
{
    QStringList wanted;
    for (const QString &argument : arguments.sliced(1)) {
        if (argument.startsWith(u'-'))
            continue;
        if (std::ranges::none_of(sections, [&](const Section &section) { return argument == section.name; }))
            failUnknownSection(argument);
        wanted.append(argument);
        arguments.removeOne(argument);
    }
    return wanted;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    const QStringList wanted = takeSectionNames(arguments);
    const auto effort = bench::Effort::fromArguments(arguments);
    bench::printConditions(u"real devices, each program in its own process"_s);
    bool isDone = true;
    for (const Section &section : sections) {
        if (wanted.isEmpty() || wanted.contains(section.name))
            isDone = section.run(effort) && isDone;
    }
    return isDone ? 0 : 1;
}
