// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/roomserver.h"
#include "sim/resident.h"

#include <vector>

namespace islet {

//! The room that is always there: a server inside this process on a free loopback port, with some residents.
class EmbeddedRoom : public QObject {
    Q_OBJECT

public:
    EmbeddedRoom(TransportRegistry protocols, int residents, QObject *parent = nullptr);

    //! Opens the room and lets the residents in, unless that was done before; where it is then.
    Expected<ConnectionString> open();

private:
    TransportRegistry m_protocols; // of the residents
    RoomServer m_server;
    std::vector<std::unique_ptr<Resident>> m_residents;
    int m_wanted;
};

} // namespace islet
