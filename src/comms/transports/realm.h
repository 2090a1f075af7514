// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/connectionstring.h"
#include "net/closereason.h"

namespace islet {

//! The parts of a realm's `/about` (ADR-110) needed to join it.
struct RealmAbout {
    bool isDescription = false; //!< not another object, such as an error
    QString name; //!< as reported by the realm: untrusted text
    bool isHealthy = true;
    bool acceptsUsers = true;
    std::optional<int> users;
    //! The comms adapter; nullopt if it names none.
    std::optional<ConnectionString> comms;

    //! `fixedAdapter` takes precedence over `adapter`, as in the web client. Fails with a reason that names `host`: a
    //! web page, not a JSON object, an adapter that isn't a connection string. See ConnectionString::fromAdapter().
    static tl::expected<RealmAbout, CloseReason> parse(const QByteArray &json, const QString &host);
};

} // namespace islet
