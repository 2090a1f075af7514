// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace islet::test {

//! Returns a file of tests/vectors; aborts the test run with a message if it cannot be read.
QJsonObject loadVectors(const char *fileName);

inline QByteArray fromHex(const QJsonValue &value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

} // namespace islet::test
