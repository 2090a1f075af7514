// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/ctl/eventwriter.h"
#include "comms/profileexchange.h"

namespace islet::ctl {

//! Names in `isletctl join`: our own, and those that peers announce.
class RoomProfiles : public QObject {
    Q_OBJECT

public:
    //! `exchange` and `events` must outlive this object.
    RoomProfiles(ProfileExchange &exchange, EventWriter &events);

    //! Our profile at the start. `name` is as returned by outgoingName(), or empty.
    static Profile own(const QString &name);

    // Handlers for commands on standard input.
    Expected<void> profile(const QString &address);
    Expected<void> name(const QString &typed);

private:
    void write(const Address &address, const Profile &profile);

    ProfileExchange &m_exchange;
    EventWriter &m_events;
};

} // namespace islet::ctl
