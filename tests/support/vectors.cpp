// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "vectors.h"

#include <QFile>
#include <QJsonDocument>

namespace islet::test {

QJsonObject loadVectors(const char *fileName)
{
    QFile file(QStringLiteral(ISLET_VECTORS "/") + QString::fromLatin1(fileName));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", fileName);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s: %s", fileName, qPrintable(error.errorString()));
    return document.object();
}

} // namespace islet::test
