// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "identity/address.h"

#include <QDateTime>

namespace islet {

//! The text with which an owner authorizes an ephemeral key to sign for them until it expires.
struct EphemeralPayload {
    Address ephemeralAddress;
    QDateTime expiration; //!< UTC, in milliseconds

    //! Byte-equal to what @dcl/crypto writes: three lines, checksummed address, ISO time with milliseconds and Z.
    QString toText() const;

    //! Accepts what @dcl/crypto 3.7.0 accepts: CR is ignored, line 1 is arbitrary, further lines are allowed, both
    //! prefixes and a valid date are required. A time without a zone is UTC (the reference uses the verifier's zone).
    static Expected<EphemeralPayload> parse(QStringView text);
};

} // namespace islet
