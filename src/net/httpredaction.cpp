// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/httpredaction.h"

#include "base/secrets.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <array>

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

//! Replaces each query value, and a user name with a password: any of them may be a secret.
QByteArray withoutUrlSecrets(const QByteArray &line)
{
    static const QRegularExpression secret(uR"re((?<=//)[^/@\s]+(?=@)|(?<==)(?!\[\d+ bytes\])[^=&#\s]+)re"_s);
    const QString text = QString::fromUtf8(line);
    QString safe;
    qsizetype end = 0;
    for (auto matches = secret.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        safe += QStringView(text).mid(end, match.capturedStart() - end);
        safe += counted(match.capturedView().toUtf8().size());
        end = match.capturedEnd();
    }
    safe += QStringView(text).sliced(end);
    return safe.toUtf8();
}

//! Whether the line is a request line or a header whose value is a URL.
bool holdsUrl(const QByteArray &line)
{
    const QByteArray lower = line.toLower();
    return lower.startsWith("get ") || lower.startsWith("post ") || lower.startsWith("location:")
        || lower.startsWith("referer:");
}

bool isCredential(const QByteArray &headerName)
{
    static constexpr std::array words{"auth", "cookie", "credential", "key", "secret", "signature", "token"};
    return std::ranges::any_of(words, [&headerName](const char *word) { return headerName.contains(word); });
}

} // namespace

QByteArray redactedHead(const QByteArray &lines)
{
    QByteArray redacted;
    for (const QByteArray &line : lines.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray value = line.mid(colon + 1).trimmed();
        const QString text = QString::fromUtf8(line.trimmed());
        if (text.isEmpty())
            continue;
        if (colon > 0 && isCredential(line.first(colon).trimmed().toLower()))
            redacted += line.first(colon) + ": " + counted(value.size()).toUtf8();
        else
            redacted += holdsUrl(line) ? withoutUrlSecrets(withoutSecrets(text)) : withoutSecrets(text);
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
    return QString::fromUtf8(
        withoutSecrets(url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment)));
}

} // namespace islet
