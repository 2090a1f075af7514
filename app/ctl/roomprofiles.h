// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/ctl/eventwriter.h"
#include "comms/profileexchange.h"

namespace islet::ctl {

//! Names in `isletctl join`: ours, and what the others say theirs are.
class RoomProfiles : public QObject {
    Q_OBJECT

public:
    //! `adapter` and `events` must outlive it. `name` as outgoingName() made it, or empty.
    RoomProfiles(CommsAdapter &adapter, const Address &self, const QString &name, EventWriter &events);

    // The commands on standard input.
    Expected<void> profile(const QString &address);
    Expected<void> name(const QString &typed);

private:
    void write(const Address &address, const Profile &profile);

    ProfileExchange m_exchange;
    EventWriter &m_events;
};

} // namespace islet::ctl
