// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/httpresponsehead.h"

#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr int switchingProtocols = 101;
constexpr int noContent = 204;
constexpr int notModified = 304;

//! RFC 9110, 5.6.7: parses the only format that servers write today. Invalid for any other.
QDateTime parseDate(QByteArrayView dateHeader)
{
    // Parsed in two parts: as a whole it would be read as local time, where one hour a year does not exist.
    constexpr qsizetype dateLength = 16; // "Sun, 06 Nov 1994"
    const QString text = QString::fromLatin1(dateHeader.first(qMin<qsizetype>(dateHeader.size(), 64)));
    const QDate date = QLocale::c().toDate(text.left(dateLength), u"ddd, dd MMM yyyy"_s);
    const QTime time = QTime::fromString(text.mid(dateLength), u" HH:mm:ss 'GMT'"_s);
    return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::UTC) : QDateTime();
}

//! Whether it is an encoding that HttpRequest asks for.
bool isContentEncoding(const QByteArray &value)
{
    return value == "gzip" || value == "x-gzip" || value == "deflate" || value == "identity";
}

} // namespace

HttpResponseHead::State HttpResponseHead::read(QByteArrayView line)
{
    m_bytes += line.size();
    if (m_bytes > maxBytes)
        m_state = State::TooLarge;
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (m_state != State::Reading)
        return m_state; // a trailer
    if (!m_isInHeaders)
        readStatus(line);
    else if (line.isEmpty())
        finish();
    else
        readHeader(line);
    return m_state;
}

void HttpResponseHead::readStatus(QByteArrayView line)
{
    constexpr QByteArrayView http = "HTTP/1.";
    constexpr qsizetype statusBegin = 9; // after "HTTP/1.1 "
    constexpr qsizetype statusLength = 3;
    const QByteArray digits = line.toByteArray().mid(statusBegin, statusLength);
    const bool isEnded = line.size() <= statusBegin + statusLength || line.at(statusBegin + statusLength) == ' ';
    bool isNumber = false;
    m_status = digits.toInt(&isNumber);
    const bool isStatus = isNumber && m_status >= 100 && m_status < 600;
    if (!line.startsWith(http) || !isEnded || !isStatus || m_status == switchingProtocols)
        m_state = State::Malformed;
    m_isInHeaders = true;
    m_location.clear();
    m_retryAfter.clear();
    m_length.reset();
    m_isChunked = false;
    m_isEncoded = false;
}

void HttpResponseHead::readHeader(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0) {
        m_state = State::Malformed;
        return;
    }
    const QByteArray name = line.first(colon).toByteArray().toLower();
    const QByteArray value = line.sliced(colon + 1).trimmed().toByteArray();
    bool isValid = true;
    if (name == "content-length") {
        m_length = value.toLongLong(&isValid);
        isValid = isValid && *m_length >= 0;
    } else if (name == "transfer-encoding") {
        isValid = value.toLower() == "chunked"; // we accept no other encoding
        m_isChunked = true;
    } else if (name == "content-encoding") {
        // libcurl would undo several, one after the other, where a few bytes can become terabytes in between.
        isValid = isContentEncoding(value.toLower()) && !std::exchange(m_isEncoded, true);
    } else if (name == "date") {
        m_serverTime = parseDate(value);
    } else if (name == "location") {
        m_location = value;
    } else if (name == "retry-after") {
        m_retryAfter = value;
    }
    if (!isValid)
        m_state = State::Malformed;
}

void HttpResponseHead::finish()
{
    m_isInHeaders = false;
    if (m_status < 200)
        return; // an interim response; the final one follows
    if (m_status < 300 || m_status >= 400)
        m_location.clear();
    m_state = State::Complete;
}

std::optional<std::chrono::seconds> HttpResponseHead::retryAfter() const
{
    bool isNumber = false;
    if (const uint seconds = m_retryAfter.toUInt(&isNumber); isNumber)
        return std::chrono::seconds(seconds);
    const QDateTime date = parseDate(m_retryAfter);
    if (!date.isValid())
        return std::nullopt;
    const QDateTime now = m_serverTime.isValid() ? m_serverTime : QDateTime::currentDateTimeUtc();
    return std::chrono::seconds(std::max<qint64>(0, now.secsTo(date)));
}

std::optional<qint64> HttpResponseHead::bodyBytes() const
{
    if (m_status == noContent || m_status == notModified)
        return 0;
    return m_isChunked ? std::nullopt : m_length;
}

} // namespace islet
