// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/packettap.h"

#include <QList>
#include <QStringList>

namespace islet::test {

//! Keeps all that a tap sees.
class RecordingTap : public PacketTap {
public:
    struct Seen {
        FrameInfo info;
        std::chrono::microseconds time;
        qsizetype size;
        FrameSummary summary;
    };

    void opened(ConnectionId connection, const QString &label, std::chrono::microseconds) override
    {
        connections.append(connection);
        labels.append(label);
    }
    void frame(const TappedFrame &frame) override
    {
        frames.append({frame.info(), frame.time(), frame.size(), frame.summary()});
    }
    void outcome(ConnectionId connection, std::uint64_t number, FrameOutcome outcome) override
    {
        for (Seen &seen : frames) {
            if (seen.info.connection == connection && seen.info.number == number)
                seen.info.outcome = outcome;
        }
    }
    void closed(ConnectionId, const QString &code, std::chrono::microseconds) override { closes.append(code); }

    //! `out identification`, `in challenge` and so on, in order.
    QStringList story() const
    {
        QStringList story;
        for (const Seen &seen : frames) {
            const bool isIn = seen.info.direction == Direction::In;
            story.append((isIn ? QStringLiteral("in ") : QStringLiteral("out ")) + seen.summary.kind);
        }
        return story;
    }

    QList<ConnectionId> connections;
    QStringList labels;
    QList<Seen> frames;
    QStringList closes;
};

} // namespace islet::test
