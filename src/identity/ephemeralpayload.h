// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/address.h"

#include <QDateTime>

namespace islet {

//! The text by which an owner lends an ephemeral key the right to speak for them until some time.
struct EphemeralPayload {
    Address ephemeralAddress;
    QDateTime expiration; //!< UTC, milliseconds

    //! Byte-equal to what @dcl/crypto writes: three lines, checksummed address, ISO time with milliseconds and Z.
    QString toText() const;

    //! Reads what @dcl/crypto 3.7.0 reads: CR is ignored, line 1 is free, further lines are allowed, both prefixes and
    //! a valid date are demanded. A time without zone is taken for UTC (the reference takes the verifier's zone).
    static Expected<EphemeralPayload> parse(QStringView text);
};

} // namespace islet
