// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "net/httprequest.h"

#include <optional>

// Private to this folder.
namespace islet {

//! Reads one HTTP/1.1 answer (RFC 9112) as it comes, and keeps no more of it than is allowed, whatever the server says.
class HttpResponseParser {
public:
    enum class State { Reading, Complete, Malformed, TooLarge };
    static constexpr qsizetype maxHeadBytes = 32 * 1024; //!< status line and headers; real ones have 1 to 2 KiB

    //! `mostBytes` of the body.
    explicit HttpResponseParser(qsizetype mostBytes)
        : m_mostBytes(mostBytes)
    { }

    //! Takes what came. Anything but Reading is the end.
    State read(const QByteArray &bytes);
    //! Nothing more comes. Reading, when that was in the middle.
    State end();

    bool hasBegun() const { return m_hasBegun; }
    //! Once Complete.
    const HttpResponse &answer() const { return m_answer; }
    //! Where a redirect leads, as it stands there; empty when it is none. Its body is not read.
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

    qsizetype m_mostBytes;
    State m_state = State::Reading;
    Phase m_phase = Phase::Status;
    QByteArray m_pending;
    qsizetype m_headBytes = 0;
    std::optional<qint64> m_length;
    qint64 m_missing = 0; // of the body or the chunk
    bool m_isChunked = false;
    bool m_hasBegun = false;
    QByteArray m_location;
    HttpResponse m_answer;
};

} // namespace islet
