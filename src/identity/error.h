// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <tl/expected.hpp>

#include <QString>

namespace islet {

//! What went wrong, for programs.
enum class ErrorCode {
    InvalidAddress,
    InvalidKey,
    InvalidSignature,
    InvalidPayload,
    InvalidAuthChain,
    RefusedChallenge,
    InvalidConnectionString,
    UnsupportedProtocol,
    InvalidPacket,
    TooLarge,
    NotConnected,
    InvalidInput,
    FileUnreadable,
    CannotListen,
    InsecureConnection,
    NotFound,
    Expired,
    NoKeychain,
    KeychainRefused,
    KeychainSilent,
    FileUnwritable,
    FileUnsafe,
};

//! `detail` is one sentence: what is wrong, where, and what to do. In the language of the person; see sentence.h.
struct Error {
    ErrorCode code;
    QString detail;
};

template<typename T> using Expected = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(ErrorCode code, QString detail)
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

//! Foreign text for use inside a sentence: in quotation marks, at most `mostCharacters`, control and format characters
//! (line breaks, bidi overrides) shown as U+FFFD, and an ellipsis for what may be a key, a signature or a token.
QString quoted(QStringView text, qsizetype mostCharacters = 64);
//! The same for what was typed where a key might have been: 32 hexadecimal digits and more are left out.
QString quotedWithoutKeys(const QString &text);

} // namespace islet
