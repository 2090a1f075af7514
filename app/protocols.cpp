// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"

#include "comms/transports/archipelagotransport.h"
#include "comms/transports/offlinetransport.h"
#include "comms/transports/realmtransport.h"
#include "comms/transports/signedlogintransport.h"
#include "comms/transports/wsroomtransport.h"
#include "sim/simulatortransport.h"

namespace islet {

TransportRegistry allProtocols()
{
    TransportRegistry registry;
    registry.add(WsRoomTransport::protocol());
    registry.add(RealmTransport::protocol());
    registry.add(SignedLoginTransport::protocol());
    registry.add(ArchipelagoTransport::protocol());
    registry.add(SimulatorTransport::protocol());
    registry.add(OfflineTransport::protocol());
    return registry;
}

} // namespace islet
