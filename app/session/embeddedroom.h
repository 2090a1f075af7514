// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/roomserver.h"
#include "sim/resident.h"

#include <vector>

namespace islet {

//! The built-in demo room: a server inside this process on a free loopback port, with some residents.
class EmbeddedRoom : public QObject {
    Q_OBJECT

public:
    EmbeddedRoom(TransportRegistry protocols, int residents, QObject *parent = nullptr);

    //! Opens the room and joins the residents unless already done; returns the room's address.
    Expected<ConnectionString> open();

private:
    TransportRegistry m_protocols; // for the residents
    RoomServer m_server;
    std::vector<std::unique_ptr<Resident>> m_residents;
    int m_wanted;
};

} // namespace islet
