// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/connectionstring.h"

namespace islet {

//! What a realm's `/about` says (ADR-110), as far as getting in needs it.
struct RealmAbout {
    QString name; //!< as it calls itself: foreign text
    bool isHealthy = true;
    bool acceptsUsers = true;
    std::optional<int> users;
    //! Where its comms are; none when it names none.
    std::optional<ConnectionString> comms;

    //! `fixedAdapter` before `adapter`, as the web client chooses; see ConnectionString::fromAdapter(). Errors in one
    //! sentence that names `host`: a web page, no JSON object, an adapter that is no connection string.
    static Expected<RealmAbout> parse(const QByteArray &json, const QString &host);
};

} // namespace islet
