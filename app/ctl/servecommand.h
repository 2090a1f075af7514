// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/roomserver.h"

namespace islet::ctl {

//! `isletctl serve`: rooms for the neighbours.
class ServeCommand : public QObject {
    Q_OBJECT

public:
    explicit ServeCommand(const RoomOptions &options);

    //! The first line on standard output is the connection string; comings and goings follow on standard error.
    Expected<void> start();

private:
    RoomOptions m_options;
    RoomServer m_server;
};

} // namespace islet::ctl
