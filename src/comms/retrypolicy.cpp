// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/retrypolicy.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace islet {

namespace {

constexpr int maxRefusals = 5;

bool isFinalRefusal(const RetryHistory &history, std::chrono::seconds patience)
{
    return history.repetitions >= maxRefusals && history.duration >= patience;
}

bool isFinalAfterJoining(const CloseReason &reason, const RetryHistory &history)
{
    switch (reason.code) {
    case CloseCode::ClosedBeforeChallenge:
    case CloseCode::ClosedBeforeWelcome:
    case CloseCode::ArchipelagoClosedBeforeChallenge:
    case CloseCode::ArchipelagoClosedBeforeWelcome: return isFinalRefusal(history, 20s);
    case CloseCode::NotAdmitted:
    case CloseCode::NotAdmittedSilently: return isFinalRefusal(history, 120s);
    case CloseCode::MessageTooLarge: return reason.when != CloseReason::When::Joined; // any peer can send one
    case CloseCode::IslandLost: return !reason.cause || isFinalAfterJoining(*reason.cause, history);
    default: return reason.kind != CloseReason::Kind::Network;
    }
}

bool asksToRetry(const CloseReason &reason)
{
    return reason.httpStatus == 503 || reason.httpStatus == 429;
}

} // namespace

std::optional<std::chrono::milliseconds> timeUntilRetry(const CloseReason &reason, const RetryHistory &history,
                                                        double jitter)
{
    constexpr std::chrono::milliseconds shortest = 500ms;
    constexpr std::chrono::milliseconds longest = 25s; // up to 30 s with jitter
    const bool isFinal =
        reason.when == CloseReason::When::Joining ? !asksToRetry(reason) : isFinalAfterJoining(reason, history);
    if (isFinal)
        return std::nullopt;
    if (reason.retryAfter)
        return std::clamp<std::chrono::milliseconds>(*reason.retryAfter, shortest, maxRetryAfter);
    const auto tenth = std::chrono::duration_cast<std::chrono::milliseconds>(history.duration / 10);
    const auto wait = static_cast<double>(std::clamp(tenth, shortest, longest).count());
    return std::chrono::milliseconds(static_cast<qint64>(wait * (1 + 0.2 * jitter)));
}

} // namespace islet
