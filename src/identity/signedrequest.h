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

//! The signed part of an HTTP request (ADR-44): `method:path:milliseconds:metadata`.
//!
//! Two payload formats are in use: all in lower case, or with verbatim metadata. metadataText() escapes upper-case
//! letters and everything outside printable ASCII, so that both formats sign the same bytes.
class SignedRequest {
public:
    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    static constexpr qsizetype maxMetadataBytes = 8 * 1024; //!< servers accept 8 to 16 KiB of headers in total

    //! `method` is in upper or lower case. Only the path of `url` is signed, escaped as it is sent, `/` if empty.
    //! InvalidInput if the metadata is too large.
    static Expected<SignedRequest> make(const QByteArray &method, const QUrl &url, const QJsonObject &metadata,
                                        const QDateTime &now);
    //! The same with metadata as text; InvalidInput also if lower-casing would change it.
    static Expected<SignedRequest> make(const QByteArray &method, const QUrl &url, const QByteArray &metadata,
                                        const QDateTime &now);

    //! Serializes to the same JSON value for every reader, invariant under lower-casing.
    static QByteArray metadataText(const QJsonObject &metadata);

    //! The text to sign. Contains colons and a slash, so it is never a Challenge.
    const QByteArray &text() const { return m_text; }
    //! `x-identity-…`: the chain, the timestamp and the metadata. A credential valid for a minute: never logged.
    Headers headers(const Identity &identity) const;

private:
    SignedRequest() = default;

    QByteArray m_text;
    QByteArray m_timestamp;
    QByteArray m_metadata;
};

} // namespace islet
