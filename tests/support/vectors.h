// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace islet::test {

//! A file of tests/vectors; ends the test run with a message when it cannot be read.
QJsonObject loadVectors(const char *fileName);

inline QByteArray fromHex(const QJsonValue &value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

} // namespace islet::test
