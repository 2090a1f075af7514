// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/httpredaction.h"

#include "base/secrets.h"

#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

QString counted(qsizetype bytes)
{
    return u"[%1 bytes]"_s.arg(bytes);
}

QByteArray withoutSecrets(const QString &text)
{
    return islet::withoutSecrets(text, [](QStringView secret) { return counted(secret.toUtf8().size()); }).toUtf8();
}

bool isCredential(const QByteArray &headerName)
{
    return headerName.startsWith("x-identity-auth-chain-") || headerName == "authorization" || headerName == "cookie"
        || headerName == "set-cookie" || headerName == "proxy-authorization";
}

} // namespace

QByteArray redactedHead(const QByteArray &lines)
{
    QByteArray redacted;
    for (const QByteArray &line : lines.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (line.trimmed().isEmpty())
            continue;
        if (colon > 0 && isCredential(line.first(colon).trimmed().toLower()))
            redacted += line.first(colon) + ": " + counted(value.size()).toUtf8();
        else
            redacted += withoutSecrets(QString::fromUtf8(line.trimmed()));
        redacted += "\r\n";
    }
    return redacted + "\r\n";
}

QByteArray redactedBody(const QByteArray &body)
{
    constexpr qsizetype maxBytes = 64 * 1024;
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = body.size() <= maxBytes ? QString(decoder(body)) : QString();
    if (body.size() > maxBytes || decoder.hasError() || text.contains(QChar::Null))
        return counted(body.size()).toUtf8();
    return withoutSecrets(text);
}

FrameSummary describeHttp(Direction direction, const QByteArray &frame)
{
    const qsizetype end = frame.indexOf("\r\n\r\n");
    const QByteArray head = frame.left(end < 0 ? frame.size() : end);
    const QByteArray body = end < 0 ? QByteArray() : frame.mid(end + 4);
    return {direction == Direction::Out ? "http.request"_L1 : "http.response"_L1,
            redactedHead(head) + redactedBody(body)};
}

QString redactedUrl(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace islet
