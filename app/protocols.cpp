// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/protocols.h"

#include "comms/archipelagotransport.h"
#include "comms/offlinetransport.h"
#include "comms/realmtransport.h"
#include "comms/signedlogintransport.h"
#include "comms/simulatortransport.h"
#include "comms/wsroomtransport.h"

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
