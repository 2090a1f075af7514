// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/closesentences.h"
#include "comms/stepsentences.h"
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
    QString code() const { return nameOf(closes.constFirst()); }
    //! The code of the nested reason; empty without one.
    QString causeCode() const
    {
        const auto &cause = closes.constFirst().cause;
        return cause ? nameOf(*cause) : QString();
    }
    //! The sentence, where the test is about the words.
    QString detail() const { return sentenceOf(closes.constFirst()); }

    QList<HandshakeStep::Kind> steps;
    QStringList stepCodes;
    QStringList stepDetails;
    QList<Welcome> welcomes;
    QStringList peerEvents; //!< "joined ADDRESS", "left ADDRESS", in order
    QList<std::pair<Address, QByteArray>> packets;
    QList<CloseReason> closes;
    int afterClose = 0; //!< signals of any kind after the first closed()
};

} // namespace islet::test
