// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Measures the cost of a map frame, compared with a Repeater that shows the same people as items and with an empty
// window.
// `bench_map frames` and `bench_map room` run one section; `bench_map room --long` watches a room for ten minutes.

#include "bench/support/table.h"
#include "frames.h"
#include "room.h"
#include "stage.h"

#include <QCoreApplication>
#include <QGuiApplication>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace islet;

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    if (arguments.value(1) == bench::stageArgument) {
        const QGuiApplication app(argc, argv);
        return bench::runStage(arguments.mid(2));
    }
    const QCoreApplication app(argc, argv);
    const bool isLong = arguments.removeAll(u"--long"_s) > 0;
    const bool wantsFrames = arguments.removeAll(u"frames"_s) > 0;
    const bool wantsRoom = arguments.removeAll(u"room"_s) > 0;
    const auto effort = bench::Effort::fromArguments(arguments);
    bench::printConditions(u"windows of 1280 x 800 on a virtual screen"_s);
    if (wantsFrames || !wantsRoom)
        bench::measureMapFrames(effort);
    if (wantsRoom || !wantsFrames)
        bench::measureMapRoom(effort, isLong);
    return 0;
}
