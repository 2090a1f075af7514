// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/httpresponseparser.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr int switchingProtocols = 101;
constexpr int noContent = 204;
constexpr int notModified = 304;

//! RFC 9110, 5.6.7: parses the only format that servers write today. Invalid for any other.
QDateTime parseDate(const QByteArray &dateHeader)
{
    // Parsed in two parts: as a whole it would be read as local time, where one hour a year does not exist.
    constexpr qsizetype dateLength = 16; // "Sun, 06 Nov 1994"
    const QString text = QString::fromLatin1(dateHeader.left(64));
    const QDate date = QLocale::c().toDate(text.left(dateLength), u"ddd, dd MMM yyyy"_s);
    const QTime time = QTime::fromString(text.mid(dateLength), u" HH:mm:ss 'GMT'"_s);
    return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::UTC) : QDateTime();
}

} // namespace

HttpResponseParser::State HttpResponseParser::read(const QByteArray &bytes)
{
    m_hasBegun = m_hasBegun || !bytes.isEmpty();
    m_pending += bytes;
    while (m_state == State::Reading && step()) { }
    if (m_state != State::Reading)
        m_pending.clear();
    return m_state;
}

HttpResponseParser::State HttpResponseParser::end()
{
    if (m_state == State::Reading && m_phase == Phase::BodyUntilEnd)
        m_state = State::Complete;
    return m_state;
}

//! Returns false if more input is needed.
bool HttpResponseParser::step()
{
    if (m_phase == Phase::Body || m_phase == Phase::BodyUntilEnd || m_phase == Phase::Chunk)
        return takeBody();
    if (const auto line = takeLine()) {
        readLine(*line);
        return true;
    }
    return false;
}

bool HttpResponseParser::takeBody()
{
    const qsizetype available =
        m_phase == Phase::BodyUntilEnd ? m_pending.size() : std::min<qsizetype>(m_remaining, m_pending.size());
    if (available > m_maxBodyBytes - m_response.body.size()) {
        m_state = State::TooLarge;
        return false;
    }
    m_response.body += m_pending.first(available);
    m_pending.remove(0, available);
    if (m_phase == Phase::BodyUntilEnd)
        return false;
    m_remaining -= available;
    if (m_remaining > 0)
        return false;
    if (m_phase == Phase::Body)
        m_state = State::Complete;
    m_phase = Phase::ChunkEnd;
    return true;
}

std::optional<QByteArray> HttpResponseParser::takeLine()
{
    constexpr QByteArrayView http = "HTTP/1.";
    if (m_phase == Phase::Status && !m_pending.startsWith(http.first(std::min(http.size(), m_pending.size())))) {
        m_state = State::Malformed;
        return std::nullopt;
    }
    const qsizetype end = m_pending.indexOf('\n');
    if (m_headBytes + (end < 0 ? m_pending.size() : end) > maxHeadBytes)
        m_state = State::TooLarge;
    if (end < 0 || m_state != State::Reading)
        return std::nullopt;
    m_headBytes += end + 1;
    QByteArray line = m_pending.first(end);
    m_pending.remove(0, end + 1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

void HttpResponseParser::readLine(const QByteArray &line)
{
    switch (m_phase) {
    case Phase::Status: readStatus(line); break;
    case Phase::Headers:
        if (line.isEmpty())
            beginBody();
        else
            readHeader(line);
        break;
    case Phase::ChunkSize: readChunkSize(line); break;
    case Phase::ChunkEnd:
        if (!line.isEmpty())
            m_state = State::Malformed;
        m_phase = Phase::ChunkSize;
        break;
    case Phase::Trailers:
        if (line.isEmpty())
            m_state = State::Complete;
        break;
    case Phase::Body:
    case Phase::BodyUntilEnd:
    case Phase::Chunk: break; // no lines
    }
}

void HttpResponseParser::readStatus(const QByteArray &line)
{
    constexpr qsizetype statusBegin = 9; // after "HTTP/1.1 "
    constexpr qsizetype statusLength = 3;
    const QByteArray digits = line.mid(statusBegin, statusLength);
    const bool isEnded = line.size() <= statusBegin + statusLength || line.at(statusBegin + statusLength) == ' ';
    bool isNumber = false;
    m_response.status = digits.toInt(&isNumber);
    const bool isStatus = isNumber && m_response.status >= 100 && m_response.status < 600;
    if (!isEnded || !isStatus || m_response.status == switchingProtocols)
        m_state = State::Malformed;
    m_phase = Phase::Headers;
}

void HttpResponseParser::readHeader(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0) {
        m_state = State::Malformed;
        return;
    }
    const QByteArray name = line.first(colon).toLower();
    const QByteArray value = line.sliced(colon + 1).trimmed();
    bool isValid = true;
    if (name == "content-length") {
        m_length = value.toLongLong(&isValid);
        isValid = isValid && *m_length >= 0;
    } else if (name == "transfer-encoding") {
        isValid = value.toLower() == "chunked"; // we accept no other encoding
        m_isChunked = true;
    } else if (name == "date") {
        m_response.serverTime = parseDate(value);
    } else if (name == "location") {
        m_location = value;
    }
    if (!isValid)
        m_state = State::Malformed;
}

void HttpResponseParser::beginBody()
{
    const int status = m_response.status;
    if (status < 200) { // an interim response; the final one follows
        m_phase = Phase::Status;
        m_length.reset();
        m_isChunked = false;
        return;
    }
    if (status < 300 || status >= 400)
        m_location.clear();
    if (status == noContent || status == notModified || !m_location.isEmpty())
        m_state = State::Complete;
    else if (m_isChunked)
        m_phase = Phase::ChunkSize;
    else if (!m_length)
        m_phase = Phase::BodyUntilEnd;
    else if (*m_length > m_maxBodyBytes)
        m_state = State::TooLarge;
    else
        m_phase = Phase::Body;
    m_remaining = m_length.value_or(0);
}

void HttpResponseParser::readChunkSize(const QByteArray &line)
{
    bool isNumber = false;
    m_remaining = line.split(';').constFirst().trimmed().toLongLong(&isNumber, 16);
    if (!isNumber || m_remaining < 0) {
        m_state = State::Malformed;
    } else if (m_remaining > m_maxBodyBytes - m_response.body.size()) {
        m_state = State::TooLarge;
    } else if (m_remaining == 0) {
        m_phase = Phase::Trailers;
    } else {
        m_phase = Phase::Chunk;
        m_headBytes = 0; // chunk headers are not stored, so their number is not limited
    }
}

} // namespace islet
