// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <tl/expected.hpp>

#include <QString>

namespace islet {

//! What went wrong, for code to test.
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

//! `detail` is one sentence: what is wrong, where, and what to do. In the user's language; see sentence.h.
struct Error {
    ErrorCode code;
    QString detail;
};

template<typename T> using Expected = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(ErrorCode code, QString detail)
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

} // namespace islet
