// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "transportprobe.h"

using namespace Qt::StringLiterals;

namespace islet::test {

TransportProbe::TransportProbe(Transport &transport)
{
    const auto note = [this] { afterClose += isClosed() ? 1 : 0; };
    connect(&transport, &Transport::stateChanged, this, note);
    connect(&transport, &Transport::stepCompleted, this, [this, note](const HandshakeStep &step) {
        note();
        steps.append(step.kind());
        stepCodes.append(nameOf(step.code));
        stepDetails.append(sentenceOf(step));
    });
    connect(&transport, &Transport::opened, this, [this, note](const Welcome &welcome) {
        note();
        welcomes.append(welcome);
    });
    connect(&transport, &Transport::peerJoined, this, [this, note](const Address &address) {
        note();
        peerEvents.append(u"joined %1"_s.arg(address.toLower()));
    });
    connect(&transport, &Transport::peerLeft, this, [this, note](const Address &address) {
        note();
        peerEvents.append(u"left %1"_s.arg(address.toLower()));
    });
    connect(&transport, &Transport::packetReceived, this, [this, note](const Address &from, const QByteArray &packet) {
        note();
        packets.append({from, packet});
    });
    connect(&transport, &Transport::closed, this, [this, note](const CloseReason &reason) {
        note();
        closes.append(reason);
    });
}

} // namespace islet::test
