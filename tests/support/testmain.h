// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QCoreApplication>
#include <QTest>
#ifdef QT_GUI_LIB
#include <QGuiApplication>
#endif

//! Several test classes in one program, because linking takes longer than compiling. `tst_comms pinger` runs the
//! class that tst_pinger.cpp declares with ISLET_TEST; further arguments go to QTest. Each class is a ctest entry.
namespace islet::test {

//! Runs one class. `name` is its name on the command line; argv[0] is the program, the rest are QTest's arguments.
using RunTest = int (*)(const char *name, int argc, char *argv[]);

//! Registers a class with the program's main().
struct TestRegistration {
    //! `file` is __FILE__ of the class: tst_NAME.cpp.
    TestRegistration(const char *file, RunTest run);
};

template<typename Test, typename Application> int runTest(const char * /*name*/, int argc, char *argv[])
{
    if constexpr (requires { Test::initMain(); })
        Test::initMain();
    const Application app(argc, argv);
    const int status = [&] {
        Test test;
        return QTest::qExec(&test, argc, argv);
    }();
    // Otherwise what was to be deleted later is a leak: only exec() deletes it at its end.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return status;
}

} // namespace islet::test

#define ISLET_REGISTER_TEST(Test, run) static const islet::test::TestRegistration registrationOf##Test(__FILE__, &run)
//! For a class without windows.
#define ISLET_TEST(Test) ISLET_REGISTER_TEST(Test, (islet::test::runTest<Test, QCoreApplication>))
//! For a class with windows.
#define ISLET_GUI_TEST(Test) ISLET_REGISTER_TEST(Test, (islet::test::runTest<Test, QGuiApplication>))
