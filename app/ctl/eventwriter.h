// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QElapsedTimer>
#include <QJsonObject>

namespace islet::ctl {

//! Writes events to standard output, one per line, as JSON Lines or as text for people. Escapes control and format
//! characters sent by peers in both formats, because a terminal interprets them.
class EventWriter {
public:
    explicit EventWriter(bool json);

    //! Adds `event` and `t` (milliseconds since the start) to the fields.
    void write(const QString &event, QJsonObject fields = {});

private:
    bool m_json;
    QElapsedTimer m_sinceStart;
};

} // namespace islet::ctl
