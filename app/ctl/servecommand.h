// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/roomserver.h"

namespace islet::ctl {

//! `isletctl serve`: hosts rooms for clients on the local network.
class ServeCommand : public QObject {
    Q_OBJECT

public:
    explicit ServeCommand(const RoomOptions &options);

    //! Prints the connection string as the first line on standard output; joins and leaves follow on standard error.
    Expected<void> start();

private:
    RoomOptions m_options;
    RoomServer m_server;
};

} // namespace islet::ctl
