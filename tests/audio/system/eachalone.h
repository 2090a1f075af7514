// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QCoreApplication>
#include <QMetaMethod>
#include <QProcess>
#include <QTest>

#include <cstdio>
#include <cstdlib>

namespace islet::test {

//! Runs each test function in a process of its own, for things a process can do only once. Such a process ends with
//! _Exit(): a normal exit would wait for threads that never return.
template<typename Test> int runEachInOwnProcess(const char *testName, int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    Test test;
    if (argc > 1) {
        const int result = QTest::qExec(&test, argc, argv);
        std::fflush(nullptr);
        std::_Exit(result);
    }
    int failed = 0;
    const QMetaObject *meta = &Test::staticMetaObject;
    for (int i = meta->methodOffset(); i < meta->methodCount(); ++i) {
        const QString name = QString::fromLatin1(meta->method(i).name());
        if (meta->method(i).access() != QMetaMethod::Private)
            continue;
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QCoreApplication::applicationFilePath(),
                      {QString::fromLatin1(testName), name, QStringLiteral("-maxwarnings"), QStringLiteral("50")});
        constexpr int timeout = 100'000; // ms
        if (!process.waitForFinished(timeout) || process.exitStatus() != QProcess::NormalExit
            || process.exitCode() != 0) {
            std::fprintf(stderr, "FAILED: %s\n", qPrintable(name));
            process.kill();
            process.waitForFinished();
            ++failed;
        }
    }
    return failed;
}

} // namespace islet::test
