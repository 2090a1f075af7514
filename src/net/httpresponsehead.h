// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

// Private to this folder.
namespace islet {

//! The head of a response (RFC 9112), parsed line by line and bounded; stricter than the library that splits it.
class HttpResponseHead {
public:
    enum class State { Reading, Complete, Malformed, TooLarge };
    //! Status lines, headers and trailers, also of interim responses; real ones have 1 to 2 KiB.
    static constexpr qsizetype maxBytes = 32 * 1024;

    //! Parses a line, with its line end. Malformed and TooLarge are final; Complete is unless trailers become TooLarge.
    State read(QByteArrayView line);

    State state() const { return m_state; }
    int status() const { return m_status; }
    //! From the Date header; invalid without one.
    const QDateTime &serverTime() const { return m_serverTime; }
    //! From the Retry-After header, a number of seconds or a date; nullopt without one.
    std::optional<std::chrono::seconds> retryAfter() const;
    //! The Location header of a redirect, verbatim; empty if it isn't one.
    const QByteArray &location() const { return m_location; }
    //! What the body has on the wire, if that is known.
    std::optional<qint64> bodyBytes() const;

private:
    void readStatus(QByteArrayView line);
    void readHeader(QByteArrayView line);
    void finish();

    State m_state = State::Reading;
    bool m_isInHeaders = false;
    qsizetype m_bytes = 0;
    int m_status = 0;
    QDateTime m_serverTime;
    QByteArray m_location;
    QByteArray m_retryAfter;
    std::optional<qint64> m_length;
    bool m_isChunked = false;
    bool m_isEncoded = false;
};

} // namespace islet
