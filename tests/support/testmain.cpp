// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "testmain.h"

#include <cstdio>
#include <map>
#include <string>
#include <string_view>

namespace islet::test {

namespace {

using Tests = std::map<std::string, RunTest, std::less<>>;

//! Filled before main().
Tests &tests()
{
    static Tests all;
    return all;
}

//! Returns "pinger" for tests/comms/tst_pinger.cpp.
std::string nameOf(std::string_view file)
{
    constexpr std::string_view prefix = "tst_";
    const std::size_t begin = file.rfind(prefix) + prefix.size();
    return std::string(file.substr(begin, file.rfind('.') - begin));
}

} // namespace

TestRegistration::TestRegistration(const char *file, RunTest run)
{
    tests().emplace(nameOf(file), run);
}

} // namespace islet::test

int main(int argc, char *argv[])
{
    using namespace islet::test;
    const auto found = argc > 1 ? tests().find(std::string_view(argv[1])) : tests().end();
    if (found == tests().end()) {
        std::fputs("Name one of these tests, then QTest's arguments:\n", stderr);
        for (const auto &[name, run] : tests())
            std::fprintf(stderr, "  %s\n", name.c_str());
        return 2;
    }
    argv[1] = argv[0];
    return found->second(found->first.c_str(), argc - 1, argv + 1);
}
