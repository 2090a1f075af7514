// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "display.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet::bench {

namespace {

Child::Command xvfb()
{
    const QString program = QStandardPaths::findExecutable(u"Xvfb"_s);
    if (program.isEmpty())
        fail(u"Xvfb is missing. Install it with `sudo apt install xvfb`."_s);
    return {program, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1600x1000x24"_s, u"-nolisten"_s, u"tcp"_s}};
}

} // namespace

Display::Display()
    : m_server(xvfb())
    , m_name(u":"_s + QString::fromLatin1(m_server.readLine({}, 20s)))
{ }

} // namespace islet::bench
