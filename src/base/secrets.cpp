// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "base/secrets.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace islet {

QString withoutSecrets(const QString &text, const std::function<QString(QStringView)> &replacement)
{
    // Each has the secret in the group of this name. The text is untrusted: each takes linear time, which the
    // possessive quantifiers (++, *+) and (*SKIP), after which no character of the failed match is tried again, ensure.
    static const QRegularExpression link(
        uR"re((?<secret>\{(?=[^{}]*(?:\bSIGNER\b|\bECDSA_))[^{}]*+(?:\}|$)|\bECDSA_[A-Z0-9_]+))re"_s);
    static const QRegularExpression named(
        uR"re((?:token|secret|password|signature|credential|(?:api|access)[_-]?key|jwt)[\\"']*\s*(?:=|:|%3D))re"
        uR"re((?:\s*[\\"']+)?(?<secret>(?<=["'])[^"'\\]+|[^\s\\"'&#,;}]+))re"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression credentials(
        uR"re(\b(?:Basic|Bearer|Digest|Negotiate)\s+(?<secret>(?=[^\s"']*[0-9A-Z=])[\w+/=.~-]{8,}))re"_s);
    static const QRegularExpression key(
        uR"re((?<secret>[0-9a-fA-F]{64,}|eyJ[A-Za-z0-9_-]{8,}+(?:\.[A-Za-z0-9_.-]+|(*SKIP)(*FAIL))))re"_s);
    QString safe = text;
    for (const QRegularExpression *pattern : {&link, &named, &credentials, &key}) {
        QString replaced;
        qsizetype end = 0;
        auto match = pattern->match(safe);
        for (; match.hasMatch(); match = pattern->match(safe, end)) {
            replaced += QStringView(safe).mid(end, match.capturedStart(u"secret") - end);
            replaced += replacement(match.capturedView(u"secret"));
            end = match.capturedEnd(u"secret");
        }
        if (!match.isValid()) // a limit of the library was reached: anything may be a secret
            return replacement(safe);
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
