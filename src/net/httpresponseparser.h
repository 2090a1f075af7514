// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "net/httprequest.h"

#include <optional>

// Private to this folder.
namespace islet {

//! Parses one HTTP/1.1 response (RFC 9112) incrementally and never stores more than the limits, whatever the server
//! sends.
class HttpResponseParser {
public:
    enum class State { Reading, Complete, Malformed, TooLarge };
    static constexpr qsizetype maxHeadBytes = 32 * 1024; //!< status line and headers; real ones have 1 to 2 KiB

    explicit HttpResponseParser(qsizetype maxBodyBytes)
        : m_maxBodyBytes(maxBodyBytes)
    { }

    //! Parses more input. Any state but Reading is final.
    State read(const QByteArray &bytes);
    //! Call when the connection has closed. Returns Reading if the response is incomplete.
    State end();

    bool hasBegun() const { return m_hasBegun; }
    //! Valid once Complete.
    const HttpResponse &response() const { return m_response; }
    //! The Location header of a redirect, verbatim; empty if it isn't one. The body of a redirect is not read.
    const QByteArray &location() const { return m_location; }

private:
    enum class Phase { Status, Headers, Body, BodyUntilEnd, ChunkSize, Chunk, ChunkEnd, Trailers };

    bool step();
    bool takeBody();
    std::optional<QByteArray> takeLine();
    void readLine(const QByteArray &line);
    void readStatus(const QByteArray &line);
    void readHeader(const QByteArray &line);
    void readChunkSize(const QByteArray &line);
    void beginBody();

    qsizetype m_maxBodyBytes;
    State m_state = State::Reading;
    Phase m_phase = Phase::Status;
    QByteArray m_pending;
    qsizetype m_headBytes = 0;
    std::optional<qint64> m_length;
    qint64 m_remaining = 0; // bytes of the body or the chunk
    bool m_isChunked = false;
    bool m_hasBegun = false;
    QByteArray m_location;
    HttpResponse m_response;
};

} // namespace islet
