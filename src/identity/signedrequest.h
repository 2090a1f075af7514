// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

#include <utility>

class QUrl;

namespace islet {

class Identity;

//! What is signed of an HTTP request (ADR-44): `method:path:milliseconds:metadata`.
//!
//! Two payload formats are in the wild, the whole in lower case and the metadata verbatim. metadataText() writes every
//! upper-case and every other character that is not plain ASCII as an escape, so that both sign the same bytes.
class SignedRequest {
public:
    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    static constexpr qsizetype maxMetadataBytes = 8 * 1024; //!< servers take 8 to 16 KiB of headers in all

    //! `method` is upper or lower case; of `url` the path alone is signed, escaped as it is sent, `/` when there is
    //! none. InvalidInput when the metadata is too large.
    static Expected<SignedRequest> make(const QByteArray &method, const QUrl &url, const QJsonObject &metadata,
                                        const QDateTime &now);
    //! The same with metadata that is text already; InvalidInput also when lower-casing would change it.
    static Expected<SignedRequest> make(const QByteArray &method, const QUrl &url, const QByteArray &metadata,
                                        const QDateTime &now);

    //! The same JSON value for every reader, and invariant under lower-casing.
    static QByteArray metadataText(const QJsonObject &metadata);

    //! What is signed. Holds colons and a slash, so it is never a Challenge.
    const QByteArray &text() const { return m_text; }
    //! `x-identity-…`: the chain, the time and the metadata. A credential for a minute: never logged.
    Headers headers(const Identity &identity) const;

private:
    SignedRequest() = default;

    QByteArray m_text;
    QByteArray m_timestamp;
    QByteArray m_metadata;
};

} // namespace islet
