// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/transport.h"

#include <QStringList>

namespace islet::test {

//! Records all signals of a transport, including those after closed(), when there must be none.
class TransportProbe : public QObject {
    Q_OBJECT

public:
    explicit TransportProbe(Transport &transport);

    bool isClosed() const { return !closes.isEmpty(); }
    CloseReason::Kind kind() const { return closes.constFirst().kind; }
    const QString &detail() const { return closes.constFirst().detail; }

    QList<HandshakeStep::Kind> steps;
    QStringList stepDetails;
    QList<Welcome> welcomes;
    QStringList peerEvents; //!< "joined ADDRESS", "left ADDRESS", in order
    QList<std::pair<Address, QByteArray>> packets;
    QList<CloseReason> closes;
    int afterClose = 0; //!< signals of any kind after the first closed()
};

} // namespace islet::test
