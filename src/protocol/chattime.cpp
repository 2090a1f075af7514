// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "protocol/chattime.h"

#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace islet {

namespace {

constexpr double millisecondsPerDay = 86'400'000;
constexpr double unixEpochInOleDays = 25'569;

QDateTime fromUnixMilliseconds(double milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(milliseconds), QTimeZone::utc());
}

} // namespace

double ChatClock::next(const QDateTime &now)
{
    // Doubles near today's OLE day are about 7e-12 days (0.6 us) apart; a step of 1e-8 (0.9 ms) survives any reader.
    constexpr double minStep = 1e-8;
    const double days = static_cast<double>(now.toMSecsSinceEpoch()) / millisecondsPerDay + unixEpochInOleDays;
    m_last = std::max(days, m_last + minStep);
    return m_last;
}

std::optional<QDateTime> claimedChatTime(double timestamp)
{
    constexpr double minOleDays = 2e4; // below: seconds since the sender's start (bevy-explorer)
    constexpr double minUnixSeconds = 1e6; // below: OLE days
    constexpr double minUnixMs = 1e11; // below: Unix seconds
    constexpr double maxTimestamp = 1e14; // the year 5138 in milliseconds
    if (!std::isfinite(timestamp) || timestamp < minOleDays || timestamp > maxTimestamp)
        return std::nullopt;
    if (timestamp < minUnixSeconds)
        return fromUnixMilliseconds((timestamp - unixEpochInOleDays) * millisecondsPerDay);
    if (timestamp < minUnixMs)
        return fromUnixMilliseconds(timestamp * 1000);
    return fromUnixMilliseconds(timestamp);
}

} // namespace islet
