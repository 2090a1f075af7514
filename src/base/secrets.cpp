// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "base/secrets.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace islet {

QString withoutSecrets(const QString &text, const std::function<QString(QStringView)> &replacement)
{
    // Each has the secret in the group of this name.
    static const QRegularExpression link(
        u"(?<secret>\\{[^{}]*(?:\\bSIGNER\\b|\\bECDSA_)[^{}]*(?:\\}|$)|\\bECDSA_[A-Z0-9_]+)"_s);
    static const QRegularExpression named(
        u"(?:token|secret|password|signature)[\\\\\"']*(?:=|:|%3D)[\\\\\"']*(?<secret>[^\\s\\\\\"'&#,;}]+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression key(u"(?<secret>[0-9a-fA-F]{64,}|eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_.-]+)"_s);
    QString safe = text;
    for (const QRegularExpression *pattern : {&link, &named, &key}) {
        QString replaced;
        qsizetype end = 0;
        for (auto matches = pattern->globalMatch(safe); matches.hasNext();) {
            const auto match = matches.next();
            replaced += QStringView(safe).mid(end, match.capturedStart(u"secret") - end);
            replaced += replacement(match.capturedView(u"secret"));
            end = match.capturedEnd(u"secret");
        }
        replaced += QStringView(safe).sliced(end);
        safe = replaced;
    }
    return safe;
}

bool mayHoldSecret(const QByteArray &bytes)
{
    bool isFound = false;
    withoutSecrets(QString::fromLatin1(bytes), [&isFound](QStringView) {
        isFound = true;
        return QString();
    });
    return isFound;
}

} // namespace islet
