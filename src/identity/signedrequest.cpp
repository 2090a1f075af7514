// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/signedrequest.h"

#include "identity/identity.h"

#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

bool isInvariant(const QByteArray &text)
{
    return std::ranges::none_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte >= 'A' && byte <= 'Z') || byte < 0x20 || byte >= 0x7f;
    });
}

} // namespace

QByteArray SignedRequest::metadataText(const QJsonObject &metadata)
{
    const QString json = QString::fromUtf8(QJsonDocument(metadata).toJson(QJsonDocument::Compact));
    QByteArray text;
    // Outside strings JSON has only lower-case letters, so every escaped character is inside a string.
    for (const QChar c : json) {
        const ushort code = c.unicode();
        if ((code >= u'A' && code <= u'Z') || code >= 0x7f)
            text += "\\u" + QByteArray::number(code, 16).rightJustified(4, '0');
        else
            text += static_cast<char>(code);
    }
    return text;
}

Expected<SignedRequest> SignedRequest::make(const QByteArray &method, const QUrl &url, const QJsonObject &metadata,
                                            const QDateTime &now)
{
    return make(method, url, metadataText(metadata), now);
}

Expected<SignedRequest> SignedRequest::make(const QByteArray &method, const QUrl &url, const QByteArray &metadata,
                                            const QDateTime &now)
{
    if (metadata.size() > maxMetadataBytes) {
        return failure(ErrorCode::InvalidInput,
                       u"The request was not signed: its metadata has %1 bytes, and servers take at most %2."_s
                           .arg(metadata.size())
                           .arg(maxMetadataBytes));
    }
    if (!isInvariant(metadata)) {
        return failure(ErrorCode::InvalidInput,
                       u"The request was not signed: servers would read its metadata in two ways."_s);
    }
    SignedRequest request;
    const QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    request.m_timestamp = QByteArray::number(now.toMSecsSinceEpoch());
    request.m_metadata = metadata;
    const QByteArray signedPath = path.isEmpty() ? "/" : path;
    request.m_text = method.toLower() + ':' + signedPath.toLower() + ':' + request.m_timestamp + ':' + metadata;
    return request;
}

SignedRequest::Headers SignedRequest::headers(const Identity &identity) const
{
    Headers headers;
    const AuthChain chain = identity.sign(*this);
    for (qsizetype i = 0; i < chain.links().size(); ++i)
        headers.append({"x-identity-auth-chain-" + QByteArray::number(i), chain.links().at(i).toJson()});
    headers.append({"x-identity-timestamp", m_timestamp});
    headers.append({"x-identity-metadata", m_metadata});
    return headers;
}

} // namespace islet
