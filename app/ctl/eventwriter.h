// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QElapsedTimer>
#include <QJsonObject>

namespace islet::ctl {

//! Writes events to standard output, one a line: as JSON Lines, or for people. Control and format characters of peers
//! are escaped in both: a terminal obeys them.
class EventWriter {
public:
    explicit EventWriter(bool json);

    //! `event` and `t` (milliseconds since start) are added to the fields.
    void write(const QString &event, QJsonObject fields = {});

private:
    bool m_json;
    QElapsedTimer m_sinceStart;
};

} // namespace islet::ctl
